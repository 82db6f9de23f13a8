class AppError(Exception):
    """base"""
    code = 1
class Sub(AppError):
    code = 2
    def __str__(self): return f'Sub<{self.args}>'
class WithInit(AppError):
    def __init__(self, msg, *, extra=None):
        super().__init__(msg)
        self.extra = extra
    def __repr__(self): return 'custom repr'
for e in (AppError('a'), Sub(1, 2), WithInit('w', extra=5), AppError()):
    try: raise e
    except Sub as x: print('sub', x, x.code, repr(x))
    except AppError as x: print('app', str(x), x.code, repr(x), getattr(x, 'extra', '-'))
class Multi(KeyError, AttributeError): pass
try: raise Multi('m')
except AttributeError as e: print(e, isinstance(e, LookupError))
class Meta(type):
    def __instancecheck__(c, o): return True
class Never(Exception, metaclass=Meta): pass
try:
    try: raise ValueError('not never')
    except Never: print('caught by instancecheck?')
except ValueError as e: print('passed', e)
class BadStr(Exception):
    def __str__(self): raise ValueError('in str')
try: raise BadStr
except BadStr as e:
    try: str(e)
    except ValueError as v: print(v)
class Slots(Exception):
    __slots__ = ('q',)
s = Slots('z'); s.q = 1
print(s.q, s.args)
def catch(types):
    try: raise Sub('c')
    except types as e: return type(e).__name__
print(catch(AppError), catch((OSError, Sub)), catch((KeyError, (AppError,))) if False else catch((KeyError, AppError)))
try: catch((KeyError, 5))
except TypeError as e: print(e)
class Cmp(Exception):
    def __eq__(self, o): return True
    __hash__ = None
try: raise Cmp
except Cmp: print('unhashable exception ok')
class StopSub(StopIteration): pass
def g():
    return 5
    yield
try: next(g())
except StopIteration as e: print(e.value)
