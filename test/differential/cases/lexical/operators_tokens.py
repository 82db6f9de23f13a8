print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 3 ** 2, ~5, -+-5, not not 1)
print(1 << 4 >> 2, 6 & 3 | 8 ^ 1, 1 | 2 & 3, 5 & ~1)
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 == 2, 1 != 2 != 1, not 1 == 2)
print(1 if 0 else 2 if 0 else 3, (lambda: 4)(), [*range(3)], {**{'a': 1}})
print(1 or 1/0, 0 and 1/0, 0 or '' or [] or 'last', 1 and 2 and 3)
n = 1
print(3 in [1, 2, 3], 3 not in [1], None is None, n is not None)
x = 5; x += 2; x -= 1; x *= 4; x //= 3; x **= 2; x %= 50; x <<= 3; x >>= 1; x |= 1; x &= 0xff; x ^= 3
print(x); x /= 2; print(x)
print(-3 ** 2, 2 ** -1, 10 - 2 - 3, 2 * 3 % 4, 100 / 10 / 5)
print(not 1 or 1, 1 + 2 << 1, 1 < 2 & 3, 4 if 1 < 2 else 5)
