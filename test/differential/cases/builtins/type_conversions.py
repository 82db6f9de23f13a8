print(int('10'), int(3.9), int(' 5 '), float('2'), str(1.0), list('ab'), tuple([1]), set([1]), dict([(1, 2)]), bool('False'), bytes([1]), frozenset([1]), int(True), float(True), str(True), list({'a': 1}), list(range(2)), tuple('ab'), sorted(set([2, 1])), int('-0'), float('-0'), int(-0.5), str(-0.0), list(b'ab'), list(zip([1], [2])), dict(a=1, **{'b': 2}), int('0b1', 2), int('Ff', 16), int(1e3), int('１２'))
class C:
    def __int__(self): return 42
    def __float__(self): return 4.2
    def __bool__(self): return False
    def __str__(self): return 'C!'
    def __iter__(self): return iter([1, 2])
    def __index__(self): return 2
    def __hash__(self): return 5
    def __bytes__(self): return b'C'
    def __round__(self, n=0): return n
c = C()
print(int(c), float(c), bool(c), str(c), list(c), tuple(c), set(c), hash(c), bytes(c), round(c), round(c, 3), 'abc'[c], bin(c), chr(c) == '\x02', [9] * c, range(c))
class T:
    def __trunc__(self): return 9
class BadInt:
    def __int__(self): return 'x'
class BadFloat:
    def __float__(self): return 5
class OnlyIndex:
    def __index__(self): return 77
print(int(OnlyIndex()), float(OnlyIndex()), hex(OnlyIndex()))
for f in (lambda: int(BadInt()), lambda: float(BadFloat()), lambda: int([]), lambda: float([]), lambda: int(object), lambda: int('0x10'), lambda: int('1e3'), lambda: int('12', 37), lambda: int('12', base=1), lambda: int('z', 35), lambda: float('1,5'), lambda: list(5), lambda: dict('ab'), lambda: int('²'), lambda: int(''), lambda: int('+'), lambda: int(b'x'), lambda: chr(1.5), lambda: int(None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
