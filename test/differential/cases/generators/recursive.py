def perms(items):
    if not items: yield []
    for i, x in enumerate(items):
        for rest in perms(items[:i] + items[i + 1:]): yield [x] + rest
print(list(perms([1, 2, 3])))
def subsets(s):
    if not s: yield (); return
    for r in subsets(s[1:]): yield r; yield (s[0],) + r
print(sorted(subsets('abc')))
def walk(t, depth=0):
    if isinstance(t, dict):
        for k, v in t.items(): yield depth, k; yield from walk(v, depth + 1)
    else: yield depth, t
print(list(walk({'a': {'b': 1, 'c': {'d': 2}}, 'e': 3})))
def gray(n):
    if n == 0: yield ''; return
    yield from ('0' + g for g in gray(n - 1)); yield from ('1' + g for g in reversed(list(gray(n - 1))))
print(list(gray(3)))
def hanoi(n, a='A', b='B', c='C'):
    if n: yield from hanoi(n - 1, a, c, b); yield a + c; yield from hanoi(n - 1, b, a, c)
print(' '.join(hanoi(3)), sum(1 for _ in hanoi(8)))
