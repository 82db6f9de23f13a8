"""Bytes packed, checked and unpacked: CRC-32, run lengths, base 64, integers.

What it shows: bytes and bytearray: indexing, appending, slices, from_bytes and to_bytes.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: CRC-32 of ISO 3309, base 64 of RFC 4648; our own code.

work: bytes
args: 64 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 600000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


ALPHABET = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def crc_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
        table.append(n)
    return table


def crc32(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def pack_runs(data):
    packed = bytearray()
    at = 0
    while at < len(data):
        end = at + 1
        while end < len(data) and data[end] == data[at] and end - at < 255:
            end += 1
        packed.append(end - at)
        packed.append(data[at])
        at = end
    return bytes(packed)


def unpack_runs(packed):
    data = bytearray()
    for at in range(0, len(packed), 2):
        data += packed[at + 1:at + 2] * packed[at]
    return bytes(data)


def base64(data):
    text = bytearray()
    for at in range(0, len(data) - 2, 3):
        group = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
        text.append(ALPHABET[group >> 18])
        text.append(ALPHABET[group >> 12 & 63])
        text.append(ALPHABET[group >> 6 & 63])
        text.append(ALPHABET[group & 63])
    return text.decode()


def run(size):
    state = 21
    data = bytearray()
    while len(data) < size:
        state = (state * 48271) % 2147483647
        data.extend(bytes([state & 0xFF]) * (1 + (state >> 8) % 4))
    data = bytes(data[:size])
    packed = pack_runs(data)
    if unpack_runs(packed) != data:
        return 'wrong'
    words = 0
    for at in range(0, size - 4, 4):
        word = int.from_bytes(data[at:at + 4], 'little')
        words ^= int.from_bytes((word ^ at).to_bytes(4, 'big'), 'big')
    text = base64(data)
    return f'{crc32(data, crc_table()):08x} {words:08x} {len(packed)} {text[:12]} {text[-4:]}'


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
