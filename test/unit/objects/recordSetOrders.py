"""Records setOrders.json: random operations on two sets of ints, and in which order CPython walks them.

Run with python3.11: python3 recordSetOrders.py > setOrders.json
Each case is [operations, order of a, order of b]; an operation is [code, argument].
"""
import json
import random

random.seed(20)


def value(wide):
    return random.randint(-(2**29), 2**29) if wide else random.randint(-12, 70)


def apply(state, code, argument):
    a, b = state
    if code == 0:
        a.add(argument)
    elif code == 1:
        b.add(argument)
    elif code == 2:
        a.discard(argument)
    elif code == 3:
        if a:
            b.add(a.pop())
    elif code == 4:
        a |= b
    elif code == 5:
        a &= b
    elif code == 6:
        a -= b
    elif code == 7:
        a ^= b
    elif code == 8:
        state[0] = a | b
    elif code == 9:
        state[0] = a & b
    elif code == 10:
        state[0] = a - b
    elif code == 11:
        state[0] = a ^ b
    elif code == 12:
        state[1] = a.copy()
    elif code == 13:
        a.clear()
    elif code == 14:
        a.update(range(argument, argument + 7))


def case(number):
    wide = number % 3 == 2
    state = [set(), set()]
    seen = []
    operations = []
    for _ in range(random.choice([10, 40, 120])):
        code = random.choice([0] * 8 + [1] * 4 + [2] * 4 + [3, 3] + list(range(4, 15)))
        if code == 13 and random.random() < 0.7:
            code = 0
        known = list(state[0]) or [0]
        argument = random.choice(known) if code == 2 and random.random() < 0.7 else value(wide)
        if code not in (0, 1, 2, 14):
            argument = 0
        operations.append([code, argument])
        apply(state, code, argument)
    return [operations, list(state[0]), list(state[1])]


print("[\n" + ",\n".join(json.dumps(case(n), separators=(",", ":")) for n in range(90)) + "\n]")
