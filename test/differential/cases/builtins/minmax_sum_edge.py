class N:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __gt__(self, o): return self.v > o.v
    def __add__(self, o): return N(self.v + (o.v if isinstance(o, N) else o))
    __radd__ = __add__
    def __repr__(self): return f'N{self.v}'
print(max(N(1), N(3)), min([N(2), N(1)]), sum([N(1), N(2)]), sum([N(5)], N(1)))
print(max([3, 1, 3.0]), max(3.0, 3), min(1, 1.0), min(1.0, 1), max('apple', 'fig', key=len), min([[1, 2], [0]], key=sum), max([], default=None), max((x for x in [1]), key=lambda v: v), max({'b': 1}, {'a': 2}, key=len), max(-1, key=None, *[0]))
print(sum([0.1] * 10), sum([1, 2.5, True]), sum(range(101)), sum([], 5.5), sum([(1,), (2,)], ()), sum(x * x for x in range(4)), sum([10**20, 1]), sum({1: 'a', 2: 'b'}), sum([2**30] * 4), sum([1.5, 10**20]))
for f in (lambda: max(), lambda: max(5), lambda: max([]), lambda: min([], key=len), lambda: max(1, 'a'), lambda: max([1], [2], default=0), lambda: sum('abc'), lambda: sum([1], 'a'), lambda: sum(['a'], ''), lambda: sum([b'a'], b''), lambda: sum(5), lambda: sum([1], 2, 3), lambda: max(key=len), lambda: max(None), lambda: min({}, default='d'), lambda: max([1, None])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(round(0.5), round(1.5), round(-1.5), round(2.675, 2), round(1e16), round(12345, -2), round(15, -1), round(25, -1), round(-25, -1), round(5, 3), round(1.25, 1), round(1.35, 1), round(2**70, -5), round(True), round(0.1 + 0.2, 10), round(1e-20, 5), round(99.995, 2), round(-0.0), round(3.14159, None))
