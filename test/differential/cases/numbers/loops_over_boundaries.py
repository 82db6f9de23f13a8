n = 2**30 - 3
for _ in range(6): n += 1; print(n, end=' ')
n = -2**30 + 3
for _ in range(6): n -= 1; print(n, end=' ')
n = 2**31 - 2
for _ in range(4): n += 1; print(n, n - 2**31, end=' ')
n = 1
for _ in range(70): n *= 3
print(n)
while n > 10**20: n //= 7
print(n, n % 1000); x = 0
for i in range(1, 40): x += i ** i
print(x)
x = 2**32
for _ in range(4): x -= 2**30; print(x, end=' ')
print(2**30 * 2**30, 3 * 2**30 - 2**31, -2**30 * 2, (2**30 - 1) * 4, 65536 * 65536, 46341**2, -46341**2, 32768 * 65536)
