# Loops over lists and tuples: what the end lets go of, and lists that change under the loop.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def over(items):
    total = 0
    for item in items:
        total += item
    return total


def twice(iterator):
    first = [item for item in iterator]
    return first, [item for item in iterator]


for _ in range(300):
    assert over([1, 2, 3]) == over((1, 2, 3)) == 6 and over([]) == over(()) == 0
print(over([2**40, 1.5]), over((2**40, 1.5)), over(range(4)), over({1: 2, 3: 4}), over(iter([5])))
print(twice(iter([1, 2])), twice(iter((1, 2))))


def fresh(make):
    for item in make():
        print(item.name)
        del item
    print('after')


for _ in range(2):
    fresh(lambda: [Loud('a'), Loud('b')])
    fresh(lambda: (Loud('c'), Loud('d')))


def growing():
    items = [1, 2, 3]
    seen = []
    for item in items:
        seen.append(item)
        if len(items) < 8:
            items.append(item * 2)
        if item == 4:
            items.pop()
    return seen


def shrinking():
    items = list(range(10))
    seen = []
    for item in items:
        seen.append(item)
        items.pop()
    return seen, items


for _ in range(200):
    result = growing(), shrinking()
print(result)
iterator = iter([1])
print(list(iterator), next(iterator, 'end'), list(iterator), iterator.__length_hint__())
held = [1, 2]
iterator = iter(held)
for item in iterator:
    pass
held.append(3)
print(next(iterator, 'still the end'))


def leave(items):
    for item in items:
        if item == 2:
            return item
    return None


print([leave(kind([1, 2, 3])) for kind in (list, tuple, iter, list, tuple) for _ in range(50)][::25])
try:
    for item in (1, 0):
        1 // item
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_lineno)
