class CM:
    def __init__(self, n, swallow=False, fail=None): self.n, self.sw, self.fail = n, swallow, fail
    def __enter__(self):
        print('enter', self.n)
        if self.fail == 'enter': raise RuntimeError('enter failed')
        return self.n
    def __exit__(self, t, v, tb):
        print('exit', self.n, t.__name__ if t else None, v, tb is not None)
        if self.fail == 'exit': raise RuntimeError('exit failed')
        return self.sw
with CM('a') as x: print(x)
with CM('s', True): 1 / 0
with CM('a'), CM('b') as b: print(b)
with (CM('p') as p, CM('q') as q,): print(p, q)
try:
    with CM('outer', True), CM('inner'): raise ValueError('v')
    print('after')
    with CM('1'), CM('2', fail='enter'): print('never')
except RuntimeError as e: print(e)
try:
    with CM('z', fail='exit'): raise KeyError('orig')
except RuntimeError as e: print(e, repr(e.__context__))
def f():
    with CM('ret'): return 'returned'
print(f())
def g():
    for i in range(3):
        with CM(i):
            if i == 0: continue
            if i == 1: break
    return i
print(g())
with CM((1, 2)) as (m, n): print(m, n)
class O: pass
o = O(); d = {}
with CM(5) as o.attr, CM(6) as d['k']: pass
print(o.attr, d)
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
for c in (NoExit(), NoEnter(), 5, None):
    try:
        with c: pass
    except Exception as e: print(type(e).__name__, e)
with CM('t', 'truthy'): raise SystemExit
def gen():
    with CM('gen') as v: yield v
for v in gen(): print('got', v)
it = gen(); next(it); it.close()
i = CM('x'); i.__exit__ = None
with i: pass
