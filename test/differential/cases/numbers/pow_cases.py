print(2 ** 10, 2 ** 0, 0 ** 0, (-1) ** 3, (-2) ** -3, 10 ** -2, 2 ** 0.5, 4 ** 0.5, 1.5 ** 2, 2.0 ** -1, 0 ** 5, 0.0 ** 0)
print(pow(2, 10), pow(2, 10, 1000), pow(-2, 3, 5), pow(2, -2, 7), pow(7, 0, 1), pow(3, 5, -7), pow(2, 100, 3), pow(5, 3, mod=13))
print(pow(2, 0.5) == 2 ** 0.5, pow(0.5, 2), pow(base=2, exp=5), (-8) ** 3, 1 ** 10**6, (-1) ** (10**6 + 1))
print(float('inf') ** 0, 0.0 ** float('inf'), 1 ** float('nan'), (-1.0) ** 2, 2.0 ** 1023)
try:
    2.0 ** 1024
except OverflowError as e:
    print(type(e).__name__, e)
try:
    pow(1, 2, 'x')
except TypeError as e:
    print(e)
class N:
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
print(N() ** 2, 2 ** N(), pow(N(), 3, 4))
