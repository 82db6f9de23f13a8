"""The module's own."""
def f():
    'single'
def g():
    """Multi
    line."""
    return 1
def h():
    x = 'not a doc'
def i():
    f'not a doc {1}'
class C:
    """Class doc"""
    def m(self):
        r"""raw\n"""
class D(C): pass
print(__doc__, f.__doc__, repr(g.__doc__), h.__doc__, i.__doc__, C.__doc__, C.m.__doc__, D.__doc__, D.m.__doc__, repr(f()))
def j(): 'a' 'b'
print(j.__doc__, (lambda: 'x').__doc__)
def k():
    b'bytes'
print(k.__doc__)
