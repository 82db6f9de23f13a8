from itertools import *
print(list(chain('ab', [1])), list(chain()), list(chain.from_iterable(['ab', 'c'])), list(zip_longest('abc', [1], fillvalue='-')), list(zip_longest()), [(k, list(g)) for k, g in groupby('aabbbca')], [(k, len(list(g))) for k, g in groupby(sorted('mississippi'))], [(k, list(g)) for k, g in groupby(range(6), key=lambda x: x // 2)])
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a)); t = tee('ab', 3); print([list(x) for x in t])
g = groupby([1, 1, 2]); k, first = next(g); next(g); print(list(first))
print(list(chain([1], (2,), {3: 4}, range(2))), next(chain([], [5])), list(islice(chain.from_iterable(repeat('xy')), 5)))
