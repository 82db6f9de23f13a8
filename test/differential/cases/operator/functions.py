import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul(2, 'ab'), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(3), op.invert(5), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 3), op.rshift(8, 2), op.not_(0), op.truth([]), op.eq(1, 1), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt(1, 2), op.ge(1, 1), op.is_(None, None), op.is_not(1, None), op.contains([1], 1), op.concat('a', 'b'), op.countOf([1, 1, 2], 1), op.indexOf('abc', 'b'), op.getitem([5, 6], 1), op.index(7), op.abs(-2), op.length_hint([1, 2]))
l = [1, 2, 3]; op.setitem(l, 0, 9); op.delitem(l, 1); print(l, op.iadd(l, [7]), op.imul([1], 2))
ig, ag, mc = op.itemgetter(1), op.attrgetter('real'), op.methodcaller('upper')
print(ig('abc'), op.itemgetter(0, 2)('abc'), ag(5), mc('x'), op.methodcaller('split', ',', maxsplit=1)('a,b,c'), op.attrgetter('real', 'imag')(3), op.itemgetter('k')({'k': 1}), sorted([(1, 'b'), (2, 'a')], key=ig), op.attrgetter('__class__.__name__')(1), op.itemgetter(slice(1, 3))('abcd'))
for f in (lambda: ig('a'), lambda: op.itemgetter(), lambda: op.add(1, 'a'), lambda: op.attrgetter('zz')(1), lambda: op.indexOf([1], 5), lambda: op.index(1.5), lambda: op.methodcaller('zz')(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
