def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('(1, [])in {}',
    'setattr(1, "a", 2)',
    'type("X", (int, str), {})',
    'float.fromhex("z")',
    'int.from_bytes(b"", "x")',
    '[].insert("a", 1)',
    '[].extend(5)',
    '"%d" % "a"',
    'divmod(5, 0)',
    '5 % 0',
    '5.0 // 0.0',
    '2.0 ** 10000',
    'round(1.5, "a")',
    'L[1, 2]'):
    t(s)
