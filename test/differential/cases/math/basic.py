import math
for name in ('sqrt', 'exp', 'log', 'log2', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'floor', 'ceil', 'trunc', 'fabs', 'degrees', 'radians', 'cbrt', 'isnan', 'isinf', 'isfinite'):
    f = getattr(math, name)
    print(name, *(round(f(x), 12) for x in (0.25, 1, 0.5)))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.hypot(3, 4), math.atan2(1, -1), math.copysign(3, -0.0), math.fmod(-7, 3), math.modf(-2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.pow(2, 3), math.dist((0, 0), (3, 4)))
