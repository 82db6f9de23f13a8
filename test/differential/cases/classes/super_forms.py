class A:
    v = 'A'
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
class B(A):
    v = 'B'
    def f(self): return super().f() + ' B.f ' + super().v
    @classmethod
    def c(cls): return super().c() + ' B.c'
    @staticmethod
    def s(): return super(B, B).s() + ' B.s'
    @property
    def p(self): return super().p + ' B.p'
    def nested(self):
        def inner(): return __class__.__name__
        return inner(), [__class__.__name__ for _ in range(1)]
b = B()
print(b.f(), B.c(), b.c(), b.s(), b.p, b.nested(), super(B, b).v, super(B, b).f())
def no_class():
    super()
class C:
    def m(): return super()
    def n(self): 
        return super().missing
    def o(self):
        del self
        return super()
for f in (no_class, lambda: C.m(), lambda: C().n(), lambda: C().o(), lambda: super(B, 5), lambda: super(B, A()), lambda: super(5), lambda: super(A, b).v):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = super(B, b)
print(s.__thisclass__.__name__, s.__self__ is b, s.__self_class__.__name__)
class D(B):
    def __init__(self): super().__init__(); self.ok = True
    def __setattr__(self, k, v): super().__setattr__(k, v); print('set', k)
print(D().ok)
