a = 123456789 ** 7
b = 987654321 ** 5
print(a, b, a + b, a - b, a * b, a // b, a % b, b // a, -a // b, -a % b)
print(a.bit_length(), hex(a), oct(b), bin(b)[:20], a & b, a | b, a ^ b, ~a)
print(a >> 10, a << 10, -a >> 10, -1 >> 100, 1 << 100, (1 << 64) - 1)
print(pow(a, b, 1000007), pow(3, 200), pow(3, -1, 7), pow(2, 1000) % 1000)
print(str(2**256), int(str(2**256)) == 2**256, int('1' * 50), int('-' + '9' * 40))
import math
print(math.factorial(30), math.gcd(2**60, 6**20), math.isqrt(10**40), math.comb(60, 30))
x = 1
for i in range(1, 60):
    x = x * i + (-1) ** i
print(x, x % 1000000007, x > 10**70, x == x + 0, hash(x) == hash(x + 0))
print(2**31 - 1 + 1, -2**31 - 1, 2**30 + 2**30, 2**62 * 2, (2**30) * (2**30), 46341 * 46341)
print(a == float(a), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, 10**400 == float('inf'))
