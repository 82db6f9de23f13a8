# Queues for handing work from thread to thread.
#
# One lock guards the storage; three conditions share it: room to put, items
# to get, and all tasks done. SimpleQueue has only a lock and counts its items
# with a semaphore of waiters, so that put never blocks.

import threading
from _collections import deque
from time import monotonic as _now

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    # CPython has this class in a C module and its reprs say so.
    __module__ = '_queue'


class Full(Exception):
    pass


class Queue:

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError('task_done() called too many times')
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            maxsize = self.maxsize
            if maxsize > 0 and self._qsize() >= maxsize:
                self._wait_for_room(maxsize, block, timeout)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def _wait_for_room(self, maxsize, block, timeout):
        if not block:
            raise Full
        if timeout is None:
            while self._qsize() >= maxsize:
                self.not_full.wait()
            return
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = _now() + timeout
        while self._qsize() >= maxsize:
            remaining = end - _now()
            if remaining <= 0.0:
                raise Full
            self.not_full.wait(remaining)

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if timeout is not None and block and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            if not self._qsize():
                self._wait_for_item(block, timeout)
            item = self._get()
            self.not_full.notify()
            return item

    def _wait_for_item(self, block, timeout):
        if not block:
            raise Empty
        if timeout is None:
            while not self._qsize():
                self.not_empty.wait()
            return
        end = _now() + timeout
        while not self._qsize():
            remaining = end - _now()
            if remaining <= 0.0:
                raise Empty
            self.not_empty.wait(remaining)

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    # The storage, which the subclasses replace. Called with the lock held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class PriorityQueue(Queue):

    def _init(self, maxsize):
        from heapq import heappush, heappop
        self._push = heappush
        self._pop = heappop
        self.queue = []

    def _put(self, item):
        self._push(self.queue, item)

    def _get(self):
        return self._pop(self.queue)


class LifoQueue(Queue):

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    __module__ = '_queue'

    def __init__(self):
        self._items = deque()
        self._ready = threading.Condition(threading.Lock())

    def put(self, item, block=True, timeout=None):
        ready = self._ready
        with ready:
            self._items.append(item)
            ready.notify()

    def get(self, block=True, timeout=None):
        ready = self._ready
        with ready:
            items = self._items
            if not items:
                if not block:
                    raise Empty
                if timeout is None:
                    while not items:
                        ready.wait()
                else:
                    if timeout < 0:
                        raise ValueError("'timeout' must be a non-negative number")
                    if not ready.wait_for(lambda: items, timeout):
                        raise Empty
            return items.popleft()

    def put_nowait(self, item):
        return self.put(item)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)
