def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('{}["a"]',
    '{}[1]',
    '{1: 2}[(1, 2)]',
    '[][0]',
    '[1][-2]',
    '()[0]',
    '""[5]',
    'b""[0]',
    'range(3)[3]',
    'L["a"]',
    'T["a"]',
    'S["b"]',
    'S[1.0]',
    'L[None]'):
    t(s)
