class Peek:
    def __init__(self, it): self.it = iter(it); self.buf = []
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
    def peek(self, default=None):
        if not self.buf:
            try: self.buf.append(next(self.it))
            except StopIteration: return default
        return self.buf[-1]
p = Peek('abc')
print(p.peek(), next(p), p.peek(), list(p), p.peek('end'))
def tokens(s):
    p = Peek(s)
    for c in p:
        if c.isdigit():
            while p.peek('').isdigit(): c += next(p)
            yield int(c)
        elif not c.isspace(): yield c
print(list(tokens('12+ 3*(45 -6)')))
class Window:
    def __init__(self, l, n): self.l, self.n = l, n
    def __iter__(self): return (tuple(self.l[i:i + self.n]) for i in range(len(self.l) - self.n + 1))
print(list(Window([1, 2, 3, 4], 2)))
