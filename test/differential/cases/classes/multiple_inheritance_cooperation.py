log = []
class Root:
    def __init__(self, **k): log.append(('Root', k))
class Named(Root):
    def __init__(self, name='n', **k): log.append('Named'); super().__init__(**k); self.name = name
class Sized(Root):
    def __init__(self, size=0, **k): log.append('Sized'); super().__init__(**k); self.size = size
class Thing(Named, Sized):
    def __init__(self, **k): log.append('Thing'); super().__init__(**k)
t = Thing(name='box', size=3, extra=1)
print(log, t.name, t.size, [c.__name__ for c in Thing.__mro__])
try: Named.__init__()
except TypeError as e: print(e)
class A: x = 'A'
class B(A): pass
class C(A): x = 'C'
class D(B, C): pass
print(D.x, D().x, super(B, D()).x, isinstance(D(), C), issubclass(D, (int, A)))
