"""Records what CPython answers to operations on list, tuple, range, slice and deque.

Run with CPython 3.11: python3 test/unit/objects/recordSequences.py > test/unit/objects/sequences.json
Each case is [receiver, operation, arguments, keywords, outcome, receiver afterwards]: values as literals in
the small language of `encode`, the outcome as the repr of the result or "TypeError: message".
"""

import json
import random
from collections import deque


def encode(value):
    if value is None or value is True or value is False:
        return {"const": str(value)}
    if isinstance(value, int):
        return {"int": str(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, str):
        return {"str": value}
    if isinstance(value, deque):
        return {"deque": [encode(v) for v in value], "maxlen": -1 if value.maxlen is None else value.maxlen}
    for kind, name in ((tuple, "tuple"), (list, "list")):
        if isinstance(value, kind):
            return {name: [encode(v) for v in value]}
    if isinstance(value, (range, slice)):
        return {type(value).__name__: [encode(value.start), encode(value.stop), encode(value.step)]}
    raise TypeError(type(value))


def store(a, key, value):
    a[key] = value


def delete(a, key):
    del a[key]


def add_in_place(a, b):
    a += b
    return a


def multiply_in_place(a, b):
    a *= b
    return a


OPERATORS = {
    "+": lambda a, b: a + b,
    "*": lambda a, b: a * b,
    "+=": add_in_place,
    "*=": multiply_in_place,
    "[]": lambda a, b: a[b],
    "[]=": store,
    "del": delete,
    "in": lambda a, b: b in a,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "repr": lambda a: repr(a),
    "len": lambda a: len(a),
    "list": lambda a: list(a),
    "reversed": lambda a: list(reversed(a)),
    "truth": lambda a: bool(a),
    "samehash": lambda a, b: hash(a) == hash(b),
    "hash": lambda a: hash(a) and None,
}
CASES = []


def case(receiver, operation, *args, **keywords):
    saved = encode(receiver)
    try:
        if operation in OPERATORS:
            result = OPERATORS[operation](receiver, *args)
        else:
            result = getattr(receiver, operation)(*args, **keywords)
        outcome = repr(result)
    except Exception as error:
        outcome = f"{type(error).__name__}: {error}"
    CASES.append([saved, operation, [encode(a) for a in args], {k: encode(v) for k, v in keywords.items()},
                  outcome, repr(receiver)])


BIG = 2**70
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
BOUNDS = (None, 0, 1, 3, 7, -1, -3, -9, BIG, -BIG)
for kind in (list, tuple):
    for size in (0, 1, 2, 5):
        items = kind(range(size))
        for operation in ("repr", "len", "list", "reversed", "truth", "copy"):
            if operation != "copy" or kind is list:
                case(kind(items), operation)
        for key in (0, 1, -1, 4, -5, -6, 9, True, 1.5, "a", None, BIG, -BIG):
            case(kind(items), "[]", key)
    for start in BOUNDS:
        for stop in BOUNDS:
            for step in (None, 1, 2, -1, -2, BIG, -BIG):
                case(kind(range(5)), "[]", slice(start, stop, step))
    case(kind(range(5)), "[]", slice(0, 3, 0))
    case(kind(range(5)), "[]", slice("a", 3))
    case(kind(range(5)), "[]", slice(0, 1.5))
    for other in ([], [7], (), (7,), "ab", 3, 0, -1, 1, True, 1.5, None, BIG, -BIG, range(2)):
        if other != BIG:
            case(kind("xy"), "*", other)
        case(kind("xy"), "+", other)
    case(kind("xy"), "*", BIG)
    for left in ([], [1], [1, 2], [1, 3], [2], [1, 2, 3], ["a"], [1.0, 2]):
        for right in ([], [1], [1, 2], [2, 0], ["a"], [[1]]):
            for operation in COMPARISONS:
                case(kind(left), operation, kind(right))
        case(kind(left), "==", tuple(left) if kind is list else left)
        case(kind(left), "<", tuple(left) if kind is list else left)
    for wanted in (0, 1, 1.0, True, 3, "a", None, [1]):
        for items in ([], [1, 2, 3, 1], ["a", None, [1]]):
            case(kind(items), "in", wanted)
            case(kind(items), "count", wanted)
            case(kind(items), "index", wanted)
            case(kind(items), "index", wanted, 1)
            case(kind(items), "index", wanted, -2, BIG)
            case(kind(items), "index", wanted, 0, -1)
    case(kind([1]), "index", 1, "a")
    case(kind([1, [2], (3,), "s"]), "repr")
    case(kind([1]), "hash")
    case(kind([[1]]), "hash")
for left, right in (((1, 2), (1.0, True + 1)), ((), ()), ((1, (2, "a")), (1, (2, "a"))), (range(3), range(0, 3, 1)),
                    (range(0, 5, 5), range(0, 1)), (range(0), range(3, 1))):
    case(left, "samehash", right)
case((1, 2), "[]=", 0, 1)
case((1, 2), "del", 0)

for key in (0, 1, -1, 4, -5, -6, 9, True, 1.5, "a", None, BIG, -BIG):
    case(list(range(5)), "[]=", key, "new")
    case(list(range(5)), "del", key)
VALUES = ([], [7], (7, 8), "abc", range(9), 5, None)
for start in (None, 0, 1, 3, -1, 9, -9):
    for stop in (None, 0, 2, 4, -1, 9):
        for step in (None, 1, 2, -1, -2):
            case(list(range(5)), "del", slice(start, stop, step))
            for value in VALUES:
                case(list(range(5)), "[]=", slice(start, stop, step), value)
for value in VALUES + (1.5, True):
    case(list(range(3)), "+=", value)
    case(list(range(3)), "extend", value)
    case(list(range(3)), "*=", value)
for value in (-1, 0, 1, 2, 5, BIG):
    if value != BIG:
        case(list(range(3)), "*=", value)
for index in (0, 1, 2, 3, 9, -1, -9, BIG, -BIG, "a", 1.5):
    case(list(range(3)), "insert", index, "new")
    case(list(range(3)), "pop", index)
case([], "pop")
case([], "pop", 0)
case([1, 2], "pop")
for wanted in (1, 1.0, True, 9, "a"):
    case([0, 1, 2, 1], "remove", wanted)
case([1, 2, 3], "reverse")
case([1, 2], "clear")
case([1], "append", [2])
random.seed(5)
ROWS = [[], [1], [2, 1], [3, 1, 2], [random.randrange(50) for _ in range(200)],
        [random.random() for _ in range(150)], [1.5, 2, 1, 1.0, True, 0.5, BIG, -BIG, 2**40],
        ["b", "a", "ab", "", "ü", "z"], ["b", "日本", "a", "😀", "é"], [(2, "b"), (1, "z"), (2, "a")], [[2], [1, 5], []],
        [3, "a"], [None, None], list(range(100)) + list(range(50)), list(range(130, 0, -1)),
        [str(i * 7919 % 1000) for i in range(300)], ["prefix" + str(i * 31 % 40) for i in range(90)] + ["prefix", "a\0", "a", "a\0\0"],
        [i % 7 for i in range(300)], [float(i % 5) for i in range(100)], [2.0, 2, 1.0, 1, True, 3]]
for row in ROWS:
    case(list(row), "sort")
    case(list(row), "sort", reverse=True)
    case(list(row), "sort", key=None, reverse=0)
case([2, 1], "sort", reverse="a")

RANGES = [range(0), range(5), range(2, 9, 3), range(9, 2, -3), range(5, 5), range(-3, 3), range(2**30 - 2, 2**30 + 2),
          range(BIG, BIG + 3), range(BIG, BIG - 5, -2), range(2**30 - 1, -2**31, -2**30), range(0, BIG, BIG // 3)]
for r in RANGES:
    for operation in ("repr", "len", "list", "reversed", "truth", "hash"):
        case(r, operation)
    for key in (0, 1, -1, 2, 9, -9, True, BIG, 1.5, "a", None):
        case(r, "[]", key)
    for wanted in (0, 2, 3.0, 2.5, True, "a", None, BIG, BIG + 1, 2**30):
        case(r, "in", wanted)
        case(r, "count", wanted)
        case(r, "index", wanted)
    for other in RANGES:
        case(r, "==", other)
        case(r, "!=", other)
    for start in (None, 0, 1, -2, 9):
        for step in (None, 1, 2, -1, 0):
            case(r, "[]", slice(start, None, step))
            case(r, "[]", slice(None, start, step))
case(range(BIG), "len")
case(range(3), "<", range(4))
case(range(3), "+", range(4))

for start in BOUNDS:
    for step in (None, 1, -2, 0, BIG):
        for length in (0, 5, BIG, -1, 1.5):
            case(slice(start, 3, step), "indices", length)
    case(slice(start, None, 2), "repr")
case(slice(1, 2, 3), "==", slice(1, 2, 3))
case(slice(1, 2, 3), "<", slice(1, 3, 3))
case(slice(1, 2, 3), "hash")
case(slice("a", 2), "indices", 5)

for maxlen in (None, 0, 3, 5):
    def d():
        return deque(range(5), maxlen)
    for operation in ("repr", "len", "list", "reversed", "truth", "pop", "popleft", "copy", "reverse", "clear", "rotate"):
        case(d(), operation)
    for n in (0, 1, 2, 7, -1, -2, -12, 1.5, BIG):
        case(d(), "rotate", n)
        case(d(), "[]", n)
        case(d(), "[]=", n, "new")
        case(d(), "del", n)
        case(d(), "insert", n, "new")
        if n != BIG:
            case(d(), "*", n)
            case(d(), "*=", n)
    case(d(), "[]", slice(0, 1))
    for value in ([], [7, 8], "abcdefgh", 5, deque([1, 2], 9)):
        for operation in ("extend", "extendleft", "+", "+=", "append", "appendleft", "==", "in", "remove", "count", "index"):
            case(d(), operation, value)
    for wanted in (0, 3, 3.0, 9):
        for operation in ("in", "remove", "count", "index"):
            case(d(), operation, wanted)
        case(d(), "index", wanted, 1, 4)
    for other in (deque(), deque([0, 1]), deque(range(5)), deque(range(2, 5)), deque([9])):
        for operation in COMPARISONS:
            case(d(), operation, other)
case(deque(), "pop")
case(deque(), "popleft")

print("[")
print(",\n".join(json.dumps(c) for c in CASES))
print("]")
