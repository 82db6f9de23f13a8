from itertools import *
def chunks(it, n):
    it = iter(it)
    while c := list(islice(it, n)): yield c
def flatten(l): return chain.from_iterable(l)
def powerset(s): return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def roundrobin(*its):
    n = cycle(iter(i).__next__ for i in its); left = len(its)
    while left:
        try:
            for nx in n: yield nx()
        except StopIteration: left -= 1; n = cycle(islice(n, left))
print(list(chunks(range(7), 3)), list(flatten([[1], [2, 3]])), list(powerset('abc')), list(roundrobin('ABC', 'D', 'EF')), list(accumulate(repeat(2, 5), lambda a, b: a * b)), [len(list(g)) for _, g in groupby('aaabccdd')], list(islice(filterfalse(lambda x: x % 3, count(1)), 4)), dict(zip(count(), 'ab')), list(takewhile(lambda x: x < 20, accumulate(count(1)))))
