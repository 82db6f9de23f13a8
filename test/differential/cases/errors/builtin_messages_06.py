def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('"a" * "b"',
    '"a" in 5',
    '5 in "a"',
    'b"a" in "a"',
    '1 in 1',
    'None in None',
    '[1] < ["a"]',
    'sorted([1, "a"])',
    'sorted([None, 1])',
    'sum(["a"])',
    '"".join([1])',
    '", ".join(["a", None])',
    '[].sort(key=5)',
    '[3, 1].sort(key=5)'):
    t(s)
