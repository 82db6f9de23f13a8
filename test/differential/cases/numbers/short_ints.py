# Arithmetic on ints of 31 to 64 bits in hot loops, masked and not: made by a generator of random programs.
# Each line is checked against sums that a wrong bit anywhere changes.

G = 0xdeadbeefcafe
M = (1<<64)-1
def f0(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b = ((b & G)) & M
        a = ((((i) >> 33) + ((a) << 17))) & 0xffffffff
        b += (b & i)
        b &= 0xffffffffffffffff
        d = b; e = d; b ^= (b & i); b &= M; a = (a + d + e) & M
        c = (((((b ^ G)) & 0xffff) & ((((b) & 0xffffffff)) & M))) & 0xffffffffffffffff
        d = c; e = d; c ^= ((((b ^ G)) & 0xffff) & ((((b) & 0xffffffff)) & M)); c &= M; a = (a + d + e) & M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(0, f0(1, -1), f0(16777619, 77))
def f1(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c = (((((G & c) & ((b) & 0xff))) % 1)) & m
        b = ((G | G)) & M
        d = b; e = d; b ^= (G | G); b &= M; a = (a + d + e) & M
        b = (((((a) << 0)) & M)) & 0xffffffff
        c = ((((b) << 3) - (i & b))) & M
        if c & 1: a = c
        b += ((((((G) // 1000003)) & 0xffff)) & M)
        b &= 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(1, f1(1, -5), f1(31, 77))
def f2(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c += ((c + b) - ((i) & 0xffff))
        c &= M
        if c & 255: b = c
        b ^= ((((((b) << 13)) & 0xffffffff)) & 0xffff)
        b &= 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(2, f2(1, 255), f2(16777619, 77))
def f3(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c = (((((((b) % 1000003)) << 31)) % 1000003)) & 0xffffffffffffffff
        d = c; e = d; c ^= ((((((b) % 1000003)) << 31)) % 1000003); c &= M; a = (a + d + e) & M
        b ^= ((((a) // 1) & ((b) & 0x3fffffff)) + (((a) & 0xff) | ((b) & 0xffff)))
        b &= M
        c = ((c + b)) & m
        if c & 1: b = c
        a += (((((c) // 2) | (b - b))) & 0x3fffffff)
        a &= M
        b += (((G & b)) >> 45)
        b &= 0xffffffffffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(3, f3(1, 31), f3(65535, 77))
def f4(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        a ^= (((((a | b)) & 0x7fffffff)) & m)
        a &= 0xffffffffffffffff
        a ^= (c ^ G)
        a &= 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(4, f4(1, 3), f4(1073741824, 77))
def f5(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b ^= ((b + b) * ((b) & M))
        b &= 0xffffffff
        a ^= ((((2147483647) % 1)) << 45)
        a &= 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(5, f5(1, 18446744073709551615), f5(9007199254740991, 77))
def f6(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c ^= ((a) << 63)
        c &= 0xffffffffffffffff
        d = c; e = d; c ^= ((a) << 63); c &= M; a = (a + d + e) & M
        b += (c - a)
        b &= 0xffffffffffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(6, f6(1, 2), f6(18446744073709551615, 77))
def f7(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        a += (a ^ b)
        a &= M
        a ^= (((a) // 2) - (a + G))
        a &= 0xffffffff
        c = ((((a & c)) % 10)) & 0xffffffffffffffff
        c += (((((a) % 1099511627776) - ((G) & 0x7fffffff))) % 2)
        c &= 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(7, f7(1, 9007199254740991), f7(1073741823, 77))
def f8(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b ^= (G - 32)
        b &= 0xffffffffffffffff
        b ^= ((((a) & 0xff) & ((a) % 4294967295)) ^ ((b & G) - ((i) & 0xffffffff)))
        b &= M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(8, f8(1, 9223372036854775808), f8(63, 77))
def f9(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c ^= (((((b) << 3) * (a * c))) >> 0)
        c &= 0xffffffff
        a ^= ((((G) % 1)) << 3)
        a &= 0xffffffff
        d = a; e = d; a ^= ((((G) % 1)) << 3); a &= M; a = (a + d + e) & M
        a += ((((a | 4294967295)) & 0xff) | ((G | b) * (a | a)))
        a &= 0xffffffffffffffff
        if a & 255: a = a
        a ^= ((((((i) & 0xffffffffffffffff)) << 3)) & 0xffff)
        a &= M
        a = ((((((4294967296 & b)) >> 1)) // 10)) & 0xffffffff
        d = a; e = d; a ^= (((((4294967296 & b)) >> 1)) // 10); a &= M; a = (a + d + e) & M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(9, f9(1, 40), f9(2147483647, 77))
def f10(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b ^= (((c * G)) // 2)
        b &= 0xffffffffffffffff
        c = (((((b) << 0)) << 7)) & 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(10, f10(1, 2147483647), f10(3, 77))
def f11(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c = (((a) % 10)) & 0xffffffffffffffff
        d = c; e = d; c ^= ((a) % 10); c &= M; a = (a + d + e) & M
        a ^= (((2147483647 + 65535) - (i * G)) - (((b) << 31) + (a | i)))
        a &= M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(11, f11(1, 40), f11(-1, 77))
def f12(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        a = (((((b) << 17)) & 0xffff)) & 0xffffffffffffffff
        b = (((18446744073709551616 | b) + (a & G))) & 0xffffffffffffffff
        c = (((b) & 0xffffffff)) & 0x3fffffff
        a = ((((b + 255)) >> 1)) & 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(12, f12(1, 65535), f12(4294967295, 77))
def f13(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        a ^= ((G) << 63)
        a &= 0xffffffffffffffff
        c ^= (((((b) & 0xffffffffffffffff)) << 7) + (((b) // 2) + ((1073741824) & 0x7fffffff)))
        c &= 0xffffffff
        a = ((((a) & 0xffffffffffff) * ((c) // 4294967295))) & m
        a = ((((((b) & 0x3fffffff) - ((i) & m))) % 10)) & m
        if a & 1: c = a
        d = a; e = d; a ^= (((((b) & 0x3fffffff) - ((i) & m))) % 10); a &= M; a = (a + d + e) & M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(13, f13(1, 255), f13(31, 77))
def f14(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b += ((G) & M)
        b &= 0xffffffff
        if b & 255: b = b
        d = b; e = d; b ^= ((G) & M); b &= M; a = (a + d + e) & M
        b ^= (c + b)
        b &= 0xffffffff
        a += ((((b * a) & ((3) // 1000003))) // 4294967295)
        a &= 0xffffffff
        d = a; e = d; a ^= ((((b * a) & ((3) // 1000003))) // 4294967295); a &= M; a = (a + d + e) & M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(14, f14(1, 1099511628211), f14(18446744073709551615, 77))
def f15(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b = ((((b + a) * (b ^ G)) - (((32) // 1099511627776) & ((a) % 2)))) & 0x3fffffff
        if b & 1: a = b
        c ^= ((((a - c)) // 2147483648) & (((b | b)) // 2147483648))
        c &= M
        if c & 255: c = c
        c ^= ((b) & 0x7fffffff)
        c &= M
        a = (((a) // 1)) & 0x3fffffff
        d = a; e = d; a ^= ((a) // 1); a &= M; a = (a + d + e) & M
        b = (((9223372036854775808) << 63)) & 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(15, f15(1, 33), f15(1073741824, 77))
def f16(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c += ((b) >> 7)
        c &= M
        b += (((c | G)) % 4294967295)
        b &= 0xffffffffffffffff
        c += (((((65535) << 63) * (G * i))) % 1000003)
        c &= M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(16, f16(1, 9007199254740992), f16(1099511628211, 77))
def f17(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        a ^= (((((i) << 31)) % 2) | (((c * c)) >> 0))
        a &= M
        b = (((a * c) ^ ((G) >> 31))) & 0x3fffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(17, f17(1, 6364136223846793005), f17(9223372036854775808, 77))
def f18(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c = (((((a | G)) & 0xffffffffffffffff) | ((b + i) - ((b) & 0xff)))) & M
        if c & 3: b = c
        d = c; e = d; c ^= ((((a | G)) & 0xffffffffffffffff) | ((b + i) - ((b) & 0xff))); c &= M; a = (a + d + e) & M
        b += ((((13 + a)) << 1) - ((c ^ a) ^ ((a) & 0xffffffffffffffff)))
        b &= M
        c = ((((b | a)) % 2)) & 0xffffffff
        a += ((((((b) & m)) & m)) & 0xffffffff)
        a &= 0xffffffff
        b = (((((32) & 0x3fffffff)) // 1000003)) & 0xffffffff
        if b & 255: b = b
        d = b; e = d; b ^= ((((32) & 0x3fffffff)) // 1000003); b &= M; a = (a + d + e) & M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(18, f18(1, 255), f18(65535, 77))
def f19(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        a ^= (((((4294967296 * a)) & 0xffff)) << 45)
        a &= 0xffffffffffffffff
        if a & 3: a = a
        a += ((((c & c) & (a - 18446744073709551616))) >> 17)
        a &= 0xffffffff
        a = ((b & i)) & M
        if a & 1: a = a
        d = a; e = d; a ^= (b & i); a &= M; a = (a + d + e) & M
        a ^= (((i) & m) * (b | G))
        a &= 0xffffffffffffffff
        if a & 1: b = a
        a += ((65535 ^ b) & (a + a))
        a &= M
        d = a; e = d; a ^= ((65535 ^ b) & (a + a)); a &= M; a = (a + d + e) & M
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(19, f19(1, 16777619), f19(3, 77))
def f20(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b += ((((G * c) + (i + b))) & M)
        b &= 0xffffffffffffffff
        a = (((((a - b)) & m) * (((a * i)) // 1))) & m
        b += (((b) // 1) + (b - i))
        b &= 0xffffffffffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(20, f20(1, 40), f20(63, 77))
def f21(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        b = ((((a) // 1000003) | ((b) >> 45))) & m
        a = ((((9007199254740991 ^ a)) & 0xffffffffffffffff)) & m
        a ^= ((((a) // 1)) // 4294967295)
        a &= M
        if a & 255: b = a
        a ^= (b | 40)
        a &= 0xffffffff
        a = ((b - a)) & 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(21, f21(1, 33), f21(7, 77))
def f22(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c ^= (18446744073709551616 * b)
        c &= 0xffffffffffffffff
        a ^= ((b) & 0xffffffff)
        a &= 0xffffffff
        b ^= ((((G * c) & ((G) & 0xffff))) & m)
        b &= M
        c += (((a) % 2147483648) + ((9007199254740992) % 1099511627776))
        c &= M
        if c & 3: b = c
        d = c; e = d; c ^= (((a) % 2147483648) + ((9007199254740992) % 1099511627776)); c &= M; a = (a + d + e) & M
        a = ((((c) & 0x7fffffff) * ((i) << 7))) & 0xffffffff
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(22, f22(1, 63), f22(18446744073709551616, 77))
def f23(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c = (((((b | 33) ^ ((b) << 7))) >> 63)) & 0x3fffffff
        b += ((((c + a) * ((i) >> 0))) >> 1)
        b &= M
        b = ((((G & c)) % 2)) & m
        a ^= ((((a * b)) // 10) | ((((b) & 0xffffffffffffffff)) // 4294967295))
        a &= 0xffffffffffffffff
        if a & 3: a = a
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(23, f23(1, 3), f23(63, 77))
def f24(a, b):
    c = 12345; m = 0xffffffff; out = []
    for i in range(700):
        c ^= (i - b)
        c &= M
        a ^= (2 - b)
        a &= 0xffffffff
        if a & 255: a = a
        if i % 50 == 0: out.append((i,a,b,c))
    return hash(tuple(out)), out[-1]
print(24, f24(1, 33), f24(6364136223846793005, 77))
def f(n):
    x=1; y=7; z=0xcbf29ce484222325; M=(1<<64)-1; acc=0
    for i in range(n):
        x = ((x ^ i) * 16777619) & 0xffffffff
        y = (y * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
        z = ((z ^ (i & 255)) * 0x100000001B3) & M
        w = (y >> 33) ^ (x << 7)
        w ^= w >> 5
        k = (x * 31 + i) % 1000003
        j = (y >> 20) // 1000
        v = (x - y) & M
        u = (x << 40) & M
        q = (y & M) + 0
        s = x + (y >> 11)
        r = (x | y) & (x ^ y)
        acc ^= w + k + j + (v >> 1) + (u >> 3) + (s >> 2) + (r >> 1) + (q >> 1)
        acc &= M
        if i % 1000 == 0: print(i, x, y, z, w, k, j, v, u, s, r, acc)
    return acc
print(f(5000))
