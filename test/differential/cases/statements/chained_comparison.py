def t(v):
    print('<%s>' % v, end=' ')
    return v
print(t(1) < t(2) < t(3))
print(t(3) < t(2) < t(1))
print(t(1) < t(2) > t(0) == t(0) != t(5))
print(1 < 3 in [3, 4], 'a' in 'abc' in ['abc'], not 1 < 2 < 1)
class C:
    def __init__(self, r): self.r = r
    def __lt__(self, o): print('lt', end=' '); return self.r
print(C([]) < C(1) < C(2))
print(C('yes') < C('no') < C(3))
x = 5
print(0 < x < 10, 0 < x > 10, (0 < x) < 10, 1 == 1.0 == True, 3 > 2 > 1 > 0)
if 1 < x < 10 and not 2 < x < 3: print('ok')
print([y for y in range(10) if 2 <= y < 5 or 7 < y <= 8])
