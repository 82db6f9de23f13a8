class A:
    lst = []
    n = 0
    def add(self, x): self.lst.append(x); self.n += 1
a, b = A(), A()
a.add(1); b.add(2)
print(A.lst, A.n, a.n, b.n, a.lst is b.lst)
A.n = 50
print(a.n, b.n, A().n)
A.f = lambda self: 'patched'
print(a.f())
a.f = lambda: 'instance'
print(a.f(), b.f())
print(A.__dict__['n'], 'lst' in A.__dict__, type(A.__dict__).__name__)
try:
    A.__dict__['x'] = 1
except TypeError as e:
    print(e)
for src in ('int.x = 1', 'object.y = 2', 'del int.real', 'list.append = 1', '(5).x = 1', '"".x = 1', '[].x = 1', 'None.x = 1', 'len.x = 1', 'object().x = 1', '(lambda: 0).x = 1', 'print.__name__ = "z"', 'A.__name__ = 5', 'a.__class__ = int', 'a.__dict__ = 5', 'A.__bases__ = ()', 'A.__mro__ = ()', '(1).real = 2', '{}.x', '().x', '(1.5).x', 'range(3).x', 'a.__class__ = 5', 'type.x = 1', 'int.nope', '"abc".foo', 'b"".x', 'True.x', 'set().x', 'slice(1).x', '(x for x in []).x', 'super.x', 'type.nope'):
    try:
        exec(src)
        print(src, 'ok')
    except Exception as e:
        print(src, '->', type(e).__name__, e)
class B: pass
class C2:
    def hi(self): return 'C2'
o = B(); o.__class__ = C2
print(o.hi())
a.__dict__ = {'z': 26}
print(a.z, a.__dict__)
A.__name__ = 'Renamed'; A.__qualname__ = 'Q.Renamed'
print(A.__name__, A.__qualname__)
