class Plugin:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Plugin.registry.append(cls.__name__)
class A(Plugin, tag='a'): pass
class B(A): pass
class C(Plugin, tag=5): x = 1
print(Plugin.registry, A.tag, B.tag, C.tag)
try:
    class D: 
        pass
    class E(D, tag=1): pass
except TypeError as e:
    print(e)
class SN:
    def __set_name__(self, owner, name): self.info = (owner.__name__, name)
class F:
    a = SN(); b = SN()
print(F.a.info, F.b.info)
F.c = SN()
print(hasattr(F.c, 'info'))
class Bad:
    def __set_name__(self, o, n): raise ValueError('in set_name')
try:
    class G: x = Bad()
except (RuntimeError, ValueError) as e:
    print(type(e).__name__, e, '|', repr(e.__cause__))
class CG:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(CG[int.__name__], CG[1, 2])
try:
    class H: pass
    H[int]
except TypeError as e:
    print(e)
class MroEntries:
    def __mro_entries__(self, bases): return (A,)
class I(MroEntries(), tag='i'): pass
print(I.__bases__[0].__name__, I.__orig_bases__[0].__class__.__name__, I.tag)
