"""A small operating system in objects: tasks, packets, queues, priorities.

What it shows: classes, polymorphic methods, linked structures, many short calls.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the idea of the richards benchmark, used by PyPy-STM (anchors.md 1.10); our own simulation.

work: objects
args: 200 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 450000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

class Packet:
    def __init__(self, kind, value):
        self.kind, self.value, self.hops = kind, value, 0


class Task:
    def __init__(self, kernel, name, priority):
        self.kernel, self.name, self.priority = kernel, name, priority
        self.inbox, self.done = [], 0

    def ready(self):
        return bool(self.inbox)

    def step(self):
        packet = self.inbox.pop(0)
        packet.hops += 1
        self.done += 1
        self.handle(packet)

    def handle(self, packet):
        raise NotImplementedError


class Worker(Task):
    def handle(self, packet):
        packet.value = (packet.value * 17 + 3) % 1009
        self.kernel.send('device' if packet.value & 1 else 'router', packet)


class Router(Task):
    def handle(self, packet):
        target = 'worker' if packet.hops % 3 else 'device'
        packet.kind = packet.hops & 3
        self.kernel.send(target, packet)


class Device(Task):
    def handle(self, packet):
        self.kernel.total = (self.kernel.total + packet.value * (packet.kind + 1)) % 1000003
        packet.kind ^= 1
        self.kernel.send('worker', packet)


class Kernel:
    def __init__(self):
        self.total = 0
        self.tasks = [
            Worker(self, 'worker', 1), Router(self, 'router', 2), Device(self, 'device', 3),
        ]
        self.by_name = {task.name: task for task in self.tasks}

    def send(self, name, packet):
        self.by_name[name].inbox.append(packet)

    def pick(self, turn):
        best = None
        for task in self.tasks:
            if task.ready():
                weight = task.priority * len(task.inbox) + (turn % 3 == task.priority - 1)
                if best is None or weight > best_weight:
                    best, best_weight = task, weight
        return best


def run(size):
    kernel = Kernel()
    for value in range(6):
        kernel.send('worker', Packet(0, value))
    for turn in range(size):
        kernel.pick(turn).step()
    return kernel.total, [task.done for task in kernel.tasks]


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
