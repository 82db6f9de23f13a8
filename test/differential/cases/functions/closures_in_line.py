import sys
class D:
    def __init__(self, log, n): self.log = log; self.n = n
    def __del__(self): self.log.append(self.n)
def counter(step):
    total = 0
    def advance(by=0):
        nonlocal total
        total = total + step + by
        return total
    def reset(value):
        nonlocal total
        total = value
    return advance, reset
def adder(x):
    def inner(y):
        return x + y
    return inner
def dead(x):
    return x
    lambda: x
def empty(flag):
    def read():
        return value
    if flag:
        value = 1
    return read
def deeper(x):
    def one(y):
        def two(z):
            return x + y + z
        return two
    return one
def dels(log):
    held = None
    def put(v):
        nonlocal held
        held = v
    return put
class Base:
    def __init__(self, v): self.v = v
    def get(self): return self.v
class Sub(Base):
    def get(self): return super().get() + 1
    def cls(self): return __class__.__name__
def run(n):
    out = []
    advance, reset = counter(2)
    add, text = adder(5), adder('a')
    two = deeper(1)(2)
    log = []
    put = dels(log)
    o = Sub(3)
    total = 0
    for i in range(n):
        total += advance() + advance(i & 3) + add(i) + dead(i) + two(i) + o.get() + len(o.cls())
        if i % 50 == 0:
            reset(i)
            put(D(log, i))
        if i == n - 20:
            out.append(text('b'))
            try: add('x')
            except TypeError as e: out.append((str(e), e.__traceback__.tb_next.tb_lineno))
            reset(1.5)
        if i == n - 10:
            reset(10 ** 20)
        if i == n - 5:
            reset('s')
            try: advance()
            except TypeError as e: out.append((str(e), e.__traceback__.tb_next.tb_lineno))
            reset(0)
            total = int(total)
    r, s = empty(True), empty(False)
    for i in range(300):
        r()
        if i == 250:
            try: s()
            except NameError as e: out.append(str(e))
        for f in (r, s) if i > 280 else (r,):
            try: f()
            except NameError as e: out.append(str(e))
    put(None)
    return total, out, log
print(run(1000))
