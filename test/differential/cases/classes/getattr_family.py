class G:
    real = 1
    def __getattr__(self, n):
        if n.startswith('dyn'): return n.upper()
        raise AttributeError('no ' + n)
g = G()
print(g.real, g.dyn_x, hasattr(g, 'dynamo'), hasattr(g, 'zip'), getattr(g, 'zip', 'default'))
try:
    g.nope
except AttributeError as e:
    print(e, e.name, e.obj is g)
class GA:
    def __init__(self): self.x = 1
    def __getattribute__(self, n):
        if n == 'secret': return 42
        return object.__getattribute__(self, n)
print(GA().x, GA().secret)
class Both:
    def __getattribute__(self, n): raise AttributeError('first')
    def __getattr__(self, n): return 'second ' + n
print(Both().anything)
class S:
    def __setattr__(self, n, v): print('set', n, v); self.__dict__[n] = v
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
s = S(); s.a = 1; s.a += 1; del s.a; setattr(s, 'b', 2); delattr(s, 'b')
try:
    del s.zz
except AttributeError as e:
    print(e)
class Err:
    def __getattr__(self, n): raise ValueError('not AttributeError')
try:
    hasattr(Err(), 'x')
except ValueError as e:
    print(e)
class Proxy:
    def __init__(self, t): object.__setattr__(self, '_t', t)
    def __getattr__(self, n): return getattr(self._t, n)
    def __setattr__(self, n, v): setattr(self._t, n, v)
class T: pass
t = T(); p = Proxy(t); p.v = 5
print(t.v, p.v, p.__class__.__name__, len(p.__dict__))
print(getattr('abc', 'upper')(), getattr([], 'nope', None), [getattr(5, n) for n in ('real', 'numerator')])
try:
    len(Proxy([1]))
except TypeError as e:
    print(e)
class D:
    def __dir__(self): return ['z', 'a']
print(dir(D()))
