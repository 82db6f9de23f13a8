def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', e)
for s in ('[].pop()',
    '[1].pop(5)',
    '{}.popitem()',
    'set().pop()',
    '{}.pop(1)',
    '[].remove(1)',
    'set().remove(1)',
    '[].index(1)',
    '().index(1)',
    '"".index("a")',
    '"a".rindex("b")',
    'b"".index(b"a")',
    '"ab".split("")',
    '"a".encode("nope")'):
    t(s)
