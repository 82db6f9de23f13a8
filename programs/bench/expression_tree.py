"""Arithmetic expressions as trees of objects: built, simplified, evaluated.

What it shows: inheritance, properties, super, isinstance, polymorphic methods, recursion.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: objects
args: 10 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Node:
    size = 1

    def __init__(self, *parts):
        self.parts = parts

    @property
    def weight(self):
        return self.size + sum(part.weight for part in self.parts)

    def simplify(self):
        return type(self)(*[part.simplify() for part in self.parts])


class Number(Node):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def evaluate(self, names):
        return self.value

    def simplify(self):
        return self


class Name(Node):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def evaluate(self, names):
        return names[self.name]

    def simplify(self):
        return self


class Operation(Node):
    size = 2

    def evaluate(self, names):
        left, right = self.parts
        return self.apply(left.evaluate(names), right.evaluate(names))

    def simplify(self):
        done = super().simplify()
        if all(isinstance(part, Number) for part in done.parts):
            return Number(done.apply(done.parts[0].value, done.parts[1].value))
        return done


class Add(Operation):
    def apply(self, a, b):
        return (a + b) % 10007


class Multiply(Operation):
    size = 3

    def apply(self, a, b):
        return a * b % 10007


def build(depth, state):
    state = (state * 48271) % 2147483647
    if depth == 0:
        return (Name('xyz'[state % 3]) if state & 8 else Number(state % 100)), state
    left, state = build(depth - 1, state)
    right, state = build(depth - 1, state)
    return (Multiply if state & 4 else Add)(left, right), state


def run(size):
    tree, _ = build(7, 42)
    short = tree.simplify()
    total = 0
    for n in range(size):
        names = {'x': n, 'y': n & 7, 'z': 3}
        if n % 50 == 0:
            short = tree.simplify()
            total += short.weight
        total = (total + short.evaluate(names)) % 1000003
    return total, tree.weight, short.weight


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
