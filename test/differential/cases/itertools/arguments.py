from itertools import *
import itertools
for f in [lambda: list(product([1,2],'ab')), lambda: list(product(repeat=2)), lambda: list(product('ab', repeat=0)), lambda: list(product('ab', repeat=3)), lambda: list(product('ab', [], 'c')), lambda: product('a', repeat=-1), lambda: product(1), lambda: product('a', foo=1),
  lambda: list(permutations('abcd', 2)), lambda: list(permutations(range(3))), lambda: list(permutations('ab', 3)), lambda: list(permutations('ab', 0)), lambda: permutations('ab', -1), lambda: permutations('ab', 'x'), lambda: list(permutations(iterable='ab', r=None)),
  lambda: list(combinations('abcd', 2)), lambda: list(combinations('abcd', 0)), lambda: list(combinations('ab', 3)), lambda: combinations('ab', -1), lambda: combinations('ab'), lambda: combinations('ab', 1.5), lambda: list(combinations_with_replacement('abc', 2)), lambda: list(combinations_with_replacement('', 0)), lambda: list(combinations_with_replacement('', 1)),
  lambda: list(chain('ab', [1], (), range(3))), lambda: list(chain.from_iterable([[1], 'x'])), lambda: list(chain(1)), lambda: chain(a=1), lambda: list(chain()),
  lambda: list(islice(range(20), 3, 15, 4)), lambda: list(islice(range(5), None)), lambda: list(islice(range(5), 1, None)), lambda: islice([], 1, 2, 3, 4), lambda: islice([]), lambda: list(islice(range(9), 0, 100, 5)),
  lambda: list(repeat(1, 0)), lambda: list(repeat(1, -5)), lambda: repeat(times=3, object=2), lambda: repeat(1, 'x'), lambda: repeat(1, 2, 3), lambda: repeat(1).__length_hint__(),
  lambda: list(islice(cycle('abc'), 7)), lambda: cycle(), lambda: cycle(1),
  lambda: list(accumulate('abc')), lambda: list(accumulate([1,2,3], lambda a, b: a * b)), lambda: list(accumulate([], initial=5)), lambda: list(accumulate([1], None, initial=None)), lambda: accumulate(), lambda: accumulate([1], 2, 3), lambda: list(accumulate([1, 'a'])),
  lambda: list(starmap(pow, [(2, 3), [3, 2]])), lambda: starmap(pow), lambda: list(starmap(pow, [1])), lambda: list(starmap(pow, [(1, 2, 3, 4)])),
  lambda: type(chain()), lambda: chain.__name__, lambda: product.__module__,
  lambda: (lambda it: (next(it), list(it), list(it)))(islice(count(), 2, 5))]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class C(chain): pass
print(list(C('ab')), C.from_iterable(['x']).__class__)
it = iter(range(10)); s = islice(it, 3); print(list(s), next(it), next(s, 'end'))
x = chain([1], [2]); print(iter(x) is x, x is x.__iter__())
