for s in ('naïve', 'Ελλάδα', 'Привет', '日本語', '🙂🙃', 'e\u0301', 'ﬂ', 'ĳ', '١٢٣', 'नमस्ते'):
    print(s, len(s), s.upper(), s[::-1] if s.isascii() else ascii(s[::-1]), s.isalpha(), s.encode().hex(), [ord(c) for c in s][:4], s.center(12, '·'))
print(sorted(['é', 'e', 'z', 'a', 'É', '🙂', '中']), 'é' == 'e\u0301', 'A' < 'a' < 'é' < '中' < '🙂', max('aé中🙂'), '中' in '日中', '🙂x🙂'.split('x'), '🙂'.join('ab'), 'a🙂b'.find('b'), 'a🙂b'.replace('🙂', '-'), '🙂' * 3, 'ñ'.encode('latin-1'), '\U0001F642' == '🙂', chr(0x1F642), 'ab🙂'[-1], '🙂ab'.rjust(5, '中'), '%s|%5s' % ('🙂', '中'), f'{"é":>3}')
