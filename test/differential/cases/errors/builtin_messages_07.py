def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('x = 1; x()',
    'list[int](5)',
    'exit',
    'raise StopIteration(5)',
    'raise SystemExit(3)',
    'raise KeyError("a", "b")',
    'raise KeyError',
    'raise OSError(2, "No such file")',
    'raise OSError(2, "No such file", "f.txt")',
    'assert 0, "m"',
    'raise UnicodeDecodeError("utf8", b"ab", 0, 1, "why")',
    'raise ImportError("x", name="n")',
    '[1, 2, 3].index(5)',
    'hash([])'):
    t(s)
