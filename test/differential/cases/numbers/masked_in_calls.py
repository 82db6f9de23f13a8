# Ints of 32 and 64 bits without a sign, in functions that hot loops call; and what does not fit them any more.
def rot(x, k): return ((x << k) | (x >> (32 - k))) & 0xffffffff
def rot64(x, k): return ((x << k) | (x >> (64 - k))) & 0xffffffffffffffff
def fnv(h, c): return ((h ^ c) * 0x100000001b3) & 0xffffffffffffffff
def lcg(s): return (s * 6364136223846793005 + 1442695040888963407) % (1 << 64)
def signed(x): return x - (1 << 64) if x >> 63 else x
def signed32(x): return (x & 0x7fffffff) - (x & 0x80000000)
def neg(x): return -x & 0xffffffffffffffff
def inv(x): return ~x
def cmp(a, b): return a < b, a == b, a != b, a >= b
class R:
    def __init__(self, seed=42): self.s = seed & 0xffffffffffffffff
    def next(self):
        self.s ^= (self.s << 13) & 0xffffffffffffffff
        self.s ^= self.s >> 7
        self.s ^= (self.s << 17) & 0xffffffffffffffff
        return self.s
    def sm(self):
        self.s = (self.s + 0x9E3779B97F4A7C15) & 0xffffffffffffffff
        z = self.s
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xffffffffffffffff
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xffffffffffffffff
        return z ^ (z >> 31)
def run(n, kick):
    h = 0xcbf29ce484222325; s = 1; t = 0; u = 0; f = 0.0; d = {}; out = []
    r = R(); q = R(7)
    for i in range(n):
        h = fnv(h, i & 0xff)
        s = lcg(s)
        t += rot(h & 0xffffffff, i % 31 + 1)
        u ^= rot64(s, (i % 63) + 1)
        f += (h >> 40) * 1.5
        f += s / 3
        a = r.next(); b = q.sm()
        if a < b: t ^= 1
        if a == b or a > 1 << 63: u += 1
        d[a & 7] = d.get(a & 7, 0) + signed(b)
        t += signed32(a) + inv(b) % 97
        t += neg(a) % 1000 + (a * b >> 64) + a // 1000 + a % 1013 + divmod(b, 10)[1]
        u &= (1 << 128) - 1
        x = h if i % 3 else s if i % 2 else 5
        t += x & -2 if x else 0
        if i % 11 == 0: out.append(f'{h:x}{s}' + '%d' % a + str(b)[:3] + hex(u)[:6])
        del out[:-3]
        try: t += (a - b) // (i % 5) ; t += 'ab'[a]
        except (ZeroDivisionError, IndexError, TypeError) as e: t += len(repr(e))
        if i == kick: h = float(i); 
        elif i == kick + 1: h = -1 if isinstance(h, float) else h
        if i == kick + 9: s = 1 << 200
        if i == kick + 19: r.s = -5
        if i == kick + 29: q.s = True
        for k in range(a & 3): a = a * a & 0xffffffff; t += a
        while b > 1 << 60: b >>= 3; t ^= b
        t &= (1 << 90) - 1
        t -= max(a, b, i) - min(a, b) + abs(-a) + bool(b) + hash(a) % 7
    return h, s, t, u, f, sorted(d.items()), out, cmp(h, s)
for n, k in ((50, 60), (300, 1000), (300, 1000)): print(run(n, k))
for k in (20, 150, 250):
    try: print(run(300, k))
    except Exception as e:
        tb = e.__traceback__; w = []
        while tb: w.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
        print(repr(e), w)
