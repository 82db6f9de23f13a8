def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(str, lambda x: x + 1, abs)(-5))
def curry(f, n, *got):
    return f(*got) if len(got) == n else lambda x: curry(f, n, *got, x)
print(curry(lambda a, b, c: a + b + c, 3)(1)(2)(3))
def memo(f):
    seen = {}
    def w(*a):
        if a not in seen: seen[a] = f(*a)
        return seen[a]
    w.seen = seen
    return w
@memo
def grid(r, c): return 1 if not r or not c else grid(r - 1, c) + grid(r, c - 1)
print(grid(12, 12), len(grid.seen))
apply_n = lambda f, n, x: x if n == 0 else apply_n(f, n - 1, f(x))
print(apply_n(lambda v: v * 2, 10, 1), (lambda *f: [g(4) for g in f])(bin, hex, float, str))
