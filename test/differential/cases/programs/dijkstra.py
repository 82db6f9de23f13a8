import heapq
graph = {'A': {'B': 7, 'C': 3}, 'B': {'C': 1, 'D': 2}, 'C': {'B': 1, 'D': 8, 'E': 2}, 'D': {'E': 4}, 'E': {'D': 1}}
def shortest(start):
    dist, seen, heap = {start: (0, [start])}, set(), [(0, start, [start])]
    while heap:
        d, u, path = heapq.heappop(heap)
        if u in seen: continue
        seen.add(u); dist[u] = (d, path)
        for v, w in graph[u].items():
            if v not in seen: heapq.heappush(heap, (d + w, v, path + [v]))
    return dist
for node, (d, path) in sorted(shortest('A').items()): print(node, d, '->'.join(path))
