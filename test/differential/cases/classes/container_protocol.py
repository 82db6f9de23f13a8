class Seq:
    def __init__(self, *a): self.a = list(a)
    def __len__(self): return len(self.a)
    def __getitem__(self, i): print('get', i, end='; '); return self.a[i]
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
s = Seq(10, 20, 30)
print(len(s), s[0], s[-1], s[1:])
print(list(s), 20 in s, 99 in s, [x for x in s])
s[0] = 5; s[1:2] = 'x'; del s[0]; del s[::2]; s['k', 1] = 2
print(bool(Seq()), bool(s), list(reversed(s)), max(s), sum(s))
a, *b = s
print(a, b, s.__contains__ if hasattr(s, '__contains__') else 'no contains', list(enumerate(s)), list(zip(s, 'ab')))
class Con:
    def __contains__(self, x): return x
print('x' in Con(), '' in Con(), 0 not in Con(), [] in Con())
class It:
    def __iter__(self): return iter('abc')
print(list(It()), 'b' in It(), tuple(It()), dict(zip(It(), It())), [*It()], max(It()))
class BadIter:
    def __iter__(self): return 5
class BadLen:
    def __len__(self): return 'x'
class BadLen2:
    def __len__(self): return 1.5
class NoneIter:
    __iter__ = None
    __contains__ = None
for f in (lambda: iter(BadIter()), lambda: len(BadLen()), lambda: len(BadLen2()), lambda: iter(NoneIter()), lambda: 1 in NoneIter(), lambda: list(BadIter()), lambda: [1, 2][BadIter()], lambda: reversed(It())):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Miss(dict):
    def __missing__(self, k): raise KeyError('custom ' + k)
try:
    Miss()['z']
except KeyError as e:
    print(e)
class LH:
    def __length_hint__(self): return 10
    def __iter__(self): return iter([1])
print(list(LH()))
class Rev:
    def __reversed__(self): return 'custom'
print(reversed(Rev()))
