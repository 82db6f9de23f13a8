for x in (b'', b"'", b'"', b'\'"', b'\\', b'\n\r\t', b'\x00\x1f\x7f\x80\xff', b'abc', bytes(range(32, 127))):
    print(x, str(x), len(x))
for v in b'ab': print(v, type(v).__name__)
print([hex(v) for v in b'\xde\xad'], sum(b'\x01\x02'), sorted(b'cab'), bytes(sorted(b'cab')), bytes(reversed(b'abc')), list(zip(b'ab', 'xy')), dict(enumerate(b'a')))
a, *r = b'xyz'
print(a, r, bytes(r), b'%s' % b'x', b'a'.decode() + 'b', int(b'42'), float(b'1.5'), b'\x01'[0] << 8 | b'\x02'[0], int.from_bytes(b'\x01\x02', 'big'))
class B(bytes):
    def m(self): return self[::-1]
print(B(b'abc').m(), B(b'x') == b'x', isinstance(B(), bytes), B(b'ab') + b'c')
