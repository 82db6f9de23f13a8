# Items and attributes that a hot loop reads and uses at once: numbers whose kind changes after thousands
# of rounds, places that vanish, containers that are replaced or freed while they are looked into.


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


def sums(values, rounds):
    total = 0
    for i in range(rounds):
        total = values[i % len(values)] * 2 + total
    return total


print(sums([0.5, 1.5], 900))
print(sums([0.5, 1.5, 2, 3, True], 900))
print(sums([1, 2, 1 << 40], 900))
print(sums((1, 2, 3.25), 900))


def attributes(a, b, rounds):
    total = 0
    for i in range(rounds):
        total += a.x * b.y - b.x * a.y
        if i == 700:
            a.x = 7
        if i == 800:
            b.y = 1.25
    return total


for kind in (Point, Slotted):
    print(attributes(kind(0.5, 2.0), kind(4.0, 0.25), 1200))
    print(attributes(kind(1, 2), kind(3, 4), 1200))
    print(attributes(kind(10**20, 2), kind(3, 4), 1200))


def changing(values, rounds):
    out = []
    for i in range(rounds):
        try:
            out.append(values[i & 3] + 1)
        except TypeError as error:
            out.append(str(error))
        except IndexError as error:
            out.append(str(error))
        if i == 1000:
            values[1] = 'text'
        if i == 1010:
            values[2] = None
        if i == 1020:
            values.pop()
    return out[-60:]


print(changing([0.5, 1.5, 2.5, 3.5], 1040))
print(changing([1, 2, 3, 4], 1040))


def nested(grid, rounds):
    total = 0
    for i in range(rounds):
        total += grid[i & 1][i % 3] * grid[-1][-1 - i % 2]
        if i == 900:
            grid[0] = (0.5, 0.25, 0.125)
        if i == 950:
            grid.append([2, 3.5])
    return total


print(nested([[1, 2, 3], [4, 5, 6]], 1000))
print(nested([[1.5, 2.5, 3.5], [4.5, 5.5, 6.5]], 1000))


class Tracked:
    alive = 0

    def __init__(self, n):
        self.n = n
        Tracked.alive += 1

    def __del__(self):
        Tracked.alive -= 1

    def __getitem__(self, index):
        return self.n + index


def replaced(rounds):
    rows = [[Tracked(1)], [Tracked(2)]]
    total = 0
    for i in range(rounds):
        total += rows[i & 1][0].n + [Tracked(i)][0].n + rows[1][0][i & 1]
        if i % 100 == 99:
            rows[i & 1] = [Tracked(i)]
    return total


print(replaced(1000), Tracked.alive)


def replacing(row, rounds):
    total = 0
    for i in range(rounds):
        total += row[0] * (row := [float(i), i])[0]
    return total


print(replacing([2.0, 3], 800))


def missing(points, rounds):
    total = 0.0
    for i in range(rounds):
        total += points[i % len(points)].x
        if i == 800:
            del points[0].x
    return total


try:
    missing([Point(1.0, 2.0), Point(3.0, 4.0)], 1000)
except AttributeError as error:
    print(error)


def swapped(values, rounds):
    for i in range(rounds):
        a, b = i % len(values), (i * 7) % len(values)
        if values[a] > values[b]:
            values[a], values[b] = values[b], values[a]
        values[a] += 0.5
        values[-1] -= values[0] * 0.25
    return values


print(swapped([3.5, 1.25, 2.0, 0.5], 900))
shared = [1.0, 2.0]
kept = shared[0]
print(swapped(shared, 700), kept)
