# Sequences of plain items are compared without the protocol; mixed ones go on with it.
import heapq
import operator

NAN = float('nan')
OPERATORS = (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge)


class Strange:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        print('eq', self.text)
        return False

    def __lt__(self, other):
        print('lt', self.text)
        return True


class Tuple(tuple):
    def __lt__(self, other):
        return 'mine'


class List(list):
    def __eq__(self, other):
        return 'mine'


def answers(left, right):
    found = []
    for compare in OPERATORS:
        try:
            found.append(compare(left, right))
        except TypeError as error:
            found.append(str(error))
    return found


ITEMS = [
    (), (1,), (1, 2), (1, 2.0), (1, 2.5), (1, 'a'), ('a', 1), ('b',), (True,), (False,), (NAN,),
    (None, 1), (None, 2), ((1, 2), 3), ((1, 'x'), 3), (2**40, 1), (2**40, 2), (1.5,), ('ä',), ('€', 1),
    ([1], 2), ([1], 3), (-1,), (-1, -1.5),
]
for left in ITEMS:
    for right in ITEMS:
        print(answers(left, right), answers(list(left), list(right)))
print(answers((NAN,), (NAN,)), answers([NAN], [NAN]), NAN == NAN, answers([1], (1,)))
deep = other = (1,)
for _ in range(40):
    deep, other = (deep,), (other,)
print(answers(deep, other), answers([deep], [other]))
print(answers((1, Strange('a')), (1, Strange('b'))), answers([Strange('c')], [Strange('d')]))
print(answers(Tuple((1,)), (2,)), answers((2,), Tuple((1,))), answers(List([1]), [1]))
same = [1, [2]]
same.append(same)
print(answers(same, same)[2], [1, 2] == [1, 2, 3], [] < [0], [[1], 2] < [[1], 3])

heap = []
for item in [(3, 'c'), (1, 'z'), (1, 'a'), (2.5, 'b'), (1, 'b'), (3, 'a')]:
    heapq.heappush(heap, item)
print([heapq.heappop(heap) for _ in range(6)])
lists = [[3], [1, 2], [1], []]
heapq.heapify(lists)
print([heapq.heappop(lists) for _ in range(4)])
try:
    heapq.heapify([(1, 'a'), (1, 2)])
except TypeError as error:
    print(error)
print(sorted([(2, 'b'), (1, NAN), (2, 'a'), (1, 0.5)][::2]), sorted([[2, 1], [1, 5], [1]]))
