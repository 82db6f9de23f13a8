calls = ['bytes([256])',
    'bytes(["a"])',
    'list(1)',
    'tuple(1)',
    'set(1)',
    'dict(1)',
    'dict([1])',
    'dict([(1, 2, 3)])',
    'dict(["abc"])',
    'frozenset(1)',
    'list(1, 2)',
    'slice()',
    'print(1, foo=2)',
    'print(1, sep=3)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
