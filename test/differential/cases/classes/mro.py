class O: pass
class A(O):
    def m(self): return ['A'] + self.rest()
    def rest(self): return []
class B(A):
    def m(self): return ['B'] + super().m()
class C(A):
    def m(self): return ['C'] + super().m()
class D(B, C):
    def m(self): return ['D'] + super().m()
print(D().m(), [c.__name__ for c in D.__mro__], [c.__name__ for c in D.mro()])
class E(C, B): pass
print([c.__name__ for c in E.__mro__])
for src in ('class X(A, B): pass', 'class X(D, E): pass', 'class X(A, A): pass', 'class X(1): pass', 'class X(None): pass', 'class X(int, str): pass', 'class X(object, A): pass', 'class X(len): pass', 'class X(range): pass', 'class X(type(None)): pass', 'class X(slice): pass', 'class X("a"): pass'):
    try:
        exec(src)
        print(src, 'ok')
    except Exception as e:
        print(src, '->', type(e).__name__, str(e).replace('\n', ' '))
class F(A):
    x = 'F'
class G(A):
    x = 'G'
class H(F, G): pass
print(H.x, H().x)
del F.x
print(H.x)
G.y = 'late'
print(H.y, H().y)
class Mix:
    def greet(self): return 'mix ' + super().greet()
class Base:
    def greet(self): return 'base'
class Both(Mix, Base): pass
print(Both().greet())
try:
    Mix().greet()
except AttributeError as e:
    print(e)
