# Shallow and deep copies.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import copy
from collections import OrderedDict, defaultdict, Counter, deque

for x in (1, 1.5, 'a', None, True, len, int, (1, 2), frozenset([1]), range(3), ..., b'x', slice(1, 2)):
    y, z = copy.copy(x), copy.deepcopy(x)
    print(repr(x)[:20], y is x, y == x, z == x)
l = [1, [2, 3], {'a': [4]}]
s, d = copy.copy(l), copy.deepcopy(l)
print(s == l, s is l, s[1] is l[1], d == l, d[1] is l[1], d[2]['a'] is l[2]['a'])
l.append(l)
d = copy.deepcopy(l)
print(d[3] is d, d[3] is not l)
t = (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(t) == t, copy.deepcopy((1, 'a', (2,))) is not None)
p = (1, 2)
print(copy.deepcopy(p) is p)
a = [1]
d = copy.deepcopy([a, a])
print(d[0] is d[1])
rec = ([],)
rec[0].append(rec)
r = copy.deepcopy(rec)
print(r[0][0] is r)
print(copy.copy({1, 2}), copy.deepcopy({1: {2: 3}}), copy.deepcopy({(1, 2)}), copy.deepcopy(frozenset([(1,)])))


class P:
    def __init__(self, x):
        print('init')
        self.x = x


p = P([1])
q, r = copy.copy(p), copy.deepcopy(p)
print(q.x is p.x, r.x is p.x, r.x, type(r).__name__)


class S:
    __slots__ = ('a', 'b')


s = S()
s.a = [1]
q, r = copy.copy(s), copy.deepcopy(s)
print(q.a is s.a, r.a is s.a, r.a, hasattr(r, 'b'))


class H:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return 'deep', isinstance(memo, dict)


print(copy.copy(H()), copy.deepcopy(H()), copy.deepcopy([H()]))


class St:
    def __getstate__(self):
        return {'k': 1}

    def __setstate__(self, state):
        self.got = state


print(copy.copy(St()).got, copy.deepcopy(St()).got)


class L(list):
    pass


class D(dict):
    pass


class I(int):
    pass


class T(tuple):
    pass


x = L([1, [2]])
x.extra = [3]
y = copy.deepcopy(x)
print(type(y).__name__, y, y.extra, y.extra is x.extra, y[1] is x[1], copy.copy(x).extra is x.extra)
d = D(a=[1])
d.k = 1
print(type(copy.copy(d)).__name__, copy.copy(d)['a'] is d['a'], copy.deepcopy(d)['a'] is d['a'], copy.deepcopy(d).k)
print(type(copy.copy(I(5))).__name__, copy.deepcopy(I(5)) + 1, copy.deepcopy(T(([1],))), type(copy.deepcopy(T((1,)))).__name__)
print(copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(defaultdict(list, a=[1])), copy.deepcopy(Counter('aab')), copy.copy(deque([1, 2])), copy.deepcopy(deque([[1]])))
e = ValueError('x', [1])
print(repr(copy.copy(e)), copy.deepcopy(e).args)


class N:
    def __init__(self):
        self.parent = None
        self.kids = []


root = N()
kid = N()
kid.parent = root
root.kids.append(kid)
c = copy.deepcopy(root)
print(c.kids[0].parent is c, c.kids[0] is not kid)
memo = {}
print(copy.deepcopy([1], memo), len(memo) > 0)
print(copy.deepcopy(P.__init__) is P.__init__, copy.Error is copy.error)
m = kid.__init__
print(copy.deepcopy([1, {'x': (1, [2])}]))


def gen():
    yield


err(copy.copy, gen())
err(copy.deepcopy, [gen()])
