log = []
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append('exit')
        raise
    finally:
        log.append('finally')
x = g(); next(x); print(x.close(), log); log.clear()
g().close(); print(log)
def stubborn():
    try: yield 1
    except GeneratorExit: yield 'no'
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)
def swallow():
    try: yield 1
    except GeneratorExit: return 'x'
s = swallow(); next(s); print(s.close())
def raiser():
    try: yield 1
    finally: raise ValueError('in finally')
r = raiser(); next(r)
try: r.close()
except ValueError as e: print(e, repr(e.__context__))
x = g(); list(x); print(log); log.clear(); x.close(); print(log)
def outer():
    try: yield from g()
    finally: log.append('outer')
o = outer(); next(o); o.close(); print(log)
log.clear()
def use():
    for v in g():
        return v
print(use(), log)
