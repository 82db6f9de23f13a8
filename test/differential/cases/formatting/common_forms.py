"""Ints, strings and what is neither, in the forms that programs use most."""


class Shown:
    def __str__(self):
        return 'shown %d' % 3

    def __format__(self, spec):
        return f'<{spec}:{1.5:.2f}>'

    def __float__(self):
        return 2.5


class Text(str):
    def __rmod__(self, other):
        return 'rmod'

    def __radd__(self, other):
        return 'radd'


def ints(n):
    return (f'{n} {n:5d} {n:<5d}| {n:^7d} {n:05d} {n:+d} {n: d} {n:,} {n:x} {n:X} {n:o} {n:b} {n:.1f} {n:e}',
            '%d %5d %-5d| %05d %+d % d %x %o %X %s %4s %i %u' % ((n,) * 13), '{:>8}|{:,}|{}'.format(n, n, n),
            hex(n), oct(n), bin(n), '%d' % n, '%5.1f%%' % n)


def texts(s):
    return (f'{s}', f'{s}={s!r}', f'{s:>6}|{s:<6}|{s:^6}|{s:.2}|{s:*^8.1}|{s!s:>5}', '%s %6s %-6s| %.2s' % (s, s, s, s),
            '{0:>5}{0}{1}'.format(s, 'é'), '%s' % s, ('%s' % s) * 3)


def others(x):
    return f'{x} {x!s:>9} {x!r:.1}', '%s|%8s' % (x, x), '{}'.format(x)


def failing(make):
    try:
        return make()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def mistakes(n, s):
    return [failing(make) for make in (
        lambda: f'{s:d}', lambda: f'{n:s}', lambda: f'{n:.2d}', lambda: f'{s:+}', lambda: f'{s:,}', lambda: f'{s:=8}',
        lambda: '%d' % s, lambda: '%d' % (s,), lambda: '%x' % 1.5, lambda: '%d %d' % (n,), lambda: '%d' % (n, n),
        lambda: 'plain' % (n,), lambda: '%q' % n, lambda: f'{n:q}', lambda: f'{None:5}', lambda: '{}{}'.format(n))]


for _ in range(3):
    for n in (0, 7, -7, 123456, -1234567, 2 ** 30, 2 ** 31, -2 ** 40, 2 ** 53, 2 ** 70, True):
        print(ints(n))
    for s in ('', 'a', 'abc', 'déf', '\u1234x'):
        print(texts(s))
    print(others(None), others([1.5, 'a']), others(Shown()), f'{Shown():.3f}', '%5.1f' % Shown())
    print('%s' % Text('a'), '%s' % (Text('a'),), 'x' + Text('b'), f'{Text("c"):>3}')
    for line in mistakes(1, 'a'):
        print(line)
