x = 'module'
def set_global():
    global x, fresh
    x = 'changed'
    fresh = 'new'
set_global()
print(x, fresh)
def outer():
    v = 1
    def mid():
        def inner():
            nonlocal v
            v += 1
            return v
        return inner
    f = mid()
    f(); f()
    return v
print(outer())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
def g():
    global y
    def h(): return y
    y = 7
    return h()
print(g(), y)
class C:
    global z
    z = 'from class'
print(z, hasattr(C, 'z'))
def delg():
    global z
    del z
delg()
print('z' in globals())
def shadow():
    x = 'local'
    def read():
        global x
        return x
    return x, read()
print(shadow())
