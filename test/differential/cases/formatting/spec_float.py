for x in (3.14159, -2.5, 0.0, -0.0, 1e10, 1.5e-7, 123456789.123, float('inf'), float('nan')):
    print([format(x, s) for s in ('', 'f', '.0f', '.3f', 'e', '.2e', 'E', 'g', '.3g', 'G', '%', '.1%', '10.2f', '<10.2f', '+.2f', ' .2f', '010.2f', ',.2f', '_.1f', '#.0f', '.10', '.3', 'n', '#g', '>+12.3e')])
for spec in ('d', 'x', 's', 'c', '.f', '.99q', 'b'):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(e)
print(format(0.5, '.0f'), format(1.5, '.0f'), format(2.5, '.0f'), format(1e16, ''), format(1e15, ''), format(0.1, '.20f'), format(1e22, 'f'), format(123.456, '.2'), format(0.00001, 'g'), format(100000.0, 'g'), format(1000000.0, 'g'), format(1e6, '.10g'))
print(format(-0.0001, 'z.1f'), format(-0.4, 'z.0f'))
