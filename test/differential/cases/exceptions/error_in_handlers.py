class Bad:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
try:
    with Bad(): raise ValueError('body')
except KeyError as e: print(e, repr(e.__context__))
try:
    try: 1 / 0
    except ZeroDivisionError: undefined
except NameError as e: print(e, repr(e.__context__))
try:
    try: 1 / 0
    except undefined: pass
except NameError as e: print(e, repr(e.__context__))
try:
    try: pass
    finally: [].pop()
except IndexError as e: print(e, e.__context__)
def g():
    try: yield
    finally: raise ValueError('closing')
x = g(); next(x)
try: x.throw(KeyError('t'))
except ValueError as e: print(e, repr(e.__context__))
class K:
    def __eq__(self, o): raise RuntimeError('eq')
    __hash__ = lambda s: 1
    def __bool__(self): raise RuntimeError('bool')
    def __len__(self): raise RuntimeError('len')
    def __iter__(self): raise RuntimeError('iter')
    def __call__(self): raise RuntimeError('call')
k = K()
for f in (lambda: k == 1, lambda: not k, lambda: len(k), lambda: list(k), lambda: k(), lambda: [k].index(5), lambda: {k: 1, K(): 2}, lambda: [*k], lambda: (lambda *a: 0)(*k), lambda: sorted([1, 2], key=lambda v: k()), lambda: 1 if k else 2, lambda: any([k]), lambda: list(map(lambda v: k(), [1])), lambda: 5 in [k], lambda: [1 for _ in k], lambda: dict(a=k() )):
    try: print(f())
    except RuntimeError as e: print(e)
