import math, sys as system
import os.path
from math import pi, sqrt as root
from collections import (OrderedDict, deque,)
print(math.pi == pi, system.argv is not None, root(16), deque([1]), os.path is not None)
import math as m2
print(m2 is math, "math" in system.modules)
def f():
    import random
    from math import floor
    return floor(2.5), 'random' in locals()
print(f(), 'random' in globals())
for src in ('import nothere', 'import math.nothere', 'from math import nothere', 'from nothere import x', 'from . import x', 'from .x import y', 'import os.nothere.deep', '__import__("nope")', '__import__(5)'):
    try: exec(src, {'__name__': 'm'})
    except Exception as e: print(src, '->', type(e).__name__, str(e).split(' (')[0])  # without the path
print(__import__('math') is math, math.__name__, type(math).__name__)
