def g():
    yield next(it)
it = None
def self_call(): yield next(me)
me = self_call()
try: next(me)
except ValueError as e: print(e)
def stop(): 
    yield 1
    raise StopIteration('leaked')
s = stop(); next(s)
try: next(s)
except RuntimeError as e: print(e, repr(e.__cause__))
def stop2(): yield next(iter([]))
try: list(stop2())
except RuntimeError as e: print(e)
ge = (next(iter([])) for _ in range(3))
try: list(ge)
except RuntimeError as e: print(e)
def boom():
    yield 1
    1 / 0
b = boom()
print(next(b))
try: next(b)
except ZeroDivisionError as e: print(e)
print(next(b, 'exhausted'))
for src in ('g() + 1', 'len(g())', 'g()[0]', 'g().nope', 'g()()', 'next(g)', 'g.send(1)', 'reversed(g())', 'g() < g()'):
    try: print(eval(src))
    except Exception as e: print(src, type(e).__name__, e)
ge = (x for x in [1, 0, 2] if 1 / x)
try: print(list(ge))
except ZeroDivisionError as e: print(e, list(ge))
print((x for x in []).__name__, type(x for x in []).__name__)
