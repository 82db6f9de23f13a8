"""Distributions whose last digit hangs on the logarithm of the C library (CPython) or of V8."""
import random

for name, args in (('betavariate', (2, 3)), ('weibullvariate', (1, 1.5))):
    random.seed(99)
    print(name, args, [getattr(random, name)(*args) for _ in range(40)])
