"""A cache that forgets what was used longest ago: a dict and a linked list.

What it shows: objects linked in both directions: attributes with __slots__ rewired again and again.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: objects
args: 200 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 800000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Link:
    __slots__ = ('key', 'value', 'before', 'after')

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class Cache:
    def __init__(self, room):
        self.room, self.links, self.ends = room, {}, Link()
        self.hits = self.misses = 0

    def get(self, key):
        link = self.links.get(key)
        if link is None:
            self.misses += 1
            return None
        self.hits += 1
        self.unlink(link)
        self.link(link)
        return link.value

    def put(self, key, value):
        if len(self.links) >= self.room:
            oldest = self.ends.after
            self.unlink(oldest)
            del self.links[oldest.key]
        link = self.links[key] = Link(key, value)
        self.link(link)

    def link(self, link):
        last = self.ends.before
        link.before, link.after = last, self.ends
        last.after = self.ends.before = link

    def unlink(self, link):
        link.before.after, link.after.before = link.after, link.before


def run(size):
    cache = Cache(500)
    state = 5
    total = 0
    for n in range(size):
        state = (state * 48271) % 2147483647
        key = (state % 1000) * (state >> 16 & 1023) >> 10
        value = cache.get(key)
        if value is None:
            value = key * 3 + 1
            cache.put(key, value)
        total = (total * 3 + value) % 1000003
    # The ring is a cycle: broken by hand, so that it is freed where nobody collects cycles.
    link = cache.ends
    while link is not None:
        link.before, after, link.after = None, link.after, None
        link = after
    return total, cache.hits, cache.misses


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
