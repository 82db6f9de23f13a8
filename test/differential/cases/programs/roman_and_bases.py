def roman(n):
    out = ''
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        while n >= v: out += s; n -= v
    return out
def unroman(s):
    v = dict(zip('IVXLCDM', (1, 5, 10, 50, 100, 500, 1000)))
    return sum(-v[a] if v[a] < v.get(b, 0) else v[a] for a, b in zip(s, s[1:] + ' '))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)], all(unroman(roman(n)) == n for n in range(1, 500)))
def base(n, b):
    d = ''
    while n: n, r = divmod(n, b); d = '0123456789abcdefghijklmnopqrstuvwxyz'[r] + d
    return d or '0'
print([base(255, b) for b in (2, 8, 16, 36)], all(int(base(n, b), b) == n for n in range(0, 3000, 37) for b in range(2, 37)))
caesar = lambda s, k: ''.join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar('hello, world', 3), caesar(caesar('abc xyz', 5), -5))
