import builtins
excs = [v for k, v in sorted(vars(builtins).items()) if isinstance(v, type) and issubclass(v, BaseException)]
want = ['ArithmeticError', 'AssertionError', 'AttributeError', 'BaseException', 'BlockingIOError', 'BrokenPipeError', 'BufferError', 'ChildProcessError', 'ConnectionError', 'EOFError', 'Exception', 'FileExistsError', 'FileNotFoundError', 'FloatingPointError', 'GeneratorExit', 'ImportError', 'IndentationError', 'IndexError', 'InterruptedError', 'IsADirectoryError', 'KeyError', 'KeyboardInterrupt', 'LookupError', 'MemoryError', 'ModuleNotFoundError', 'NameError', 'NotADirectoryError', 'NotImplementedError', 'OSError', 'OverflowError', 'PermissionError', 'RecursionError', 'ReferenceError', 'RuntimeError', 'StopAsyncIteration', 'StopIteration', 'SyntaxError', 'SystemError', 'SystemExit', 'TabError', 'TimeoutError', 'TypeError', 'UnboundLocalError', 'UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeError', 'ValueError', 'Warning', 'UserWarning', 'DeprecationWarning', 'RuntimeWarning', 'SyntaxWarning', 'ZeroDivisionError']
for n in want:
    c = getattr(builtins, n)
    print(n, [b.__name__ for b in c.__mro__[1:-1]])
print(IOError is OSError, EnvironmentError is OSError, set(want) <= {e.__name__ for e in excs})
