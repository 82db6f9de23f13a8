# Every way to write a number.
print(0, 00, 0_0, 1_000_000, 0xff, 0XFF, 0x_f_f, 0o17, 0O17, 0b101, 0B_1_0)
print(1., .5, 1e3, 1E-3, 1_0.0_1, 1e+5, 0.0, -0.0, 1e0)
print(10**20, 0xFFFFFFFFFFFFFFFFFFFF, 0b1 << 70)
print(5 .bit_length(), (5).bit_length(), 1.5.is_integer(), 2..is_integer(), 1_000 .real)
print(-2 ** 2, (-2) ** 2, 2 ** -1, -2 ** -2)
print(0xe+1, 1e5.is_integer())
print(1e400, -1e400, 1e-400, 123456789012345678901234567890)
print(9007199254740993, 9007199254740993.0, 1073741823, 1073741824, -1073741824, -1073741825)
