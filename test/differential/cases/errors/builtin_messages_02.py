def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('range(3)["x"]',
    'B["x"]',
    '{}[[]]',
    '{[]: 1}',
    '{{}}',
    '{1: {}}[1][2]',
    '[0][10**30]',
    '[1, 2][1:2:0]',
    '[1][::"a"]',
    '[1]["a":]',
    'N[0]',
    'I[0]',
    'len[0]',
    'int[0]'):
    t(s)
