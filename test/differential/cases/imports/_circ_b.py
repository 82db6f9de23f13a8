print('b starts')
import _circ_a
print('b sees a finished:', hasattr(_circ_a, 'NAME'))
NAME = 'B'
def value(): return 'b' + _circ_a.NAME
