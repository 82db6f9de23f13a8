pairs = [(1, 1.0), (1, True), (0, False), (2**62, float(2**62)), (-3, -3.0), ((1, 2), (1.0, 2.0)), ('ab', 'a' + 'b'), (frozenset([1, 2]), frozenset([2, 1])), (range(0), range(1, 1)), (b'x', bytes([120])), (10**25, int('1' + '0' * 25)), (0.0, -0.0)]
print(all(a == b and hash(a) == hash(b) for a, b in pairs), len({x for p in pairs for x in p}))
class A:
    def __eq__(self, o): return isinstance(o, A)
    def __hash__(self): return 42
class B(A):
    def __eq__(self, o): return False
print(hash(A()), len({A(), A()}), B.__hash__)
for x in ([], {}, set(), B(), ([1],), slice(1)):
    try: hash(x); print('hashable')
    except TypeError as e: print(e)
print(hash(None) == hash(None), hash(print) == hash(print), hash(...) == hash(...), hash(2**61), hash(-(2**61)), hash(2**61 - 1 + 5), hash(1 << 200), hash(0.25), hash(1e22), hash(-0.75))
