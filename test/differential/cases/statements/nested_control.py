def find(grid, want):
    for y, row in enumerate(grid):
        for x, v in enumerate(row):
            if v == want: break
        else: continue
        return x, y
    else: return 'none'
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
n = 0
while True:
    n += 1
    if n % 2: continue
    while n < 10:
        n += 3
        if n > 7: break
    else: print('not reached?')
    if n > 8: break
print(n)
i = 10
while i: 
    i -= 1
    if i % 3 == 0: continue
    elif i == 4: break
    print(i, end=' ')
else: print('else')
print()
