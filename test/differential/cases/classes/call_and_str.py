class C:
    def __call__(self, *a, **k): return (a, k)
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __format__(self, s): return 'fmt' + s
    def __bytes__(self): return b'by'
    def __index__(self): return 3
    def __len__(self): return 4
c = C()
print(c(1, x=2), str(c), repr(c), f'{c:x}', f'{c!s}', [c], '%s %r' % (c, c), bytes(c), [0, 1, 2, 3][c], range(c), hex(c), 'abcdef'[c:], bool(c), [1] * c, 'a' * c)
class R:
    def __repr__(self): return 'only repr'
print(str(R()), f'{R()}', format(R()), '{}'.format(R()))
class S:
    def __str__(self): return 5
class T:
    def __repr__(self): return None
class B:
    def __bytes__(self): return 'x'
class X:
    def __index__(self): return 'x'
class F:
    def __format__(self, s): return 5
for f in (lambda: str(S()), lambda: repr(T()), lambda: str(T()), lambda: bytes(B()), lambda: [1][X()], lambda: f'{F()}', lambda: range(X()), lambda: print(S())):
    try:
        f()
    except TypeError as e:
        print(e)
class Inst: pass
i = Inst(); i.__call__ = lambda: 'no'
try:
    i()
except TypeError as e:
    print(e)
i.__len__ = lambda: 3
try:
    len(i)
except TypeError as e:
    print(e)
class Callable2:
    __call__ = C()
print(Callable2()(7))
