print('a b  c'.split(), 'a b  c'.split(' '), ' a '.split(), ''.split(), ''.split(','), 'a,b,c'.split(','), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), 'a b c d'.split(None, 2), 'a b c d'.rsplit(None, 2), '  a  b  '.split(None, 1), 'abc'.split('bc'), 'aXXbXXc'.split('XX'), 'a,b'.split(sep=',', maxsplit=0))
print('a\nb\r\nc\rd'.splitlines(), 'a\nb\n'.splitlines(True), ''.splitlines(), 'a\x0bb\x0cc\x1cd\u2028e\x85f'.splitlines(), '\n'.splitlines())
print('a-b-c'.partition('-'), 'abc'.partition('-'), 'a-b-c'.rpartition('-'), 'abc'.rpartition('-'))
print(','.join('abc'), ''.join([]), '-'.join(['x']), ', '.join(str(i) for i in range(3)), 'ab'.join(('1', '2', '3')), ' '.join({'k': 1}))
print('\u3000a\u2003b'.split(), 'a\x1fb'.split(), '\xa0x\xa0'.split())
for f in (lambda: 'a'.split(''), lambda: 'a'.split(1), lambda: ','.join([1]), lambda: ','.join(['a', b'b']), lambda: ','.join(None), lambda: 'a'.partition(''), lambda: 'a'.rsplit(''), lambda: 'a'.split(',', 'x'), lambda: 'a'.partition(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
