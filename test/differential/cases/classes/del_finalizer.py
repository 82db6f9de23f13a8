# CPython frees an object the moment its last reference goes.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
d = D(1)
d = D(2)
print('rebound')
del d
print('deleted')
def f():
    x = D(3)
    print('in f')
f()
l = [D(4), D(5)]
l.pop()
l.clear()
print('cleared')
D(6)
x = y = D(7)
del x
print('one left')
y = None
t = (D(8),)
dd = {'k': t}
del t
dd['k'] = None
try:
    z = D(9)
    raise ValueError
except ValueError:
    del z
def gen():
    g = D(10)
    yield 1
it = gen(); next(it)
del it
print('generator gone')
class R:
    def __del__(self): keep.append(self); print('resurrected')
keep = []
r = R(); del r
print(len(keep))
keep.clear()
print('end')
