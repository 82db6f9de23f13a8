for spec in ('d', '5d', '<5d', '^5d', '>5d', '05d', '+d', ' d', '-d', ',', '_', '#x', 'x', 'X', '#X', 'o', '#o', 'b', '#b', '#010b', '010,', 'c', 'e', '.2f', '%', 'g', '+.1e', '*^+10,d', '=+8d', '0=8', '#_x', '_b', 'n', '08.3f', 's'):
    try:
        print(repr(spec), repr(format(1234, spec)), repr(format(-65, spec)))
    except Exception as e:
        print(repr(spec), type(e).__name__, e)
print(format(2**70, ','), format(2**70, 'x'), format(-2**70, '_d'), format(2**70, 'e'), format(0, 'b'), format(97, 'c'))
for spec in ('.3d', ',x', '5.5', 'z', '10q', ',_', '_,d', '+c', ',c', ',s', '#c', '+s', 'dd'):
    try:
        print(repr(spec), repr(format(5, spec)))
    except Exception as e:
        print(repr(spec), type(e).__name__, e)
