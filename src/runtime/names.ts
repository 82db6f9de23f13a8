// Interned names that TypeScript code looks up, as constants.

import { staticName } from '../objects/str.ts';

/** A table of interned names: `N.__init__` is the address of the str "__init__". */
function table<const K extends string>(...names: readonly K[]): Readonly<Record<K, number>> {
  return Object.fromEntries(names.map((name) => [name, staticName(name)])) as Record<K, number>;
}

export const N = table(
  '__init__', '__new__', '__del__', '__call__', '__repr__', '__str__', '__hash__', '__bool__', '__len__',
  '__getitem__', '__setitem__', '__delitem__', '__contains__', '__iter__', '__next__', '__eq__', '__ne__',
  '__lt__', '__le__', '__gt__', '__ge__', '__getattr__', '__getattribute__', '__setattr__', '__delattr__',
  '__get__', '__set__', '__delete__', '__set_name__', '__init_subclass__', '__class__', '__dict__', '__doc__',
  '__module__', '__qualname__', '__name__', '__annotations__', '__slots__', '__bases__', '__mro__',
  '__add__', '__radd__', '__iadd__', '__sub__', '__rsub__', '__isub__', '__mul__', '__rmul__', '__imul__',
  '__truediv__', '__rtruediv__', '__itruediv__', '__floordiv__', '__rfloordiv__', '__ifloordiv__', '__mod__',
  '__rmod__', '__imod__', '__pow__', '__rpow__', '__ipow__', '__lshift__', '__rlshift__', '__ilshift__',
  '__rshift__', '__rrshift__', '__irshift__', '__and__', '__rand__', '__iand__', '__or__', '__ror__', '__ior__',
  '__xor__', '__rxor__', '__ixor__', '__matmul__', '__rmatmul__', '__imatmul__', '__neg__', '__pos__',
  '__invert__', '__abs__', '__index__', '__int__', '__float__', '__complex__', '__round__', '__trunc__', '__floor__',
  '__ceil__', '__divmod__', '__rdivmod__', '__format__', '__enter__', '__exit__', '__missing__', '__reversed__',
  '__length_hint__', '__dir__', '__classcell__', '__prepare__', '__instancecheck__', '__subclasscheck__',
  '__mro_entries__', '__class_getitem__', '__build_class__', '__import__', '__builtins__', '__file__', '__path__', '__package__',
  '__loader__', '__spec__', '__main__', '__all__', '__cause__', '__context__', '__traceback__', '__suppress_context__',
  '__notes__', '__abstractmethods__', '__isabstractmethod__', '__func__', '__self__', '__wrapped__', '__bytes__',
  '__sizeof__', '__defaults__', '__kwdefaults__', '__code__', '__closure__', '__globals__', '__base__',
  'send', 'throw', 'close', 'write', 'flush', 'keys', 'items', 'append', 'read', 'readline', 'metaclass', 'self',
  'name', 'obj', 'value', 'code', 'args', 'errno', 'strerror', 'filename', 'msg', 'lineno', 'offset', 'text',
  'end_lineno', 'end_offset', 'print_file_and_line', 'path', 'stdout', 'stderr', 'stdin', 'modules', '_', 'sep', 'end', 'file',
  'builtins', 'sys', '__stdout__', 'displayhook', 'excepthook', 'argv', '__getinitargs__', '__reduce_ex__', '__subclasshook__',
  '__subclasses__', '__weakref__', '__match_args__', '__await__', '__aenter__', '__aexit__', '__aiter__', '__anext__', 'mro', 'type', 'object',
);
