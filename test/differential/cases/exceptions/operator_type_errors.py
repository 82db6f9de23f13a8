# Operators that nobody knows, in hot code: messages, contexts and carets are those of a cold failure.
import traceback


class Silent:
    def __repr__(self):
        return 'Silent()'

    def __add__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return NotImplemented

    def __iadd__(self, other):
        return NotImplemented


class Knows:
    def __repr__(self):
        return 'Knows()'

    def __radd__(self, other):
        return ('radd', other)

    def __rmul__(self, other):
        return ('rmul', other)


def plus(a, b):
    return a + b


def times(a, b):
    return a * b


def minus(a, b):
    return a - b


def grow(a, b):
    a += b
    return a


def outcome(operate, a, b):
    try:
        return operate(a, b)
    except TypeError as error:
        return f'{type(error).__name__}: {error}'


PAIRS = [
    ('a', 1), (1, 'a'), ([1], (2,)), ((1,), [2]), ('a', None), (None, 'a'), ('a', 1.5), ([1], 1.5),
    ((1,), 'b'), ({}, {}), (1, None), (1.5, 'x'), (b'a', 'b'), ('b', b'a'), (Silent(), 1), (1, Silent()),
    ('a', Silent()), ([1], Silent()), ('a', Knows()), ([1], Knows()), ((1,), Knows()), (Silent(), Knows()),
]
for operate in (plus, times, minus, grow):
    for a, b in PAIRS if operate is not grow else PAIRS[:-3]:
        first = outcome(operate, a, b)
        for _ in range(60):
            assert outcome(operate, a, b) == first
        print(operate.__name__, type(a).__name__, type(b).__name__, first)


def nested(count):
    seen = 0
    for i in range(count):
        try:
            try:
                'a' + i
            except TypeError:
                [] + {}
        except TypeError as error:
            seen += isinstance(error.__context__, TypeError)
    return seen


print(nested(300))
print(outcome(lambda a, b: a.__add__(b), 'a', 1), outcome(lambda a, b: a.__add__(b), [1], 'x'))


def kept(count):
    text = 'kept'
    for i in range(count):
        try:
            text += i
        except TypeError:
            pass
    return text


print(kept(300))


def trace(a, b):
    total = 0
    for _ in range(200):
        total = total + plus(1, 2)
    return (total, a + b)


for _ in range(40):
    try:
        trace('a', 1)
    except TypeError:
        text = traceback.format_exc().splitlines()
print([line for line in text if 'File' not in line])
