# What loses nothing is the same object, if it cannot change.
b = b'abc'
print(b.strip() is b, b.lstrip(b'x') is b, b.rstrip(None) is b, b.strip(b'a'))
m = bytearray(b'abc')
print(m.strip() is m, m.strip(b'c'))
