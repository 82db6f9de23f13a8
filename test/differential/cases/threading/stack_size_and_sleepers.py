# More threads than workers, all asleep; and what stack_size() was told.
import _thread
import threading
import time

for size in (5, -1, 32768, 2**32 + 40000, 0):
    try:
        print(_thread.stack_size(size))
    except ValueError as error:
        print(error)
done = []
for number in range(6):
    _thread.start_new_thread(lambda n: (time.sleep(0.05), done.append(n)), (number,))
while len(done) < 6:
    time.sleep(0.01)
print(sorted(done))
