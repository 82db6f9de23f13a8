class Timer:
    def __init__(self): self.log = []
    def __enter__(self): self.log.append('in'); return self
    def __exit__(self, *exc): self.log.append(exc[0] and exc[0].__name__); return exc[0] is KeyError
    def __call__(self, f):
        def w(*a):
            with self: return f(*a)
        return w
t = Timer()
@t
def ok(x): return x * 2
@t
def bad(): raise KeyError('x')
@t
def worse(): raise ValueError('y')
print(ok(2), bad())
try: worse()
except ValueError as e: print(e)
print(t.log)
