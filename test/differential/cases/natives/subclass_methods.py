# Methods of builtin types called on subclasses that override them, at a place that has met the base type.
class L(list):
    def append(self, x):
        super().append((x, x))
    def pop(self):
        return 'popped'
    def __len__(self):
        return 42
    def __getitem__(self, i):
        return ('item', i)
class D(dict):
    def get(self, k, d=None):
        return ('got', k, d)
    def __contains__(self, k):
        return True
    def __missing__(self, k):
        return 'missing'
class S(str):
    def upper(self):
        return 'UP'
    def __getitem__(self, i):
        return '?'
    def __contains__(self, x):
        return False
    def __len__(self):
        return -5 + 10

def fill(l, n):
    for i in range(n):
        l.append(i)
        if i % 3 == 0:
            last = l.pop()
    return last, len(l), l[0], l[-1]
def look(d, n):
    out = None
    for i in range(n):
        out = d.get('a'), d.get('zz', i), 'q' in d
    return out
def text(s, n):
    for i in range(n):
        r = s.upper(), s[1], 'b' in s, len(s), s[0:2]
    return r

for _ in range(3):
    print(fill([], 400), look({'a': 1}, 400), text('abc', 400))
    print(fill(L(), 400), look(D(a=2), 400), text(S('abc'), 400))
    print(D(a=1)['nope'])
