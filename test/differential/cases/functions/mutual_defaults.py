def f(x, acc=None):
    if acc is None: acc = []
    acc.append(x); return acc
print(f(1), f(2), f(3, [0]))
def sentinel(x=(missing := object())): return 'none' if x is missing else x
print(sentinel(), sentinel(None), sentinel(5))
fs = {n: (lambda k=n: k * 10) for n in range(3)}
print([fs[n]() for n in fs], fs[1](5))
def outer(a, b=lambda: 'lazy', *, c=[1, 2][0]): return a, b(), c
print(outer(0), outer(0, b=lambda: 'x', c=3), outer.__kwdefaults__)
