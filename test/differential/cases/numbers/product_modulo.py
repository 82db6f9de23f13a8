def f(a, b, m):
    return a * b % m
def g(a, b, m):
    try:
        return a * b % m
    except ZeroDivisionError as e:
        return str(e)
class C:
    def __init__(self, n): self.n = n
    def __mul__(self, o): return C(self.n * 7)
    def __mod__(self, o): return ('mod', self.n, o)
    def __rmul__(self, o): return C(o)
big = (1 << 100) + 7
vals = [0, 1, -1, 5, 2**31, -2**31, 2**40+3, -(2**64)+1, 2**64-1, big, -big, 2**200 - 9, 3**500, True, False]
x = 0
for _ in range(8):
    for a in vals:
        for b in vals:
            for m in vals:
                if m:
                    x = (x * 31 + f(a, b, m) + 17) % (2**89 - 1)
print(x)
for _ in range(300):
    r = g(big, big, 0)
print(r)
print(f('%d', 1, 5), f(C(big), big, 4), f(big, C(3), 4)[1] == big, f(2.5, big, 1e9), f(big, big, 7.5))
import traceback
def h(a, b, m):
    return a * b % m
for args in ((big, big, 0), (big, None, 5), (big, big, 'x')):
    for _ in range(3):
        try: h(*args)
        except Exception:
            s = traceback.format_exc()
    print(s.replace(__file__, 'F'))
