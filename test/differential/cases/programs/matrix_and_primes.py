def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def power(m, n):
    r = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1: r = mul(r, m)
        m = mul(m, m); n >>= 1
    return r
print(power([[1, 1], [1, 0]], 100)[0][1], list(zip(*[(1, 2, 3), (4, 5, 6)])))
def det(m): return m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
print(det([[2, 0, 1], [1, 3, 2], [1, 1, 4]]), det([[i * j + (i == j) for j in range(5)] for i in range(5)]))
def factor(n):
    f, d = [], 2
    while d * d <= n:
        while n % d == 0: f.append(d); n //= d
        d += 1
    return f + [n] * (n > 1)
print([factor(n) for n in (12, 97, 360, 1001, 2**31 - 1)], [n for n in range(2, 60) if factor(n) == [n]])
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46), pow(3, -1, 11), [pow(2, p - 1, p) == 1 for p in (7, 9, 561, 569)])
