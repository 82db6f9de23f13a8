def show(f):
    try: f()
    except BaseException as e:
        print(type(e).__name__, repr(str(e)), e.args, 'cause:', repr(e.__cause__), 'context:', repr(e.__context__), e.__suppress_context__)
def a(): raise ValueError
def b(): raise ValueError('x', 1)
def c(): raise ValueError from KeyError('k')
def d():
    try: raise KeyError('inner')
    except KeyError: raise ValueError('outer')
def e():
    try: raise KeyError('inner')
    except KeyError as k: raise ValueError('outer') from k
def f():
    try: raise KeyError('inner')
    except KeyError: raise ValueError('outer') from None
def g():
    try: raise KeyError('again')
    except KeyError: raise
def h(): raise
def i(): raise 5
def j(): raise int
def k(): raise ValueError from 5
def l(): raise None
def m():
    try: raise KeyError(1)
    finally: raise ValueError(2)
def n():
    try: raise KeyError(1)
    except KeyError:
        try: raise ValueError(2)
        except ValueError: pass
        raise
def o():
    x = ValueError('self')
    try: raise x
    except ValueError: raise x
def p(): raise type('Dyn', (Exception,), {})('dyn')
class NoInit(Exception):
    def __init__(self, a, b): pass
def q(): raise NoInit
def r(): raise ValueError from KeyError
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r): show(fn)
