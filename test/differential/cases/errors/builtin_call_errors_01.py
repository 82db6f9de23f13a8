calls = ['len()',
    'len(1, 2)',
    'len(x=1)',
    'abs()',
    'abs(1, 2)',
    'ord()',
    'ord("ab")',
    'ord(5)',
    'ord("")',
    'chr()',
    'chr(-1)',
    'chr("a")',
    'chr(1114112)',
    'int(1, 2, 3)']
for s in calls:
    try:
        print(s, '=', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__ + ':', e)
