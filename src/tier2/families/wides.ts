// Ints of up to 64 bits that are not negative, as two words in JavaScript variables: hashes, generators of
// random numbers, checksums. No object is made for what lies between two operations, and none for a
// product that is masked at once, which is computed modulo 2**64 only. What does not fit leaves for
// tier 1, and the next compilation writes the general form.
//
// A value known modulo 2**64 carries the expression that computes all of it (Entry.exact), for the ways
// out and for the rare use as an object.

import { BinaryOperator as B, Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { Header, IntLayout } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { IC, OperandBit } from '../../runtime/inlineCaches.ts';
import { doubts } from '../doubts.ts';
import type { Instruction } from '../flow.ts';
import { type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

/** Expressions of the low and the high word, both 32 bits and of any sign. */
interface Words {
  readonly low: string;
  readonly high: string;
}

const TOO_LARGE = 'another size of int';

/** Both operands on the stack can be taken for short ints, and one is none of the small ones. */
function isExpected(t: Translator): boolean {
  const { cache } = t.at;
  if (doubts.has(cache)) return false;
  const seen = IC[cache] as number;
  const left = t.top(1);
  const right = t.top();
  const some =
    left.kind === Kind.WIDE ||
    right.kind === Kind.WIDE ||
    (seen & (OperandBit.OVERFLOW | OperandBit.OTHER | (OperandBit.OTHER << 3))) !== 0;
  if (!some) return false;
  const types = [IC[cache + 1] as number, IC[cache + 2] as number];
  return [left, right].every((value, i) => {
    const long = i === 0 ? OperandBit.LEFT_LONG : OperandBit.RIGHT_LONG;
    const bits = (seen & long) !== 0 ? OperandBit.FLOAT : seen >> (i * OperandBit.RIGHT_SHIFT);
    return canBeWide(t, value, bits, types[i] as number);
  });
}

/** `seen` are the bits of the operand, `type` what the cache says of one that is no small int. */
function canBeWide(t: Translator, value: Entry, seen: number, type: number): boolean {
  if (value.kind === Kind.WIDE) return true;
  const fact = t.factOf(value);
  if (value.kind === Kind.CONST) return constantWords(value) !== undefined;
  if (fact === SMALL) return true;
  if (value.kind === Kind.DOUBLE || value.kind === Kind.TRUTH) return false;
  if ((fact !== UNKNOWN && fact !== T.INT) || (seen & OperandBit.FLOAT) !== 0) return false;
  return (seen & OperandBit.OTHER) === 0 || type === T.INT;
}

/** The words of a constant that is short and not negative. */
function constantWords({ text, fact }: Entry): Words | undefined {
  const word = Number(text);
  if (fact === SMALL) return word > 0 ? { low: String(word >> 1), high: '0' } : undefined;
  if (fact !== T.INT || Number.isNaN(word)) return undefined;
  const q = word >> 2;
  const digits = H[q + IntLayout.DIGITS];
  if (digits !== 1 && digits !== 2) return undefined;
  const low = `(${H[q + IntLayout.DATA]})`;
  return { low, high: digits === 2 ? `(${H[q + IntLayout.DATA + 1]})` : '0' };
}

/** The operand's words, guarded. */
function wordsOf(t: Translator, value: Entry): Words {
  if (value.kind === Kind.WIDE) return { low: value.text, high: value.high as string };
  if (value.kind === Kind.CONST) return constantWords(value) as Words;
  const { text } = value;
  if (t.factOf(value) === SMALL) {
    t.exitIf(`${text} < 0`, TOO_LARGE);
    return { low: `(${text} >> 1)`, high: '0' };
  }
  const known = value.kind === Kind.LOCAL ? t.pairs.get(value.local) : undefined;
  if (known !== undefined) return known;
  const low = t.temporary();
  const high = t.temporary();
  const label = `x${t.nextNumber()}`;
  const q = `(${text} >> 2)`;
  t.emit(`${label}: {`);
  t.emit(`  if ((${text} & 1) !== 0) {`);
  t.emit(`    if (${text} > 0) { ${low} = ${text} >> 1; ${high} = 0; break ${label}; }`);
  t.emit(`  } else if (H[${q} + ${Header.TYPE}] === ${T.INT}) {`);
  t.emit(`    ${low} = H[${q} + ${IntLayout.DATA}];`);
  t.emit(
    `    if (H[${q} + ${IntLayout.DIGITS}] === 2) { ${high} = H[${q} + ${IntLayout.DATA + 1}]; break ${label}; }`,
  );
  t.emit(`    ${high} = 0;`);
  t.emit(`    if (H[${q} + ${IntLayout.DIGITS}] === 1) break ${label};`);
  t.emit('  }');
  t.emitAll(t.exitLines(TOO_LARGE, t.before, t.at.offset));
  t.emit('}');
  if (value.kind === Kind.LOCAL) t.pairs.set(value.local, { low, high });
  return { low, high };
}

/** An operation on two operands that both fit in 64 bits; false, with nothing written, if it has no such form. */
export function wideOp(t: Translator, operator: B): boolean {
  const write = WRITERS[operator];
  const right = t.top();
  const left = t.top(1);
  if (write === undefined || !isExpected(t) || !isPossible(operator, left, right)) return false;
  const cuts = CUTS.has(operator);
  const isCut = left.exact !== undefined || right.exact !== undefined;
  const masked = cuts && (isCut || isMasked(t));
  const a = wordsOf(t, left);
  const b = wordsOf(t, right);
  const result = write(t, a, b, masked);
  t.pop();
  t.pop();
  if (typeof result === 'string') t.pushResult(result, SMALL);
  else {
    const loses =
      operator === B.SUBTRACT ||
      operator === B.LSHIFT ||
      (LOSSY.has(operator) && (a.high !== '0' || b.high !== '0'));
    const exact =
      cuts && (isCut || (masked && loses))
        ? { exact: `combineOwned(${operator}, ${all(left, a)}, ${all(right, b)})` }
        : {};
    t.push(entry(Kind.WIDE, result.low, UNKNOWN, { high: result.high, ...exact }));
  }
  t.release(left);
  t.release(right);
  return true;
}

/** A value known in part only can be cut off further; anything else needs all of it. */
function isPossible(operator: B, left: Entry, right: Entry): boolean {
  const isShift = operator === B.LSHIFT || operator === B.RSHIFT;
  if (isShift && !isShiftCount(right)) return false;
  const cut = [left, right].filter((value) => value.exact !== undefined).length;
  return cut === 0 || CUTS.has(operator) || (operator === B.AND && cut === 1);
}

/** An expression for all of the value, owned. */
const all = (value: Entry, words: Words): string =>
  value.exact ?? `boxWide(${words.low}, ${words.high})`;

const isShiftCount = (value: Entry): boolean =>
  value.kind === Kind.CONST &&
  value.fact === SMALL &&
  Number(value.text) > 0 &&
  Number(value.text) < 128;

/** Operations whose result modulo 2**64 needs their operands modulo 2**64 only. */
const CUTS: ReadonlySet<B> = new Set([B.ADD, B.SUBTRACT, B.MULTIPLY, B.OR, B.XOR, B.LSHIFT]);

const LOSSY: ReadonlySet<B> = new Set([B.ADD, B.MULTIPLY]);

/** The result of the current instruction goes, through such operations, into an AND. */
function isMasked(t: Translator): boolean {
  const { instructions } = t.block;
  const stack: boolean[] = [true];
  for (let i = instructions.indexOf(t.at) + 1; i < instructions.length; i++) {
    const { op, arg } = instructions[i] as Instruction;
    switch (op) {
      case Op.LOAD_FAST:
      case Op.LOAD_CONST:
        stack.push(false);
        break;
      case Op.LOAD_GLOBAL:
        if ((arg & 1) !== 0) return false;
        stack.push(false);
        break;
      case Op.LOAD_FAST_LOAD_FAST:
      case Op.LOAD_FAST_LOAD_CONST:
        stack.push(false, false);
        break;
      case Op.BINARY_OP: {
        const right = stack.pop() === true;
        const left = stack.pop() === true;
        const operator = (arg >= B.INPLACE ? arg - B.INPLACE : arg) as B;
        if (left || right) {
          if (operator === B.AND) return true;
          if (!CUTS.has(operator) || (operator === B.LSHIFT && right)) return false;
        }
        stack.push(left || right);
        break;
      }
      default:
        return false;
    }
  }
  return false;
}

/** Words of the result in fresh variables, or the text of a small int's word. */
type Writer = (t: Translator, a: Words, b: Words, masked: boolean) => Words | string;

function pair(t: Translator, low: string, high: string): Words {
  const result = { low: t.temporary(), high: high === '0' ? '0' : t.temporary() };
  t.emit(`${result.low} = ${low};`);
  if (high !== '0') t.emit(`${result.high} = ${high};`);
  return result;
}

const bitwise =
  (sign: '|' | '^'): Writer =>
  (t, a, b) => {
    const high = a.high === '0' ? b.high : b.high === '0' ? a.high : `${a.high} ${sign} ${b.high}`;
    return pair(t, `${a.low} ${sign} ${b.low}`, high);
  };

const literal = (text: string): number => Number(text.replace(/[()]/g, ''));

const and: Writer = (t, a, b) => {
  const isZero = a.high === '0' || b.high === '0';
  const isSmall = [a, b].some(
    ({ low, high }) => high === '0' && literal(low) >= 0 && literal(low) <= 0x3fffffff,
  );
  if (isSmall) return `((${a.low} & ${b.low}) << 1) | 1`;
  return pair(t, `${a.low} & ${b.low}`, isZero ? '0' : `${a.high} & ${b.high}`);
};

/** A double in a variable of its own. */
function number(t: Translator, expression: string): string {
  const name = t.variable(`f${t.nextNumber()}`, '0.5');
  t.emit(`${name} = ${expression};`);
  return name;
}

const unsigned = (word: string): string => (word === '0' ? '0' : `(${word} >>> 0)`);

const add: Writer = (t, a, b, masked) => {
  const sum = number(t, `${unsigned(a.low)} + ${unsigned(b.low)}`);
  const carry = `(${sum} > 0xffffffff ? 1 : 0)`;
  if (a.high === '0' && b.high === '0') return pair(t, `${sum} | 0`, carry);
  if (masked) return pair(t, `${sum} | 0`, `(${a.high} + ${b.high} + ${carry}) | 0`);
  const high = number(t, `${unsigned(a.high)} + ${unsigned(b.high)} + ${carry}`);
  t.exitIf(`${high} > 0xffffffff`, TOO_LARGE);
  return pair(t, `${sum} | 0`, `${high} | 0`);
};

const subtract: Writer = (t, a, b, masked) => {
  const difference = number(t, `${unsigned(a.low)} - ${unsigned(b.low)}`);
  const borrow = `(${difference} < 0 ? 1 : 0)`;
  if (masked) return pair(t, `${difference} | 0`, `(${a.high} - ${b.high} - ${borrow}) | 0`);
  const high = number(t, `${unsigned(a.high)} - ${unsigned(b.high)} - ${borrow}`);
  t.exitIf(`${high} < 0`, TOO_LARGE);
  return pair(t, `${difference} | 0`, `${high} | 0`);
};

/** The upper word of the product of two words. With a factor of few bits a double holds all of it. */
function highWord(a: string, b: string): string {
  const isFew = (text: string) => literal(text) > 0 && literal(text) < 0x200000;
  return isFew(a) || isFew(b)
    ? `((${unsigned(a)} * ${unsigned(b)} / 0x100000000) | 0)`
    : `highProduct(${a}, ${b})`;
}

const multiply: Writer = (t, a, b, masked) => {
  const low = `Math.imul(${a.low}, ${b.low})`;
  const first = highWord(a.low, b.low);
  const isShort = a.high === '0' && b.high === '0';
  if (isShort) return pair(t, low, first);
  if (masked) {
    const parts = [first];
    if (b.high !== '0') parts.push(`Math.imul(${a.low}, ${b.high})`);
    if (a.high !== '0') parts.push(`Math.imul(${a.high}, ${b.low})`);
    return pair(t, low, `(${parts.join(' + ')}) | 0`);
  }
  // A sum that is too large for a double is too large.
  const crossed = `${unsigned(a.high)} * ${unsigned(b.low)} + ${unsigned(a.low)} * ${unsigned(b.high)}`;
  const high = number(t, `(${first} >>> 0) + ${crossed}`);
  const both = a.high === '0' || b.high === '0' ? '' : `(${a.high} !== 0 && ${b.high} !== 0) || `;
  t.exitIf(`${both}${high} > 0xffffffff`, TOO_LARGE);
  return pair(t, low, `${high} | 0`);
};

const shiftLeft: Writer = (t, a, b, masked) => {
  const count = Number(b.low);
  const rest = 32 - (count & 31);
  if (count === 0) return a;
  if (!masked) {
    const lost =
      count < 32
        ? `${a.high} >>> ${rest}`
        : `(${a.high} | (${a.low} >>> ${rest === 32 ? 0 : rest}))`;
    if (count < 32) {
      if (a.high !== '0') t.exitIf(`${lost} !== 0`, TOO_LARGE);
    } else if (count === 32) {
      if (a.high !== '0') t.exitIf(`${a.high} !== 0`, TOO_LARGE);
    } else t.exitIf(`${lost} !== 0`, TOO_LARGE);
  }
  if (count >= 32) return pair(t, '0', `${a.low} << ${count - 32}`);
  const carried = `${a.low} >>> ${rest}`;
  const high = a.high === '0' ? `(${carried}) | 0` : `(${a.high} << ${count}) | (${carried})`;
  return pair(t, `${a.low} << ${count}`, high);
};

const shiftRight: Writer = (t, a, b) => {
  const count = Number(b.low);
  if (count === 0) return a;
  if (count >= 32) return pair(t, `(${a.high} >>> ${count - 32}) | 0`, '0');
  if (a.high === '0') return pair(t, `(${a.low} >>> ${count}) | 0`, '0');
  const low = `(${a.low} >>> ${count}) | (${a.high} << ${32 - count})`;
  return pair(t, low, `(${a.high} >>> ${count}) | 0`);
};

/** The value as a double, below 2**52. */
function exactly(t: Translator, { low, high }: Words): string {
  if (high === '0') return unsigned(low);
  t.exitIf(`(${high} >>> 0) > 0xfffff`, TOO_LARGE);
  return number(t, `${high} * 0x100000000 + ${unsigned(low)}`);
}

/** By a power of two, as compilers divide. */
function divideByShift(t: Translator, a: Words, bits: number, wants: string): Words | string {
  if (wants === 'quotient') return shiftRight(t, a, { low: String(bits), high: '0' }, false);
  const mask = 2 ** bits - 1;
  return and(t, a, { low: String(mask), high: '0' }, false);
}

/** Quotient and rest; the quotient may be one too high, which the rest shows. */
const divide =
  (wants: 'quotient' | 'rest'): Writer =>
  (t, a, b) => {
    const divisor = literal(b.low);
    const bits = b.high === '0' && divisor > 0 ? Math.log2(divisor) : Number.NaN;
    if (Number.isInteger(bits)) return divideByShift(t, a, bits, wants);
    const x = exactly(t, a);
    const y = exactly(t, b);
    if (!(divisor > 0)) t.exitIf(`${y} === 0`, 'division by zero');
    const quotient = number(t, `Math.floor(${x} / ${y})`);
    const rest = number(t, `${x} - ${quotient} * ${y}`);
    if (wants === 'quotient') {
      t.emit(`if (${rest} < 0) ${quotient} -= 1;`);
      return pair(t, `${quotient} | 0`, `(${quotient} / 0x100000000) | 0`);
    }
    t.emit(`if (${rest} < 0) ${rest} += ${y};`);
    if (b.high === '0' && divisor > 0 && divisor <= 0x40000000) return `(${rest} << 1) | 1`;
    return pair(t, `${rest} | 0`, b.high === '0' ? '0' : `(${rest} / 0x100000000) | 0`);
  };

const WRITERS: Partial<Record<B, Writer>> = {
  [B.ADD]: add,
  [B.SUBTRACT]: subtract,
  [B.MULTIPLY]: multiply,
  [B.AND]: and,
  [B.OR]: bitwise('|'),
  [B.XOR]: bitwise('^'),
  [B.LSHIFT]: shiftLeft,
  [B.RSHIFT]: shiftRight,
  [B.REMAINDER]: divide('rest'),
  [B.FLOOR_DIVIDE]: divide('quotient'),
};
