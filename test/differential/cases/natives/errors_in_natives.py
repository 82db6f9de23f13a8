# Errors of natives called in hot loops: the message, the line, and what is left of the operands.
import math
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        tb = e.__traceback__
        while tb.tb_next: tb = tb.tb_next
        return type(e).__name__, str(e), tb.tb_lineno
def lens(xs):
    n = 0
    for x in xs:
        n += len(
            x)
    return n
def pops(l):
    for _ in range(len(l) + 1):
        l.pop()
def gets(d, keys):
    r = None
    for k in keys:
        r = d.get(k)
    return r
def arity(n):
    l = []
    for i in range(n):
        if i == n - 1:
            l.append(1,
                     2)
        else:
            l.append(i)
def noarg(n):
    l = []
    for i in range(n):
        l.append() if i == n - 1 else l.append(i)
def chars(cs):
    r = 0
    for c in cs:
        r += ord(c)
    return r
def codes(cs):
    r = ''
    for c in cs:
        r += chr(c)
    return r
def roots(xs):
    r = 0.0
    for x in xs:
        r += math.sqrt(x)
    return r
def ints(xs):
    r = 0
    for x in xs:
        r += int(x)
    return r
def unpack(xs):
    for a, b in xs:
        pass
    return a, b
def spans(n, step):
    r = 0
    for k in range(n):
        for i in range(0, 10, step if k == n - 1 else 3):
            r += i
    return r
def extremes(xs):
    m = 0
    for x in xs:
        m = max(m, x)
        m = min(x, m) if x == -1 else m
    return m
N = 300
print(attempt(lens, ['ab'] * N), attempt(lens, ['ab'] * N + [5]), attempt(lens, ['ab'] * N + [None]))
print(attempt(pops, list(range(N))))
print(attempt(gets, {1: 2}, [1] * N), attempt(gets, {1: 2}, [1] * N + [[]]))
print(attempt(arity, N), attempt(noarg, N))
print(attempt(chars, 'abc' * N), attempt(chars, ['a'] * N + ['ab']), attempt(chars, ['a'] * N + [3]), attempt(chars, ['é', '日'] * N))
print(attempt(codes, [97] * 10), attempt(codes, [97] * N + [-1]), attempt(codes, [97] * N + [0x110000]), attempt(codes, [97] * N + ['x']))
print(attempt(roots, [4.0, 9] * N), attempt(roots, [4.0] * N + [-1]), attempt(roots, [4.0] * N + ['x']), attempt(roots, [4.0] * N + [10**400]), attempt(roots, [float('inf')] * 3))
print(attempt(ints, [1.5, 2] * N), attempt(ints, ['7', 3.9] * N), attempt(ints, ['7'] * N + ['x']), attempt(ints, [1.0] * N + [float('nan')]), attempt(ints, [2.0**80] * 3), attempt(ints, [True, False]))
print(attempt(unpack, [(1, 2)] * N), attempt(unpack, [(1, 2)] * N + [(1, 2, 3)]), attempt(unpack, [[1, 2]] * N + [[1]]), attempt(unpack, ['ab'] * N + [5]))
print(attempt(spans, N, 0), attempt(spans, N, 2), attempt(spans, N, 'x'), attempt(spans, N, -1))
print(attempt(extremes, [3, 5, -1] * N), attempt(extremes, [3.5, 2] * N), attempt(extremes, ['a'] * 3), attempt(extremes, [2**70, -1] * N))
