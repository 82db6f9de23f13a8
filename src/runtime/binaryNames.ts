// The dunder names behind the operators, indexed by the operator numbers of the bytecode.

import { N } from './names.ts';

/** `__add__`, ... by BinaryOperator. */
export const FORWARD: readonly number[] = [
  N.__add__,
  N.__and__,
  N.__floordiv__,
  N.__lshift__,
  N.__matmul__,
  N.__mul__,
  N.__mod__,
  N.__or__,
  N.__pow__,
  N.__rshift__,
  N.__sub__,
  N.__truediv__,
  N.__xor__,
];
export const REFLECTED: readonly number[] = [
  N.__radd__,
  N.__rand__,
  N.__rfloordiv__,
  N.__rlshift__,
  N.__rmatmul__,
  N.__rmul__,
  N.__rmod__,
  N.__ror__,
  N.__rpow__,
  N.__rrshift__,
  N.__rsub__,
  N.__rtruediv__,
  N.__rxor__,
];
export const INPLACE: readonly number[] = [
  N.__iadd__,
  N.__iand__,
  N.__ifloordiv__,
  N.__ilshift__,
  N.__imatmul__,
  N.__imul__,
  N.__imod__,
  N.__ior__,
  N.__ipow__,
  N.__irshift__,
  N.__isub__,
  N.__itruediv__,
  N.__ixor__,
];
/** `__lt__`, ... by CompareOperator. */
export const COMPARISONS: readonly number[] = [
  N.__lt__,
  N.__le__,
  N.__eq__,
  N.__ne__,
  N.__gt__,
  N.__ge__,
];
