a = 1
def f(x, y=2):
    z = 3
    def g(): return z
    return locals()
r = f(1)
print({k: v for k, v in r.items() if k != 'g'}, 'g' in r)
print(globals()['a'], '__name__' in globals(), __name__, globals() is globals())
globals()['dyn'] = 'set'
print(dyn)
def h():
    loc = locals()
    loc['zz'] = 5
    return 'zz' in locals()
print(h(), vars() is globals(), sorted(vars(type('T', (), {'q': 1})))[-1])
class O:
    def __init__(self): self.b = 1; self.a = 2
o = O()
print(vars(o), o.__dict__)
vars(o)['c'] = 3
print(o.c)
try:
    vars(5)
except TypeError as e:
    print(e)
print(sorted(dir(o))[-3:], dir() == sorted(globals()))
def k():
    return dir()
print(k(), [k for k in ('f', 'nope') if k in dir()])
