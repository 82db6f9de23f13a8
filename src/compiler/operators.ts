/**
 * The operators of the tree and their numbers in the instruction set.
 */

import type { Operator } from '../ast/nodes.ts';
import { BinaryOperator } from '../bytecode/opcodes.ts';

export function binaryOperator(op: Operator): BinaryOperator {
  switch (op) {
    case 'Add':
      return BinaryOperator.ADD;
    case 'Sub':
      return BinaryOperator.SUBTRACT;
    case 'Mult':
      return BinaryOperator.MULTIPLY;
    case 'MatMult':
      return BinaryOperator.MATRIX_MULTIPLY;
    case 'Div':
      return BinaryOperator.TRUE_DIVIDE;
    case 'Mod':
      return BinaryOperator.REMAINDER;
    case 'Pow':
      return BinaryOperator.POWER;
    case 'LShift':
      return BinaryOperator.LSHIFT;
    case 'RShift':
      return BinaryOperator.RSHIFT;
    case 'BitOr':
      return BinaryOperator.OR;
    case 'BitXor':
      return BinaryOperator.XOR;
    case 'BitAnd':
      return BinaryOperator.AND;
    case 'FloorDiv':
      return BinaryOperator.FLOOR_DIVIDE;
  }
}
