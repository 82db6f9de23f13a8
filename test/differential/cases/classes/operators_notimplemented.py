log = []
class A:
    def __add__(self, o): log.append('A.add'); return NotImplemented
    def __radd__(self, o): log.append('A.radd'); return NotImplemented
    def __eq__(self, o): log.append('A.eq'); return NotImplemented
    def __lt__(self, o): log.append('A.lt'); return NotImplemented
    def __gt__(self, o): log.append('A.gt'); return NotImplemented
    def __iadd__(self, o): log.append('A.iadd'); return NotImplemented
class B:
    def __add__(self, o): log.append('B.add'); return NotImplemented
    def __radd__(self, o): log.append('B.radd'); return 'from B'
class Sub(A):
    def __radd__(self, o): log.append('Sub.radd'); return 'from Sub'
def show(f):
    log.clear()
    try:
        r = f()
    except TypeError as e:
        r = 'TypeError: ' + str(e)
    print(r, log)
def iadd(a, b):
    a += b
    return a
show(lambda: A() + B())
show(lambda: B() + A())
show(lambda: A() + A())
show(lambda: A() + Sub())
show(lambda: Sub() + A())
show(lambda: A() + 1)
show(lambda: 1 + A())
show(lambda: A() == A())
show(lambda: A() == 1)
show(lambda: 1 == A())
show(lambda: A() != A())
show(lambda: A() < A())
show(lambda: A() > Sub())
show(lambda: A() <= A())
show(lambda: iadd(A(), B()))
show(lambda: iadd(A(), 1))
show(lambda: [1] + A())
show(lambda: 'a' + B())
show(lambda: sum([A()], B()))
