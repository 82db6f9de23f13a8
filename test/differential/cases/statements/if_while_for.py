for i in range(10):
    if i == 2: continue
    elif i == 5: break
    else: print(i, end=' ')
else:
    print('no else')
print()
for i in []: pass
else: print('empty else', 'i' in dir())
n = 3
while n:
    n -= 1
    if n == 1: continue
    print(n)
else:
    print('while else')
while True:
    break
else:
    print('never')
for i in range(3):
    for j in range(3):
        if j == 1: break
    else:
        print('inner else')
        continue
    print('i', i, j)
for x in (1, 2), [3, 4], 'ab':
    print(x, end=';')
for i, (a, *b) in enumerate([(1, 2, 3), 'xy']):
    print(i, a, b)
for lst in [[1, 2]]:
    for lst[0] in range(3): pass
    print(lst)
l = [1, 2, 3]
for v in l:
    if v < 10: l.append(v + 10)
print(l)
