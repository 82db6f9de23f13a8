e = ValueError('a', 2)
print(e.args, str(e), repr(e), e.__cause__, e.__context__, e.__traceback__)
e.args = ('new',)
print(str(e), repr(e))
e.extra = 1
print(e.__dict__, repr(ValueError()), str(ValueError()), repr(ValueError('x')), repr(ValueError(1, 'b')), str(ValueError(None)), repr(KeyError('k')), str(KeyError('k')), str(KeyError()), str(KeyError('a', 'b')))
s = StopIteration(5)
print(s.value, s.args, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit('m').code)
o = OSError(2, 'msg', 'file')
print(o.errno, o.strerror, o.filename, str(o), o.args, type(o).__name__, type(OSError(13, 'x')).__name__, type(OSError('x')).__name__, OSError('x').errno)
i = ImportError('m', name='n', path='p')
print(i.name, i.path, i.msg, str(i))
try: undefined_thing
except NameError as x: print(x.name, x.args)
try: (5).zork
except AttributeError as x: print(x.name, x.obj, x.args)
try: import no_such_mod
except ModuleNotFoundError as x: print(x.name, x.msg, x.path)
e.add_note('first'); e.add_note('second')
print(e.__notes__)
try: e.add_note(5)
except TypeError as x: print(x)
n = ValueError('w').with_traceback(None)
print(repr(n), n.__suppress_context__)
try: raise ValueError('tb')
except ValueError as x:
    tb = x.__traceback__
    print(tb.tb_lineno, tb.tb_next, tb.tb_frame.f_code.co_name, type(tb).__name__)
for bad in ("e.__cause__ = 5", "e.__context__ = 5", "e.__traceback__ = 5", "e.args = 5", "ValueError(x=1)", "e.with_traceback(5)"):
    try: exec(bad)
    except TypeError as x: print(x)
u = UnicodeDecodeError('utf-8', b'abc', 1, 2, 'bad')
print(u.encoding, u.object, u.start, u.end, u.reason, str(u))
print(ValueError('a') == ValueError('a'), issubclass(e.__class__, Exception), Exception.__new__(ValueError, 1, 2).args)
