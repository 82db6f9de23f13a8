"""A fast Fourier transform of real and imaginary lists, there and back.

What it shows: floats in lists and locals, sin and cos, slices with steps, recursion.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: Cooley and Tukey (1965); our own code.

work: floats
args: 64 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import math
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 65536
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def transform(real, imaginary, sign):
    size = len(real)
    if size == 1:
        return real, imaginary
    even_r, even_i = transform(real[::2], imaginary[::2], sign)
    odd_r, odd_i = transform(real[1::2], imaginary[1::2], sign)
    half = size // 2
    out_r, out_i = [0.0] * size, [0.0] * size
    turn = sign * 2.0 * math.pi / size
    for k in range(half):
        c, s = math.cos(turn * k), math.sin(turn * k)
        r = c * odd_r[k] - s * odd_i[k]
        i = c * odd_i[k] + s * odd_r[k]
        out_r[k], out_i[k] = even_r[k] + r, even_i[k] + i
        out_r[k + half], out_i[k + half] = even_r[k] - r, even_i[k] - i
    return out_r, out_i


def run(size):
    signal = [math.sin(n * 0.1) + 0.5 * math.cos(n * 0.37) for n in range(size)]
    real, imaginary = transform(signal, [0.0] * size, -1.0)
    peak = max(range(size // 2), key=lambda k: real[k] * real[k] + imaginary[k] * imaginary[k])
    back, _ = transform(real, imaginary, 1.0)
    worst = max(abs(a - b / size) for a, b in zip(signal, back))
    return peak, f'{sum(abs(r) for r in real):.4f}', worst < 1e-9


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
