// What becomes of a value that an instruction is about to push: a look ahead within its block, by what
// tier 1's inline caches have seen of the instruction that takes it. A double wanted at once need not be
// counted as an object; a container looked into at once neither.

import { BinaryOperator as B, Op } from '../bytecode/opcodes.ts';
import { T } from '../heap/builtinTypes.ts';
import { IC, OperandBit } from '../runtime/inlineCaches.ts';
import type { Instruction } from './flow.ts';

export const enum Use {
  /** Nothing is known, or it is used as an object. */
  ANY,
  /** An operand that has always been a float. */
  DOUBLE,
  /** An operand, or an index, that has always been a small int. */
  SMALL,
  /** Something is read from it. */
  CONTAINER,
}

/** What becomes of the value that `instructions[at]` pushes. */
export function forecast(instructions: readonly Instruction[], at: number): Use {
  const stack: boolean[] = [true];
  for (let i = at + 1; i < instructions.length; i++) {
    const instruction = instructions[i] as Instruction;
    const use = step(instruction, stack);
    if (use !== undefined) return use;
    if (!stack.includes(true)) return Use.ANY;
  }
  return Use.ANY;
}

/** Instructions that only push values, and how many. */
const LOADS: Partial<Record<Op, number>> = {
  [Op.NOP]: 0,
  [Op.LOAD_FAST]: 1,
  [Op.LOAD_CONST]: 1,
  [Op.LOAD_DEREF]: 1,
  [Op.LOAD_FAST_LOAD_FAST]: 2,
  [Op.LOAD_FAST_LOAD_CONST]: 2,
};

/** Runs the instruction on a stack that says where the value is; undefined if it is not taken yet. */
function step({ op, arg, cache }: Instruction, stack: boolean[]): Use | undefined {
  const loaded = LOADS[op];
  if (loaded !== undefined) {
    for (let i = 0; i < loaded; i++) stack.push(false);
    return undefined;
  }
  switch (op) {
    case Op.COPY:
      stack.push(stack[stack.length - arg] ?? false);
      return stack[stack.length - 1] ? Use.ANY : undefined;
    case Op.BINARY_OP:
    case Op.COMPARE_OP: {
      const right = stack.pop();
      const left = stack.pop();
      stack.push(false);
      const operator = op === Op.BINARY_OP ? arg : B.ADD;
      return left || right ? operand(cache, left === true, operator) : undefined;
    }
    case Op.BINARY_SUBSCR: {
      const key = stack.pop();
      const object = stack.pop();
      stack.push(false);
      if (key) return isSequence(cache) ? Use.SMALL : Use.ANY;
      return object ? Use.CONTAINER : undefined;
    }
    case Op.LOAD_ATTR: {
      if (stack.pop()) return (arg & 1) === 0 ? Use.CONTAINER : Use.ANY;
      stack.push(false);
      if ((arg & 1) !== 0) stack.push(false);
      return undefined;
    }
    case Op.STORE_SUBSCR:
      if (stack.pop()) return isSequence(cache) ? Use.SMALL : Use.ANY;
      return Use.ANY;
    default:
      return Use.ANY;
  }
}

const isSequence = (cache: number): boolean => IC[cache] === T.LIST || IC[cache] === T.TUPLE;

const FLOAT_OPERATORS: ReadonlySet<B> = new Set([
  B.ADD,
  B.SUBTRACT,
  B.MULTIPLY,
  B.TRUE_DIVIDE,
  B.POWER,
]);

function operand(cache: number, isLeft: boolean, arg: number): Use {
  const seen = IC[cache] as number;
  if ((seen & OperandBit.FAILED) !== 0) return Use.ANY;
  const left = seen & OperandBit.MASK;
  const right = (seen >> OperandBit.RIGHT_SHIFT) & OperandBit.MASK;
  if (((left | right) & OperandBit.OTHER) !== 0) return Use.ANY;
  const mine = isLeft ? left : right;
  if (mine === OperandBit.FLOAT) {
    const operator = (arg >= B.INPLACE ? arg - B.INPLACE : arg) as B;
    return FLOAT_OPERATORS.has(operator) ? Use.DOUBLE : Use.ANY;
  }
  return mine === 0 || mine === OperandBit.SMALL ? Use.SMALL : Use.ANY;
}
