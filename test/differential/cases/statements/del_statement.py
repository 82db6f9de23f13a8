a = b = 1
del a
try:
    a
except NameError as e:
    print(e)
l = [0, 1, 2, 3, 4, 5]
del l[0], l[-1]
print(l)
del l[1:3]
print(l)
del l[:]
print(l)
d = {1: 2, 3: 4}
del d[1]
print(d)
class O: pass
o = O(); o.x = 1
del o.x
for src in ('del o.x', 'del d[99]', 'del l[0]', 'del undefined', 'del (1, 2)[0]', 'del "abc"[0]', 'del d[[]]', 'del o.__class__', 'del (5).real', 'del len.__name__', 'del O.nope'):
    try:
        exec(src)
    except Exception as e:
        print(src, type(e).__name__, e)
x, y, z = 1, 2, 3
del (x, [y]), z
print('x' in globals(), 'y' in globals(), 'z' in globals())
def f():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v
print(f())
l = list(range(10))
del l[::2]
print(l)
del l[::-2]
print(l)
