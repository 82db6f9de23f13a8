print(2 * 3 + 4, 'a' * 3 + 'b', (1, 2) + (3,), 1 << 10, -5 ** 2, not 0, 10 // 3 * 3 + 10 % 3, 'abc'[1], (1, 2, 3)[-1], 2 ** 100, 1 / 4, 'x' 'y' * 2)
if 0: print('never')
elif 1: print('taken')
while 0: print('never')
x = 1 if True else unknown
print(x, 0 and unknown, 1 or unknown)
def f():
    if False: yield
    return 5
print(type(f()).__name__, 1 == 1.0)
for v in (1, 2), : print(v)
print((lambda: (1, 2, 3))() == (lambda: (1, 2, 3))(), 'in' in ('in', 'out'), 3 in {1, 2, 3}, 4 in [1, 2])
try: 1 // 0
except ZeroDivisionError as e: print(e)
try: 2 ** -1 + 'a' * 2
except TypeError as e: print(e)
