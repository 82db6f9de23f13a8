calls = ['{}.update(1)',
    '{}.pop()',
    'set().add()',
    '"".split(1)',
    '"a".replace("a")',
    '"".startswith(1)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
