# Iterators made from iterators.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import itertools
from itertools import *


def take(n, it):
    return list(islice(it, n))


print(take(3, count()), take(3, count(10, -2)), take(3, count(0.5, 0.5)), take(2, count(2 ** 70)), take(3, count(5, 0)))
c = count(5)
print(next(c), next(c), c, count(1, 3), count(2.5), count(1, 2.0), count(-3))
err(count, 'a')
for i in zip(c, 'ab'):
    print(i)
print(next(c), c)
print(take(7, cycle('abc')), take(2, cycle([])))
c = cycle([1, 2, 3])
print(next(c), next(c), take(3, c), next(c))
print(list(repeat(7, 3)), take(2, repeat('x')), repeat(1, 3), repeat('a'), list(repeat(1, 0)), list(repeat(1, -5)))
r = repeat(2, times=4)
next(r)
print(r, list(map(pow, range(4), repeat(2))))
err(repeat, 1, 'a')
err(next, repeat(1, 0))
print(list(chain('ab', [1], ())), list(chain()), list(chain.from_iterable(['ab', 'cd'])), ''.join(chain('x', 'yz')))
ch = chain([1, 2], [3])
print(next(ch), list(ch), list(ch))
err(lambda: list(chain(1)))
print(list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])), list(compress('ab', [1])))
print(list(dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(takewhile(lambda x: x < 5, [1, 4, 6, 4, 1])))
it = iter([1, 9, 2])
print(list(takewhile(lambda x: x < 5, it)), list(it))
print(list(filterfalse(lambda x: x % 2, range(8))), list(filterfalse(None, [0, 1, '', 'a'])))
for args in ((2,), (2, 4), (2, None), (0, None, 3), (1, 8, 3), (None,), (None, 4), (5, 2), (0,), (None, None, None), (3, 5, 7)):
    it = iter('ABCDEFGHIJ')
    print(args, list(islice(it, *args)), list(it))
err(islice, 'a')
err(islice, 'a', -1)
err(islice, 'a', 'x')
err(islice, 'a', 1, -1)
err(islice, 'a', -1, 1)
err(islice, 'a', 0, 1, 0)
err(islice, 'a', 1, 2, 3, 4)
err(islice, 1, 2)
print(list(starmap(pow, [(2, 5), (3, 2)])), list(starmap(max, ['ab', 'zy'])))
print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise('')))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([], initial=5)), list(accumulate([1, 2], initial=10)), list(accumulate('abc')), list(accumulate([3, 1, 4], max)), list(accumulate([])))
print(list(zip_longest('AB', 'xyz', [1])), list(zip_longest('AB', 'x', fillvalue='-')), list(zip_longest()), list(zip_longest([], [])))
print(list(product('ab', [1, 2])), list(product()), list(product('ab', repeat=2)), list(product('ab', [])), list(product('a', 'b', 'cd')))
print(len(list(product(range(3), repeat=5))), list(product(range(2), repeat=4))[5:9], list(product([0, 1], 'ab', repeat=2))[3:6], list(product('abc', repeat=0)))
err(product, 'a', repeat=-1)
err(product, 1)
for r in (0, 1, 2, 3, 4, None):
    print(r, [''.join(p) for p in permutations('ABC', r)])
print(list(permutations('ABCD', 3))[::5], len(list(permutations(range(6)))), list(permutations(range(5)))[77], list(permutations([])))
err(permutations, 'a', -1)
err(permutations, 'a', 'x')
for r in (0, 1, 2, 3, 4, 5, 6):
    print(r, [''.join(p) for p in combinations('ABCDE', r)])
    print(r, [''.join(p) for p in combinations_with_replacement('ABC', r)])
print(len(list(combinations(range(12), 6))), list(combinations(range(9), 4))[100], list(combinations_with_replacement('', 2)), list(combinations_with_replacement('', 0)), list(combinations_with_replacement('', 3)))
err(combinations, 'a', -1)
err(combinations_with_replacement, 'a', -1)
print([(k, list(g)) for k, g in groupby('AAABBBCCAA')])
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], [k for k, g in groupby('aab')], list(groupby([])))
gs = [g for k, g in groupby('aabb')]
print([list(g) for g in gs])
g = groupby('aaab')
k, first = next(g)
print(k, next(first), next(first), next(g)[0], list(first), list(g))
g = groupby([None, None, 1])
print([(k, len(list(v))) for k, v in g])
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), tee([], 0), len(tee('abc', 4)))
a, b, c = tee(iter('xyz'), 3)
print(list(zip(a, b, c)))
x, y = tee(tee('ab')[0])
print(list(x), list(y))
err(tee, [1], -1)
err(next, chain())
err(next, permutations([1], 2))
print(sum(islice(count(1), 100)), max(accumulate(range(5))), dict(zip('ab', count())), sorted(chain([3], [1])))
m = {}
for x in chain(range(3), 'ab'):
    m[x] = 1
print(m, list(zip(count(), repeat('a', 2))), [*islice(cycle('ab'), 5)])
it = count()
print([next(it) for _ in range(3)], [x for x in takewhile(lambda v: v < 6, it)], next(it))


class Up(chain):
    pass


print(list(Up('a', 'b')), isinstance(Up(), chain))
print([type(o).__name__ for o in (count(), cycle(''), repeat(1), chain(), islice('', 1), product(), groupby(''))])
print(sorted(itertools.__all__) if hasattr(itertools, '__all__') and False else 'end')
