def gen():
    yield 1
    yield 1 / 0


print([x for x in gen()])
