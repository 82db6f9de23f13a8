a = [[1, 2], [3]]
b = a[:]; c = [x[:] for x in a]; d = list(a)
a[0].append('z'); a.append('top')
print(a, b, c, d, a[0] is b[0], c[0] is a[0])
def deep(x): return [deep(y) for y in x] if isinstance(x, list) else x
e = deep(a); a[1][0] = 'chg'; print(e, a)
m = [[0] * 3] * 2; m[0][0] = 1; print(m); m = [[0] * 3 for _ in range(2)]; m[0][0] = 1; print(m)
l = [1, 2, 3]; l2 = l; l = l + [4]; print(l2, l); l2 += [5]; print(l2); l3 = l2; l3 *= 2; print(l2 is l3, l2)
t = (1, [2]); u = t; t[1].append(3); print(u, t == u)
