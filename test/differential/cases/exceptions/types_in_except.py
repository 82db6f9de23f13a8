def c(exc, *types):
    try: raise exc
    except types as e: return f'{type(e).__name__}({e})'
    except BaseException as e: return f'uncaught {type(e).__name__}'
print(c(KeyError(1), LookupError), c(IndexError(1), KeyError), c(IndexError('i'), KeyError, IndexError), c(ZeroDivisionError('z'), ArithmeticError), c(FileNotFoundError(2, 'nf'), OSError), c(UnicodeDecodeError('u', b'', 0, 1, 'r'), ValueError), c(RecursionError('r'), RuntimeError), c(NotImplementedError(), RuntimeError), c(ModuleNotFoundError('m'), ImportError), c(UnboundLocalError('u'), NameError), c(StopIteration(1), Exception), c(GeneratorExit(), Exception), c(KeyboardInterrupt(), Exception), c(SystemExit(2), BaseException), c(ValueError('v')), c(TabError('t'), SyntaxError), c(TimeoutError(), OSError), c(OverflowError('o'), ArithmeticError))
print(type(OSError(2, 'a')).__name__, type(OSError(17, 'a')).__name__, type(OSError(1, 'a')).__name__, type(OSError(32, 'a')).__name__, type(OSError(110, 'a')).__name__, type(OSError(9999, 'a')).__name__)
