# Class methods of builtin types and methods of ints of all sizes, at places that are run often.


class Small(int):
    pass


class Table(dict):
    pass


def bits(values):
    return [value.bit_length() for value in values]


def halves(values):
    total = 0
    for value in values:
        total += int.from_bytes(value.to_bytes(10, 'big')[5:], 'big') & 0xffff
    return total


def of(kind, data):
    return kind.from_bytes(data, 'little')


def keys(kind, names):
    return kind.fromkeys(names, 0)


def failing(n):
    try:
        if n % 4 == 0:
            int.from_bytes()
        elif n % 4 == 1:
            n.to_bytes(1, 'middle')
        elif n % 4 == 2:
            int.from_bytes('text', 'big')
        else:
            (n + 1000).to_bytes(1, 'big')
    except (TypeError, ValueError, OverflowError) as error:
        return type(error).__name__, str(error)


print(bits([0, 1, -5, 255, 2**29, 2**30, 2**31, -(2**40), 2**100, True, Small(9)]))
for _ in range(300):
    bits(range(10))
print(bits([3, 2**70, False, 4, Small(1000), -1]))
print(halves(range(5000)), halves([2**33 + n for n in range(500)]))
for _ in range(200):
    of(int, b'ab')
print(of(int, b'abc'), repr(of(Small, b'ab')), type(of(Small, b'ab')).__name__, of(bool, b'x'))
for _ in range(200):
    keys(dict, 'ab')
print(keys(dict, 'abc'), keys(Table, 'ab'), type(keys(Table, 'ab')).__name__)
for n in range(400):
    failing(n)
for n in range(4):
    print(failing(n))


def replaced():
    found = []
    for n in range(600):
        if n == 400:
            globals()['int'] = Small
        found.append(type(int.from_bytes(b'a', 'big')).__name__)
    return found.count('int'), found.count('Small')


print(replaced())
print(bytes.fromhex('0aff'), bytearray.fromhex('0A'), float.fromhex('0x1p3'))
print([(5).real, (5).numerator, (5).denominator, (5).imag, (7).conjugate()])
try:
    (5).missing()
except AttributeError as error:
    print(error)
