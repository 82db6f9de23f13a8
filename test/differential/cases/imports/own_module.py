import _shapes
from _shapes import area, Square as S
print(_shapes.NAME, area(2, 3), S(4).area(), _shapes.__name__, _shapes.__doc__, _shapes.__file__.endswith('_shapes.py'))
_shapes.NAME = 'changed'
import _shapes as again
print(again.NAME, again is _shapes, _shapes.counter)
_shapes.bump(); print(_shapes.counter)
from _shapes import *
print(NAME, '_private' in globals(), 'hidden' in globals())
try: from _shapes import missing
except ImportError as e: print(e.name, str(e).split(' (')[0])
try: _shapes.nope
except AttributeError as e: print(e)
import sys
print(sys.modules['_shapes'] is _shapes, S.__module__, sorted(n for n in dir(_shapes) if not n.startswith('__')))
