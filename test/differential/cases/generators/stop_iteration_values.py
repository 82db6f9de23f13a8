def g(): return (yield) or 'empty'
for v in (5, None, ''):
    x = g(); next(x)
    try: x.send(v)
    except StopIteration as e: print(repr(e.value), e.args)
def tup(): return (1, 2); yield
try: next(tup())
except StopIteration as e: print(e.value, e.args)
def exc(): return ValueError('returned'); yield
try: next(exc())
except StopIteration as e: print(repr(e.value))
def use(): r = yield from tup(); print('r', r); r2 = yield from exc(); print(type(r2).__name__); yield 'end'
print(list(use()))
def loop():
    while True:
        try: v = yield
        except ValueError as e: print('caught', e); continue
        if v == 'stop': return 'stopped'
l = loop(); next(l); l.throw(ValueError('a')); l.send(1)
try: l.send('stop')
except StopIteration as e: print(e.value)
