import sys
print(sys.version_info >= (3, 11), sys.version_info.major, sys.maxsize > 2**31, sys.byteorder, sys.getrecursionlimit(), type(sys.argv).__name__, len(sys.argv), sys.argv[0].endswith('attributes.py'), 'sys' in sys.modules, '__main__' in sys.modules, sys.modules['sys'] is sys, isinstance(sys.path, list), sys.stdout.write('x\n'), sys.float_info.max, sys.float_info.epsilon, sys.maxunicode, sys.getswitchinterval(), callable(sys.exit), sys.intern('abc') == 'abc', sys.flags.optimize, sys.implementation.name != '', sys.getdefaultencoding())
sys.setswitchinterval(0.001); print(sys.getswitchinterval())
for x in (0, -1, 'a'):
    try: sys.setswitchinterval(x)
    except Exception as e: print(type(e).__name__, e)
try: sys.intern(5)
except TypeError as e: print(e)
try: sys.nope
except AttributeError as e: print(e)
