l = [1, 2, 3, 4]
out = []
for i, x in enumerate(l):
    out.append(x)
    if x == 2: del l[0]
print(out, l)
l = [1, 2, 3]
for x in l[:]: l.append(x * 10)
print(l)
l = []
l.append(l)
print(l, repr(l), l[0] is l, len(l), l == l)
d = {}; d['d'] = d; print(d)
t = ([],); t[0].append(t); print(t)
try: t[0] += [5]
except TypeError as e: print(e, len(t[0]))
class E:
    def __init__(self, l): self.l = l
    def __eq__(self, o): self.l.clear(); return False
l = []
l.extend([E(l), E(l), 3])
print(3 in l, l)
l = [1, 2, 3]
print([l.pop() for _ in range(3)], l, [x for x in l] or 'empty')
a = [1, 2, 3]
a.extend(a); print(a)
a[:] = [v for v in a if v != 2]; print(a)
a += a; print(a)
it = iter(a); a.clear(); print(list(it))
