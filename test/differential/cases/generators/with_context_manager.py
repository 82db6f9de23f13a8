class managed:
    def __init__(self, f): self.f = f
    def __call__(self, *a):
        g = self.f(*a)
        class CM:
            def __enter__(s): return next(g)
            def __exit__(s, t, v, tb):
                if t is None:
                    try: next(g)
                    except StopIteration: return False
                    raise RuntimeError("generator didn't stop")
                try: g.throw(v)
                except StopIteration: return True
                except BaseException as e:
                    if e is v: return False
                    raise
        return CM()
@managed
def tag(name):
    print('<%s>' % name)
    try: yield name.upper()
    except KeyError as e: print('swallowed', e)
    finally: print('</%s>' % name)
with tag('b') as t: print(t)
with tag('i'): raise KeyError('k')
try:
    with tag('u'): raise ValueError('v')
except ValueError as e: print('out', e)
