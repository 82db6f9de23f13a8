// Items of lists and tuples by a small index in line; everything else by the protocol.

import { Op } from '../../bytecode/opcodes.ts';
import { accessSource } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import { BytesLayout, Header, ListLayout, StorageLayout, TupleLayout } from '../../heap/layout.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { Raised } from '../raised.ts';
import { type Entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { isRewritable, storeDouble } from './doubles.ts';
import { subscriptByMethod } from './operators.ts';
import { peekItem } from './peeks.ts';

export const TRANSLATIONS = {
  [Op.BINARY_SUBSCR]: binarySubscr,
  [Op.STORE_SUBSCR]: storeSubscr,
};

function binarySubscr(t: Translator): void {
  if (peekItem(t)) return;
  t.hold();
  if (subscriptByMethod(t)) return;
  const seen = IC[t.at.cache] as number;
  const lines = t.raising();
  const keyEntry = t.pop();
  const objectEntry = t.pop();
  const key = t.word(keyEntry);
  const object = t.word(objectEntry);
  const o = object.text;
  const k = key.text;
  const keyFact = t.factOf(keyEntry);
  const name = t.temporary();
  const index = t.variable(`i${t.nextNumber()}`);
  const smallKey = keyFact === SMALL ? '' : ` && (${k} & 1) !== 0`;
  const type = `H[(${o} >> 2) + ${Header.TYPE}]`;
  const fact = t.factOf(objectEntry);
  const isType = (wanted: number) =>
    fact === wanted ? '' : ` && (${o} & 1) === 0 && ${type} === ${wanted}`;
  const general = () => {
    t.emitAll(lines);
    t.emit(`  ${name} = trySubscript(${o}, ${k});`);
    t.checkRaised(name, '  ');
  };
  if ((seen === T.TUPLE || fact === T.TUPLE) && (keyFact === SMALL || keyFact === UNKNOWN)) {
    t.emit(`${name} = 0;`);
    t.emit(`if (true${isType(T.TUPLE)}${smallKey}) {`);
    t.emit(`  ${index} = ${k} >> 1;`);
    t.emit(
      `  if (${index} < 0) ${index} = (${index} + H[(${o} >> 2) + ${TupleLayout.LENGTH}]) | 0;`,
    );
    t.emit(`  if (${index} >= 0 && ${index} < H[(${o} >> 2) + ${TupleLayout.LENGTH}]) {`);
    t.emit(`    ${name} = H[(${o} >> 2) + ${TupleLayout.ITEMS} + ${index}];`);
    t.emitAll(
      t.aside(() => t.incref(name, UNKNOWN)),
      '    ',
    );
    t.emit('  }');
    t.emit('}');
    t.emit(`if (${name} === 0) {`);
    general();
    t.emit('}');
  } else if ((fact === T.STR || (fact === UNKNOWN && seen === T.STR)) && mayBeSmall(keyFact)) {
    const test = `true${isType(T.STR)}${smallKey}`;
    t.emit(`${name} = ${test} ? characterAt(${o}, ${k}) : 0;`);
    t.emit(`if (${name} === 0) {`);
    general();
    t.emit('}');
  } else if ((fact === T.BYTES || (fact === UNKNOWN && seen === T.BYTES)) && mayBeSmall(keyFact)) {
    // As an unsigned number, an index below 0 is beyond any length.
    t.emit(`if (true${isType(T.BYTES)}${smallKey} && ${inBytes(o, k)}) {`);
    t.emit(`  ${name} = (U8[${o} + ${BytesLayout.DATA * 4} + (${k} >> 1)] << 1) | 1;`);
    t.emit('} else {');
    general();
    t.emit('}');
  } else if (seen === T.DICT || (fact === T.DICT && seen === 0)) {
    const isDict = fact === T.DICT ? 'true' : `(${o} & 1) === 0 && ${type} === ${T.DICT}`;
    t.emitAll(lines, '');
    t.emit(`${name} = ${isDict} ? tryDictItem(${o}, ${k}) : trySubscript(${o}, ${k});`);
    t.checkRaised(name);
  } else if (keyFact === SMALL || keyFact === UNKNOWN) {
    t.emit(`${name} = 0;`);
    t.emit(`if (true${isType(T.LIST)}${smallKey}) {`);
    t.emit(`  ${index} = ${k} >> 1;`);
    t.emit(`  if (${index} < 0) ${index} = (${index} + H[(${o} >> 2) + ${ListLayout.SIZE}]) | 0;`);
    t.emit(`  if (${index} >= 0) {`);
    t.emitAll(
      t.aside(() => t.readItem(name, o, `(${o} >> 2) + ${ListLayout.STORAGE}`, index)),
      '    ',
    );
    t.emit('  }');
    t.emit('}');
    t.emit(`if (${name} === 0) {`);
    general();
    t.emit('}');
  } else {
    t.emit('{');
    general();
    t.emit('}');
  }
  t.release(object);
  t.release(key);
  t.pushOwned(name);
}

const inBytes = (bytes: string, key: string): string =>
  `${key} >>> 1 < H[(${bytes} >> 2) + ${BytesLayout.LENGTH}]`;

const mayBeSmall = (fact: number): boolean => fact === SMALL || fact === UNKNOWN;

/** `list[k] = double` */
function storeDoubleItem(
  t: Translator,
  lines: readonly string[],
  object: Entry,
  key: Entry,
  double: string,
): void {
  const o = object.text;
  const k = key.text;
  const slot = t.temporary();
  const old = t.temporary();
  const q = `(${o} >> 2)`;
  const tests = [`${k} > 0`];
  if (t.factOf(key) !== SMALL) tests.push(`(${k} & 1) !== 0`);
  if (t.factOf(object) !== T.LIST) {
    tests.push(`(${o} & 1) === 0`, `H[${q} + ${Header.TYPE}] === ${T.LIST}`);
  }
  tests.push(`${k} >> 1 < H[${q} + ${ListLayout.SIZE}]`);
  t.emit(`${slot} = 0;`);
  t.emit(`if (${tests.join(' && ')}) {`);
  t.emit(
    `  ${slot} = (H[${q} + ${ListLayout.STORAGE}] >> 2) + ${StorageLayout.ITEMS} + (${k} >> 1);`,
  );
  t.emit(`  ${old} = H[${slot}];`);
  t.emitAll(t.aside(() => storeDouble(t, slot, old, double)));
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${old} = newFloat(${double});`);
  t.emit(`  storeSubscript(${o}, ${k}, ${old});`);
  t.emitAll(t.aside(() => t.decref(old, T.FLOAT)));
  t.emit('}');
  t.release(object);
  if (key.kind === Kind.OWNED) t.release(key);
}

function storeSubscr(t: Translator): void {
  const lines = t.raising();
  const keyEntry = t.pop();
  const objectEntry = t.pop();
  const valueEntry = t.pop();
  const key = t.word(keyEntry);
  const object = t.word(objectEntry);
  const seen = IC[t.at.cache] as number;
  if (isRewritable(valueEntry) && seen === T.LIST && keyEntry.kind !== Kind.DOUBLE) {
    storeDoubleItem(t, lines, object, key, valueEntry.text);
    return;
  }
  const value = t.word(valueEntry);
  const o = object.text;
  const k = key.text;
  const keyFact = t.factOf(keyEntry);
  const slow = [
    ...lines,
    `if (!tryStoreSubscript(${o}, ${k}, ${value.text})) {`,
    ...t.raisedLines(Raised.HERE),
    '}',
    ...t.aside(() => t.release(value)),
  ];
  const isList =
    t.factOf(objectEntry) === T.LIST
      ? ''
      : ` && (${o} & 1) === 0 && H[(${o} >> 2) + ${Header.TYPE}] === ${T.LIST}`;
  if ((keyFact === SMALL || keyFact === UNKNOWN) && IC[t.at.cache] !== T.DICT) {
    const old = t.temporary();
    const slot = t.temporary();
    t.emit(`${slot} = 0;`);
    t.emit(`if (${k} > 0${keyFact === SMALL ? '' : ` && (${k} & 1) !== 0`}${isList}) {`);
    t.emit(`  ${accessSource.lock(o)}`);
    t.emit(`  if (${k} >> 1 < H[(${o} >> 2) + ${ListLayout.SIZE}]) {`);
    t.emit(
      `    ${slot} = (H[(${o} >> 2) + ${ListLayout.STORAGE}] >> 2) + ${StorageLayout.ITEMS} + (${k} >> 1);`,
    );
    t.emit(`    ${old} = H[${slot}];`);
    t.emitAll(
      t.aside(() => t.emit(`H[${slot}] = ${t.own(value)};`)),
      '    ',
    );
    t.emit('  }');
    t.emit(`  ${accessSource.unlock(o)}`);
    t.emit('}');
    t.emit(`if (${slot} === 0) {`);
    t.emitAll(slow);
    t.emit('} else {');
    t.emit(`  ${t.setIp(t.at.offset + 1)}`);
    t.emitAll(t.aside(() => t.decref(old, UNKNOWN)));
    t.emit('}');
  } else if (t.factOf(objectEntry) === T.DICT || IC[t.at.cache] === T.DICT) {
    const isDict = `(${o} & 1) === 0 && H[(${o} >> 2) + ${Header.TYPE}] === ${T.DICT}`;
    t.emitAll(lines, '');
    t.emit(`if (${isDict}) dictSet(${o}, ${k}, ${value.text});`);
    t.emit(`else storeSubscript(${o}, ${k}, ${value.text});`);
    t.release(value);
  } else t.emitAll(slow, '');
  t.release(object);
  if (key.kind === Kind.OWNED) t.release(key);
}
