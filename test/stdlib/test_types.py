# Names of types, and small classes.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import types
import sys


def f():
    yield


class C:
    def m(self):
        pass


print(isinstance(f, types.FunctionType), types.LambdaType is types.FunctionType, isinstance(f(), types.GeneratorType), isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(sys, types.ModuleType), isinstance(f.__code__, types.CodeType), types.NoneType, types.EllipsisType, types.NotImplementedType)
print(types.MethodType(lambda self, x: (self, x), 5)(6))
n = types.SimpleNamespace(a=1, b='x')
n.c = [2]
print(n, n.a, n == types.SimpleNamespace(a=1, b='x', c=[2]), n != types.SimpleNamespace(), types.SimpleNamespace())
del n.a
n.me = n
print(n)
err(lambda: n.zz)
m = types.MappingProxyType({'a': 1})
print(m, m['a'], len(m), list(m), 'a' in m, m.get('z', 0), m == {'a': 1})
mod = types.ModuleType('mod', 'doc')
mod.x = 5
print(mod.__name__, mod.__doc__, mod.x, repr(mod))
A = types.new_class('A', (C,), {}, lambda ns: ns.update(v=7))
print(A.v, A.__name__, A.__mro__[1].__name__, types.resolve_bases((int, C)) == (int, C))
print(types.GenericAlias(list, (int,)), types.GenericAlias(list, int) == list[int], types.GenericAlias(dict, (str, int)).__args__, types.GenericAlias(list, int)([1]))


class D:
    @types.DynamicClassAttribute
    def x(self):
        return 'inst'


print(D().x)
try:
    1 / 0
except ZeroDivisionError as e:
    print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
print(types.CellType, types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType, types.ClassMethodDescriptorType, types.UnionType)
