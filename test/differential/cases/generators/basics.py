def count(n):
    for i in range(n):
        yield i
print(list(count(3)), sum(count(5)), tuple(count(0)), [*count(2)], dict(zip(count(2), 'ab')), max(count(4)), sorted(count(3), reverse=True))
g = count(2)
print(next(g), next(g), next(g, 'done'), next(g, 'still'), iter(g) is g)
try: next(g)
except StopIteration as e: print(repr(e), e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 15)))
def ret():
    yield 1
    return 'value'
g = ret(); next(g)
try: next(g)
except StopIteration as e: print(e.value)
def empty():
    return
    yield
print(list(empty()), 3 in count(5), 9 in count(5))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
print(type(g).__name__, g.gi_frame, count.__name__, count(1).__name__, count(1).gi_running, count(1).__qualname__)
a, b, c = count(3)
print(a, b, c, ''.join(str(x) for x in count(3)))
def two():
    x = yield
    y = yield x
    return x, y
t = two(); print(next(t), t.send(5))
try: t.send(6)
except StopIteration as e: print(e.value)
