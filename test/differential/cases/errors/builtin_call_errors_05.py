calls = ['reversed({1})',
    'iter(1)',
    'iter(1, 2)',
    'next()',
    'next(1)',
    'next([])',
    'hash([])',
    'hash({})',
    'hash(set())',
    'hash(([],))',
    'id()',
    'bin(1.5)',
    'hex("a")',
    'oct(None)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
