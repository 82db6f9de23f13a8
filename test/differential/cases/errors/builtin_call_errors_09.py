calls = ['eval()',
    'eval(1)',
    'exec(1)',
    'list(x=1)',
    'tuple(x=1)',
    'int(x=1)',
    'staticmethod()',
    '[].append()',
    '[].append(1, 2)',
    '{}.get()',
    '"".join()',
    '"".join(1)',
    '[].sort(1)',
    '[].pop(1, 2)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
