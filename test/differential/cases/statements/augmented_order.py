log = []
class L(list):
    def __getitem__(self, i):
        log.append(('get', i)); return super().__getitem__(i)
    def __setitem__(self, i, v):
        log.append(('set', i, v)); super().__setitem__(i, v)
def idx():
    log.append('idx'); return 0
def val():
    log.append('val'); return 10
def obj():
    log.append('obj'); return l
l = L([1])
obj()[idx()] += val()
print(l, log)
log.clear()
obj()[idx()] = val()
print(log)
log.clear()
d = {'a': 1}
def k(x):
    log.append(x); return x
x = {k('a'): k(1), k('b'): k(2)}
y = [k(1), k(2)][k(0)]
z = k(3) < k(2) < k(1)
f = lambda *a, **kw: None
f(k(1), *[k(2)], x=k(3), **{'y': k(4)})
print(log)
