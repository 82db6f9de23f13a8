calls = ['range("a")',
    'range(1, 2, 0)',
    'range(1.5)',
    'range(1, 2, 3, 4)',
    'enumerate()',
    'enumerate(1)',
    'zip(1)',
    'zip([1], 2)',
    'map()',
    'map(len)',
    'map(1, 2)',
    'filter(1)',
    'filter(None, 1)',
    'reversed(1)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
