# Strings and slices in hot loops: characters, f-strings, membership, comparison, all widths of characters.
def chars(s, n):
    r = 0
    for i in range(n):
        c = s[i % len(s)]
        if c in 'aeiou': r += 1
        elif c == 'z' or c != s[-1]: r += 2
        if c > 'm': r += ord(c)
    return r
print(chars('abcxyz', 600), chars('é日𝄞a', 600))
def slices(x, n):
    r = []
    for i in range(n):
        r.append(x[i % 7:]); r.append(x[:-2]); r.append(x[-3:2]); r.append(x[5:1]); r.append(x[-100:100]); r.append(x[None:3])
    return len(r), r[-6:]
print(slices('hello world', 300), slices(list(range(8)), 300), slices((1, 2, 3), 300), slices(b'bytes', 300), slices('é日𝄞', 300), slices(range(9), 300))
def formats(n):
    r = []
    for i in range(n):
        r.append(f'{i}:{i/2}:{"x"}:{i:03d}:{i!r}:{None}:{[i]}:{"é"}')
    return r[0], r[-1]
print(formats(300))
def contains(box, items):
    n = 0
    for k in range(200):
        for x in items:
            if x in box: n += 1
            if x not in box: n -= 1
    return n
print(contains({1, 'a', (1, 2)}, [1, 'a', (1, 2), 2.0, 1.0, True]), contains({'a': 1}, ['a', 'b', 1]), contains([1, 2.5, 'x'], [1, 1.0, 'x', 'y']), contains('hello', ['h', 'll', '', 'z', 'é']), contains((1, 2), [1, 3]), contains(frozenset([frozenset([1])]), [frozenset([1]), {1}]), contains(range(5), [3, 5, 2.0]))
try: contains({1: 2}, [[]])
except TypeError as e: print(e)
try: contains('abc', [1])
except TypeError as e: print(e)
try: contains({1}, [{}])
except TypeError as e: print(e)
def builds(n):
    s = ''
    t = 'x' + 'y'
    for i in range(n):
        s += chr(97 + i % 26)
        u = s + t
        if i % 50 == 0: s = s[-3:]
    return s, u
print(builds(500))
def unions(n):
    d = {}
    for i in range(n):
        d[i % 10] = d.get(i % 10, 0) + i
        d['k' + str(i % 3)] = i
        if i % 100 == 99: del d[5]
    return sorted(map(str, d.items()))
print(unions(500))
print([[x * y for x in range(4)] for y in range(3)], {x % 3 for x in range(400)}, {x: str(x) for x in range(3)}, [abs(x) for x in (-3, 2.5, -2**30, True)])
letter = 'a'
try: [1, 2, 3][letter]
except TypeError as e: print(e)
def index(s, i):
    return s[i]
for s, i in (('abc', 5), ('abc', -4), ('abc', 'x'), ('abc', 2**40), ('abc', True)):
    for _ in range(150):
        try: r = index(s, i)
        except Exception as e: r = type(e).__name__, str(e)
    print(r)
