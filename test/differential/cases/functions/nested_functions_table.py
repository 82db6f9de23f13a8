def make():
    table = {}
    def register(name):
        def deco(fn): table[name] = fn; return fn
        return deco
    return register, lambda name, *a: table[name](*a)
register, call = make()
@register('add')
def add(a, b): return a + b
@register('rep')
def rep(s, n=2): return s * n
print(call('add', 1, 2), call('rep', 'ab'), call('rep', 'x', 3), add(3, 4))
try: call('none')
except KeyError as e: print(repr(e))
try: call('add', 1)
except TypeError as e: print(e)
