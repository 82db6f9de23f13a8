# SHA-512 (FIPS 180-4), for seeding random from text.
#
# The constants are the first 64 bits of the fractions of roots of primes;
# they are computed when the module is loaded instead of being listed.

_MASK = 0xFFFFFFFFFFFFFFFF


def _root(n, degree):
    # The whole part of the root, by Newton's method from above.
    x = 1 << (n.bit_length() // degree + 1)
    while True:
        y = ((degree - 1) * x + n // x ** (degree - 1)) // degree
        if y >= x:
            return x
        x = y


def _primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


_PRIMES = _primes(80)
_START = [_root(p << 128, 2) & _MASK for p in _PRIMES[:8]]
_ROUND = [_root(p << 192, 3) & _MASK for p in _PRIMES]


def sha512(data):
    size = len(data)
    data = data + b'\x80' + b'\x00' * ((111 - size) % 128) + (size * 8).to_bytes(16, 'big')
    state = _START
    for offset in range(0, len(data), 128):
        state = _compress(state, data[offset:offset + 128])
    return b''.join([word.to_bytes(8, 'big') for word in state])


def _rotate(x, n):
    return (x >> n) | ((x << (64 - n)) & _MASK)


def _compress(state, block):
    w = [int.from_bytes(block[i:i + 8], 'big') for i in range(0, 128, 8)]
    for t in range(16, 80):
        x = w[t - 15]
        y = w[t - 2]
        s0 = _rotate(x, 1) ^ _rotate(x, 8) ^ (x >> 7)
        s1 = _rotate(y, 19) ^ _rotate(y, 61) ^ (y >> 6)
        w.append((w[t - 16] + s0 + w[t - 7] + s1) & _MASK)
    a, b, c, d, e, f, g, h = state
    for t in range(80):
        s1 = _rotate(e, 14) ^ _rotate(e, 18) ^ _rotate(e, 41)
        chosen = (e & f) ^ (~e & _MASK & g)
        first = h + s1 + chosen + _ROUND[t] + w[t]
        s0 = _rotate(a, 28) ^ _rotate(a, 34) ^ _rotate(a, 39)
        majority = (a & b) ^ (a & c) ^ (b & c)
        h, g, f, e = g, f, e, (d + first) & _MASK
        d, c, b, a = c, b, a, (first + s0 + majority) & _MASK
    return [(x + y) & _MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]
