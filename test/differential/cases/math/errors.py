import math
for src in ('sqrt(-1)', 'log(0)', 'log(-1)', 'exp(1000)', 'factorial(-1)', 'factorial(1.5)', 'factorial("a")', 'sqrt("x")', 'gcd(1.5, 2)', 'isqrt(-1)', 'isqrt(1.5)', 'comb(-1, 2)', 'perm(2, -1)', 'acos(2)', 'fmod(1, 0)', 'floor("a")', 'ceil(None)', 'floor(float("nan"))', 'floor(float("inf"))', 'pow(0, -1)', 'pow(-1, 0.5)', 'sin(float("inf"))', 'sqrt()', 'sqrt(1, 2)', 'log()', 'hypot("a")', 'prod(5)', 'dist((1,), (1, 2))', 'atanh(1)', 'gamma(0)', 'ldexp(1.0, 5000)', 'fsum(["a"])', 'log(2, 1)', 'log(5, 0)', 'nope(1)'):
    try: print(src, eval('math.' + src))
    except Exception as e: print(src, '->', type(e).__name__, e)
