class A:
    """doc"""
    count = 0
    def __init__(self, x, y=2):
        self.x, self.y = x, y
        A.count += 1
    def total(self): return self.x + self.y
    def __repr__(self): return f'A({self.x}, {self.y})'
a, b = A(1), A(3, y=4)
print(a, b, a.total(), A.total(b), A.count, a.count, str(a), [a, b])
a.count = 99
print(a.count, A.count, a.__dict__, A.__name__, A.__doc__, A.__bases__, type(a) is A, a.__class__)
a.new = 1; A.late = 'late'
print(b.late, hasattr(b, 'new'), getattr(b, 'new', 'dflt'))
del a.count
print(a.count)
class Empty: pass
e = Empty()
e.x = 1
print(e.__dict__, isinstance(e, Empty), isinstance(e, object), isinstance(Empty, type), Empty.__mro__ == (Empty, object), type(Empty), type(type))
for src in ('a.nope', 'A.nope', 'del a.nope', 'a.x.y', 'A(1, 2, 3)', 'A()', 'a()', 'a[0]', 'len(a)', 'a + 1', 'iter(a)', 'a < b', '-a', 'a in a', 'a.total(1)', 'a["k"]', 'a.nope = 1', 'a[0] = 1', 'del a[0]', 'with_ = a.__enter__', 'for q in a: pass', 'with a: pass', 'a @ a', 'int(a)', 'float(a)', 'hash(a) == hash(a)', 'bool(a)', 'list(a)', 'A.x'):
    try:
        exec(src)
        print(src, 'ok')
    except Exception as ex:
        print(src, '->', type(ex).__name__ + ':', ex)
