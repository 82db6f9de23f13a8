import builtins
print(len('abc'))
len = lambda x: 'shadowed'
print(len('abc'), builtins.len('abc'))
del len
print(len('abc'))
builtins.injected = 'visible everywhere'
print(injected)
del builtins.injected
try:
    injected
except NameError as e:
    print(e)
def f():
    print = 5
    return print
print(f(), print.__name__, __builtins__ is builtins)
def outer():
    def inner(): return later
    later = 'ok'
    return inner
print(outer()())
try:
    prnt('x')
except NameError as e:
    print(e)
try:
    sys.path
except NameError as e:
    print(e)
print(__name__, __doc__, __package__, __spec__)
