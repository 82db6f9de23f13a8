ops = ['+', '-', '*', '/', '//', '%', '**', '@', '&', '|', '^', '<<', '>>']
names = ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'and', 'or', 'xor', 'lshift', 'rshift']
class V: pass
for n in names:
    setattr(V, f'__{n}__', lambda self, o, n=n: f'{n}({o if not isinstance(o, V) else "V"})')
    setattr(V, f'__r{n}__', lambda self, o, n=n: f'r{n}({o})')
class I(V): pass
for n in names:
    setattr(I, f'__i{n}__', lambda self, o, n=n: f'i{n}({o})')
v = V()
for op in ops:
    print(eval(f'v {op} 1'), eval(f'1 {op} v'), eval(f'v {op} v'), eval(f'[] {op} v'), end=' ')
    ns = {'x': I(), 'y': V()}
    exec(f'x {op}= 5\ny {op}= 6', ns)
    print(ns['x'], ns['y'])
class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return ('divmod', o)
    def __rdivmod__(self, o): return ('rdivmod', o)
    def __round__(self, n=None): return ('round', n)
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
u = U()
import math
print(-u, +u, ~u, abs(u), divmod(u, 1), divmod(1, u), round(u), round(u, 2), math.floor(u), math.ceil(u), math.trunc(u))
