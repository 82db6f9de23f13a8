// `a * b % m` of ints of any size as one operation. The multiplication writes nothing and leaves its factors
// on the stack; only a load stands between it and the `%`, which takes all three.

import { BinaryOperator as B, Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { CodeLayout, Header } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { IC, OperandBit } from '../../runtime/inlineCaches.ts';
import type { Instruction } from '../flow.ts';
import { type Entry, factOf, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

/** The multiplication; false, with nothing written, if no remainder is taken of its result. */
export function waitForDivision(t: Translator): boolean {
  const { instructions } = t.block;
  const at = instructions.indexOf(t.at);
  const load = instructions[at + 1];
  const division = instructions[at + 2];
  if (load === undefined || !loadsInt(t, load)) return false;
  if (division === undefined || !isRemainder(division) || !t.options.borrow) return false;
  // In a call that is written in line the side ways leave between the two, where the product must lie.
  if (t.caller !== undefined) return false;
  if (t.isCaughtHere || !sawInts(t.at) || ![t.top(), t.top(1)].every((e) => maybeInt(t, e))) {
    return false;
  }
  t.productLines = t.raising();
  t.dividedAt = division.offset;
  return true;
}

/** A local that may hold an int, or a constant that is one. */
function loadsInt(t: Translator, { op, arg }: Instruction): boolean {
  if (op === Op.LOAD_CONST) {
    const fact = factOf(H[H[(t.code >> 2) + CodeLayout.CONSTANTS] + arg]);
    return fact === SMALL || fact === T.INT;
  }
  const local = t.state.locals[arg];
  return op === Op.LOAD_FAST && local?.bound === true && !local.unboxed;
}

const isRemainder = ({ op, arg }: Instruction): boolean =>
  op === Op.BINARY_OP && (arg === B.REMAINDER || arg === B.INPLACE + B.REMAINDER);

/** Ints were among the operands that are no small ints, and nothing else. */
function sawInts({ cache }: Instruction): boolean {
  const seen = IC[cache] as number;
  const large = seen & (OperandBit.LEFT_LONG | OperandBit.RIGHT_LONG | OperandBit.OVERFLOW);
  const other = OperandBit.OTHER | (OperandBit.OTHER << OperandBit.RIGHT_SHIFT);
  if (large === 0 && (seen & other) === 0) return false;
  const float = OperandBit.FLOAT | (OperandBit.FLOAT << OperandBit.RIGHT_SHIFT);
  const types = [IC[cache + 1] as number, IC[cache + 2] as number];
  return (seen & float) === 0 && types.every((type) => type === 0 || type === T.INT);
}

function maybeInt(t: Translator, value: Entry): boolean {
  const fact = t.factOf(value);
  if (value.kind === Kind.DOUBLE || value.kind === Kind.TRUTH) return false;
  return fact === UNKNOWN || fact === SMALL || fact === T.INT;
}

const isInt = ({ text }: Entry): string =>
  `((${text} & 1) !== 0 || H[(${text} >> 2) + ${Header.TYPE}] === ${T.INT})`;

/** The `%`: takes the factors and the modulus. */
export function divideProduct(t: Translator): void {
  t.dividedAt = -1;
  const lines = t.raising();
  const modulus = t.word(t.pop());
  const right = t.word(t.pop());
  const left = t.word(t.pop());
  const name = t.temporary();
  const product = t.temporary();
  t.emit(`if (${[left, right, modulus].map(isInt).join(' && ')}) {`);
  t.emitAll(lines);
  t.emit(`  ${name} = multiplyModulo(${left.text}, ${right.text}, ${modulus.text});`);
  t.emitAll(t.aside(() => t.releaseAll([left, right])));
  t.emit('} else {');
  t.emitAll(t.productLines);
  t.emit(`  ${product} = tryBinary(${B.MULTIPLY}, ${left.text}, ${right.text});`);
  t.checkRaised(product, '  ');
  t.emitAll(t.aside(() => t.releaseAll([left, right])));
  t.emit(`  ${t.slot(t.depth)} = ${product};`);
  t.emitAll([t.setIp(t.at.offset + 1), t.setSp(t.depth + 1)]);
  t.emit(`  ${name} = tryBinary(${B.REMAINDER}, ${product}, ${modulus.text});`);
  t.checkRaised(name, '  ');
  t.emitAll(t.aside(() => t.decref(product, UNKNOWN)));
  t.emit('}');
  t.pushOwned(name);
}
