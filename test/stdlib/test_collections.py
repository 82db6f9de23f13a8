# Counter, defaultdict, OrderedDict, namedtuple, ChainMap and the User classes.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


from collections import (ChainMap, Counter, OrderedDict, UserDict, UserList, UserString,
                         defaultdict, deque, namedtuple)
import collections
import copy

# defaultdict
d = defaultdict(list)
d['a'].append(1)
d['b']
print(d, d.default_factory, len(d), d.get('zz'), 'zz' in d)
err(lambda: defaultdict()['x'])
err(defaultdict, 1)
print(defaultdict(None, {'a': 1}), defaultdict(int, [('a', 1)], b=2))
c = d.copy()
c['c'].append(2)
print(type(c).__name__, c, d, copy.copy(d), copy.deepcopy(d))
print(d | {'z': 0}, {'z': 0} | d)
d |= {'q': 1}
print(d, d == {'a': [1], 'b': [], 'q': 1})
n = defaultdict(lambda: defaultdict(int))
n['x']['y'] += 3
print(n['x'], dict(n['x']))
r = defaultdict(list)
r['self'] = r
print(r)


class D(defaultdict):
    pass


print(D(int, a=1), sorted(defaultdict(int, a=1).items()))
for word in 'one two one'.split():
    c[word].append(len(word))
print(dict(c))

# Counter
c = Counter('abracadabra')
print(c, c['a'], c['zz'], 'zz' in c, c.most_common(2), c.most_common(), c.total())
print(c.most_common(0), c.most_common(1), sorted(c.elements()), list(Counter(a=2, b=0, c=-1).elements()))
print(Counter(), Counter({'a': 1}), Counter(a=1, b=2), Counter([1, 1, 2]), Counter({'a': 1}, a=3))
c.update('aa')
c.update({'z': 5})
c.update(q=1)
c.subtract('ab')
c.subtract(z=10)
c.subtract({'q': 1})
print(c)
del c['nothing']
del c['z']
err(Counter.fromkeys, 'ab')
err(Counter, 1)
err(Counter, [[]])
a = Counter(a=3, b=1, n=-2)
b = Counter(a=1, b=2, m=4)
print(a + b, a - b, a | b, a & b, +a, -a)
print(a == b, a != b, a <= b, a < b, a >= b, a > b, Counter(a=1) == Counter(a=1, b=0),
      Counter(a=1) < Counter(a=2), Counter(a=1) == {'a': 1})
for op in ('iadd', 'isub', 'ior', 'iand'):
    x = a.copy()
    print(op, getattr(x, '__%s__' % op)(b))
print(type(a.copy()).__name__, copy.copy(a), dict(a), list(a), sum(a.values()))
err(lambda: a + {'a': 1})
print(Counter(a=1, b='x') if False else Counter({'a': 1, 'b': 1, 'c': 1}).most_common(2))

# OrderedDict
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
print(o, OrderedDict(), OrderedDict(x=1))
o.move_to_end('a')
print(list(o))
o.move_to_end('a', last=False)
print(list(o), list(reversed(o)))
err(o.move_to_end, 'zz')
print(o.popitem(), o.popitem(last=False), o)
err(OrderedDict().popitem)
err(OrderedDict().popitem, False)
x, y = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(x == y, x != y, x == {'b': 2, 'a': 1}, {'b': 2, 'a': 1} == x, x == OrderedDict(a=1, b=2))
print(OrderedDict.fromkeys('abc', 0), x | {'c': 3}, {'c': 3} | x, type(x | y).__name__)
x |= {'d': 4}
print(x, x.copy(), x.pop('d'), x.pop('none', 7), x.setdefault('e', 5), x)
err(x.pop, 'none')
del x['a']
x['a'] = 9
print(list(x.items()), list(x.keys()), list(x.values()))
x['me'] = x
print(x)
x.clear()
print(x, len(x))


class LRU(OrderedDict):
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value


l = LRU(a=1, b=2)
l['a']
print(list(l), type(l.copy()).__name__, LRU(), type(copy.copy(l)).__name__)

# namedtuple
P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], len(p), p == (1, 2), tuple(p), P._fields, P._field_defaults, p._asdict())
print(p._replace(x=5), P._make([7, 8]), P.__doc__, P.__name__, P.__module__, P.x.__doc__)
err(P, 1)
err(P)
err(P, 1, 2, 3)
err(P, 1, z=2)
err(P._make, [1])
err(P._make, [1, 2, 3])
err(p._replace, z=1)
err(setattr, p, 'x', 1)
err(setattr, p, 'q', 1)
err(namedtuple, 'P', 'a a')
err(namedtuple, 'P', '_a')
err(namedtuple, 'P', 'class')
err(namedtuple, 'P', '1a')
err(namedtuple, '1P', 'a')
err(namedtuple, 'P', 'a', defaults=[1, 2])
print(namedtuple('Q', 'a class _b a', rename=True)._fields)
Q = namedtuple('Q', ['a', 'b', 'c'], defaults=(2, 3), module='mod')
print(Q(1), Q(1, 5), Q._field_defaults, Q.__module__, Q(c=1, a=2))
print(namedtuple('E', '')(), namedtuple('O', 'one')(1), namedtuple('C', 'a, b')(1, 2))
a, b = p
print(a, b, P(1, 2) < P(1, 3), hash(P(1, 2)) == hash((1, 2)), max(P(1, 2), P(3, 0)), isinstance(p, tuple))
print(copy.copy(p), copy.deepcopy(P([1], 2)), P(*[1, 2]), P(**{'x': 1, 'y': 2}), '%s-%s' % p)


class Point(namedtuple('Point', 'x y')):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __str__(self):
        return 'Point<%s,%s>' % self


print(Point(3, 4).norm, repr(Point(3, 4)), str(Point(3, 4)), Point(1, 2)._replace(y=9), Point.__mro__[1].__name__)

# ChainMap
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], len(m), sorted(m), list(m), 'b' in m, m.get('z', 0), bool(ChainMap()))
err(lambda: m['zz'])
m['c'] = 4
del m['a']
print(m, m.new_child({'q': 0}), m.parents, m.maps, m.new_child(k=1))
err(lambda: m.pop('b'))
err(lambda: m.__delitem__('b'))
print(m.popitem(), m.pop('zz', 5) if False else '')
err(m.popitem)
print(m | {'x': 1}, {'x': 1} | m, dict(m), m == {'a': 2, 'b': 3}, sorted(m.items()), ChainMap.fromkeys('ab', 1))

# The User classes
u = UserDict({'a': 1}, b=2)
u['c'] = 3
print(u, len(u), 'a' in u, u.get('z'), u | {'z': 1}, dict(u), u == {'a': 1, 'b': 2, 'c': 3}, u.pop('c'), u.copy())
err(lambda: u['zz'])
l = UserList([3, 1, 2])
l.append(5)
l.sort()
l += [9]
print(l, l[0], l[1:3], type(l[1:]).__name__, l + [1], [0] + l, l * 2, l == [1, 2, 3, 5, 9], l.index(3), l.pop(), len(l))
s = UserString('abc')
print(s, repr(s), s + 'd', s.upper(), type(s.upper()).__name__, s == 'abc', s[1], len(s), 'b' in s, s.find('c'), s * 2, s.split('b'))

# deque is native but part of the module.
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.maxlen, q.pop(), q.popleft(), list(q), deque('ab'))
print(sorted(collections.__all__))
err(getattr, collections, 'nothing')
