log = []
def f():
    try: raise ValueError('orig')
    except ValueError as e: e.marked = True; raise
try: f()
except ValueError as e: log.append((e.marked, e.__context__, e.args))
try:
    try: f()
    except ValueError as e: raise e
except ValueError as e: log.append(repr(e.__context__))
try:
    try: raise KeyError('a')
    except KeyError as a:
        try: raise ValueError('b') from a
        except ValueError as b: raise TypeError('c')
except TypeError as c: log.append((repr(c.__context__), repr(c.__context__.__cause__), c.__cause__))
def retry(n):
    for i in range(n):
        try:
            if i < 2: raise OSError(i)
            return ('ok', i)
        except OSError as e: last = e
    raise last
log.append(retry(3))
try: retry(2)
except OSError as e: log.append(e.args)
for l in log: print(l)
