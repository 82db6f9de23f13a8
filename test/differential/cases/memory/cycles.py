class N: pass
a, b = N(), N()
a.b, b.a = b, a
del a, b
l = []; l.append(l); del l
d = {}; d['d'] = d; del d
import gc
print(isinstance(gc.collect(), int))
for _ in range(2000):
    x = N(); x.me = x
print('cycles made')
