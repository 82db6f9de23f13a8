class D(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
    def __setitem__(self, k, v): super().__setitem__(k, v); log.append(k)
log = []
d = D()
print(d['ab'], d, d.get('zz'), 'zz' in d, log)
d.update(x=1); d.setdefault('y', 2); print(d, log)
class U(dict):
    def __getitem__(self, k): return 'override'
    def __contains__(self, k): return True
    def __len__(self): return 99
    def __iter__(self): return iter(['fake'])
    def keys(self): return ['fk']
u = U(a=1)
print(u['q'], u.get('a'), 'zzz' in u, len(u), list(u), dict(u), {**u}, u.pop('a'), u == {})
print(isinstance(d, dict), type(d.copy()).__name__, D.fromkeys('a'), type(D.fromkeys('a')).__name__, d | {'z': 1}, type(d | {}).__name__)
class A(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
a = A(x=1); a.y = 2
print(a.x, a, a.y)
try: a.zz
except KeyError as e: print('KeyError', e)
