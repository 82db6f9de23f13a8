class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, end='; ')
def f():
    a, b = D('a'), D('b')
    print('leaving', end='; ')
f(); print()
x = [D(1), D(2), D(3)]; del x[1]; x[0] = None; x = None; print()
t = D('t'), D('u'); t = 0; print()
print(D('temp').n, end='; '); print()
def g(p): p = None; print('in g', end='; ')
g(D('arg')); print()
d = {'k': D('v1')}; d['k'] = D('v2'); d.pop('k'); print()
for i in range(2): y = D(i)
y = None; print()
