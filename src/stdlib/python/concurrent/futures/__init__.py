# Work handed to a pool of threads, and the promises of its results.
#
# A Future's state changes only under its condition, through the names in the
# table below; `done` states never change again.
#
#   PENDING                  submitted           -> RUNNING, CANCELLED
#   RUNNING                  a worker has it     -> FINISHED
#   CANCELLED                cancel() in time    -> CANCELLED_AND_NOTIFIED
#   CANCELLED_AND_NOTIFIED   a worker saw that   (done)
#   FINISHED                 result or exception (done)
#
# A pool of processes is not offered.

import threading as _threading

__all__ = ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError',
           'TimeoutError', 'InvalidStateError', 'BrokenExecutor', 'Future', 'Executor', 'wait',
           'as_completed', 'ThreadPoolExecutor')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_PENDING = 'PENDING'
_RUNNING = 'RUNNING'
_CANCELLED = 'CANCELLED'
_CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
_FINISHED = 'FINISHED'

TimeoutError = TimeoutError


class Error(Exception):
    __module__ = 'concurrent.futures._base'


class CancelledError(Error):
    __module__ = 'concurrent.futures._base'


class InvalidStateError(Error):
    __module__ = 'concurrent.futures._base'


class BrokenExecutor(RuntimeError):
    __module__ = 'concurrent.futures._base'


