class N:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, N) else NotImplemented
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f'N{self.v}'
a, b, c = N(1), N(2), N(1)
print(a == c, a != c, a == b, a < b, a > b, a <= c, a >= b, a == 1, a != 1, {a: 'x'}[c], a in [c], [a, b].index(c), len({a, b, c}), sorted([b, a]), max(a, b), min(b, a))
class E:
    def __eq__(self, o): return True
try:
    hash(E())
except TypeError as e:
    print(e, E.__hash__)
class F(E):
    __hash__ = object.__hash__
print(isinstance(hash(F()), int), E() == 5, 5 == E(), E() != 5, E() in [], 7 in [E()])
class G:
    def __eq__(self, o): return 'truthy'
    def __ne__(self, o): return []
    def __lt__(self, o): return 0
print(G() == 1, G() != 1, G() < 1, 1 > G())
class H:
    def __hash__(self): return 'x'
try:
    hash(H())
except TypeError as e:
    print(e)
class Big:
    def __hash__(self): return 2**64 + 1
print(hash(Big()))
class Sub(N):
    def __gt__(self, o): return 'Sub.gt'
print(N(1) < Sub(0), Sub(0) > N(5))
print((1, 'a') < (1, 'b'), [1, 2] < [1, 2, 0], (2,) > (1, 99), [] < [0], 'a' < 'b' < 'c', 'Z' < 'a', b'a' < b'b', {1} < {1, 2}, {1, 2} <= {1}, frozenset([1]) == {1})
try:
    (1, 'a') < (1, 2)
except TypeError as e:
    print(e)
