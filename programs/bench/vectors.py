"""Vectors with operators of their own, bouncing in a box.

What it shows: special methods: +, -, *, ==, <, [], len, bool, iteration, hash.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: objects
args: 40 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 300000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Vector:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1.0

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __eq__(self, other):
        return isinstance(other, Vector) and tuple(self) == tuple(other)

    def __hash__(self):
        return hash((self.x, self.y, self.z))

    def __lt__(self, other):
        return self @ self < other @ other

    def __bool__(self):
        return self.x != 0.0 or self.y != 0.0 or self.z != 0.0

    def __len__(self):
        return 3

    def __getitem__(self, index):
        return (self.x, self.y, self.z)[index]

    def __iter__(self):
        yield self.x
        yield self.y
        yield self.z


def run(size):
    place, speed = Vector(0.0, 1.0, 2.0), Vector(1.0, -0.5, 0.25)
    pull = Vector(0.0, 0.0, -0.125)
    longest = place
    seen = {place: 0}
    for n in range(size):
        speed += pull * 0.5
        place = place + 0.5 * speed
        if place[2] < 0.0:
            place = place - Vector(0.0, 0.0, place[2])
            speed = Vector(speed.x, speed.y, -speed.z)
        if place @ place > 10000.0:
            speed = -speed
        if longest < place:
            longest = place
        if place == longest and place:
            seen[place] = n
    return f'{sum(place):.6f} {longest @ longest:.6f} {len(seen)} {len(place)}'


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
