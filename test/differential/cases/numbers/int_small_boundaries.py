# Results that cross the border of whatever a small int is.
for k in (29, 30, 31, 32, 52, 53, 62, 63, 64):
    p = 1 << k
    print(k, p, -p, p - 1, -p - 1, p * p, (-p) * p, (-p) // -1, abs(-p), -(-p), p ^ -1, ~p)
    print((p - 1) + 1 == p, (-p) - 1 + 1 == -p, p // 3, p % 10, -p % 10, -p // 7, p / 4, (-p) >> 3)
x = 2**30 - 1
x += 1
print(x, x.__class__)
x -= 1
print(x, x * 2, x * -2, x * 4, x << 1, x << 2)
print((2**30) * 2 - 2**31, 2**31 >> 31, -2**31 >> 31, -2**40 >> 50)
