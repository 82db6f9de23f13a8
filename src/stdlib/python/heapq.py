# Binary heaps in lists: what is not in the native module.

from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush,
                    heappushpop, heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    # Entries are [key, order, value, next]: order breaks ties, so that values
    # are never compared twice and the merge is stable.
    heap = []
    if reverse:
        build, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        build, pop, replace, direction = heapify, heappop, heapreplace, 1
    order = 0
    for iterable in iterables:
        advance = iter(iterable).__next__
        try:
            value = advance()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), order * direction, value, advance])
        order += 1
    build(heap)
    while len(heap) > 1:
        entry = heap[0]
        advance = entry[3]
        try:
            while True:
                yield entry[2]
                value = entry[2] = advance()
                entry[0] = value if key is None else key(value)
                replace(heap, entry)
                entry = heap[0]
                advance = entry[3]
        except StopIteration:
            pop(heap)
    if heap:
        _, _, value, advance = heap[0]
        yield value
        yield from advance.__self__


def nsmallest(n, iterable, key=None):
    if n == 1:
        return _single(min, iterable, key)
    size = _known_size(iterable)
    if size is not None and n >= size:
        return sorted(iterable, key=key)[:n]
    it = iter(iterable)
    best = []
    order = 0
    for value in it:
        if order >= n:
            break
        best.append((value if key is None else key(value), order, value))
        order += 1
    else:
        best.sort()
        return [entry[2] for entry in best]
    if n <= 0:
        return []
    _heapify_max(best)
    top = best[0][0]
    while True:
        rank = value if key is None else key(value)
        if rank < top:
            _heapreplace_max(best, (rank, order, value))
            top = best[0][0]
            order += 1
        try:
            value = next(it)
        except StopIteration:
            break
    best.sort()
    return [entry[2] for entry in best]


def nlargest(n, iterable, key=None):
    if n == 1:
        return _single(max, iterable, key)
    size = _known_size(iterable)
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=True)[:n]
    it = iter(iterable)
    best = []
    order = 0
    for value in it:
        if order >= n:
            break
        best.append((value if key is None else key(value), -order, value))
        order += 1
    else:
        best.sort(reverse=True)
        return [entry[2] for entry in best]
    if n <= 0:
        return []
    heapify(best)
    top = best[0][0]
    while True:
        rank = value if key is None else key(value)
        if top < rank:
            heapreplace(best, (rank, -order, value))
            top = best[0][0]
            order += 1
        try:
            value = next(it)
        except StopIteration:
            break
    best.sort(reverse=True)
    return [entry[2] for entry in best]


def _single(choose, iterable, key):
    nothing = object()
    value = choose(iterable, default=nothing, key=key)
    return [] if value is nothing else [value]


def _known_size(iterable):
    try:
        return len(iterable)
    except (TypeError, AttributeError):
        return None
