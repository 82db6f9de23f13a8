print(repr('  a '.strip()), repr('  a '.lstrip()), repr('  a '.rstrip()), 'xxaxx'.strip('x'), 'xyaxy'.strip('yx'), 'abc'.lstrip('ba'), 'abc'.rstrip(''), repr('\t\n a\u3000'.strip()), repr(''.strip()), 'aaa'.strip('a') == '', 'a'.strip(None))
print('a'.center(5) + '|', 'ab'.center(5, '*'), 'abc'.center(6, '-'), 'a'.center(4, '.'), 'a'.ljust(3) + '|', 'a'.rjust(3, '0'), 'abc'.ljust(2), '42'.zfill(5), '-42'.zfill(5), '+1'.zfill(4), ''.zfill(2), 'abc'.zfill(2), '--1'.zfill(5))
print('a\tb'.expandtabs(), 'a\tb\tc'.expandtabs(4), '\t'.expandtabs(0) + '|', 'ab\n\tc'.expandtabs(3), 'a\tb'.expandtabs(tabsize=2))
for f in (lambda: 'a'.strip(1), lambda: 'a'.center('x'), lambda: 'a'.center(5, 'xy'), lambda: 'a'.ljust(5, ''), lambda: 'a'.zfill('2'), lambda: 'a'.center(), lambda: 'a'.rjust(3, 5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
