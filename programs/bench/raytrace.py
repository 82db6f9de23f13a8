"""A few spheres, one light and a floor, traced for one hit and its shadow.

What it shows: classes and floats together: small objects made and dropped, attributes, sqrt.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the usual ray tracer; our own code.

work: objects
args: 6 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import math
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 260
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Point:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def minus(self, other):
        return Point(self.x - other.x, self.y - other.y, self.z - other.z)

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y, self.z + other.z)

    def times(self, factor):
        return Point(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self.times(1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, centre, radius, shade):
        self.centre, self.radius, self.shade = centre, radius, shade

    def meet(self, start, towards):
        between = self.centre.minus(start)
        along = between.dot(towards)
        inside = self.radius * self.radius - between.dot(between) + along * along
        if inside <= 0.0:
            return None
        distance = along - math.sqrt(inside)
        return distance if distance > 1e-6 else None

    def normal(self, place):
        return place.minus(self.centre).unit()


class Floor:
    shade = 0.5

    def meet(self, start, towards):
        if towards.y >= -1e-9:
            return None
        distance = (-1.0 - start.y) / towards.y
        return distance if 1e-6 < distance < 40.0 else None

    def normal(self, place):
        return Point(0.0, 1.0, 0.0)


def nearest(things, start, towards):
    best, found = 1e9, None
    for thing in things:
        distance = thing.meet(start, towards)
        if distance is not None and distance < best:
            best, found = distance, thing
    return found, best


def brightness(things, light, start, towards):
    found, distance = nearest(things, start, towards)
    if found is None:
        return 0.1
    place = start.plus(towards.times(distance))
    to_light = light.minus(place).unit()
    if nearest(things, place, to_light)[0] is not None:
        return 0.05
    return 0.05 + found.shade * max(0.0, found.normal(place).dot(to_light))


def run(size):
    things = [
        Sphere(Point(x * 1.5, 0.2 * x, 6.0 + z), 1.0, 0.3 + 0.1 * z)
        for x in (-2, 0, 2) for z in (0, 3)
    ]
    things.append(Floor())
    light = Point(-6.0, 9.0, 0.0)
    eye = Point(0.0, 0.5, -3.0)
    total = 0.0
    for y in range(size):
        for x in range(size):
            towards = Point(2.0 * x / size - 1.0, 1.0 - 2.0 * y / size, 1.5).unit()
            total += brightness(things, light, eye, towards)
    return f'{total:.6f}'


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
