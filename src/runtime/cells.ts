// The type cell: a variable that a function shares with functions nested in it. The interpreter reads
// and writes VALUE in line; here is what Python code sees of it (`f.__closure__[0].cell_contents`).

import { CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, CellLayout as C, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from '../objects/define.ts';
import { newClearedObject } from '../objects/object.ts';
import { compare, typeName } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { newStr } from '../objects/str.ts';
import { namedCount } from './calls.ts';
import { addressText, clearField, fieldOrZero, setField, visitFields } from './fields.ts';

/** A cell with a borrowed value, or empty (0): owned. */
export function newCell(value: Value): Address {
  const cell = newClearedObject(T.CELL, C.WORDS);
  if (value !== 0) setField(cell, C.VALUE, value);
  return cell;
}

function reprCell(cell: Address): Value {
  const value = fieldOrZero(cell, C.VALUE);
  if (value === 0) return newStr(`<cell at ${addressText(cell)}: empty>`);
  const text = `<cell at ${addressText(cell)}: ${typeName(value)} object at ${addressText(value)}>`;
  decref(value);
  return newStr(text);
}

/** Cells compare by contents; an empty one comes before all others. */
function compareCells(left: Value, right: Value, operator: CompareOperator): Value {
  if (typeOf(left) !== T.CELL || typeOf(right) !== T.CELL) return S.NOT_IMPLEMENTED;
  const a = fieldOrZero(left, C.VALUE);
  const b = fieldOrZero(right, C.VALUE);
  try {
    if (a !== 0 && b !== 0) return compare(a, b, operator);
    const order = (a === 0 ? 0 : 1) - (b === 0 ? 0 : 1);
    return holds(order, operator) ? S.TRUE : S.FALSE;
  } finally {
    if (a !== 0) decref(a);
    if (b !== 0) decref(b);
  }
}

function holds(order: number, operator: CompareOperator): boolean {
  switch (operator) {
    case CompareOperator.LT:
      return order < 0;
    case CompareOperator.LE:
      return order <= 0;
    case CompareOperator.EQ:
      return order === 0;
    case CompareOperator.NE:
      return order !== 0;
    case CompareOperator.GT:
      return order > 0;
    case CompareOperator.GE:
      return order >= 0;
  }
}

function createCell(_type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) > 0) return typeError('cell() takes no keyword arguments');
  if (count > 1) return typeError(`cell expected at most 1 argument, got ${count}`);
  return newCell(count === 0 ? 0 : H[args]);
}

const clearCell = (cell: Address): void => clearField(cell, C.VALUE);

defineType(T.CELL, {
  name: 'cell',
  words: C.WORDS,
  slots: {
    dealloc(cell) {
      clearCell(cell);
      free(cell, C.WORDS << 2);
    },
    clear: clearCell,
    children: (cell, visit) => visitFields(cell, C.VALUE, C.VALUE, visit),
    hash: undefined,
    compare: compareCells,
    repr: reprCell,
    create: createCell,
  },
  getset: [
    {
      name: 'cell_contents',
      get(cell) {
        const value = fieldOrZero(cell, C.VALUE);
        return value !== 0 ? value : raise('ValueError', 'Cell is empty');
      },
      set: (cell, value) => setField(cell, C.VALUE, value),
    },
  ],
});
