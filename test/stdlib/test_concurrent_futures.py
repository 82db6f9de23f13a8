# Pools of threads and futures.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import concurrent.futures as cf
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait

with ThreadPoolExecutor(max_workers=3) as pool:
    fs = [pool.submit(pow, i, 2) for i in range(8)]
    print([f.result() for f in fs], all(f.done() for f in fs), fs[0].running(), fs[0].cancelled(), fs[0].exception())
    print(list(pool.map(lambda a, b: a + b, [1, 2, 3], [10, 20, 30])), list(pool.map(str, [])))
    bad = pool.submit(int, 'x')
    err(bad.result)
    print(repr(bad.exception()), bad.cancel(), bad.done())
    print(sorted(f.result() for f in as_completed(fs)), len(wait(fs).done), len(wait(fs).not_done), len(wait([])[0]))
    err(lambda: list(pool.map(int, ['1', 'z', '3'])))
    print(pool.submit(lambda *a, **k: (a, k), 1, 2, x=3).result())
err(pool.submit, len, 'a')
err(ThreadPoolExecutor, 0)
err(ThreadPoolExecutor, 1, initializer=5)
pool = ThreadPoolExecutor(1, thread_name_prefix='mine')
gate = threading.Event()
first = pool.submit(gate.wait)
second = pool.submit(lambda: 'never')
print(pool.submit(lambda: 1) is not None)
err(first.result, timeout=0.01)
err(first.exception, 0)
print(second.cancel(), second.cancelled(), second.done(), second.cancel())
err(second.result)
done, not_done = wait([first, second], timeout=0.01)
print(len(done), len(not_done))
done, not_done = wait([first, second], timeout=0.01, return_when=cf.FIRST_COMPLETED)
print(len(done), len(not_done))


def complain():
    for f in as_completed([first], timeout=0.01):
        print(f)


err(complain)
gate.set()
print(first.result(), pool.submit(lambda: threading.current_thread().name).result())
pool.shutdown()
pool = ThreadPoolExecutor(1)
gate = threading.Event()
a = pool.submit(gate.wait)
b = pool.submit(len, 'x')
while not a.running():
    time.sleep(0.001)
pool.shutdown(wait=False, cancel_futures=True)
gate.set()
print(a.result(), b.cancelled())
f = Future()
calls = []
f.add_done_callback(lambda x: calls.append(x is f))
print(f.running(), f.done(), 'state=pending' in repr(f), f.set_running_or_notify_cancel(), f.running(), f.cancel(), 'state=running' in repr(f))
f.set_result(5)
f.add_done_callback(lambda x: calls.append('late'))
print(f.result(), calls, 'state=finished returned int' in repr(f))
try:
    f.set_result(6)
except cf.InvalidStateError as e:
    print(type(e).__name__, str(e).startswith('FINISHED: <Future at '))
g = Future()
g.set_exception(KeyError('k'))
err(g.result)
print('raised KeyError' in repr(g), cf.CancelledError.__name__, cf.TimeoutError is TimeoutError)
h = Future()
print(h.cancel(), h.set_running_or_notify_cancel(), h.cancelled(), 'cancelled' in repr(h))
seen = []
with ThreadPoolExecutor(2, initializer=seen.append, initargs=('init',)) as pool:
    pool.submit(len, 'a').result()
print(set(seen))
slow = threading.Event()
with ThreadPoolExecutor(4) as pool:
    fs = [pool.submit(slow.wait), pool.submit(int, 'zz')]
    done, rest = wait(fs, return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(rest))
    slow.set()
err(wait, [Future()], return_when='x')
with ThreadPoolExecutor() as pool:
    print(sum(pool.map(lambda x: x * x, range(100))))
left = ThreadPoolExecutor(2)
print(left.submit(len, 'abc').result())
