# Threads as objects, and the locks built from the one primitive lock.
#
# `_thread` gives a lock, a re-entrant lock, a handle to a running thread and a
# dict private to each thread; everything else here is Python over those.
# What must hold: a started thread stands in `_alive` from before its worker is
# asked for until the last step of its bootstrap, so that enumerate() and the
# shutdown join never miss one; every blocking wait is a lock acquire, so that
# the deadlock report and Ctrl-C see it.

import sys as _sys
import _thread

__all__ = [
    'get_ident', 'active_count', 'Condition', 'current_thread',
    'enumerate', 'main_thread', 'TIMEOUT_MAX',
    'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread',
    'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError',
    'excepthook', 'ExceptHookArgs', 'stack_size', 'get_native_id', 'local',
]

_allocate_lock = _thread.allocate_lock
_thread_dict = _thread._thread_dict
_start_joinable_thread = _thread.start_joinable_thread
# Optional native: tells the host the thread's name, for its reports.
_set_host_name = getattr(_thread, '_set_name', None)

Lock = _allocate_lock
RLock = _thread.RLock
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
stack_size = _thread.stack_size
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX


def _deprecated(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _address(obj):
    return '%#x' % id(obj)


class Condition:
    # Each waiter sleeps on a lock of its own, taken twice; notify releases the
    # oldest waiters' locks. A notify that finds its waiter already gone (it
    # timed out in between) is lost to nobody: the waiter left the list itself.

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock that knows its owner says so; a plain lock is asked by trying.
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            method = getattr(lock, name, None)
            if method is not None:
                setattr(self, name, method)
        self._waiters = _new_deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return '<Condition(%s, %d)>' % (self._lock, len(self._waiters))

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._release_save()
        woken = False
        try:
            if timeout is None:
                waiter.acquire()
                woken = True
            elif timeout > 0:
                woken = waiter.acquire(True, timeout)
            else:
                woken = waiter.acquire(False)
            return woken
        finally:
            self._acquire_restore(saved)
            if not woken:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        end = None
        remaining = timeout
        while not result:
            if end is None:
                end = _now() + remaining
            else:
                remaining = end - _now()
                if remaining <= 0:
                    break
            self.wait(remaining)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters[0]
            try:
                waiter.release()
            except RuntimeError:
                # An interrupt took the waiter out of its wait after somebody
                # had already released it; it owes us nothing.
                pass
            else:
                n -= 1
            try:
                waiters.remove(waiter)
            except ValueError:
                pass

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


class Semaphore:

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(_allocate_lock())
        self._value = value

    def __repr__(self):
        cls = self.__class__
        return '<%s.%s at %s: value=%s>' % (
            cls.__module__, cls.__qualname__, _address(self), self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        cond = self._cond
        with cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _now() + timeout
                    else:
                        timeout = end - _now()
                        if timeout <= 0:
                            return False
                cond.wait(timeout)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        cls = self.__class__
        return '<%s.%s at %s: value=%s/%s>' % (
            cls.__module__, cls.__qualname__, _address(self),
            self._value, self._initial_value)

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:

    def __init__(self):
        self._cond = Condition(_allocate_lock())
        self._flag = False

    def __repr__(self):
        cls = self.__class__
        return '<%s.%s at %s: %s>' % (
            cls.__module__, cls.__qualname__, _address(self),
            'set' if self._flag else 'unset')

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated('isSet() is deprecated, use is_set() instead')
        return self._flag

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # States of `_state`, changed only under `_cond`:
    #    0 filling    threads arrive and wait
    #    1 draining   the last one came; each leaves, the last sets 0
    #   -1 resetting  reset() was called; waiters leave broken, the last sets 0
    #   -2 broken     stays so until reset()

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(_allocate_lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        cls = self.__class__
        where = '<%s.%s at %s' % (cls.__module__, cls.__qualname__, _address(self))
        if self.broken:
            return where + ': broken>'
        return '%s: waiters=%d/%d>' % (where, self.n_waiting, self.parties)

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        cond = self._cond
        with cond:
            while self._state in (-1, 1):
                cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count = index + 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._await_opening(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _await_opening(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state != 1:
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


def _counter():
    lock = _allocate_lock()
    last = 0

    def take():
        nonlocal last
        with lock:
            last += 1
            return last
    return take


_next_thread_number = _counter()
_next_local_key = _counter()

_alive = {}                         # id of the Thread object -> the Thread
_alive_lock = _allocate_lock()
_shutting_down = False

# How long start() waits for the new thread to say hello. CPython waits without
# end; here a pool that is full would turn that into a deadlock. The first time
# the wait fails, later starts stop waiting.
_HELLO_SECONDS = 1.0
_say_hello = True


class Thread:

    _initialized = False

    def __init__(self, group=None, target=None, name=None,
                 args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if name:
            name = str(name)
        else:
            name = 'Thread-%d' % _next_thread_number()
            if target is not None:
                try:
                    name = '%s (%s)' % (name, target.__name__)
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._handle = None
        self._begun = False
        self._ended = False
        self._stderr = _sys.stderr
        self._initialized = True

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial'
        if self._begun:
            status = 'started' if self.is_alive() else 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += ' %s' % self._ident
        return '<%s(%s, %s)>' % (self.__class__.__name__, self._name, status)

    def start(self):
        global _say_hello
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._begun:
            raise RuntimeError('threads can only be started once')
        self._begun = True
        hello = self._hello = _allocate_lock()
        hello.acquire()
        with _alive_lock:
            _alive[id(self)] = self
        try:
            handle = _start_joinable_thread(self._bootstrap, None, self._daemonic)
        except Exception:
            self._begun = False
            with _alive_lock:
                _alive.pop(id(self), None)
            raise
        self._handle = handle
        if _say_hello and not hello.acquire(True, _HELLO_SECONDS):
            _say_hello = False
        if self._ident is None:
            self._ident = handle.ident

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # The target may hold the thread: drop the cycle as CPython does.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _thread_dict()['threading.current'] = self
        if _set_host_name is not None:
            _set_host_name(self._name)
        self._hello.release()
        try:
            self._bootstrap_inner()
        finally:
            with _alive_lock:
                _alive.pop(id(self), None)

    def _bootstrap_inner(self):
        try:
            self.run()
        except:
            _invoke_excepthook(self)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._begun:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        handle = self._handle
        while handle is None:
            # Another thread is in start(), between the native call and the
            # line that keeps its result.
            if not self._begun:
                raise RuntimeError('cannot join thread before it is started')
            if self is _main_thread:
                return
            _sleep(0.0005)
            handle = self._handle
        if timeout is None:
            handle.join()
        else:
            handle.join(timeout if timeout > 0 else 0)

    @property
    def name(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)
        if _set_host_name is not None and self is current_thread():
            _set_host_name(self._name)

    @property
    def ident(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._native_id

    def is_alive(self):
        assert self._initialized, 'Thread.__init__() not called'
        if not self._begun or self._ended:
            return False
        handle = self._handle
        if handle is not None and handle.is_done():
            self._ended = True
            return False
        return True

    @property
    def daemon(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._begun:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        _deprecated('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        _deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name


class Timer(Thread):

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):

    def __init__(self):
        Thread.__init__(self, name='MainThread', daemon=False)
        self._begun = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        _alive[id(self)] = self
        _thread_dict()['threading.current'] = self


class _DummyThread(Thread):
    # Stands for a thread that was started by _thread directly.

    def __init__(self):
        Thread.__init__(self, name='Dummy-%d' % _next_thread_number(), daemon=True)
        self._begun = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _alive_lock:
            _alive[id(self)] = self
        _thread_dict()['threading.current'] = self

    def join(self, timeout=None):
        assert False, 'cannot join a dummy thread'


def current_thread():
    thread = _thread_dict().get('threading.current')
    return thread if thread is not None else _DummyThread()


def currentThread():
    _deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def main_thread():
    return _main_thread


def enumerate():
    with _alive_lock:
        return list(_alive.values())


def active_count():
    with _alive_lock:
        return len(_alive)


def activeCount():
    _deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


class ExceptHookArgs(tuple):
    # The four things a thread's excepthook is told.
    __module__ = '_thread'
    __slots__ = ()

    def __new__(cls, args):
        self = tuple.__new__(cls, args)
        if len(self) != 4:
            raise TypeError('_thread._ExceptHookArgs() takes a 4-sequence (%d-sequence given)'
                            % len(self))
        return self

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return ('_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)'
                % tuple(self))


def excepthook(args, /):
    if not isinstance(args, ExceptHookArgs):
        raise TypeError('_thread.excepthook argument type must be ExceptHookArgs')
    exc_type, exc_value, exc_traceback, thread = args
    if exc_type is SystemExit:
        return
    stderr = _sys.stderr
    if stderr is None:
        stderr = thread._stderr if thread is not None else None
        if stderr is None:
            return
    name = thread.name if thread is not None else get_ident()
    print('Exception in thread %s:' % (name,), file=stderr, flush=True)
    stderr.write(_thread._format_exception(exc_type, exc_value, exc_traceback))
    stderr.flush()


__excepthook__ = excepthook


def _invoke_excepthook(thread):
    hook = excepthook
    if hook is None:
        hook = __excepthook__
    try:
        hook(ExceptHookArgs([*_sys.exc_info(), thread]))
    except Exception as error:
        error.__suppress_context__ = True
        print('Exception in threading.excepthook:', file=_sys.stderr, flush=True)
        _sys.excepthook(*_sys.exc_info())


class _local:
    # Attributes live in a dict of the calling thread, found by this object's
    # key. A thread that meets the object for the first time runs __init__
    # again with the arguments the object was made with.
    __module__ = '_thread'
    __slots__ = ('_local_key', '_local_args')

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        key = ('threading.local', _next_local_key())
        object.__setattr__(self, '_local_key', key)
        object.__setattr__(self, '_local_args', (args, kwargs))
        _thread_dict()[key] = {}
        return self

    def __getattribute__(self, name):
        attributes = _local_attributes(self)
        if name in attributes:
            kind = getattr(type(self), name, None)
            if kind is None or not hasattr(type(kind), '__set__'):
                return attributes[name]
        elif name == '__dict__':
            return attributes
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is _local:
                raise AttributeError("'_thread._local' object has no attribute '%s'" % name,
                                     name=name, obj=self) from None
            raise

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError("'%s' object attribute '__dict__' is read-only"
                                 % _local_type_name(self))
        attributes = _local_attributes(self)
        if hasattr(type(getattr(type(self), name, None)), '__set__'):
            object.__setattr__(self, name, value)
        else:
            attributes[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError("'%s' object attribute '__dict__' is read-only"
                                 % _local_type_name(self))
        attributes = _local_attributes(self)
        if hasattr(type(getattr(type(self), name, None)), '__delete__'):
            object.__delattr__(self, name)
        elif name in attributes:
            del attributes[name]
        else:
            raise AttributeError("'%s' object has no attribute '%s'"
                                 % (_local_type_name(self), name), name=name, obj=self)

    def __del__(self, _thread_dict=_thread_dict, _get=object.__getattribute__):
        # Other threads' values go with their threads. The defaults keep what
        # is needed when the module itself is already being taken apart.
        _thread_dict().pop(_get(self, '_local_key'), None)


def _local_type_name(self):
    cls = type(self)
    return '_thread._local' if cls is _local else cls.__name__


def _local_attributes(self):
    mine = _thread_dict()
    key = object.__getattribute__(self, '_local_key')
    attributes = mine.get(key)
    if attributes is None:
        attributes = mine[key] = {}
        cls = type(self)
        if cls.__init__ is not object.__init__:
            args, kwargs = object.__getattribute__(self, '_local_args')
            try:
                cls.__init__(self, *args, **kwargs)
            except:
                del mine[key]
                raise
    return attributes


local = _local

_atexit_calls = []


def _register_atexit(func, *args, **kwargs):
    # Runs func before the non-daemon threads are joined: an executor uses it
    # to tell its idle workers to leave.
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _atexit_calls.append(lambda: func(*args, **kwargs))


def _shutdown():
    # Called once by the interpreter when the main program has ended.
    global _shutting_down
    if _main_thread._ended:
        return
    _shutting_down = True
    _main_thread._ended = True
    with _alive_lock:
        _alive.pop(id(_main_thread), None)
    while _atexit_calls:
        _atexit_calls.pop()()
    while True:
        waiting = [t for t in enumerate()
                   if not t._daemonic and t is not _main_thread]
        if not waiting:
            break
        for thread in waiting:
            handle = thread._handle
            if handle is not None:
                handle.join()
            else:
                # Its starter is between the registration and the native call.
                _sleep(0.001)


from time import monotonic as _now, sleep as _sleep
from _collections import deque as _new_deque

_main_thread = _MainThread()
