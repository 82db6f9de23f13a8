# Heaps, merging, and the best n.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import heapq

h = []
for x in (5, 3, 8, 1, 9, 2, 7):
    heapq.heappush(h, x)
    print(h)
print([heapq.heappop(h) for _ in range(len(h))])
data = [(i * 7919) % 101 for i in range(60)]
h = list(data)
heapq.heapify(h)
print(h)
print(heapq.heappushpop(h, 50), h[:5], heapq.heapreplace(h, -1), h[:5], heapq.heappushpop(h, -9))
out = []
while h:
    out.append(heapq.heappop(h))
print(out == sorted(out), len(out))
err(heapq.heappop, [])
err(heapq.heapreplace, [], 1)
print(heapq.heappushpop([], 4))
for n in (-1, 0, 1, 2, 5, 100):
    print(n, heapq.nlargest(n, data), heapq.nsmallest(n, iter(data)))
words = 'the quick brown fox jumps over the lazy dog again and again'.split()
for n in (1, 3, 4, 30):
    print(heapq.nsmallest(n, words, key=len), heapq.nlargest(n, iter(words), key=len))
    print(heapq.nsmallest(n, iter(words), key=len), heapq.nlargest(n, words, key=len))
print(heapq.nlargest(1, []), heapq.nsmallest(1, []), heapq.nlargest(2, []), heapq.nsmallest(2, iter(())))
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [3, 6, 9], [])))
print(list(heapq.merge()), list(heapq.merge([1, 2])))
print(list(heapq.merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len)))
print(list(heapq.merge([7, 4, 1], [8, 5, 2], reverse=True)))
print(list(heapq.merge([(1, 'a'), (2, 'a')], [(1, 'b'), (2, 'b')], key=lambda p: p[0])))
print(list(heapq.merge([(2, 'a'), (1, 'a')], [(2, 'b'), (1, 'b')], key=lambda p: p[0], reverse=True)))
err(heapq.heappush, [1], 'a')


class Task:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


h = []
for n in (3, 1, 2):
    heapq.heappush(h, Task(n))
print([heapq.heappop(h).n for _ in range(3)])
