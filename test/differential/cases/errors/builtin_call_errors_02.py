calls = ['isinstance(1)',
    'isinstance(1, 2)',
    'isinstance(1, (int, 3))',
    'issubclass(1, int)',
    'issubclass(int, 1)',
    'getattr(1)',
    'getattr(1, 2)',
    'getattr(1, "nope")',
    'setattr(1, "x", 2)',
    'hasattr(1, 2)',
    'sorted()',
    'sorted(1)',
    'sorted([1], 2)',
    'sorted([1], foo=2)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
