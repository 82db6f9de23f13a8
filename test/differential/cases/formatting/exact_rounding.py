"""Floats rounded to a number of digits: exactly, ties to even, in every notation."""
state = 11


def pick(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (state >> 33) % n


SPECS = ['.0f', '.1f', '.2f', '.3f', '.6f', '.10f', 'f', 'e', '.2e', '.0e', '.10e', '.14e', 'g', '.3g',
         '.1g', '.15g', '.17g', 'G', '.3E', '%', '.1%', ',.2f', '>12.3f', '<12.2f', '^14.1f', '+.2f',
         ' .3f', '08.2f', '*=10.1f', '12', '.5', '.15', '.1', '.22f', '.20f', '012,.2f', '#.3g', 'z.1f']


def number():
    kind = pick(8)
    if kind == 0:
        return (pick(2000001) - 1000000) / 10 ** pick(7)
    if kind == 1:
        return (pick(200001) - 100000) / 2 ** pick(12)
    if kind == 2:
        return float(pick(10 ** 9)) * 10.0 ** (pick(40) - 20)
    if kind == 3:
        return (pick(1000) + 0.5) / 10 ** pick(5)
    if kind == 4:
        return float(f'{pick(10)}.{pick(10 ** 15)}e{pick(60) - 30}')
    if kind == 5:
        return 10.0 ** (pick(40) - 20) * (1 + (pick(5) - 2) * 2.0 ** -52)
    if kind == 6:
        return pick(10 ** 6) * 0.37 + 1.0 / (pick(1000) + 1)
    return float('9' * (pick(16) + 1) + f'e{pick(30) - 20}')


check = 0
for n in range(3000):
    x = number()
    spec = SPECS[pick(len(SPECS))]
    texts = [
        format(x, spec),
        '%.*f %5.1f %e %.3e %g %.10g %+.2f %-9.2f| %09.3f %s' % (pick(12), x, x, x, x, x, x, x, x, x, x),
        f'{x:.2f} {x:8.3f} {x:^12} {x}',
        repr(round(x, pick(20) - 6)),
    ]
    for text in texts:
        for c in text:
            check = (check * 31 + ord(c)) & 0xFFFFFFFFFF
    if n % 100 == 0:
        print(spec, texts)
print(check)
for x in (0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 0.0, -0.0,
          9.995, 999.9999999999999, 1000.0, 99999.5, 0.00001, 0.0001, float('inf'), float('nan')):
    print([format(x, spec) for spec in SPECS])
