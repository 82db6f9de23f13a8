eg = ExceptionGroup('many', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k')])])
print(repr(eg), eg, eg.message, len(eg.exceptions))
m, r = eg.split(ValueError)
print(repr(m), repr(r))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))))
print(isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup), type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
for a in (('m', []), ('m', 5), ('m', [1]), (5, [ValueError()]), ('m', [KeyboardInterrupt()])):
    try: ExceptionGroup(*a)
    except Exception as e: print(type(e).__name__, e)
try: raise eg
except ExceptionGroup as e: print(e is eg)
print(repr(eg.derive([ValueError(2)])))
