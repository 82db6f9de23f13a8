# The import statement calls whatever builtins.__import__ is; `from x import *` takes any object.
import builtins
import sys

original = builtins.__import__


def importer(name, globals, locals, fromlist, level):
    print('import', name, fromlist, level, locals is None)

    class Module:
        a, b = 1, 2

    return Module


def inside():
    import here
    return here.a


builtins.__import__ = importer
import p.q
from p.q import a, b
from .. import a as c
inside()
builtins.__import__ = original
print(a, b, c)


class Shown:
    visible = 'class'
    _hidden = 1


sys.modules['shown'] = Shown
from shown import *
print(visible, '_hidden' in globals())
sys.modules['shown'] = 5
try:
    from shown import *
except ImportError as error:
    print(error)
for arguments in ((1,), ('',), ('a', None, None, None, -1), ('a', 'globals', None, None, 1)):
    try:
        __import__(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
