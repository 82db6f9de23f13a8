from itertools import *
print(list(product('ab', [1, 2])), list(product('ab', repeat=2)), list(product()), list(product([], 'a')), list(permutations('abc')), list(permutations('abc', 2)), list(permutations('a', 2)), list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations_with_replacement('ab', 2)), len(list(permutations(range(6)))), list(combinations([], 0)))
try: combinations('a', -1)
except ValueError as e: print(e)
print(sum(1 for _ in product(range(3), repeat=4)), max(permutations([3, 1, 2])), [''.join(p) for p in permutations('aab')][:3])
