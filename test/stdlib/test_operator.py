# The operators as functions.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import operator as op

for name in ('lt le eq ne ge gt add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor '
             'is_ is_not').split():
    print(name, getattr(op, name)(7, 3))
for name in 'neg pos abs invert inv not_ truth index'.split():
    print(name, getattr(op, name)(-5))
print(op.concat([1], [2]), op.contains([1, 2], 2), op.countOf([1, 2, 1], 1), op.indexOf('abc', 'c'))
err(op.concat, 1, 2)
err(op.indexOf, [1], 2)
err(op.index, 1.5)
err(op.add, 1, 'a')
err(op.neg, 'a')
err(op.getitem, [1], 4)
x = [1, 2, 3]
op.setitem(x, 0, 9)
op.delitem(x, 1)
print(x, op.getitem(x, -1), op.getitem(x, slice(0, 1)))
y = op.iadd(x, [4])
print(y is x, x, op.iconcat(x, (5,)), op.imul([1], 2), op.ior({1}, {2}), op.iand({1, 2}, {2}),
      op.isub({1, 2}, {2}), op.ixor({1, 2}, {2, 3}))
print(op.iadd(1, 2), op.isub(5, 2), op.ifloordiv(7, 2), op.itruediv(7, 2), op.imod(7, 4),
      op.ipow(2, 5), op.ilshift(1, 4), op.irshift(16, 2))
err(op.iconcat, 1, 2)


class M:
    def __matmul__(self, other):
        return 'matmul'

    def __imatmul__(self, other):
        return 'imatmul'

    def __length_hint__(self):
        return 12


print(op.matmul(M(), 1), op.imatmul(M(), 1))
print(op.length_hint([1, 2]), op.length_hint(M()), op.length_hint(object(), 4), op.length_hint(1))
print(op.length_hint(iter([1, 2, 3])), op.length_hint(iter(range(5))))
err(op.length_hint, 1, 'a')
print(op.call(max, 1, 2, key=lambda v: -v))

g = op.itemgetter(1)
print(g, g([5, 6]), op.itemgetter(0, 2)('abc'), op.itemgetter('a')({'a': 1}),
      op.itemgetter(slice(1, 3))('abcd'))
print(op.itemgetter(1, 'x'))
err(op.itemgetter)
err(g, [1])


class O:
    pass


o = O()
o.a = O()
o.a.b = 5
o.c = 6
print(op.attrgetter('c')(o), op.attrgetter('a.b')(o), op.attrgetter('a.b', 'c')(o))
print(op.attrgetter('a.b', 'c'))
err(op.attrgetter, 1)
err(op.attrgetter('zz'), o)
m = op.methodcaller('split', ',', maxsplit=1)
print(m, m('a,b,c'), op.methodcaller('upper')('x'))
err(op.methodcaller, 1)
err(op.methodcaller('nope'), 'x')
print(sorted([('b', 2), ('a', 3), ('c', 1)], key=op.itemgetter(1)))
print(op.__add__(1, 2), op.__contains__('ab', 'a'))
