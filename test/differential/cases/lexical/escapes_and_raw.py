print([r'\x41', '\x41', R'\'', '\'', "\"", '\N{BULLET}', '\u00df', '\101', '\7' == '\x07', '\r\n' == '\x0d\x0a'])
print(len('\\'), len(r'\\'), len('\
'), '\t|\v|\f'.split('|'), br'\x00', b'\x00', rb'\'', len(b'\\n'))
print('''a'b"c''', """d"e'f""", '''\'''', """\"""", 'a' "b" '''c''' r'\d')
print("tab:\t|", 'null:', repr('\0'), repr('\x1b[0m'), '\u4e2d\U0001F600')
