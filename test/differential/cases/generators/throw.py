def g():
    while True:
        try: yield 'ready'
        except ValueError as e: yield f'handled {e}'
        except GeneratorExit: print('closing'); raise
x = g()
print(next(x), x.throw(ValueError('v')), next(x), x.throw(ValueError), x.throw(ValueError('x')) if False else next(x))
try: x.throw(KeyError('k'))
except KeyError as e: print('escaped', e)
print(next(x, 'dead'))
y = g()
try: y.throw(ValueError('before start'))
except ValueError as e: print(e, list(y))
def conv():
    try: yield 1
    except KeyError: return 'converted'
c = conv(); next(c)
try: c.throw(KeyError)
except StopIteration as e: print(e.value)
try: conv().throw(5)
except TypeError as e: print(e)
try: conv().throw(int)
except TypeError as e: print(e)
def ctx():
    try: yield
    except ValueError as e: raise KeyError('new') from e
z = ctx(); next(z)
try: z.throw(ValueError('old'))
except KeyError as e: print(repr(e), repr(e.__cause__), repr(e.__context__))
w = g(); next(w); w.close(); w.close()
print(next(w, 'closed'))
try: w.throw(ValueError('after close'))
except ValueError as e: print(e)
