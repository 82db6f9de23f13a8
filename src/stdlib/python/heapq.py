# Binary heaps in lists: item k is at most items 2k+1 and 2k+2.
#
# Popping sifts the hole down to a leaf first and the displaced item up from
# there (Knuth, volume 3, 5.2.3, exercise 18): fewer comparisons than stopping
# early, since an item taken from the end usually belongs near the end. The
# arrangement this leaves is CPython's, which programs that print heaps see.

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


def _refuse(heap, where):
    raise TypeError('%s must be list, not %s' % (where, type(heap).__name__))


def heappush(heap, item, /):
    if not isinstance(heap, list):
        _refuse(heap, 'heappush() argument 1')
    heap.append(item)
    pos = len(heap) - 1
    while pos > 0:
        above = (pos - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


def heappop(heap, /):
    if not isinstance(heap, list):
        _refuse(heap, 'heappop() argument')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return top


def heapreplace(heap, item, /):
    if not isinstance(heap, list):
        _refuse(heap, 'heapreplace() argument 1')
    if not heap:
        raise IndexError('index out of range')
    top = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return top


def heappushpop(heap, item, /):
    if not isinstance(heap, list):
        _refuse(heap, 'heappushpop() argument 1')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    if not isinstance(heap, list):
        _refuse(heap, 'heapify() argument')
    for pos in range((len(heap) >> 1) - 1, -1, -1):
        _sink(heap, pos)


def _sink(heap, pos):
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    while pos > start:
        above = (pos - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


# The same with the largest on top, for nsmallest and merge(reverse=True).

def _heapify_max(heap):
    for pos in range((len(heap) >> 1) - 1, -1, -1):
        _sink_max(heap, pos)


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return top


def _heapreplace_max(heap, item):
    top = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return top


def _sink_max(heap, pos):
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    while pos > start:
        above = (pos - 1) >> 1
        parent = heap[above]
        if not parent < item:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


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
