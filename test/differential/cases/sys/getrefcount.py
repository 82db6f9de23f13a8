import sys
a = []
print(sys.getrefcount(a))
b = a; print(sys.getrefcount(a))
c = [a, a]; print(sys.getrefcount(a))
d = {'k': a}; print(sys.getrefcount(a))
del b; c.clear(); d.clear(); print(sys.getrefcount(a))
def f(x): return sys.getrefcount(x)
print(f([]), f(a), sys.getrefcount([]), sys.getrefcount(object()))
class C: pass
o = C(); o.me = a; print(sys.getrefcount(a), sys.getrefcount(o)); del o; print(sys.getrefcount(a))
t = (a,) * 3; print(sys.getrefcount(a)); del t
g = (x for x in [a]); next(g); print(sys.getrefcount(a)); del g; print(sys.getrefcount(a))
fn = lambda: a
print(sys.getrefcount(a), sys.getrefcount(fn))
def default(p=a): pass
print(sys.getrefcount(a)); del default; print(sys.getrefcount(a))
