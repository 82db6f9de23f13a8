# Hashes of tuples of small ints are mixed on pairs of words; of others on long ints. Both are shown alike.
LIMIT = 1 << 30
tuples = [(), (0,), (-1,), (-2, -1, 5), (LIMIT - 1, -LIMIT), (LIMIT, -LIMIT - 1), (2**40,), (1.5, 2)]
tuples += [((1, 2), 3), (True, False), ('', 1), (b'', 0.0)]
for n in range(300):
    tuples.append((n, n * n - 17, -n))
    tuples.append((n, float(n)))
for item in tuples:
    print(item, hash(item))
print(hash((1, 2)) == hash((1.0, 2)) == hash((True, 2)), hash((1, 2)) == (1, 2).__hash__())
print(all(-(1 << 63) <= hash((n, -n)) < 1 << 63 and hash((n,)) != -1 for n in range(-500, 500)))


class Pair(tuple):
    pass


print(hash(Pair((1, 2))) == hash((1, 2)), {(1, 2): 'found'}[Pair((1, 2))])
try:
    hash((1, [2]))
except TypeError as error:
    print(error)
for items in ((), (1,), (-1, 0), range(100), (1.5, (1, 2)), (frozenset((1, 2)), 3), (2**70, -(2**33)), ('', b'')):
    print(hash(frozenset(items)), hash((frozenset(items), 1)))
print(all(hash(frozenset((n, -n * n))) == hash(frozenset((-n * n, n))) for n in range(300)))
print(sum(hash(frozenset(range(n, n + n % 7))) for n in range(500)))
print(hash(frozenset('ab')) == hash(frozenset('ba')), hash((frozenset('ab'),)) == hash((frozenset('ba'),)))
