def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('b"\\xff".decode()',
    '"\\ud800".encode()',
    '"é".encode("ascii")',
    'b"\\xe9".decode("ascii")',
    'chr(-1)',
    'bytes([300])',
    'next(iter([]))',
    'max([])',
    'min("")',
    '"a" + 1',
    '1 + "a"',
    '[] + ()',
    'b"a" + "b"',
    '"a" + b"b"'):
    t(s)
