"""A spreadsheet of cells and formulas, recomputed in order of dependence.

What it shows: objects that refer to each other, lists of listeners, a topological order, calls.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the idea of the DeltaBlue benchmark (one-way constraints); our own model and code.

work: objects
args: 20 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 30000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Cell:
    def __init__(self, name, value=0):
        self.name, self.value = name, value
        self.rule, self.users, self.mark = None, [], 0

    def set(self, value):
        if value == self.value:
            return False
        self.value = value
        return True


class Rule:
    def __init__(self, output, inputs):
        self.output, self.inputs = output, inputs
        output.rule = self
        for cell in inputs:
            cell.users.append(self)

    def compute(self):
        raise NotImplementedError

    def update(self):
        return self.output.set(self.compute())


class Sum(Rule):
    def compute(self):
        total = 0
        for cell in self.inputs:
            total += cell.value
        return total % 65521


class Scale(Rule):
    def __init__(self, output, inputs, factor, offset):
        super().__init__(output, inputs)
        self.factor, self.offset = factor, offset

    def compute(self):
        return (self.inputs[0].value * self.factor + self.offset) % 65521


class Largest(Rule):
    def compute(self):
        return max(cell.value for cell in self.inputs)


class Sheet:
    def __init__(self):
        self.turn = self.updates = 0

    def order(self, cell, found):
        for rule in cell.users:
            if rule.output.mark != self.turn:
                rule.output.mark = self.turn
                self.order(rule.output, found)
                found.append(rule)

    def change(self, cell, value):
        self.turn += 1
        if not cell.set(value):
            return
        found = []
        self.order(cell, found)
        for rule in reversed(found):
            if rule.update():
                self.updates += 1


def run(size):
    sheet = Sheet()
    inputs = [Cell(f'in{n}') for n in range(8)]
    row = inputs
    for depth in range(6):
        below = [Cell(f'c{depth}.{n}') for n in range(8)]
        for n, cell in enumerate(below):
            if (n + depth) % 3 == 0:
                Sum(cell, [row[n], row[(n + 1) % 8]])
            elif (n + depth) % 3 == 1:
                Scale(cell, [row[n]], n + 2, depth)
            else:
                Largest(cell, [row[n], row[(n + 3) % 8], row[(n + 5) % 8]])
        row = below
    check = 0
    for n in range(size):
        sheet.change(inputs[n % 8], n * 37 % 1009)
        check = (check * 3 + row[n % 8].value) % 1000003
    return check, sheet.updates


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
