def a(): b()
def b(): c()
def c(): raise ValueError('deep')
try: a()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
def reraise():
    try: c()
    except ValueError:
        raise
try: reraise()
except ValueError as e:
    names = []
    tb = e.__traceback__
    while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    print(names)
import sys
def info():
    try: 1 / 0
    except ZeroDivisionError:
        t, v, tb = sys.exc_info()
        print(t.__name__, v, tb.tb_lineno, sys.exception() is v)
    print(sys.exc_info())
info()
def nested():
    try: raise KeyError(1)
    except KeyError:
        try: raise ValueError(2)
        except ValueError: print(sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0])
nested()
def gen():
    try: yield 1
    except ValueError: print(sys.exc_info()[1]); yield 2
    print(sys.exc_info()[0]); yield 3
g = gen(); next(g); g.throw(ValueError('thrown')); next(g)
def chain():
    try:
        try:
            try: raise A('1')
            except NameError: raise KeyError('2')
        except KeyError: raise TypeError('3')
    except TypeError as e:
        while e: print(type(e).__name__, e); e = e.__context__
chain()
print(sys._getframe().f_lineno, sys._getframe().f_code.co_name, (lambda: sys._getframe().f_back.f_code.co_name)())
