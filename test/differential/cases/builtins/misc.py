print(abs(-5), abs(-2.5), abs(True), abs(-2**70), bin(10), bin(-10), oct(8), hex(255), hex(-255), bin(0), chr(97), ord('a'), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 3), round(3.7), callable(len), callable(5), id(None) == id(None), ascii('é'))
print(isinstance(5, int), type(5) is int, repr('a'), len({1: 2}), hash(1), list(map(type, [1, 'a', None])) == [int, str, type(None)], getattr(5, 'real'), hasattr([], 'append'), issubclass(int, object), all([]), any([]))
print(*[1, 2, 3], sep=', '); print('a', 'b', sep='', end='!\n'); print(); print(1, None, 'x', [1], sep='|'); print('no newline', end=''); print(); print('a', sep=None, end=None); print('flush', flush=True); print(*[], sep='x')
import sys
print('to stdout', file=sys.stdout); sys.stdout.write('written\n'); print(sys.stdout.write('') == 0)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W(); print('x', 1, file=w, end='E'); print(w.parts)
class Fl(W):
    def flush(self): self.parts.append('flushed')
f = Fl(); print('q', file=f, flush=True); print(f.parts)
try: print('x', file=5)
except AttributeError as e: print(e)
print(format(5), format(5, '03'), format('a', '>3'), slice(1, 2), type(slice(1)), complex if False else 'z', sorted(vars(type('T', (), {'a': 1}))) [-1], bool(print), max('a', 'b'), object() == object(), isinstance(object(), object), zip.__name__, int.__name__, __import__('math').pi)
