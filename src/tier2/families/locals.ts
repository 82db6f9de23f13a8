// Locals, constants, cells, and moving values about on the operand stack.

import { Op } from '../../bytecode/opcodes.ts';
import { accessSource, countSource } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import { CodeLayout as C, CellLayout, Header, IntLayout } from '../../heap/layout.ts';
import { F64, H } from '../../heap/memory.ts';
import { type Entry, entry, factOf, Kind, type Local, SMALL, UNKNOWN } from '../state.ts';
import { type Translator, Unsupported } from '../translator.ts';

export const TRANSLATIONS = {
  [Op.NOP]: () => {},
  [Op.POP_TOP]: (t: Translator) => t.release(t.pop()),
  [Op.COPY]: copy,
  [Op.SWAP]: swap,
  [Op.PUSH_NULL]: (t: Translator) => t.push(entry(Kind.NULL, '0', UNKNOWN)),
  [Op.LOAD_CONST]: (t: Translator) => loadConst(t, t.at.arg),
  [Op.LOAD_FAST]: (t: Translator) => loadFast(t, t.at.arg),
  [Op.LOAD_CLOSURE]: (t: Translator) => loadFast(t, t.at.arg),
  [Op.LOAD_FAST_LOAD_FAST]: (t: Translator) => {
    loadFast(t, t.at.arg >>> 12);
    loadFast(t, t.at.arg & 0xfff);
  },
  [Op.LOAD_FAST_LOAD_CONST]: (t: Translator) => {
    loadFast(t, t.at.arg >>> 12);
    loadConst(t, t.at.arg & 0xfff);
  },
  [Op.STORE_FAST_LOAD_FAST]: (t: Translator) => {
    storeFast(t, t.at.arg >>> 12);
    loadFast(t, t.at.arg & 0xfff);
  },
  [Op.LOAD_FAST_CHECK]: loadFastCheck,
  [Op.STORE_FAST]: (t: Translator) => storeFast(t, t.at.arg),
  [Op.DELETE_FAST]: deleteFast,
  [Op.MAKE_CELL]: makeCell,
  [Op.COPY_FREE_VARS]: copyFreeVars,
  [Op.LOAD_DEREF]: loadDeref,
  [Op.STORE_DEREF]: storeDeref,
};

/** Owns another reference to the value, in a variable of its own. */
function duplicate(t: Translator, value: Entry): Entry {
  if (value.kind !== Kind.OWNED) return value;
  t.incref(value.text, value.fact);
  const name = t.temporary();
  t.emit(`${name} = ${value.text};`);
  return entry(Kind.OWNED, name, value.fact, { fn: value.fn });
}

function copy(t: Translator): void {
  t.push(duplicate(t, t.top(t.at.arg - 1)));
}

function swap(t: Translator): void {
  const { stack } = t.state;
  const other = stack.length - t.at.arg;
  const top = stack[stack.length - 1] as Entry;
  stack[stack.length - 1] = stack[other] as Entry;
  stack[other] = top;
}

function loadConst(t: Translator, index: number): void {
  const value = H[H[(t.code >> 2) + C.CONSTANTS] + index];
  const fact = factOf(value);
  if (fact === T.FLOAT) {
    const x = F64[(value >> 3) + 2] as number;
    if (Number.isFinite(x)) {
      t.push(entry(Kind.DOUBLE, Object.is(x, -0) ? '-0.0' : x < 0 ? `(${x})` : `${x}`, fact));
      return;
    }
  }
  t.push(entry(Kind.CONST, String(value), fact));
}

function loadFast(t: Translator, index: number): void {
  const local = t.state.locals[index] as Local;
  if (local.unboxed) {
    t.push(entry(Kind.DOUBLE, t.doubleVariable(index), T.FLOAT, { local: index }));
    return;
  }
  const value = entry(Kind.LOCAL, t.localVariable(index), local.fact, { local: index });
  if (t.options.borrow) t.push(value);
  else {
    const name = t.temporary();
    t.emit(`${name} = ${t.own(value)};`);
    t.pushOwned(name, local.fact);
  }
}

