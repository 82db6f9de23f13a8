class Bag:
    def __init__(self, *a): self.d = {}; [self.add(x) for x in a]
    def add(self, x): self.d[x] = self.d.get(x, 0) + 1
    def __ior__(self, o): [self.add(x) for x in o]; return self
    def __isub__(self, x): self.d[x] -= 1; return self
    def __len__(self): return sum(self.d.values())
    def __contains__(self, x): return self.d.get(x, 0) > 0
    def __iter__(self): return (k for k, n in self.d.items() for _ in range(n))
    def __repr__(self): return f'Bag({", ".join(map(repr, self))})'
    def __eq__(self, o): return self.d == o.d
b = Bag(1, 2, 1); b |= 'a1'; b -= 2
print(b, len(b), 2 in b, 'a' in b, sorted(map(str, b)), b == Bag(1, 1, 'a', '1'), bool(Bag()))
