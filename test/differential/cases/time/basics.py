import time
a = time.monotonic(); b = time.monotonic(); print(b >= a, type(a).__name__)
a = time.perf_counter(); time.sleep(0.01); b = time.perf_counter(); print(0.009 < b - a < 1)
print(type(time.time()).__name__, time.time() > 1.6e9, isinstance(time.time_ns(), int), time.perf_counter_ns() <= time.perf_counter_ns(), time.process_time() >= 0, time.thread_time() >= 0)
for x in (-1, 'a', None):
    try: time.sleep(x)
    except Exception as e: print(type(e).__name__, e)
print(time.sleep(0), time.sleep(0.001))
