grid = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79'
rows = [[0 if c == '.' else int(c) for c in grid[i * 9:i * 9 + 9]] for i in range(9)]
def free(r, c):
    used = set(rows[r]) | {rows[i][c] for i in range(9)} | {rows[r // 3 * 3 + i][c // 3 * 3 + j] for i in range(3) for j in range(3)}
    return [v for v in range(1, 10) if v not in used]
def solve():
    best = None
    for r in range(9):
        for c in range(9):
            if not rows[r][c]:
                f = free(r, c)
                if best is None or len(f) < len(best[2]): best = (r, c, f)
    if best is None: return True
    r, c, f = best
    for v in f:
        rows[r][c] = v
        if solve(): return True
    rows[r][c] = 0
    return False
print(solve())
for r in rows: print(*r)
