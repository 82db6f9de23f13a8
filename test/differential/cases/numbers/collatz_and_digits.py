def collatz(n):
    s = [n]
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; s.append(n)
    return s
print(collatz(27)[:10], len(collatz(27)), max(collatz(27)))
print(sum(map(int, str(2**1000))), str(7**77)[::-1][:10], len(str(3**500)), [n for n in range(1000) if n == sum(int(d) ** len(str(n)) for d in str(n))])
x = 1
for _ in range(40): x = x * 48271 % 2147483647
print(x, (x << 40) ^ (x << 3) | 5, -x >> 7, -x // 1000, -x % 1000, ~x & 0xFFFF)
h = 0xcbf29ce484222325
for b in b'gilscope': h = (h ^ b) * 0x100000001b3 & 0xFFFFFFFFFFFFFFFF
print(hex(h))
e = sum(10**60 // __import__('math').factorial(k) for k in range(50)); print(str(e)[:40])
def isqrt(n):
    x = n
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
print(isqrt(2 * 10**60), isqrt(10**40) == 10**20)
