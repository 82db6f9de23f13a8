print([hash(t) for t in [(), (1,), (-1,), (0,), (1, 2), (-5, 7, 2**29), (1, (2, 3)), (1, ''), (1.5, 2), (2**40, 1), (2**70,), (-2**30, 2**30-1), tuple(range(20))]])
print(hash(-1), hash(5), hash(True))
class H:
    def __init__(s, v): s.v = v
    def __hash__(s): return s.v
print([hash(H(v)) for v in (-1, 0, 1, 2**61-1, 2**61, 2**63, -2**63, 2**64, 10**30, True)])
print(list(range(5)), list(range(5, 0, -2)), list(range(0)), list(range(-3, 3)), list(range(2**30-3, 2**30+2)), list(range(-2**30, -2**30+3)), [9] + list(range(-2**30-2, -2**30+1)))
l = [1]; l.extend(range(3)); l += range(10, 4, -3); print(l)
class R: pass
try: list(range(10**12))
except MemoryError: print('MemoryError')
