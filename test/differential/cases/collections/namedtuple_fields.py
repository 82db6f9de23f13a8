from collections import namedtuple
P=namedtuple('P','x y')
p=P(1,2)
print(P.x, P.x.__doc__, p.x, p.y, P.__dict__['x'].__get__(p), type(P.x))
try: p.x=3
except AttributeError as e: print(e)
try: del p.x
except AttributeError as e: print(e)
try: P.x.__get__(5)
except TypeError as e: print(e)
P.x.__doc__='hi'
print(P.x.__doc__, repr(P.x), P.x.__reduce__())
class Sub(P): pass
print(Sub(1,2).x, Sub(3,4)._replace(x=9))
P.x.__get__(None, P)
try: type(P.x)(1)
except TypeError as e: print(e)
print(P.x.__get__((7,8)))
try: P.y.__get__((7,))
except IndexError as e: print(e)