function loadFastCheck(t: Translator): void {
  const index = t.at.arg;
  const local = t.state.locals[index] as Local;
  if (!local.bound) {
    const lines = t.raising();
    t.emit(`if (${t.localVariable(index)} === 0) {`);
    t.emitAll(lines);
    t.emit(`  unboundLocal(fp, ${index});`);
    t.emit('}');
    t.state.locals[index] = { ...(t.state.locals[index] as Local), bound: true };
  }
  loadFast(t, index);
}

/** Values on the stack that are borrowed from a local which is about to change get their own reference. */
function detach(t: Translator, index: number): void {
  t.state.stack.forEach((value, i) => {
    if (value.local !== index) return;
    if (value.kind === Kind.DOUBLE) {
      const name = t.variable(`f${t.nextNumber()}`, '0.5');
      t.emit(`${name} = ${value.text};`);
      t.state.stack[i] = entry(Kind.DOUBLE, name, T.FLOAT);
    } else if (value.kind === Kind.LOCAL) {
      const name = t.temporary();
      const fact = t.factOf(value);
      t.emit(`${name} = ${t.own(value)};`);
      t.state.stack[i] = entry(Kind.OWNED, name, fact);
    }
  });
}

/** Lets go of a local's old value, which is in the variable `old`. */
function dropOld(t: Translator, local: Local, old: string): void {
  if (local.fact === SMALL) return;
  if (!local.bound) t.emit(`if (${old} !== 0) {`);
  t.decref(old, local.fact);
  if (!local.bound) t.emit('}');
}

/** A short int goes into a local whose int nobody else refers to, where that has the same size. */
function storeWide(t: Translator, index: number, value: Entry): void {
  const variable = t.localVariable(index);
  const local = t.state.locals[index] as Local;
  const { text, high } = value;
  const only = countSource.onlyReference?.(variable);
  if (only === undefined || local.unboxed || local.fact === SMALL || value.exact !== undefined) {
    storeValue(t, index, entry(Kind.OWNED, t.own(value), UNKNOWN));
    return;
  }
  const q = `(${variable} >> 2)`;
  const digits = high === '0' ? '1' : `(${high} === 0 ? 1 : 2)`;
  const needed = `${high === '0' ? '' : `${high} !== 0 || `}(${text} & 0xc0000000) !== 0`;
  const bound = local.bound ? '' : `${variable} !== 0 && `;
  const isInt = `${bound}(${variable} & 1) === 0 && H[${q} + ${Header.TYPE}] === ${T.INT}`;
  t.emit(
    `if ((${needed}) && ${isInt} && H[${q} + ${IntLayout.DIGITS}] === ${digits} && ${only}) {`,
  );
  t.emit(`  H[${q} + ${IntLayout.DATA}] = ${text};`);
  if (high !== '0') t.emit(`  if (${high} !== 0) H[${q} + ${IntLayout.DATA + 1}] = ${high};`);
  t.emit('} else {');
  t.emitAll(t.aside(() => storeValue(t, index, entry(Kind.OWNED, t.own(value), UNKNOWN))));
  t.emit('}');
}

export function storeFast(t: Translator, index: number): void {
  // What the local held may be what a value was looked at in.
  if (t.state.stack.some((e) => e.kind === Kind.PEEKED)) t.hold();
  const value = t.pop();
  detach(t, index);
  t.pairs.delete(index);
  if (value.kind === Kind.WIDE) {
    storeWide(t, index, value);
    if (value.exact === undefined) {
      t.pairs.set(index, { low: value.text, high: value.high as string });
    }
  } else storeValue(t, index, value);
}

function storeValue(t: Translator, index: number, value: Entry): void {
  const local = t.state.locals[index] as Local;
  if (value.kind === Kind.DOUBLE && t.handlerDepth() < 0) {
    if (!local.unboxed) {
      const variable = t.localVariable(index);
      t.emit(`${t.local(index)} = 0;`);
      dropOld(t, local, variable);
    }
    const double = t.doubleVariable(index);
    if (double !== value.text) t.emit(`${double} = ${value.text};`);
    t.state.locals[index] = { unboxed: true, fact: T.FLOAT, bound: true };
    return;
  }
  const variable = t.localVariable(index);
  const fact = t.factOf(value);
  const owned = t.own(value);
  const old = local.unboxed || local.fact === SMALL ? '' : t.temporary();
  if (old !== '') t.emit(`${old} = ${variable};`);
  t.emit(`${variable} = ${owned};`);
  t.emit(`${t.local(index)} = ${variable};`);
  t.state.locals[index] = { unboxed: false, fact, bound: true };
  if (old !== '') dropOld(t, local, old);
}

