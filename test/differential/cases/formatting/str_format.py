print('{} {} {}'.format(1, 'a', None), '{0} {1} {0}'.format('x', 'y'), '{a} {b}'.format(a=1, b=2), '{{}}'.format(), '{:>5}|{:<5}|'.format(1, 'b'))
print('{0[1]} {0[0]}'.format([10, 20]), '{d[k]} {d[1]}'.format(d={'k': 'v', 1: 'one'}), '{x.real} {x.__class__.__name__}'.format(x=5), '{!r} {!s} {!a}'.format('é', 'é', 'é'))
print('{:{}}|'.format('a', 5), '{:{w}.{p}f}|'.format(3.14159, w=8, p=2), '{0:{1}}|{0:>{1}}'.format('q', 4), '{:%}'.format(0.5))
class P:
    x = 1
    def __getitem__(self, k): return ('item', k)
    def __format__(self, s): return 'P:' + s
print('{0.x} {0[abc]} {0[3]} {0:spec}'.format(P()))
def err(s, *a, **k):
    try:
        print(s.format(*a, **k))
    except Exception as e:
        print(type(e).__name__ + ':', e)
err('{}'); err('{0}{}', 1, 2); err('{}{0}', 1, 2); err('{a}'); err('{'); err('}'); err('{0', 1); err('{0.nope}', 1); err('{0[9]}', [1]); err('{!x}', 1); err('{:d}', 'x'); err('{2}', 1); err('{0[a}', 1); err('{!}', 1); err('{0!r:>5}|', 'a'); err('{:{}}', 1); err('{a.b}', a={'b': 1}); err('{0[k]}', {})
print('{a}'.format_map({'a': 5}), 'x{0}y{1!r}z'.format(1, '2'))
