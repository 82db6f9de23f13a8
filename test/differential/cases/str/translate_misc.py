print('hello'.translate({104: 'J', ord('l'): None, ord('o'): 48}), 'abc'.translate(str.maketrans('ab', 'xy')), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), 'abc'.translate(str.maketrans({'a': 'AAA', 98: None})), 'x'.translate({}))
print(str.maketrans('a', 'b'), str.maketrans({'a': 1}), str.maketrans('', '', 'z'))
for f in (lambda: str.maketrans('a', 'bc'), lambda: str.maketrans('a'), lambda: str.maketrans({'ab': 1}), lambda: 'a'.translate(5), lambda: 'a'.translate({97: 1.5}), lambda: str.maketrans(1, 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(str(), str(5), str('a'), str(None), str([1, 'a']), str(b'x'), str(object=5), str.upper('a'), 'a'.__add__('b'), 'abc'.__len__(), 'abc'.__contains__('b'), 'a'.__mul__(3), 'a'.__eq__('a'), 'a'.__eq__(1), 'a'.__lt__(1), 'abc'.__getitem__(1), 'a'.__str__(), 'a'.__repr__())
print(ascii('é\n🙂'), repr('\x1b\x7f\x9f\u200b\ue000\U000e0001'), repr('a\\b'), '\x41', repr('\ufeff'), repr('\u2028'))
print('%s' % 'a', 'A' if 'a'.isalpha() else 'B', ''.join(reversed('abc')), 'abc'[::-1] == 'cba', 'x' * 3 + 'y', 'a' 'b')
