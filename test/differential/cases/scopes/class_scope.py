x = 'global'
class A:
    x = 'class'
    y = [x for _ in range(2)]
    z = x
    w = [v for v in x]
    def m(self): return x
    f = lambda self: x
    class Inner:
        seen = x
print(A.y, A.z, A.w, A().m(), A().f(), A.Inner.seen)
def f():
    x = 'func'
    class B:
        y = x
        x = 'b'
        def g(self): return x
    return B.y if hasattr(B, 'y') else None, B.x, B().g()
try:
    print(f())
except NameError as e:
    print(e)
def f2():
    x = 'func'
    class B:
        y = x
        def g(self): return x, __class__
    return B
B = f2()
print(B.y, B().g()[0], B().g()[1] is B)
class C:
    n = 3
    sq = list(range(n))
    total = 0
    for i in sq: total += i
    del i
print(C.sq, C.total, hasattr(C, 'i'))
class D:
    locals()['dyn'] = 5
    names = sorted(k for k in locals() if not k.startswith('__'))
print(D.dyn, D.names, D.__qualname__, D.__module__)
try:
    class E:
        a = 1
        b = [a for _ in range(1)]
except NameError as e:
    print(e)
