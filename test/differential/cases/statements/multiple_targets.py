x = [1, 2, 3]
i = 0
i = x[i] = 2
print(i, x)
a = b, c = 1, 2
print(a, b, c)
[a, b] = (c, *d) = 'pq'
print(a, b, c, d)
x[0], x[1] = x[1], x[0]; print(x)
(a), b = 5, 6; print(a, b)
a, b, c = c, a, b = 1, 2, 3; print(a, b, c)
for x[0], *r in [(1, 2, 3)]: print(x, r)
a = [1, [2, 3]]; b, (c, d) = a; print(b, c, d)
() = []; [] = (); print('empty targets')
