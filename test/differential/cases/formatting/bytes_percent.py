print(b'%d %s %b' % (5, b'x', b'y'), b'%x' % 255, b'%c%c' % (65, b'B'), b'%5d|%-5d|' % (1, 2), b'%r' % 'a', b'%a' % 'é')
try:
    print(b'%s' % 'x')
except TypeError as e:
    print(e)
try:
    print(b'%d' % 'x')
except TypeError as e:
    print(e)
