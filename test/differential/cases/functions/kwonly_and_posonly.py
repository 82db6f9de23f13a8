def f(a, /, b, *, c, d=4): return a, b, c, d
print(f(1, 2, c=3), f(1, b=2, c=3, d=5))
def g(*, a=1, **k): return a, k
print(g(), g(a=2), g(b=3))
def h(a, b=2, /, *args, **a_): return a, b, args, a_
print(h(1), h(1, 3, 4, a=5, b=6))
for src in ('f(1, 2, 3)', 'f(a=1, b=2, c=3)', 'f(1, 2)', 'f(1, c=3)', 'g(1)', 'h(a=1)', 'f(1, 2, c=3, e=5)', 'f(1, 2, 3, c=4)', 'h()'):
    try: print(eval(src))
    except TypeError as e: print(src, '->', e)