function deleteFast(t: Translator): void {
  const index = t.at.arg;
  const local = t.state.locals[index] as Local;
  detach(t, index);
  t.pairs.delete(index);
  if (local.unboxed) {
    t.emit(`${t.localVariable(index)} = 0;`);
  } else {
    const variable = t.localVariable(index);
    if (!local.bound) {
      const lines = t.raising();
      t.emit(`if (${variable} === 0) {`);
      t.emitAll(lines);
      t.emit(`  unboundLocal(fp, ${index});`);
      t.emit('}');
    }
    const old = t.temporary();
    t.emit(`${old} = ${variable};`);
    t.emit(`${variable} = 0;`);
    t.emit(`${t.local(index)} = 0;`);
    t.decref(old, local.fact);
  }
  t.state.locals[index] = { unboxed: false, fact: UNKNOWN, bound: false };
}

function makeCell(t: Translator): void {
  if (t.caller !== undefined) throw new Unsupported('a cell of its own');
  const index = t.at.arg;
  t.emit(`makeCell(fp, ${index});`);
  t.emit(`${t.localVariable(index)} = ${t.local(index)};`);
  t.state.locals[index] = { unboxed: false, fact: T.CELL, bound: true };
}

function copyFreeVars(t: Translator): void {
  // Of a call in line: the cells are there (inlineCalls.ts).
  if (t.caller !== undefined) return;
  t.emit(`copyFreeVars(fp, ${t.at.arg});`);
  for (let i = t.localCount - t.at.arg; i < t.localCount; i++) {
    t.emit(`${t.localVariable(i)} = ${t.local(i)};`);
    t.state.locals[i] = { unboxed: false, fact: T.CELL, bound: true };
  }
}

function loadDeref(t: Translator): void {
  const index = t.at.arg;
  const cell = t.localVariable(index);
  const lines = t.raising();
  const name = t.temporary();
  const slot = t.temporary();
  t.emit(`${slot} = (${cell} >> 2) + ${CellLayout.VALUE};`);
  t.readSlot(name, cell, slot, slot, `H[${slot}]`);
  t.emit(`if (${name} === RETRY || ${name} === 0) {`);
  t.emitAll(lines);
  t.emit(`  ${name} = loadCell(fp, ${index});`);
  t.emit('}');
  t.pushOwned(name);
}

function storeDeref(t: Translator): void {
  const cell = t.localVariable(t.at.arg);
  const owned = t.own(t.pop());
  const old = t.temporary();
  t.emit(`${accessSource.lock(cell)}`);
  t.emit(`${old} = H[(${cell} >> 2) + ${CellLayout.VALUE}];`);
  t.emit(`H[(${cell} >> 2) + ${CellLayout.VALUE}] = ${owned};`);
  t.emit(`${accessSource.unlock(cell)}`);
  t.emit(`if (${old} !== 0) {`);
  t.decref(old, UNKNOWN);
  t.emit('}');
}

/** Takes the result off the stack, and lets go of everything else that the frame holds: its variable. */
export function takeResult(t: Translator): string {
  const value = t.pop();
  const result = t.variable('result');
  // A local that is returned gives its reference away.
  const isOwned = value.kind === Kind.LOCAL && t.state.locals[value.local]?.borrowed !== true;
  const given = isOwned ? value.local : -1;
  t.emit(`${result} = ${given >= 0 ? value.text : t.own(value)};`);
  dropLocals(t, given);
  return result;
}

/** Lets go of all that the frame holds when it ends, but for the local `given`. */
export function dropLocals(t: Translator, given: number): void {
  t.state.locals.forEach((local, i) => {
    if (i !== given) dropLocal(t, local, i);
  });
  t.releaseAll(t.state.stack);
}

/** Releases what a local holds when its frame ends. */
function dropLocal(t: Translator, local: Local, index: number): void {
  if (local.unboxed || local.fact === SMALL || local.borrowed === true) return;
  const name = t.localVariable(index);
  if (!local.bound) t.emit(`if (${name} !== 0) {`);
  t.decref(name, local.fact);
  if (!local.bound) t.emit('}');
}