class Future:

    def __init__(self):
        self._condition = _threading.Condition()
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = []
        # Those in wait() and as_completed(): they are told of a cancelled
        # future only when a worker has seen it.
        self._waiters = []

    def __repr__(self):
        with self._condition:
            text = '<%s at %#x state=%s' % (self.__class__.__name__, id(self), _shown(self._state))
            if self._state == _FINISHED:
                if self._exception:
                    text += ' raised %s' % self._exception.__class__.__name__
                else:
                    text += ' returned %s' % self._result.__class__.__name__
            return text + '>'

    def cancel(self):
        with self._condition:
            if self._state in (_RUNNING, _FINISHED):
                return False
            if self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED):
                return True
            self._state = _CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == _RUNNING

    def done(self):
        return self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED, _FINISHED)

    def _settled(self):
        return self._state in (_CANCELLED_AND_NOTIFIED, _FINISHED)

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._callbacks.append(fn)
                return
        self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            import sys
            print('exception calling callback for %r' % self, file=sys.stderr)
            import traceback
            traceback.print_exc()

    def _invoke_callbacks(self):
        for fn in self._callbacks:
            self._call(fn)

    def _await(self, timeout):
        condition = self._condition
        with condition:
            if not self.done():
                if not condition.wait_for(self.done, timeout):
                    raise TimeoutError()
            if self._state != _FINISHED:
                raise CancelledError()

    def result(self, timeout=None):
        self._await(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                # The traceback holds this frame, and the frame would hold it.
                self = None
        return self._result

    def exception(self, timeout=None):
        self._await(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == _CANCELLED:
                self._state = _CANCELLED_AND_NOTIFIED
                self._condition.notify_all()
                for tell in self._waiters:
                    tell(self)
                return False
            if self._state == _PENDING:
                self._state = _RUNNING
                return True
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError('%s: %r' % (self._state, self))
            self._result = result
            self._exception = exception
            self._state = _FINISHED
            self._condition.notify_all()
            for tell in self._waiters:
                tell(self)
        self._invoke_callbacks()

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _shown(state):
    return 'cancelled' if state == _CANCELLED_AND_NOTIFIED else state.lower()


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    changed = _threading.Condition(_threading.Lock())

    def settled():
        if return_when == FIRST_COMPLETED:
            return any(f._settled() for f in fs)
        if return_when == FIRST_EXCEPTION and any(
                f._settled() and f._exception is not None for f in fs):
            return True
        return all(f._settled() for f in fs)

    def tell(f):
        with changed:
            changed.notify_all()

    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError('Invalid return condition: %r' % return_when)
    if fs and not settled():
        for f in fs:
            f._waiters.append(tell)
        with changed:
            changed.wait_for(settled, timeout)
        for f in fs:
            with f._condition:
                f._waiters.remove(tell)
    done = {f for f in fs if f._settled()}
    return DoneAndNotDoneFutures(done, fs - done)


class DoneAndNotDoneFutures(tuple):
    __slots__ = ()
    _fields = ('done', 'not_done')
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    def __repr__(self):
        return 'DoneAndNotDoneFutures(done=%r, not_done=%r)' % tuple(self)


def as_completed(fs, timeout=None):
    import queue
    from time import monotonic
    end = None if timeout is None else timeout + monotonic()
    fs = set(fs)
    total = len(fs)
    arrived = queue.SimpleQueue()
    for f in list(fs):
        with f._condition:
            if f._settled():
                arrived.put(f)
            else:
                f._waiters.append(arrived.put)
    while fs:
        remaining = None
        if end is not None:
            remaining = max(end - monotonic(), 0)
        try:
            f = arrived.get(timeout=remaining)
        except queue.Empty:
            raise TimeoutError('%d (of %d) futures unfinished' % (len(fs), total)) from None
        fs.discard(f)
        yield f


class Executor:

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        from time import monotonic
        end = None if timeout is None else timeout + monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    f = fs.pop()
                    try:
                        yield f.result() if end is None else f.result(end - monotonic())
                    finally:
                        f.cancel()
            finally:
                for f in fs:
                    f.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class BrokenThreadPool(BrokenExecutor):
    __module__ = 'concurrent.futures.thread'


_pools = []
_pool_numbers = _threading._counter()
_exiting = False


def _leave():
    # Before the interpreter joins the workers: no more work, and wake them all.
    global _exiting
    _exiting = True
    for pool in list(_pools):
        pool._wake_all()
    for pool in list(_pools):
        for thread in list(pool._threads):
            thread.join()


_threading._register_atexit(_leave)


class ThreadPoolExecutor(Executor):

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        import queue
        if max_workers is None:
            import os
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle = _threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._lock = _threading.Lock()
        self._thread_name_prefix = thread_name_prefix or \
            'ThreadPoolExecutor-%d' % (_pool_numbers() - 1)
        self._initializer = initializer
        self._initargs = initargs
        _pools.append(self)

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _exiting:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            f = Future()
            self._work_queue.put((f, fn, args, kwargs))
            self._add_worker()
            return f

    def _add_worker(self):
        if self._idle.acquire(blocking=False):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = _threading.Thread(name='%s_%d' % (self._thread_name_prefix, count),
                                       target=self._work)
            thread.start()
            self._threads.add(thread)

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                import sys
                import traceback
                print('Exception in initializer:', file=sys.stderr)
                traceback.print_exc()
                self._break()
                return
        items = self._work_queue
        while True:
            try:
                item = items.get(False)
            except Exception:
                self._idle.release()
                item = items.get()
            if item is None:
                if self._shutdown or _exiting:
                    items.put(None)
                    return
                continue
            _run(*item)
            del item

    def _break(self):
        with self._lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for f in self._drain():
                f.set_exception(BrokenThreadPool(self._broken))

    def _drain(self):
        drained = []
        while not self._work_queue.empty():
            item = self._work_queue.get()
            if item is not None:
                drained.append(item[0])
        return drained

    def _wake_all(self):
        self._work_queue.put(None)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._shutdown = True
            if cancel_futures:
                for f in self._drain():
                    f.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
            if self in _pools:
                _pools.remove(self)


def _run(f, fn, args, kwargs):
    if not f.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        f.set_exception(error)
        f = None
    else:
        f.set_result(result)


def __getattr__(name):
    if name == 'ProcessPoolExecutor':
        raise AttributeError('concurrent.futures has no ProcessPoolExecutor here: '
                             'there are threads, but no processes')
    raise AttributeError("module 'concurrent.futures' has no attribute %r" % name)
