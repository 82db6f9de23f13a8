# Averages and spreads of ints and floats (fractions and decimals are not
# accepted here: there is no such type).
#
# Sums are exact: every float is a whole number over a power of two, so totals
# are kept as one fraction of ints and rounded once at the end.

from math import fsum as _fsum, isqrt as _isqrt, sqrt as _sqrt

__all__ = ['StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean',
           'harmonic_mean', 'linear_regression', 'mean', 'median', 'median_grouped',
           'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles',
           'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _exact(data):
    # (sum, sum of squares, denominator of the sum, count, whether all ints);
    # the sum of squares stands over the denominator squared. NaN and infinity
    # have no fraction: then the denominator is 0 and the sum is a float.
    data = list(data)
    whole = True
    pairs = []
    for x in data:
        if isinstance(x, int):
            pairs.append((int(x), 1))
        elif isinstance(x, float):
            whole = False
            if x - x != 0.0:
                return sum(data), 0, 0, len(data), False
            pairs.append(x.as_integer_ratio())
        else:
            raise TypeError("can't convert type '%s' to numerator/denominator"
                            % type(x).__name__)
    bottom = 1
    for _, d in pairs:
        if d > bottom:
            bottom = d
    total = squares = 0
    for n, d in pairs:
        n *= bottom // d
        total += n
        squares += n * n
    return total, squares, bottom, len(data), whole


def _value(n, d, whole):
    # The fraction as the kind of number the data were.
    if whole and n % d == 0:
        return n // d
    return n / d


def mean(data):
    total, _, d, n, whole = _exact(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return total / n if d == 0 else _value(total, d * n, whole)


def fmean(data, weights=None):
    data = list(data)
    n = len(data)
    if weights is None:
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return _fsum(data) / n
    weights = list(weights)
    if n != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = _fsum([w * x for w, x in zip(weights, data)])
    bottom = _fsum(weights)
    if not bottom:
        raise StatisticsError('sum of weights must be non-zero')
    return total / bottom


def geometric_mean(data):
    from math import exp, log
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset '
                              'containing positive numbers') from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if weights is None:
        if len(data) == 1:
            if data[0] < 0:
                raise StatisticsError('harmonic mean does not support negative values')
            return data[0]
        weights = [1] * len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
    if any(x < 0 for x in data) or any(w < 0 for w in weights):
        raise StatisticsError('harmonic mean does not support negative values')
    if not all(data):
        return 0
    top, _, d, _, _ = _exact(weights)
    if top <= 0:
        raise StatisticsError('Weighted sum must be positive')
    quotients = [w / x if w else 0 for w, x in zip(weights, data)]
    total, _, bottom, _, _ = _exact(quotients)
    return _value(top * bottom, d * total, False)


def _spread(data, mu, what, least):
    total, squares, d, n, whole = _exact(data)
    if n < least:
        raise StatisticsError(what)
    if d == 0:
        return float('nan'), 0, n, whole
    if mu is None:
        return n * squares - total * total, d * d * n, n, whole
    if isinstance(mu, float):
        whole = False
    a, b = (mu, 1) if isinstance(mu, int) else mu.as_integer_ratio()
    # sum (x - a/b)^2 = (S2 b^2 - 2 S a b d + n a^2 d^2) / (d b)^2
    top = squares * b * b - 2 * total * a * b * d + n * a * a * d * d
    return top, d * d * b * b, n, whole


def variance(data, xbar=None):
    top, bottom, n, whole = _spread(data, xbar, 'variance requires at least two data points', 2)
    return top if bottom == 0 else _value(top, bottom * (n - 1), whole)


def pvariance(data, mu=None):
    top, bottom, n, whole = _spread(data, mu, 'pvariance requires at least one data point', 1)
    return top if bottom == 0 else _value(top, bottom * n, whole)


def stdev(data, xbar=None):
    top, bottom, n, _ = _spread(data, xbar, 'stdev requires at least two data points', 2)
    return top if bottom == 0 else _root(top, bottom * (n - 1))


def pstdev(data, mu=None):
    top, bottom, n, _ = _spread(data, mu, 'pstdev requires at least one data point', 1)
    return top if bottom == 0 else _root(top, bottom * n)


def _root(n, d):
    # The square root of n/d, rounded once: the integer root is taken with
    # about 110 bits, and its last bit says whether anything was cut off.
    if not n:
        return 0.0
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        d <<= 2 * shift
    else:
        n <<= -2 * shift
    root = _isqrt(n // d)
    if root * root * d != n:
        root |= 1
    return (root << shift) / 1 if shift >= 0 else root / (1 << -shift)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    i = n // 2
    return data[i] if n % 2 else (data[i - 1] + data[i]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    from bisect import bisect_left, bisect_right
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    below = bisect_left(data, x)
    within = bisect_right(data, x, lo=below) - below
    interval = float(interval)
    return float(x) - interval / 2.0 + interval * (n / 2 - below) / within


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    cuts = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            cuts.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == 'exclusive':
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            cuts.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError('Unknown method: %r' % (method,))
    return cuts


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of '
                              'data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar = _fsum(x) / n
    ybar = _fsum(y) / n
    return _fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)]) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of '
                              'data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar = _fsum(x) / n
    ybar = _fsum(y) / n
    sxy = _fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
    sxx = _fsum([(a - xbar) ** 2.0 for a in x])
    syy = _fsum([(b - ybar) ** 2.0 for b in y])
    try:
        return sxy / _sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of '
                              'data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    xbar = ybar = 0.0
    if not proportional:
        xbar = _fsum(x) / n
        ybar = _fsum(y) / n
    sxy = _fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
    sxx = _fsum([(a - xbar) ** 2.0 for a in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    made = namedtuple('LinearRegression', ('slope', 'intercept'), module='statistics')
    return made(slope, 0.0 if proportional else ybar - slope * xbar)
