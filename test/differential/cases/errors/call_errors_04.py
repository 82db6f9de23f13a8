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
calls = ['f2(1, **{"a": 2})',
    'f1(**{1: 2})',
    'f1(*1)',
    'f1(**1)',
    'f1(*None)',
    'f1(1, **None)',
    'f2(a=1)',
    'f2(b=1)',
    'f3(c=1)',
    'f0(x=1)',
    'f0(*[1, 2])',
    'c.m(1)']
for call in calls:
    try:
        eval(call)
        print(call, 'ok')
    except Exception as e:
        print(call, '->', type(e).__name__ + ':', e)
