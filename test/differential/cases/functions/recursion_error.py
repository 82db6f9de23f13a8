import sys
def f(n): return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, e, isinstance(e, RuntimeError))
def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
d = depth()
print(900 < d < 1000)
sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), depth() < 200)
sys.setrecursionlimit(5000)
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(4000))
for bad in (0, -1, 'x'):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(e)
class R:
    def __getattr__(self, n): return self.other
try:
    R().x
except RecursionError as e:
    print(str(e)[:32])
l = []
l.append(l)
print(l, str(l), [l] == [l])
