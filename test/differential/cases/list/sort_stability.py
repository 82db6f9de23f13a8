people = [('Bo', 3), ('Al', 1), ('Cy', 3), ('Di', 1), ('Ed', 2)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
people.sort(key=lambda p: p[0]); people.sort(key=lambda p: -p[1]); print(people)
calls = []
def key(x): calls.append(x); return x % 3
print(sorted([5, 3, 4, 1, 2], key=key), calls)
class K:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): K.n += 1; return self.v < o.v
    def __repr__(self): return f'K{self.v}'
print(sorted([K(3), K(1), K(2)]), K.n > 0)
l = [3, 1, 2]
try: l.sort(key=lambda x: l.append(x))
except (ValueError, TypeError) as e: print(type(e).__name__, e)
l = [1, 2, 3]
seen = []
def peek(x): seen.append(len(l)); return -x
l.sort(key=peek); print(l, seen)
def boom(x):
    if x == 2: raise ValueError('boom')
    return x
l = [3, 2, 1]
try: l.sort(key=boom)
except ValueError as e: print(e, l)
print(sorted(['b', 'A', 'c']), sorted(['b', 'A', 'c'], key=str.lower), sorted([True, 0, 2, False]), sorted([1.5, 1, 2]), sorted([(1, 'b'), (1, 'a')]), sorted([[2], [1, 5], []]), sorted('zebra', reverse=True), sorted({3, 1, 2}), sorted(range(5), key=lambda x: (x % 2, -x)))
big = [(i * 7919) % 1009 for i in range(1000)]
s = sorted(big)
print(all(s[i] <= s[i + 1] for i in range(999)), s[:5], s[-3:], sorted(s) == s, sorted(s[::-1]) == s, sorted(big, reverse=True) == s[::-1])
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
nan = float('nan')
print(len(sorted([2, nan, 1])))
