for i in 1, 2: print(i, end=' '); print(i * 2)
if i: a = 1; b = 2
else: a = b = 0
print(a, b)
def f(x): y = x + 1; return y
class C: x = 1; y = 2
while a < 3: a += 1; b *= 2
try: 1 / 0
except ZeroDivisionError: print('z')
finally: print('f')
print(f(1), C.x + C.y, a, b)
lam = lambda: print('l') or 5; print(lam())
