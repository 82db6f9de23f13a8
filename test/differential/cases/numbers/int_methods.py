print((5).bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count(), (-7).bit_count())
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-2).to_bytes(2, 'big', signed=True))
print(int.from_bytes(b'\x00\x10', 'big'), int.from_bytes(b'\xff\xfe', 'little'), int.from_bytes(b'\xff', 'big', signed=True))
print((6).as_integer_ratio(), (3).numerator, (3).denominator, (3).real, (3).imag, (3).conjugate())
print(int(), int(3.99), int(-3.99), int('42'), int('  -7  '), int('1_000'), int('ff', 16), int('0xff', 16), int('0b11', 0), int('z', 36), int('0o17', 0))
print(int(True), int(b'12'), int('٣'))
def err(*a):
    try:
        print(int(*a))
    except Exception as e:
        print(type(e).__name__ + ':', e)
err('abc'); err(''); err('1.5'); err('12', 2); err(None); err([]); err('1', 1); err('1', 40)
err(1.5, 10); err(float('nan')); err(float('inf')); err('0x', 16); err('1__0'); err('_1'); err(' ')
try:
    (300).to_bytes(1, 'big')
except OverflowError as e:
    print(e)
try:
    (-1).to_bytes(1, 'big')
except OverflowError as e:
    print(e)
class I:
    def __int__(self): return 7
    def __index__(self): return 8
print(int(I()), hex(I()), [0] * 3, list(range(10))[I()], round(1234, -2), round(5), (7).__add__(1), (7).__add__('x'))
