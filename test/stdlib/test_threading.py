# Threads and what is built from locks; prints only what every schedule gives.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import sys
import threading
import _thread
import time
import io

T = threading.Thread


def hidden(obj):
    # A repr without its addresses.
    out = []
    skip = False
    text = repr(obj)
    i = 0
    while i < len(text):
        if text.startswith('0x', i):
            out.append('0x')
            i += 2
            while i < len(text) and text[i] in '0123456789abcdef':
                i += 1
        else:
            out.append(text[i])
            i += 1
    return ''.join(out)


print(threading.current_thread().name, threading.current_thread() is threading.main_thread())
print(threading.main_thread().daemon, threading.main_thread().is_alive())
print(threading.active_count(), len(threading.enumerate()))
print(threading.get_ident() == threading.main_thread().ident)
print(threading.get_native_id() == threading.main_thread().native_id)


def work():
    pass


t = T(target=work)
print(t.name, t.daemon, t.ident, t.native_id, t.is_alive(), repr(t))
print(T().name, T(name='own').name, T(target=work, name=5).name, repr(T(name='')).count('Thread-3'))
t.start()
t.join()
print(t.is_alive(), repr(t).startswith('<Thread(Thread-1 (work), stopped '), t.ident is not None)
err(t.start)
err(T(target=work).join)
err(threading.current_thread().join)
err(T, 1)
d = T(target=work, daemon=True)
print(repr(d), d.daemon)
d.daemon = False
print(d.daemon)
d.start()
d.join()


def set_daemon():
    threading.main_thread().daemon = True


err(set_daemon)


class Unready(T):
    def __init__(self):
        pass


err(Unready().start)
err(Unready().join)

# Arguments, keyword arguments, results, inheritance of daemon.
got = []
t = T(target=lambda a, b, c=0: got.append((a, b, c)), args=(1, 2), kwargs={'c': 3})
t.start()
t.join()
print(got)


def parent():
    child = T(target=work)
    got.append((threading.current_thread().daemon, child.daemon))


for flag in (False, True):
    t = T(target=parent, daemon=flag)
    t.start()
    t.join()
print(got[1:])


class Own(T):
    def run(self):
        self.result = (threading.current_thread() is self, self.is_alive(),
                       self in threading.enumerate(), self.ident == threading.get_ident())


t = Own()
t.start()
t.join()
print(t.result, type(t).__name__, t.name.startswith('Thread-'), t in threading.enumerate())

# join with a timeout.
gate = threading.Event()
t = T(target=gate.wait)
t.start()
t.join(0.01)
print(t.is_alive())
t.join(timeout=0)
print(t.is_alive())
gate.set()
t.join(5)
print(t.is_alive())

# Locks.
lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
print(lock.release(), lock.locked())
err(lock.release)
err(lock.acquire, False, 1)
err(lock.acquire, True, -2)
err(lock.acquire, timeout=1e100)
with lock as entered:
    print(entered, lock.locked())
print(hidden(lock))
r = threading.RLock()
print(r.acquire(), r.acquire(), r.release(), r.release())
err(r.release)
with r:
    with r:
        print(r._is_owned())
        seen = []
        t = T(target=lambda: seen.append(r.acquire(blocking=False)))
        t.start()
        t.join()
        print(seen)
print(r._is_owned(), hidden(r))

# A counter under a lock.
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1


ts = [T(target=add, args=(500,)) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(total)

# Condition.
cond = threading.Condition()
print(hidden(cond))
err(cond.wait)
err(cond.notify)
err(cond.notify_all)
with cond:
    print(cond.wait(0.01), cond.wait_for(lambda: 0, 0.02), cond.wait_for(lambda: 7))
items = []
taken = []


def consumer():
    with cond:
        while not items:
            cond.wait()
        taken.append(items.pop())


ts = [T(target=consumer) for _ in range(3)]
for t in ts:
    t.start()
for i in range(3):
    with cond:
        items.append(i)
        cond.notify()
for t in ts:
    t.join()
print(sorted(taken), items)
cond = threading.Condition(threading.Lock())
state = []


def waiter():
    with cond:
        cond.wait_for(lambda: state)
        taken.append('w')


ts = [T(target=waiter) for _ in range(3)]
for t in ts:
    t.start()
with cond:
    state.append(1)
    cond.notify_all()
for t in ts:
    t.join()
print(taken.count('w'))

# Semaphores.
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01), hidden(s))
s.release(2)
print(hidden(s))
with s:
    print(hidden(s))
