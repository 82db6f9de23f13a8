"""Planets under gravity, a system for each of T threads.

What it shows: floats and lists in parallel; nothing is shared.
Every thread does the whole work on data of its own, so with enough cores T threads take as long as
one. Arguments: threads, problem size, rounds; the best round is printed as the last line of
standard error.

From: nbody.py.

work: threads
args: 2 20 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
SIZE = int(sys.argv[2]) if len(sys.argv) > 2 else 110000
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3


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


def in_threads(count, size):
    """Each thread's result, and the seconds from the common start to the last end."""
    together = threading.Barrier(count + 1)
    results = [None] * count

    def work(slot):
        together.wait()
        results[slot] = run(size)

    threads = [threading.Thread(target=work, args=(slot,)) for slot in range(count)]
    for thread in threads:
        thread.start()
    together.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    return results, time.perf_counter() - started


best = None
for _ in range(ROUNDS):
    results, elapsed = in_threads(THREADS, SIZE)
    if best is None or elapsed < best:
        best = elapsed
# One line, however many threads: all have the same answer.
print(results[0] if results.count(results[0]) == THREADS else results)
print(f'time: {best:.4f}', file=sys.stderr)
