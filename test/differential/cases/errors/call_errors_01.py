def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def fd(a, b=1): pass
def fd2(a=1, b=2): pass
def fk(*, k): pass
def fk2(*, k, j): pass
def fk3(*, k, j, l): pass
def fp(a, b, /): pass
def fp1(a, /, b): pass
def fm(a, *, k=1): pass
def fm2(a, *, k): pass
def fv(a, *v): pass
class C:
    def m(self): pass
    def n(self, x): pass
    @staticmethod
    def s(x): pass
    @classmethod
    def c(cls, x): pass
c = C()
s, none = 'text', None
calls = ['f0(1)',
    'f0(1, 2)',
    'f1()',
    'f1(1, 2)',
    'f2()',
    'f2(1)',
    'f3()',
    'f3(1)',
    'f3(1, 2)',
    'f2(1, 2, 3)',
    'fd()',
    'fd(1, 2, 3)']
for call in calls:
    try:
        eval(call)
        print(call, 'ok')
    except Exception as e:
        print(call, '->', type(e).__name__ + ':', e)
