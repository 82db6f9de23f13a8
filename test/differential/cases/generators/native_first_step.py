# Natives that start, run and end many short generators: what they return, raise and leave behind.
def count(n):
    for i in range(n):
        yield i


def nothing():
    return
    yield


def returns(n):
    yield n
    return n * 2


def breaks(n):
    if n % 3 == 0:
        raise ValueError(n)
    yield n


def collect(n):
    total = 0
    for i in range(n):
        total += sum(count(i % 4)) + sum(nothing()) + sum(x * x for x in range(i % 3))
        total += len(list(count(2))) + any(x > 1 for x in count(4)) + all(count(3))
    return total


print(collect(500))


def stops(n):
    out = []
    for i in range(n):
        g = returns(i)
        out.append(next(g))
        try:
            next(g)
        except StopIteration as stop:
            out.append(stop.value)
        out.append(next(g, 'end'))
    return out[-6:]


print(stops(200))


def failing(n):
    seen = []
    for i in range(n):
        g = breaks(i)
        try:
            seen.append(sum(g))
        except ValueError as error:
            seen.append(str(error))
        assert next(g, None) is None
    return seen[-5:]


print(failing(200))


def mixed(n):
    """The same code gets other types, and things that are sent."""
    out = []
    for i in range(n):
        g = count(3)
        if i % 2:
            out.append(next(g))
        else:
            out.append(g.send(None))
        out.append(sum(g))
    g = count('x')
    try:
        next(g)
    except TypeError as error:
        out.append(str(error))
    return out[-5:]


print(mixed(200))


def handling(n):
    total = 0
    for i in range(n):
        try:
            raise KeyError(i)
        except KeyError:
            total += sum(count(4))
    return total


print(handling(100))


def recursive(depth):
    if depth:
        yield sum(recursive(depth - 1)) + 1


print([sum(recursive(k)) for k in (1, 5, 20)] , [sum(recursive(3)) for _ in range(100)][-1])
