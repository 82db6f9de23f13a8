print((2.5).is_integer(), (3.0).is_integer(), (0.75).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.5).conjugate())
print((1.0).hex(), (0.1).hex(), (-3.75).hex(), float.fromhex('0x1.8p+1'), float.fromhex('-0x1.999999999999ap-4'))
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1234.567, -2), round(1.0), round(1e300, 5), round(0.15, 1), round(5.015, 2))
print(type(round(2.5)), type(round(2.5, 0)), round(2.5, 0), round(-0.4), round(1e20))
print(int(1e20), int(-1e-20), 1e20.__int__(), (7.9).__trunc__(), (-7.5).__floor__(), (-7.5).__ceil__())
for f in (lambda: round(float('nan')), lambda: round(float('inf')), lambda: int(float('nan')), lambda: (1.5).as_integer_ratio(), lambda: float('inf').as_integer_ratio(), lambda: round('x'), lambda: round(1.5, 'x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
nan = float('nan')
print(nan == nan, nan != nan, nan < 1, [nan] == [nan], nan in [nan], max(1, nan), max(nan, 1) != max(nan, 1), float('inf') - float('inf'))
