class Temp:
    def __init__(self, c): self._c = c
    @property
    def f(self):
        "Fahrenheit"
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): print('deleted'); self._c = 0
    @property
    def ro(self): return 1
    def _get(self): return 'old style'
    old = property(_get, doc='old doc')
    wo = property(fset=lambda self, v: print('write', v))
t = Temp(100)
print(t.f, t._c); t.f = 32; print(t._c); del t.f; print(t.f, t.ro, t.old, Temp.f.__doc__, Temp.old.__doc__, type(Temp.f).__name__)
t.wo = 5
for src in ('t.ro = 1', 'del t.ro', 't.old = 1', 't.wo', 'del t.wo', 't.nope'):
    try:
        exec(src)
        print(src)
    except AttributeError as e:
        print(src, '->', e)
t.__dict__['f'] = 'shadow'
print(t.f, Temp.f.fget(t), Temp.f.fset is not None)
class Sub(Temp):
    @Temp.f.getter
    def f(self): return 'sub getter'
s = Sub(1)
s.f = 212
print(s.f, s._c)
class E:
    @property
    def bad(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fallback ' + n
print(E().bad)
p = property()
try:
    p.__get__(1)
except AttributeError as e:
    print(e)