err(threading.Semaphore, -1)
err(s.release, 0)
err(s.acquire, False, 1)
b = threading.BoundedSemaphore(1)
print(hidden(b))
err(b.release)
b.acquire()
b.release()
print(hidden(b))
inside = 0
most = 0
s = threading.Semaphore(2)


def limited():
    global inside, most
    with s:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.001)
        with lock:
            inside -= 1


ts = [T(target=limited) for _ in range(6)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(most <= 2, inside)

# Event.
e = threading.Event()
print(e.is_set(), e.wait(0.01), hidden(e))
e.set()
print(e.is_set(), e.wait(), hidden(e))
e.clear()
print(e.is_set())

# Barrier.
order = []
bar = threading.Barrier(3, action=lambda: order.append('action'))
print(hidden(bar), bar.parties, bar.n_waiting, bar.broken)


def arrive():
    place = bar.wait()
    with lock:
        order.append(place)


for _ in range(2):
    ts = [T(target=arrive) for _ in range(3)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
print(order[0], sorted(order[1:4]), order[4], sorted(order[5:]))
bar = threading.Barrier(2, timeout=0.01)
err(bar.wait)
print(bar.broken, hidden(bar))
err(bar.wait)
bar.reset()
print(bar.broken)
bar.abort()
print(bar.broken, issubclass(threading.BrokenBarrierError, RuntimeError))


def fail():
    raise KeyError('action')


bar = threading.Barrier(1, fail)
err(bar.wait)
print(bar.broken)

# Timer.
fired = []
t = threading.Timer(0.01, lambda *a, **k: fired.append((a, k)), [1], {'k': 2})
t.start()
t.join()
print(fired, t.finished.is_set())
t = threading.Timer(30, fired.append)
t.start()
t.cancel()
t.join()
print(len(fired), t.interval, t.args, t.kwargs)

# Thread-local data.
loc = threading.local()
loc.x = 1
seen = []


def look():
    seen.append(hasattr(loc, 'x'))
    loc.x = 2
    seen.append(loc.x)
    seen.append(loc.__dict__)


t = T(target=look)
t.start()
t.join()
print(loc.x, seen, loc.__dict__)
err(lambda: loc.missing)
del loc.x
err(lambda: loc.x)
err(delattr, loc, 'x')
err(setattr, loc, '__dict__', {})
err(threading.local, 1)


class Mine(threading.local):
    kind = 'class'

    def __init__(self, n):
        self.n = n
        inits.append(n)

    @property
    def double(self):
        return self.n * 2


inits = []
m = Mine(5)
m.n = 6
t = T(target=lambda: seen.append((m.n, m.double, m.kind)))
t.start()
t.join()
print(m.n, m.double, seen[-1], inits)

# Uncaught exceptions go to the hook.
caught = []


def hook(args):
    caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name,
                   args.exc_traceback is not None))


def boom():
    raise ValueError('boom')


threading.excepthook = hook
t = T(target=boom, name='bomb')
t.start()
t.join()
t = T(target=sys.exit)
t.start()
t.join()
print(caught)
threading.excepthook = threading.__excepthook__
saved, sys.stderr = sys.stderr, io.StringIO()
t = T(target=boom)
t.start()
t.join()
t = T(target=sys.exit)
t.start()
t.join()
text, sys.stderr = sys.stderr.getvalue(), saved
lines = text.splitlines()
print(lines[0].startswith('Exception in thread Thread-'), lines[0].endswith(' (boom):'),
      lines[1], lines[-1])
err(threading.excepthook, 1)
err(threading.ExceptHookArgs, (1, 2))
print(threading.ExceptHookArgs((1, 2, 3, 4)).thread)

# Threads of _thread.
done = threading.Lock()
done.acquire()
names = []


def raw(a, k=None):
    names.append((threading.current_thread().name, threading.current_thread().daemon, a, k))
    done.release()


_thread.start_new_thread(raw, (1,), {'k': 2})
done.acquire()
print(names)
print(threading.TIMEOUT_MAX > 1000, threading.ThreadError is RuntimeError, threading.stack_size())

# Many at once.
counts = []
ts = [T(target=counts.append, args=(i,)) for i in range(60)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(counts) == list(range(60)))


def late():
    time.sleep(0.02)
    print('late thread ends before the program')


T(target=late).start()
T(target=lambda: time.sleep(100), daemon=True).start()
print('main ends')
