// Comparisons. Their result is a JavaScript truth value until somebody needs True or False, so that a
// test and the jump behind it are one `if`.

import { CompareOperator, Op } from '../../bytecode/opcodes.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { Header } from '../../heap/layout.ts';
import { type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import {
  bothSmall,
  expectStrings,
  guardDouble,
  guardSmall,
  guardStrings,
  guesses,
  someFloat,
} from './guesses.ts';
import { compareByMethod } from './operators.ts';

export const TRANSLATIONS = {
  [Op.COMPARE_OP]: compareOp,
  [Op.IS_OP]: isOp,
  [Op.CONTAINS_OP]: containsOp,
  [Op.UNARY_NOT]: not,
};

const SIGNS = ['<', '<=', '===', '!==', '>', '>='];

function compareOp(t: Translator): void {
  const right = t.top();
  const left = t.top(1);
  const sign = SIGNS[t.at.arg] as string;
  const g = guesses(t, left, right);
  if (bothSmall(g)) {
    guardSmall(t, left, right);
    t.pop();
    t.pop();
    t.pushTruth(`${left.text} ${sign} ${right.text}`);
    return;
  }
  if (someFloat(g)) {
    const l = guardDouble(t, left, g.left);
    const r = guardDouble(t, right, g.right);
    t.pop();
    t.pop();
    if (left.kind !== Kind.OWNED && right.kind !== Kind.OWNED) {
      t.pushTruth(`${l} ${sign} ${r}`);
      return;
    }
    const name = t.variable(`b${t.nextNumber()}`, 'false');
    t.emit(`${name} = ${l} ${sign} ${r};`);
    for (const e of [left, right]) t.release(e);
    t.push(entry(Kind.TRUTH, name, T.BOOL));
    return;
  }
  if (expectStrings(t, left, right)) {
    compareStrings(t, left, right);
    return;
  }
  if (!compareByMethod(t)) general(t, left, right, sign);
}

function compareStrings(t: Translator, left: Entry, right: Entry): void {
  guardStrings(t, left, right);
  t.pop();
  t.pop();
  const l = left.text;
  const r = right.text;
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  const { arg } = t.at;
  if (arg === CompareOperator.EQ) t.emit(`${name} = ${l} === ${r} || strEquals(${l}, ${r});`);
  else if (arg === CompareOperator.NE) t.emit(`${name} = ${l} !== ${r} && !strEquals(${l}, ${r});`);
  else t.emit(`${name} = strCompare(${l}, ${r}) ${SIGNS[arg]} 0;`);
  t.releaseAll([left, right]);
  t.push(entry(Kind.TRUTH, name, T.BOOL));
}

/** The truth of any comparison. Its result is looked at here only if nobody else does. */
function general(t: Translator, first: Entry, second: Entry, sign: string): void {
  const jump = t.following?.op;
  const tested = jump === Op.POP_JUMP_IF_FALSE || jump === Op.POP_JUMP_IF_TRUE;
  const lines = t.raising();
  t.pop();
  t.pop();
  const left = t.word(first);
  const right = t.word(second);
  const facts = [t.factOf(first), t.factOf(second)];
  const maybeSmall = facts.every((fact) => fact === UNKNOWN || fact === SMALL);
  const name = tested ? t.variable(`b${t.nextNumber()}`, 'false') : t.temporary();
  const isSmall = `(${left.text} & ${right.text} & 1) !== 0`;
  const quick = tested
    ? `${left.text} ${sign} ${right.text}`
    : `${left.text} ${sign} ${right.text} ? ${S.TRUE} : ${S.FALSE}`;
  t.emit(maybeSmall ? `if (${isSmall}) ${name} = ${quick}; else {` : '{');
  t.emitAll(lines);
  const helper = tested ? 'compareTruth' : 'compareValues';
  t.emit(`  ${name} = ${helper}(${t.at.arg}, ${left.text}, ${right.text});`);
  t.emitAll(
    t.aside(() => {
      t.release(left);
      t.release(right);
    }),
  );
  t.emit('}');
  if (tested) t.push(entry(Kind.TRUTH, name, T.BOOL));
  else t.pushOwned(name);
}

function isOp(t: Translator): void {
  const right = t.word(t.pop());
  const left = t.word(t.pop());
  const sign = t.at.arg === 1 ? '!==' : '===';
  if (left.kind !== Kind.OWNED && right.kind !== Kind.OWNED) {
    t.pushTruth(`${left.text} ${sign} ${right.text}`);
    return;
  }
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  t.emit(`${name} = ${left.text} ${sign} ${right.text};`);
  t.release(left);
  t.release(right);
  t.push(entry(Kind.TRUTH, name, T.BOOL));
}

function containsOp(t: Translator): void {
  t.mayRaise();
  const container = t.word(t.pop());
  const item = t.word(t.pop());
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  const found = `containsValue(${container.text}, ${item.text})`;
  t.emit(`${name} = ${t.at.arg === 1 ? '!' : ''}${found};`);
  t.release(item);
  t.release(container);
  t.push(entry(Kind.TRUTH, name, T.BOOL));
}

/** An expression for the truth of the top value, which is taken off the stack and let go of. */
export function truthOf(t: Translator): string {
  const value = t.top();
  if (value.kind === Kind.TRUTH) {
    t.pop();
    return value.text;
  }
  const fact = t.factOf(value);
  if (fact === SMALL) {
    t.pop();
    return `${value.text} !== 1`;
  }
  if (fact === T.BOOL && value.kind === Kind.CONST) {
    t.pop();
    return `${value.text} === ${S.TRUE}`;
  }
  if (value.kind === Kind.DOUBLE) {
    t.pop();
    return `${value.text} !== 0`;
  }
  const lines = t.raising();
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  const { text } = value;
  t.emit(`if (${text} === ${S.TRUE}) ${name} = true;`);
  t.emit(`else if (${text} === ${S.FALSE} || ${text} === ${S.NONE}) ${name} = false;`);
  t.emit(`else if ((${text} & 1) !== 0) ${name} = ${text} !== 1;`);
  t.emit(
    `else if (H[(${text} >> 2) + ${Header.TYPE}] === ${T.LIST}) ${name} = H[(${text} >> 2) + ${Header.WORDS}] !== 0;`,
  );
  t.emit('else {');
  t.emitAll(lines);
  t.emit(`  ${name} = isTrue(${text});`);
  t.emit('}');
  t.pop();
  t.release(value);
  return name;
}

function not(t: Translator): void {
  const test = truthOf(t);
  t.pushTruth(`!(${test})`);
}
