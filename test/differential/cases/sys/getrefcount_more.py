import sys
x = object()
l = [x for _ in range(10)]; print(sys.getrefcount(x)); l.pop(); print(sys.getrefcount(x)); del l[:4]; print(sys.getrefcount(x)); l = None; print(sys.getrefcount(x))
def local():
    y = x; z = y
    return sys.getrefcount(x)
print(local(), sys.getrefcount(x))
def cell():
    v = object()
    def inner(): return v
    return sys.getrefcount(v)
print(cell())
try: raise ValueError(x)
except ValueError as e: print(sys.getrefcount(x))
print(sys.getrefcount(x))
s = {x}; print(sys.getrefcount(x)); s.discard(x); print(sys.getrefcount(x))
it = iter([x, x]); next(it); print(sys.getrefcount(x)); list(it); print(sys.getrefcount(x))
m = [].append; bound = x.__str__; print(sys.getrefcount(x)); del bound; print(sys.getrefcount(x))
a, b = x, x; a, b = b, a; print(sys.getrefcount(x)); a = b = None; print(sys.getrefcount(x))
d = {x: x}; d[x] = 1; print(sys.getrefcount(x)); d.pop(x); print(sys.getrefcount(x))
try: sys.getrefcount()
except TypeError as e: print(e)
