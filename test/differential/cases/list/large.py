l = list(range(100000))
print(len(l), l[-1], sum(l), l[::20000], l.index(77777), 99999 in l, l[50000:50003])
l.extend(range(5)); del l[:99990]; print(l)
s = []
for i in range(5000):
    s.append(i)
    if i % 3 == 0: s.pop(0)
print(len(s), s[0], s[-1])
s.sort(reverse=True); print(s[:3]); s.insert(0, 'x'); s.clear(); print(s)
q = [0] * 1000; q[500] = 1; print(sum(q), q.index(1), q.count(0), len(q * 3)); q[10:990] = []; print(len(q))
stack = []
for c in '([{}])(': 
    if c in '([{': stack.append(c)
    elif stack and stack[-1] + c in ('()', '[]', '{}'): stack.pop()
print(stack)
