class O: pass
o = O()
for o.x in range(3):
    pass
print(o.x)
d = {}
for d['k'] in 'ab':
    print(d)
for (a, b), c in [((1, 2), 3), ('xy', 'z')]:
    print(a, b, c)
for *a, b in [(1, 2, 3), (4,)]:
    print(a, b)
for i in range(3):
    i = i * 10
    print(i, end=' ')
print(i)
for _ in range(2):
    for _ in range(2):
        print('n', end='')
print()
for x in *[1, 2], 3:
    print(x, end=' ')
print()
for i in range(5):
    try:
        if i == 1: continue
        if i == 3: break
        print('body', i)
    finally:
        print('finally', i)
