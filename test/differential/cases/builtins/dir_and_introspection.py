class A:
    x = 1
    def m(self): pass
class B(A):
    y = 2
b = B(); b.z = 3
print([n for n in dir(b) if not n.startswith('__')], [n for n in dir(B) if not n.startswith('__')])
print([n for n in ('append', 'pop', 'sort', 'nope') if n in dir([])], [n for n in dir(str) if n.startswith('is')], [n for n in dir(dict) if not n.startswith('_')], [n for n in dir(list) if not n.startswith('_')], [n for n in dir(set) if not n.startswith('_')], [n for n in dir(tuple) if not n.startswith('_')], [n for n in dir(int) if not n.startswith('_')], [n for n in dir(float) if not n.startswith('_')], [n for n in dir(range) if not n.startswith('_')])
print([n for n in dir(str) if not n.startswith('_')])
print([n for n in dir(bytes) if not n.startswith('_')])
print(type(b).__name__, B.__dict__['y'], B.__module__, b.__class__.__bases__[0].__name__, b.__module__, A.m.__name__, callable(b.m), b.m.__self__ is b)
print([n for n in ('abs', 'all', 'any', 'ascii', 'bin', 'bool', 'breakpoint', 'bytes', 'callable', 'chr', 'classmethod', 'compile', 'delattr', 'dict', 'dir', 'divmod', 'enumerate', 'eval', 'exec', 'filter', 'float', 'format', 'frozenset', 'getattr', 'globals', 'hasattr', 'hash', 'hex', 'id', 'input', 'int', 'isinstance', 'issubclass', 'iter', 'len', 'list', 'locals', 'map', 'max', 'min', 'next', 'object', 'oct', 'ord', 'pow', 'print', 'property', 'range', 'repr', 'reversed', 'round', 'set', 'setattr', 'slice', 'sorted', 'staticmethod', 'str', 'sum', 'super', 'tuple', 'type', 'vars', 'zip', '__import__', '__build_class__') if not hasattr(__import__('builtins'), n)])
