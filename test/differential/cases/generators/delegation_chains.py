# Chains of `yield from` are walked at once where that cannot be told apart.
import traceback


def leaf(n, log):
    for i in range(n):
        got = yield i
        if got is not None:
            log.append(("leaf", got))
    return n * 10


def through(depth, n, log):
    if depth:
        value = yield from through(depth - 1, n, log)
        log.append(depth)
    else:
        value = yield from leaf(n, log)
    return value + 1


def values(depth, n):
    log = []
    chain = through(depth, n, log)
    items = []
    while True:
        try:
            items.append(next(chain))
        except StopIteration as stop:
            return items, stop.value, log


for _ in range(60):
    outcome = values(5, 4)
print(outcome)


def sending(depth):
    log = []
    chain = through(depth, 6, log)
    items = [next(chain)]
    for sent in (None, "a", None, "b"):
        items.append(chain.send(sent))
    return items, log


for _ in range(60):
    outcome = sending(4)
print(outcome)


def failing(n):
    for i in range(n):
        yield i
    raise ValueError(n)


def guarded(depth, n, log):
    try:
        if depth:
            yield from guarded(depth - 1, n, log)
        else:
            yield from failing(n)
    except ValueError as error:
        log.append((depth, str(error)))
        if depth < 3:
            raise
        yield "handled"
    finally:
        log.append(("left", depth))


def plain(depth, n):
    if depth:
        yield from plain(depth - 1, n)
    else:
        yield from failing(n)


for _ in range(60):
    log = []
    items = list(guarded(5, 3, log))
print(items, log)

for _ in range(60):
    try:
        items = []
        for item in plain(4, 3):
            items.append(item)
    except ValueError as error:
        frames = [(f.name, f.lineno) for f in traceback.extract_tb(error.__traceback__)]
print(items, frames)


def mixed(depth, n, log):
    try:
        if depth % 2:
            yield from mixed(depth - 1, n, log)
        elif depth:
            for item in mixed(depth - 1, n, log):
                yield item
        else:
            yield from failing(n)
    except ValueError:
        log.append(depth)
        raise


for _ in range(60):
    log = []
    items = []
    try:
        for item in mixed(5, 4, log):
            items.append(item)
    except ValueError as error:
        log.append(error.args)
print(items, log)


def watching(depth, seen):
    if depth:
        yield depth
        yield from watching(depth - 1, seen)
    else:
        for i in range(3):
            seen.append([(g.gi_running, g.gi_yieldfrom is not None) for g in made])
            yield i


def watched(depth, seen):
    if depth:
        inner = watched(depth - 1, seen)
        made.append(inner)
        yield from inner
    else:
        for i in range(3):
            seen.append([g.gi_running for g in made])
            yield i


for _ in range(60):
    made = []
    seen = []
    top = watched(4, seen)
    made.append(top)
    items = []
    for item in top:
        items.append((item, [(g.gi_running, g.gi_yieldfrom is None) for g in made]))
print(items)
print(seen)


def closing(depth, log):
    try:
        if depth:
            yield from closing(depth - 1, log)
        else:
            while True:
                yield depth
    finally:
        log.append(depth)


for _ in range(60):
    log = []
    chain = closing(4, log)
    for i, _item in enumerate(chain):
        if i == 5:
            break
    chain.close()
print(log)


def throwing(depth):
    if depth:
        result = yield from throwing(depth - 1)
        return result + depth
    while True:
        try:
            yield "ready"
        except KeyError as error:
            return error.args[0]


for _ in range(60):
    chain = throwing(4)
    next(chain)
    next(chain)
    try:
        chain.throw(KeyError(100))
    except StopIteration as stop:
        outcome = stop.value
print(outcome)


def itself():
    yield 1
    yield from me
    yield 2


for _ in range(60):
    me = itself()
    next(me)
    try:
        next(me)
    except ValueError as error:
        outcome = str(error)
print(outcome)


def handling(depth):
    if depth:
        yield from handling(depth - 1)
    else:
        try:
            raise KeyError("inner")
        except KeyError:
            for i in range(3):
                yield i
            yield from (10, 11)


for _ in range(60):
    items = []
    try:
        raise IndexError("outer")
    except IndexError as outer:
        for item in handling(3):
            items.append(item)
        try:
            raise
        except IndexError as again:
            items.append(again is outer)
print(items)


def deep(n):
    if n:
        yield n
        yield from deep(n - 1)


print(sum(deep(400)))
for _ in range(5):
    try:
        for item in deep(5000):
            last = item
    except RecursionError:
        outcome = "too deep"
print(outcome)
