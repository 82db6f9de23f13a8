import sys, threading
class Sink:
    def __init__(self): self.s = ''
    def write(self, x): self.s += x
    def flush(self): pass
sink = Sink(); old, sys.stderr = sys.stderr, sink
def boom(): raise KeyError('gone')
t = threading.Thread(target=boom, name='T9'); t.start(); t.join()
sys.stderr = old
lines = sink.s.strip().split('\n')
print(lines[0], lines[1], lines[-1], sep='\n'); print(t.is_alive(), 'main continues')
