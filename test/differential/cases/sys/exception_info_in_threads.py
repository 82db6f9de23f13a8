import sys, threading
out = []
def t():
    out.append(sys.exc_info() == (None, None, None))
    try: [][0]
    except IndexError: out.append(sys.exc_info()[0].__name__)
try: raise ValueError('main')
except ValueError:
    th = threading.Thread(target=t); th.start(); th.join(); out.append(sys.exc_info()[0].__name__)
print(out, sys.exc_info(), threading.main_thread().name)
try: sys.exit('bye')
except SystemExit as e: print(repr(e), e.code)
def hook(t, v, tb): print('hook', t.__name__, v, tb is not None)
sys.excepthook = hook; print(sys.excepthook is hook, sys.__excepthook__ is not hook, sys.stdout is sys.__stdout__)
