def f(n):
    try:
        if n == 0: raise ValueError('bottom')
        f(n - 1)
    finally: order.append(n)
order = []
try: f(5)
except ValueError as e: print(e, order)
class R:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, *a): order.append('x%d' % self.n)
order = []
def g():
    with R(1), R(2):
        for i in range(3):
            with R(10 + i):
                if i == 1: return 'out'
print(g(), order)
x = 0
for i in range(2000):
    try:
        if i % 2: raise KeyError(i)
        x += 1
    except KeyError as e: x += e.args[0] % 3
print(x)
