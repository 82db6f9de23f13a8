def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('del "a"[0]',
    'del [][0]',
    'del {}[1]',
    'del L["a"]'):
    t(s)
