calls = ['sum()',
    'sum(1)',
    'sum(["a"])',
    'sum(["a"], "")',
    'sum([[1]], 5)',
    'max()',
    'max(1)',
    'max([])',
    'min(())',
    'max(1, key=5)',
    'max([1], default=2, foo=3)',
    'max(1, 2, default=3)',
    'max([1, "a"])',
    'range()']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
