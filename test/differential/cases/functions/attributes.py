def f(a: int, b='x') -> str:
    "The doc."
    return b
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__annotations__, f.__dict__)
f.extra = 5
print(f.extra, f.__dict__, hasattr(f, 'nope'))
f.__name__ = 'renamed'; f.__defaults__ = (9,); f.__doc__ = 'new'
print(f.__name__, f(1), f.__doc__, f.__qualname__)
try:
    f.nope
except AttributeError as e:
    print(e)
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
def outer():
    def inner(): pass
    return inner, lambda: 0
print(outer()[0].__qualname__, outer()[1].__qualname__, outer()[1].__name__)
class C:
    def m(self): 'method doc'
    l = lambda self: 1
print(C.m.__qualname__, C().m.__name__, C().m.__doc__, C().m.__self__.__class__.__name__, C().m.__func__ is C.m, C.l.__qualname__)
c = C()
print(c.m == c.m, c.m is c.m, c.m != C().m, hash(c.m) == hash(c.m), len.__name__, len.__doc__ is not None, [].append.__name__, [].append.__qualname__, str.upper.__name__)
try:
    c.m.x = 1
except AttributeError as e:
    print(e)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_firstlineno, callable(f), callable(C), callable(c), callable(1), type(f).__name__, type(len).__name__, type(c.m).__name__, type(C.m).__name__, type([].append).__name__)
