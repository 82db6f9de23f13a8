def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('slice(1, 2)[0]',
    'bool("a", "b")',
    'range(10**30)[10**31]',
    'len(range(10**30))',
    '[1] * 10**30',
    '"a" * -5',
    'list(range(5))[2:"x"]',
    'x = [1]; x[0:1] = 5',
    'x = [1, 2, 3]; x[::2] = [1]',
    'x = [1]; x[5] = 1',
    'x = (1,); x[0] = 2',
    'x = "a"; x[0] = "b"',
    'x = range(3); x[0] = 1',
    'del (1,)[0]'):
    t(s)
