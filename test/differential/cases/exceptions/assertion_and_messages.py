for f in (lambda: [][1], lambda: {}['k'], lambda: int('q'), lambda: None.foo, lambda: undefined_x, lambda: 1 / 0, lambda: 'a' + 1, lambda: next(iter(())), lambda: (1, 2)[5], lambda: len(3), lambda: [1].remove(9), lambda: max(()), lambda: float('q'), lambda: ord('qq'), lambda: 'x'.index('y'), lambda: {}.popitem(), lambda: b''[0], lambda: 'abc'.foo(), lambda: abs(1, 2), lambda: frozenset()[0], lambda: chr(99999999), lambda: 10 ** 5000 * 1.0, lambda: [] < 1):
    try: r = f(); print('no error', callable(r))
    except Exception as e: print(f'{type(e).__name__:<18}{e}')
