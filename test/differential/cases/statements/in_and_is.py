l = [1, 'a', None, (2,), 1.5]
print([x in l for x in (1, True, 1.0, 'a', 'b', None, (2,), [2], 1.5)], 'bc' in 'abcd', '' in '', 2 in {2: 3}, 3 in {2: 3}, 5 in range(0, 10, 5), 'a' not in 'b', (1, 2) in [(1, 2)], None in [None], b'b' in b'abc', 98 in b'abc')
x = y = []
z = []
print(x is y, x is z, x is not z, x == z, None is None, type(1) is int, type(1) is not type('a'))
nan = float('nan'); print(nan in [nan], nan == nan, [nan] == [nan], (nan,) == (float('nan'),))
