print(b'abc', B"abc", rb'\n', bR'\x', b'\x00\xff\n\t\\\'')
print(b"it's", b'"', b'"\'')
print(b'a' b'b', len(b'\x41\102'), b'\101', b'''two
lines''')
print(b'abc'[0], b'abc'[1:], list(b'\x00\x7f\xff'))
