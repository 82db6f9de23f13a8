x = 1
class A:
    x = 2
    def f(self, y=x): return y, x
    g = lambda self, z=x: (z, x)
    h = [i + 1 for i in range(x)]
print(A().f(), A().g(), A.h)
def outer(v):
    def inner(a=v, b=lambda: v): return a, b()
    v = 'changed'
    return inner()
print(outer('orig'))
def f(a, b=None, c=[]):
    c.append(a); return b or c
print(f(1), f(2), f(3, 'b'), f.__defaults__)
