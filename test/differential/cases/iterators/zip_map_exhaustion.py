a = iter([1, 2, 3, 4]); print(list(zip(a, a)), next(a, 'none'))
m = map(lambda x, y: (x, y), [1, 2, 3], iter('ab')); print(list(m), list(m))
f = filter(lambda x: x > 1, iter([0, 1, 2, 3])); print(next(f), list(f))
e = enumerate(iter('ab')); print(next(e), dict(e))
r = reversed([1, 2, 3]); print(next(r), list(r), list(r)); z = zip([1, 2], [3]); next(z); print(next(z, 'stop'))
def boom(x):
    if x == 2: raise ValueError('two')
    return x
m = map(boom, [1, 2, 3]); print(next(m))
try: next(m)
except ValueError as ex: print(ex)
print(next(m), list(map(None.__class__, [])) , [*zip(*[[1, 2], [3, 4]])], list(map(int, '123')), list(map(list, zip('ab', 'cd'))), sum(map(len, ['a', 'bc'])))
