import sys
# Lines printed from bytes, words that change case, digits of bytes, ints from and to bytes.
for s in ['', 'a', 'Z', '1', 'hello world', "they're bill's", 'ABC def1gHi', 'x_y z-w', 'é', 'ßa ﬁ', 'aB cD']:
    print(repr(s.title()), repr(s.capitalize()), repr(s.swapcase()))
print(bytes(range(256)).hex(), b''.hex(), bytearray(b'abc').hex(), b'abcd'.hex(':'), b'abcd'.hex('-', 2), b'\xff'.hex())
class B(bytes): pass
print(B(b'xyz').hex())
for k in range(5): print((1000*k).to_bytes(4,'big'), (1000*k).to_bytes(4,'little'), (k).to_bytes(), k.to_bytes(2), (-k).to_bytes(2,'big',signed=True))
for a in ((4,'x'),(4,3),(1,'big',True),('a',),(-1,),(1,'big')):
    for v in (300, True):
        try: print(v.to_bytes(*a))
        except Exception as e: print(type(e).__name__, e)
for a in ((b'ab','big'),(b'ab','lit'),(b'ab','big',1),(),([1,2],'little'),('ab','big')):
    try: print(int.from_bytes(*a))
    except Exception as e: print(type(e).__name__, e)
print(1, 'a', 2.5, -3, 1e300, float('inf'), -0.0); print(); print(''); print('é', 1); print(None, True, [1]); print('x'*9000 == '', 'y'*300)
print('a','b',sep='-',end='!\n'); print('z'*8200)
print(2**40, -2**30, 2**30-1, -2**31)
for enc in ('utf-8','UTF8','latin-1','ascii','nope','UTF-16','nope'):
    for s in ('abc','é'):
        try: print(s.encode(enc))
        except Exception as e: print(type(e).__name__, e)
class I(int): pass
print(I(5).to_bytes(2,'big'), I.from_bytes(b'ab','big'), type(I.from_bytes(b'ab','big')))
def f(n):
    t=0
    for i in range(n):
        t+=int.from_bytes(i.to_bytes(4,'big'),'little')&0xff
    return t
print(f(3000))
