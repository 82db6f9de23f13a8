calls = ['print(1, end=3)',
    'vars(1)',
    'repr()',
    'repr(1, 2)',
    'object(1)',
    'super()',
    'float("x", 1)',
    'bool(1, 2)',
    'str(b"a", "bad-enc")',
    'input(1, 2)',
    'format()',
    'delattr(1, "x")',
    'property(1, 2, 3, 4, 5)',
    'divmod(1, 2, 3)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
