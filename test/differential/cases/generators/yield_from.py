def inner():
    x = yield 1
    print('inner got', x)
    try: y = yield 2
    except ValueError as e: print('inner caught', e); y = 'exc'
    return ('result', x, y)
def outer():
    r = yield from inner()
    print('outer got', r)
    r2 = yield from [10, 20]
    print('list gives', r2)
    return 'end'
o = outer()
print(next(o), o.send('s'), o.throw(ValueError('t')), next(o))
try: next(o)
except StopIteration as e: print(e.value)
def chain(*its):
    for it in its: yield from it
print(list(chain('ab', [1], (2,), range(2), {5: 6}, (x for x in 'z'))))
def flatten(x):
    for y in x:
        if isinstance(y, list): yield from flatten(y)
        else: yield y
print(list(flatten([1, [2, [3, []], 4], [[5]]])))
def bad(): yield from 5
try: next(bad())
except TypeError as e: print(e)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('it value')
        return self.n
    def send(self, v): print('send', v); return next(self)
    def throw(self, *a): print('throw', a[0].__name__ if isinstance(a[0], type) else repr(a[0])); raise StopIteration('thrown')
    def close(self): print('close')
def d():
    r = yield from It()
    print('r', r)
    yield 'last'
g = d(); print(next(g), g.send('q'), next(g))
g = d(); next(g); print(g.throw(KeyError))
g = d(); next(g); g.close()
def deep(n):
    if n == 0: yield 'bottom'
    else: yield from deep(n - 1)
print(list(deep(200)))
print(list((yield_ for yield_ in chain())), (lambda: (yield from 'ab'))().send(None))
