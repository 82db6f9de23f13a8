# Averages and spreads of ints and floats.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


from statistics import *
import random

r = random.Random(3)
sets = [[1, 2, 3, 4, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [5], [1, 2], [0.1] * 10, [1e16, 1, -1e16], [3, 1, 2, 2],
        [r.gauss(0, 100) for _ in range(101)], [r.randrange(1000) for _ in range(50)], [True, False, True]]
for d in sets:
    print(mean(d), fmean(d), median(d), median_low(d), median_high(d), mode(d), multimode(d)[:3], pvariance(d), pstdev(d), median_grouped(d))
    if len(d) > 1:
        print(variance(d), stdev(d), quantiles(d), quantiles(d, n=10, method='inclusive'), quantiles(d, n=3))
print(geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean([0, 1]), fmean([1, 2], weights=[3, 1]))
print(mode(['a', 'b', 'b']), multimode('aabb'), multimode([]), mean([float('inf'), 1]), mean([float('nan')]))
print(variance([1, 2, 3], 2), pvariance([1, 2, 3], 2.5), median_grouped([1, 3, 3, 5, 7]), median_grouped([1, 3, 3, 5, 7], interval=2))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), correlation(x, y), linear_regression(x, y), linear_regression(x, y, proportional=True))
for f in (mean, fmean, median, mode, variance, stdev, pvariance, pstdev, geometric_mean, harmonic_mean, quantiles, median_low):
    err(f, [])
err(variance, [1])
err(quantiles, [1, 2], n=0)
err(quantiles, [1, 2], method='x')
err(harmonic_mean, [-1, 2])
err(geometric_mean, [0, 1])
err(correlation, [1, 1], [1, 2])
err(covariance, [1], [1, 2])
err(mean, ['a'])
print(issubclass(StatisticsError, ValueError))
