"""Planets under gravity: floats, attributes as list slots, tuples.

What it shows: float arithmetic and its allocation.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the n-body problem of the language benchmarks game (general knowledge), our own code.

work: floats
args: 20 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 120000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def system():
    # Position, velocity and mass of a sun and four planets, in units of our own.
    return [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5],
        [4.8, -1.2, -0.1, 0.6, 2.8, -0.02, 0.037],
        [8.3, 4.1, -0.4, -1.0, 1.8, 0.008, 0.011],
        [12.9, -15.1, -0.2, 1.1, 0.9, -0.01, 0.0017],
        [15.4, -25.9, 0.2, 0.9, 0.6, -0.03, 0.002],
    ]


def advance(bodies, pairs, dt):
    for a, b in pairs:
        dx, dy, dz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
        squared = dx * dx + dy * dy + dz * dz
        pull = dt / (squared * squared ** 0.5)
        on_a, on_b = b[6] * pull, a[6] * pull
        a[3] -= dx * on_a
        a[4] -= dy * on_a
        a[5] -= dz * on_a
        b[3] += dx * on_b
        b[4] += dy * on_b
        b[5] += dz * on_b
    for body in bodies:
        body[0] += dt * body[3]
        body[1] += dt * body[4]
        body[2] += dt * body[5]


def energy(bodies, pairs):
    total = 0.0
    for _, _, _, vx, vy, vz, mass in bodies:
        total += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
    for a, b in pairs:
        dx, dy, dz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
        total -= a[6] * b[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def run(size):
    bodies = system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    before = energy(bodies, pairs)
    for _ in range(size):
        advance(bodies, pairs, 0.001)
    return f'{before:.6f} {energy(bodies, pairs):.6f}'


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
