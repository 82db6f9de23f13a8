import heapq
h = []
for x in [5, 1, 8, 3, 2, 9, 1]: heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(len(h))])
l = [9, 4, 7, 1, 8, 2]; heapq.heapify(l); print(l, heapq.heappushpop(l, 0), heapq.heapreplace(l, 6), l)
print(heapq.nlargest(3, [4, 1, 7, 3]), heapq.nsmallest(2, [4, 1, 7]), heapq.nlargest(2, ['aa', 'b', 'cccc'], key=len), list(heapq.merge([1, 4, 6], [2, 3], [5])), list(heapq.merge([3, 1], [2], reverse=True)), heapq.nsmallest(0, [1]), heapq.nlargest(10, [1, 2]))
q = []; heapq.heappush(q, (2, 'b')); heapq.heappush(q, (1, 'z')); heapq.heappush(q, (1, 'a')); print(heapq.heappop(q), q)
for f in (lambda: heapq.heappop([]), lambda: heapq.heapify((1,)), lambda: heapq.heappush(5, 1), lambda: heapq.heapify([1, 'a'])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
