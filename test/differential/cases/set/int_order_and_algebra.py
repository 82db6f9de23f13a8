a, b = set(range(0, 20, 2)), set(range(0, 20, 3))
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(b - a), sorted(a ^ b), len(a | b) == len(a) + len(b) - len(a & b))
print((a | b) - (a & b) == a ^ b, a & b <= a <= a | b, not a < a, a - b == a - (a & b), (a - b) | (a & b) == a)
seen = set(); out = []
for x in [3, 1, 3, 2, 1]:
    if x not in seen: seen.add(x); out.append(x)
print(out, list(dict.fromkeys([3, 1, 3, 2, 1])))
big = set(range(1000))
big -= set(range(0, 1000, 2))
print(len(big), 501 in big, 500 in big, sum(big), min(big), max(big))
s = set()
for i in range(200): s.add(i % 37)
for i in range(30): s.discard(i)
print(sorted(s))
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 7
    def __eq__(self, o): return self.v == o.v
ks = {K(i % 5) for i in range(20)}
print(len(ks), sorted(k.v for k in ks), K(3) in ks)
print(sorted(map(sorted, {frozenset(p) for p in [(1, 2), (2, 1), (3, 1)]})), {1, 2, 3}.issuperset({1}), set('abc') == set('cab'), {None, 1, 'a'} == {1, 'a', None}, set([1, 2]) == {2: 0, 1: 0}.keys())
class MySet(set):
    def add(self, x): super().add(x * 2)
m = MySet([1]); m.add(5); print(sorted(m), type(m | {3}).__name__, type(m.copy()).__name__, repr(MySet([1])), repr(frozenset([2])))
