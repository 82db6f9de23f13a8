# Freed memory is used again: this makes and drops far more than it ever holds.
class P:
    def __init__(self, v): self.v = v
total = 0
for i in range(60000):
    p = P([i, (i, str(i))])
    total += p.v[0]
print(total)
s = ''
for i in range(3000): s = s[-50:] + str(i)
print(s)
d = {}
for i in range(50000): d[i % 100] = [i] * 3
print(len(d), sum(v[0] for v in d.values()))
