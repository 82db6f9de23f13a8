"""A walk through the language on one thread: numbers, text, containers, classes, generators.

What it shows: what gilscope runs is Python, not a toy of it. Nothing here uses threads, so
every executor, `unsafe` too, gives exactly CPython's answers.

From: our own tour.

expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import math
from collections import Counter
from functools import reduce


def numbers():
    print('big ints:', 2 ** 100, -7 // 2, -7 % 2, divmod(17, 5))
    print('floats:', 0.1 + 0.2, 1 / 3, f'{math.pi:.3f}', 1e16)


def text():
    word = 'naïve café'
    print('text:', word.upper(), word[::-1], word.split(), f'{word!r:>14}|')


def containers():
    squares = {n: n * n for n in range(5)}
    first, *rest = squares.values()
    print('containers:', squares, first, rest, sorted({3, 1, 2}), (1, 'a', None))
    print('counting:', Counter('mississippi').most_common(2))


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f'{self.name}:{self.area():.2f}'


class Circle(Shape):
    def __init__(self, radius):
        super().__init__('circle')
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2


class Box(Shape):
    def __init__(self, width, height):
        super().__init__('box')
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def errors():
    try:
        Shape('blob').area()
    except NotImplementedError as error:
        print('errors:', type(error).__name__)
    finally:
        print('finally always runs')


numbers()
text()
containers()
print('classes:', sorted([Box(2, 3), Circle(1), Box(1, 1)]))
numbers_below_100 = []
for value in fibonacci():
    if value >= 100:
        break
    numbers_below_100.append(value)
print('generators:', numbers_below_100, reduce(lambda x, y: x + y, numbers_below_100))
errors()
