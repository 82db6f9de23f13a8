s = 'hello hello'
print(s.find('l'), s.rfind('l'), s.index('o'), s.rindex('o'), s.find('z'), s.find(''), s.rfind(''), s.find('l', 4), s.find('l', 4, 6), s.find('h', -5), s.count('l'), s.count(''), s.count('ll'), 'aaaa'.count('aa'), s.count('l', 3, 8), ''.count(''), ''.find(''), s.find('', 100), 'abc'.find('c', -1))
print(s.replace('l', 'L'), s.replace('l', 'L', 2), s.replace('', '-'), s.replace('hello', ''), s.replace('x', 'y'), ''.replace('', 'q'), 'aaa'.replace('aa', 'b'), s.replace('l', 'LL', -1), 'abc'.replace('b', 'b', 0))
print(s.startswith('he'), s.startswith('lo', 3), s.startswith(('x', 'h')), s.endswith('lo'), s.endswith(('a', 'o')), s.startswith(''), s.startswith('h', 20), s.endswith('hell', 0, 4), s.startswith(()))
print('abc'.removeprefix('a'), 'abc'.removeprefix('x'), 'abc'.removesuffix('bc'), 'abc'.removesuffix(''), 'l' in s, '' in s, 'lo h' in s, 'xyz' not in s)
for f in (lambda: s.index('z'), lambda: s.rindex('z'), lambda: s.find(1), lambda: s.replace(1, 2), lambda: s.replace('a'), lambda: s.startswith(1), lambda: s.startswith((1,)), lambda: s.startswith(['h']), lambda: s.count(None), lambda: 1 in s, lambda: None in s, lambda: s.endswith(b'o')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
