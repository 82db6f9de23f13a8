for s in ('1', '1.5', '-.5', '+5.', '1e5', '1E-5', ' 2.5\n', 'inf', '-Infinity', 'NaN', '1_0.5', '1e400', '-1e-400', '0.1', '.1e1'):
    print(repr(s), float(s))
for s in ('', 'abc', '1.5.2', '1e', '--1', '1 2', '0x10', '1__0', '_1', 'infin', None, [], '1.5f'):
    try:
        print(float(s))
    except Exception as e:
        print(type(e).__name__ + ':', e)
print(float(), float(3), float(2**70), float(True), float(b'2.5'))
try:
    float(10**400)
except OverflowError as e:
    print(e)
try:
    10**400 / 3
except OverflowError as e:
    print(e)
print(10**400 // 10**399, 10**400 / 10**399)
class F:
    def __float__(self): return 2.5
print(float(F()))
