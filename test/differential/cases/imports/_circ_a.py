print('a starts')
import _circ_b
print('a has b', hasattr(_circ_b, 'value'))
def value(): return 'a' + _circ_b.NAME
NAME = 'A'
