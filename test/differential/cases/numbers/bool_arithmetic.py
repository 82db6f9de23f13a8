print(True + True, True * 3, False - 1, True / 2, -True, ~True, +False, True ** 2)
print(True & False, True | False, True ^ True, type(True & True), type(True & 1), True << 3)
print(True == 1, False == 0, {True: 'a', 1: 'b'}, {1: 'a', True: 'b', 1.0: 'c'})
print(isinstance(True, int), issubclass(bool, int), bool.__mro__, int(True), str(True), repr(False))
print(bool([]), bool([0]), bool(''), bool(' '), bool(0.0), bool(None), bool({}), bool(()), bool(set()), bool(range(0)), bool(range(1)), bool(-1), bool())
print(sum([True, True, False]), [10, 20][True], 'ab'[False], max(True, 0), sorted([True, False, 2, -1]))
print(not [], not 'x', True and 'y', False or None, hash(True), '%d' % True, format(True, '5'), format(True, 'd'))
class B:
    def __bool__(self): return 'x'
try:
    if B(): pass
except TypeError as e:
    print(e)
class L:
    def __len__(self): return -1
try:
    bool(L())
except ValueError as e:
    print(e)
try:
    class X(bool): pass
except TypeError as e:
    print(e)
