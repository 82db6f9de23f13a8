for n in (0, 1, 6, 255, 2**31, 2**33 + 5, -1, -6, -2**40):
    print(n & -n, n ^ (n >> 1), bin(n), n.bit_length(), n.bit_count(), ~n & 0xFF, n >> 3, n << 5, n & 0xFFFFFFFF, (n * 2654435761) & 0xFFFFFFFF)
print([1 << i for i in (0, 29, 30, 31, 62, 63, 64)], [~(1 << i) for i in (29, 30, 31, 32)], sum(1 << i for i in range(100)) == 2**100 - 1, -1 >> 500, 0b1010 ^ 0b0110 | 1, (1 << 100) >> 98, (-5) // 2 == -5 >> 1)
