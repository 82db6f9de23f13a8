# The abstract base classes of containers.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


from collections.abc import *
import collections
import collections.abc as abc

things = [1, 'a', b'a', [1], (1,), {1}, frozenset(), {}, range(3), iter([]), (i for i in ()), len,
          lambda: 0, int, None, 1.5, {}.keys(), {}.items(), {}.values(), zip(), collections.deque(),
          collections.OrderedDict(), collections.Counter(), collections.ChainMap(), slice(1)]
names = ('Hashable Iterable Iterator Generator Reversible Sized Container Callable Collection Set '
         'MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence '
         'MutableSequence').split()
for name in names:
    print(name, [int(isinstance(t, getattr(abc, name))) for t in things])
print(issubclass(dict, Mapping), issubclass(list, Sequence), issubclass(int, Sized), issubclass(bool, Hashable))
print(Mapping, Iterable.__name__, abc is collections.abc)


class Half:
    def __iter__(self):
        return iter(())


class No:
    __hash__ = None
    __iter__ = None


print(isinstance(Half(), Iterable), isinstance(Half(), Sized), isinstance(No(), Hashable), isinstance(No(), Iterable))


class Bag(MutableMapping):
    def __init__(self, **k):
        self.d = dict(k)

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


b = Bag(a=1, b=2)
print(b.get('a'), b.get('z', 9), 'a' in b, list(b.keys()), list(b.items()), list(b.values()), b == {'a': 1, 'b': 2})
print(b.pop('a'), b.pop('a', 0), b.setdefault('c', 3), b.popitem(), len(b), ('c', 3) in b.items(), 3 in b.values())
b.update({'x': 1}, y=2)
b.update([('z', 3)])
print(dict(b), b.keys() & {'x', 'q'}, b.keys() | {'q'} == {'b', 'c', 'x', 'y', 'z', 'q'}, len(b.items()))
err(b.pop, 'none')
b.clear()
err(b.popitem)


class Word(Sequence):
    def __init__(self, s):
        self.s = s

    def __getitem__(self, i):
        return self.s[i]

    def __len__(self):
        return len(self.s)


w = Word('hello')
print(list(w), 'l' in w, w.index('l'), w.count('l'), list(reversed(w)), w.index('l', 3), w.index('o', -2))
err(w.index, 'z')


class Lst(MutableSequence):
    def __init__(self, *a):
        self.a = list(a)

    def __getitem__(self, i):
        return self.a[i]

    def __setitem__(self, i, v):
        self.a[i] = v

    def __delitem__(self, i):
        del self.a[i]

    def __len__(self):
        return len(self.a)

    def insert(self, i, v):
        self.a.insert(i, v)


l = Lst(1, 2)
l.append(3)
l.extend([4, 5])
l += [6]
l.reverse()
l.remove(2)
print(l.a, l.pop(), l.pop(0), l.a)
l.clear()
print(len(l))


class Small(MutableSet):
    def __init__(self, it=()):
        self.a = []
        for x in it:
            self.add(x)

    def __contains__(self, x):
        return x in self.a

    def __iter__(self):
        return iter(self.a)

    def __len__(self):
        return len(self.a)

    def add(self, x):
        if x not in self.a:
            self.a.append(x)

    def discard(self, x):
        if x in self.a:
            self.a.remove(x)

    def __repr__(self):
        return 'Small(%r)' % self.a


s, t = Small([1, 2, 3]), Small([3, 4])
print(s & t, s | t, s - t, s ^ t, s <= t, s < t, Small([3]) < t, s == Small([3, 2, 1]), s.isdisjoint(t), s & [1], [1, 9] | s)
s |= t
s -= [1]
s ^= [2, 8]
s &= [3, 8]
print(s, s.pop(), s)
s.remove(8)
err(s.remove, 8)
err(s.pop)
err(Sequence)
err(Bag.__mro__[1])


class Bad(Iterator):
    pass


err(Bad)


class Count(Iterator):
    n = 0

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print(list(Count()))


class G(Generator):
    def send(self, v):
        return 1

    def throw(self, *a):
        raise StopIteration


g = G()
print(next(g), g.close())
