from collections import OrderedDict
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a'); print(o); o.move_to_end('c', last=False); print(list(o), o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(OrderedDict(x=1, y=2))), repr(OrderedDict()), OrderedDict(a=1) | {'b': 2}, OrderedDict.fromkeys('ab'))
try: o.move_to_end('zz')
except KeyError as e: print(e)
try: OrderedDict().popitem()
except KeyError as e: print(e)
