def make(n):
    def add(x): return x + n
    return add
a5, a7 = make(5), make(7)
print(a5(1), a7(1), a5.__closure__[0].cell_contents, a5.__code__.co_freevars, make.__code__.co_cellvars)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
fs = []
for i in range(3):
    def f(): return i
    fs.append(f)
print([f() for f in fs])
i = 99
print(fs[0]())
def late():
    def g(): return v
    try:
        g()
    except NameError as e:
        print(e)
    v = 1
    return g()
print(late())
def args(a, b=2, *c, d=4, **e):
    return lambda: (a, b, c, d, e)
print(args(1)(), args(1, 2, 3, d=5, f=6)())
def rec(n):
    def fact(k): return 1 if k < 2 else k * fact(k - 1)
    return fact(n)
print(rec(10))
def two():
    x = 1
    def seta(v):
        nonlocal x; x = v
    def geta(): return x
    return seta, geta
s, g = two()
s(42)
print(g(), s.__closure__[0] is g.__closure__[0])
def deep(a):
    def b(): 
        def c():
            def d(): return a
            return d
        return c
    return b
print(deep('deep')()()())
