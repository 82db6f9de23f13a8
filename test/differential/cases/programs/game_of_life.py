def step(cells):
    n = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: n[x + dx, y + dy] = n.get((x + dx, y + dy), 0) + 1
    return {c for c, k in n.items() if k == 3 or k == 2 and c in cells}
def show(cells): return '\n'.join(''.join('#' if (x, y) in cells else '.' for x in range(6)) for y in range(6))
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for g in range(5):
    if g in (0, 4): print(show(glider)); print()
    glider = step(glider)
print(sorted(glider))
