calls = ['round()',
    'round(1, 2, 3)',
    'pow(1)',
    'divmod(1)',
    'callable()',
    'type()',
    'type(1, 2)',
    'type("a", 1, {})',
    'type(1, (), {})',
    'any(1)',
    'all(None)',
    'str(1, 2)',
    'bytes("a")',
    'bytes(-1)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
