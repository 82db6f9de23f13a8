if (n := 10) > 5: print(n)
print([y := 1, y ** 2], y)
while (n := n - 3) > 0: print(n, end=' ')
print(n)
print([(last := x) for x in range(3)], last)
print(any((hit := v) > 2 for v in [1, 2, 3, 4]), hit)
def f(a, b=(c := 5)): return a, b
print(f(1), c)
print((z := 1, 2), z)
x = (w := 3) + w
print(x, w)
def g():
    r = [total := total + v for v in range(4)] if (total := 0) == 0 else None
    return r, total
print(g())
print({(k := 'a'): (v := 1)}, k, v)
lst = [1, 2, 3]
print(lst[(i := 1)], i, f((q := 2), b=(r := 3)), q, r)
