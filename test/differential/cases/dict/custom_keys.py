class K:
    def __init__(self, v, h): self.v, self.h = v, h
    def __hash__(self): return self.h
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return f'K{self.v}'
d = {K(i, 1): i for i in range(10)}
print(d, d[K(3, 1)], K(3, 2) in d, K(99, 1) in d)
del d[K(5, 1)]
d[K(5, 1)] = 'back'
print(list(d), len(d), d.pop(K(0, 1)))
class Bad:
    def __hash__(self): raise RuntimeError('no hash today')
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, o): raise RuntimeError('no eq today')
for f in (lambda: {Bad(): 1}, lambda: Bad() in {}, lambda: {BadEq(): 1, BadEq(): 2}, lambda: K(1, 1) in {BadEq(): 1}, lambda: {1: 2}[BadEq()]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
b = BadEq()
print({b: 1}[b], b in {b: 2}, b in [b])
print({1: 'i', 1.5: 'f', 'a': 's', (1, 2): 't', None: 'n', True: 'b', frozenset([1]): 'fs', int: 'ty', b'x': 'by', range(2): 'r'})
nan = float('nan')
d = {nan: 1}
print(d[nan], float('nan') in d, len({float('nan'), float('nan')}), {2**70: 'big'}[2**70], {-1: 'a', -2: 'b'}[-2], {0.5: 1}[1 / 2], {'a' + 'b': 1}['ab'])
class S(str):
    pass
print({'k': 1}[S('k')], {S('k'): 2}['k'])
big = {str(i): i for i in range(5000)}
print(len(big), big['4999'], sum(big.values()), all(big[str(i)] == i for i in range(5000)))
