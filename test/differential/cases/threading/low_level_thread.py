import _thread
lock = _thread.allocate_lock(); done = _thread.allocate_lock(); done.acquire(); out = []
def work(a, k=0): out.append((a, k)); done.release()
_thread.start_new_thread(work, (1,), {'k': 2}); done.acquire(); print(out, isinstance(_thread.get_ident(), int), lock.locked(), _thread.error is RuntimeError, type(lock).__name__, _thread.TIMEOUT_MAX > 1000)
try: _thread.start_new_thread(5, ())
except TypeError as e: print(e)
try: _thread.start_new_thread(work, 5)
except TypeError as e: print(e)
