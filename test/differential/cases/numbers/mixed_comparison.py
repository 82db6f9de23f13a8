print(1 == 1.0, 1 < 1.5, 2**53 < 2.0**53 + 2, 10**30 > 1e29, 10**22 == 1e22, 10**23 == 1e23, 0 == -0.0, True == 1.0)
print(hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(0.5), hash(1.5), hash(2**100), hash(-2**100), hash(1e300), hash(float('inf')), hash(float('-inf')))
print({1: 'a'}[1.0], 2.0 in {1, 2}, [1, 2.0, True].count(1), (1, 2) == (1.0, 2.0), [1] == [True], {1.0} == {1})
for f in (lambda: 1 < 'a', lambda: 1 > None, lambda: [] < (), lambda: {} < {}, lambda: 1 + 'a', lambda: 'a' + 1, lambda: 1 - None, lambda: [] + (), lambda: 'a' * 'b', lambda: -'a', lambda: ~1.5, lambda: 1.5 << 1, lambda: 1.5 & 1, lambda: [1] * 1.5, lambda: None + 1, lambda: +[], lambda: {} + {}, lambda: 'a' - 'b', lambda: 3 @ 4, lambda: 'a' % 1, lambda: 1 % 'a', lambda: 2 ** 'a', lambda: divmod('a', 1), lambda: pow('a', 2), lambda: abs('x'), lambda: len(5), lambda: 'a' // 2, lambda: range(3) + [1], lambda: set() + set(), lambda: object() < object(), lambda: len < len):
    try:
        print(f())
    except TypeError as e:
        print(e)
