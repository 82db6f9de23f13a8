a = b = c = [1]
b.append(2)
print(a, b is c)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), r = (1, 2), 3
[s, t] = 'ab'
print(p, q, r, s, t)
first, *rest = range(5)
*init, last = 'xyz'
h, *m, l = [1, 2]
print(first, rest, init, last, h, m, l)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
*a, = 'hey'
print(a)
i = 0
i, lst = 1, [0, 0, 0]
i, lst[i] = 2, 'here'
print(i, lst)
d = {}
d['k'], d['j'] = 1, 2
print(d)
class O: pass
o = O()
o.x, o.y = 10, 20
o.x += 5
lst[0:2] = ['p', 'q', 'r']
print(o.x, o.y, lst)
x = y = z = 0
x += 1
print(x, y, z)
