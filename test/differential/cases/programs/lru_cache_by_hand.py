class LRU:
    def __init__(self, n): self.n, self.d, self.hits, self.misses = n, {}, 0, 0
    def get(self, k, make):
        if k in self.d: self.hits += 1; v = self.d.pop(k)
        else:
            self.misses += 1; v = make(k)
            if len(self.d) >= self.n: del self.d[next(iter(self.d))]
        self.d[k] = v
        return v
c = LRU(3)
print([c.get(k, lambda x: x * x) for k in (1, 2, 3, 1, 4, 2, 1, 5)], c.d, c.hits, c.misses)
