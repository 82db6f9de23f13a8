for spec in ('', 's', '10', '<10', '>10', '^10', '*^10', '.2', '10.2', '-<10s', '\u00e9>8', '0', '05', '<05'):
    print(repr(spec), repr(format('abc', spec)))
for spec in ('d', '=5', '+', ',', '#', 'x', ' ', '.', '010d', '5.', 'ss'):
    try:
        print(repr(spec), repr(format('abc', spec)))
    except ValueError as e:
        print(repr(spec), e)
for obj in (None, [1], (1,), {1: 2}, object, len, range(3)):
    try:
        print(format(obj), end=' ')
        print(format(obj, '10'))
    except TypeError as e:
        print(e)
try:
    format(1, 2)
except TypeError as e:
    print(e)
