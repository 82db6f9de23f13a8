// Attributes of instances by type version and shape, methods without bound-method objects, and names of
// modules. What tier 1's cache does not know, or knows no longer, goes the full way, without leaving.

import { Op } from '../../bytecode/opcodes.ts';
import { accessSource } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  Action,
  DictLayout,
  FunctionLayout as F,
  Header,
  InstanceLayout,
  ModuleLayout,
  PropertyLayout,
  Thread,
  TypeLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { AttributeCase, IC } from '../../runtime/inlineCaches.ts';
import { type SeenType, seenTypes } from '../../runtime/seenTypes.ts';
import { frameRoom, layFrame } from '../frames.ts';
import { type Entry, entry, factOf, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { isRewritable, storeDouble } from './doubles.ts';
import { hasVersion } from './guesses.ts';
import { loadClassNative, loadModuleNative, loadNativeMethod } from './nativeMethods.ts';
import { peekAttribute } from './peeks.ts';

export const TRANSLATIONS = {
  [Op.LOAD_ATTR]: loadAttr,
  [Op.STORE_ATTR]: storeAttr,
};

function loadAttr(t: Translator): void {
  const { cache, arg } = t.at;
  if (peekAttribute(t)) return;
  t.hold();
  if (t.top().isSuper === true) return loadOfSuper(t);
  const isCall = (arg & 1) !== 0;
  const version = IC[cache] as number;
  const found = version === 0 ? AttributeCase.NONE : (IC[cache + 1] as AttributeCase);
  if (isCall && found === AttributeCase.TYPE_METHOD) {
    if (loadClassNative(t)) return;
    const type = IC[cache + 3] as number;
    return loadMethod(t, (o) => `${o} === ${type} && ${isTypeOf(o, version)}`);
  }
  if (isCall && found === AttributeCase.METHOD) {
    if (loadNativeMethod(t)) return;
    const methods = seenTypes(cache).filter(([, kind]) => kind === AttributeCase.METHOD);
    if (methods.length > 1) return loadOneOf(t, methods);
    const shape = IC[cache + 3] as number;
    const hasShape = (o: string) => `H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${shape}`;
    loadMethod(t, (o) => hasVersion(o, version) + (shape === 0 ? '' : ` && ${hasShape(o)}`));
    return;
  }
  if (isCall && found === AttributeCase.MODULE && loadModuleNative(t)) return;
  if (found === AttributeCase.PROPERTY && loadProperty(t)) return;
  const lines = t.raising();
  const value = t.pop();
  const object = t.word(value);
  const name = t.temporary();
  const o = object.text;
  const quick = found === AttributeCase.NONE ? '' : quickRead(t, o, found);
  if (found === AttributeCase.COMPUTED) t.emitAll(lines, '');
  if (isCall && quick === '') return loadEither(t, object, name, lines);
  if (quick !== '') {
    const isOne = seenTypes(cache).length < 2;
    if (!isOne || !readInstance(t, o, name, found)) t.emit(`${name} = ${quick};`);
    t.emit(`if (${name} === RETRY || ${name} === 0) {`);
  } else t.emit('{');
  t.emitAll(lines);
  // Without the method flag: a function of the type is bound then, so that nothing lies below it.
  t.emit(`  tryLoadAttribute(fp, ${arg & ~1}, ${cache}, ${o});`);
  takeResult(t, name);
  t.emit('}');
  t.release(object);
  if (isCall) t.push(entry(Kind.NULL, '0', UNKNOWN));
  t.pushOwned(name);
}

/** What tryLoadAttribute has left, if it has found something. */
function takeResult(t: Translator, name: string): void {
  t.emit(`  ${name} = H[T + ${Thread.RESULT}];`);
  t.checkRaised(name, '  ');
  t.emit(`  H[T + ${Thread.RESULT}] = 0;`);
}

/** `super().name`; the value on the stack is the object. */
function loadOfSuper(t: Translator): void {
  const { arg } = t.at;
  t.mayRaise();
  const { text: self } = t.pop();
  const first = t.temporary();
  const second = t.temporary();
  t.emit(`${first} = loadSuper(T, fp, ${arg}, ${self});`);
  t.emit(`${second} = H[T + ${Thread.RESULT}];`);
  t.emit(`H[T + ${Thread.RESULT}] = 0;`);
  if ((arg & 1) !== 0) {
    t.emit(`if (${first} === 1) { ${first} = ${second}; ${second} = ${self}; } else {`);
    t.emitAll(t.aside(() => t.decref(self, UNKNOWN)));
    t.emit('}');
    t.push(entry(Kind.OWNED, first, UNKNOWN, { fn: -1 }));
    t.pushOwned(second);
    return;
  }
  t.emitAll(t.aside(() => t.decref(self, UNKNOWN)));
  t.pushOwned(second);
}

/** A callable of any kind: (function, object) if it is a function of the type, else (0, value). */
function loadEither(t: Translator, object: Entry, name: string, lines: readonly string[]): void {
  const { cache, arg } = t.at;
  const o = object.text;
  const second = t.temporary();
  t.emitAll(lines, '');
  t.emit(`${second} = tryLoadAttribute(fp, ${arg}, ${cache}, ${o});`);
  takeResult(t, name);
  t.emit(`if (${second} === 1) { ${second} = ${name}; ${name} = ${o};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, UNKNOWN)));
  t.emit('} else {');
  if (object.kind === Kind.OWNED) t.emitAll(t.aside(() => t.decref(o, UNKNOWN)));
  t.emit('}');
  t.push(entry(Kind.OWNED, second, UNKNOWN, { fn: -1 }));
  t.pushOwned(name);
}

/** `name` = what an instance holds, or as below; false: it is no such case. */
function readInstance(t: Translator, o: string, name: string, found: AttributeCase): boolean {
  if (found !== AttributeCase.INSTANCE && found !== AttributeCase.MEMBER) return false;
  const { cache } = t.at;
  const a = IC[cache + 2] as number;
  const b = IC[cache + 3] as number;
  const isMember = found === AttributeCase.MEMBER;
  const shapeWord = `(${o} >> 2) + ${InstanceLayout.SHAPE}`;
  const hasShape = isMember ? '' : ` && H[${shapeWord}] === ${a}`;
  t.emit(`${name} = 0;`);
  t.emit(`if (${hasVersion(o, IC[cache] as number)}${hasShape}) {`);
  t.emit(
    isMember
      ? `const at = (${o} >> 2) + ${a};`
      : `const at = H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + b};`,
  );
  // A member's place has no word of its own to look at again.
  if (isMember)
    t.readSlot(name, o, 'at', `(${o} >> 2) + ${Header.TYPE}`, `H[(${o} >> 2) + ${Header.TYPE}]`);
  else t.readSlot(name, o, 'at', shapeWord, String(a));
  t.emit('}');
  return true;
}

/** The kinds of attribute that are told apart by the type's version alone. */
const OF_VERSION: ReadonlySet<number> = new Set([
  AttributeCase.INSTANCE,
  AttributeCase.MEMBER,
  AttributeCase.CLASS_VALUE,
  AttributeCase.TUPLE_ITEM,
]);

/** An expression for the owned value that the cache leads to; 0 or RETRY if it does not any more. */
function quickRead(t: Translator, o: string, found: AttributeCase): string {
  const { cache } = t.at;
  const seen = seenTypes(cache).filter(([, kind]) => OF_VERSION.has(kind));
  const now = Array.from(IC.subarray(cache, cache + 4)) as unknown as SeenType;
  if (seen.length < 2) return readOf(t, o, found, now, hasVersion(o, now[0]));
  const version = t.temporary();
  t.emit(
    `${version} = (${o} & 1) === 0 ? H[(H[(${o} >> 2) + ${Header.TYPE}] >> 2) + ${TypeLayout.VERSION}] : 0;`,
  );
  const reads = seen.map((type) => readOf(t, o, type[1], type, `${version} === ${type[0]}`));
  return `${reads.map((read) => read.replace(/ : 0$/, '')).join(' : ')} : 0`;
}

/** `test ? the owned value : 0` for one type. */
function readOf(
  t: Translator,
  o: string,
  found: AttributeCase,
  [version, , a, b]: SeenType,
  holds: string,
): string {
  const typeWord = `(${o} >> 2) + ${Header.TYPE}`;
  const hasShape = `H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === `;
  switch (found) {
    case AttributeCase.INSTANCE:
      return `${holds} && ${hasShape}${a} ? readSlot(${o}, H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + b}, (${o} >> 2) + ${InstanceLayout.SHAPE}, ${a}) : 0`;
    case AttributeCase.MEMBER:
      return `${holds} ? readSlot(${o}, (${o} >> 2) + ${a}, ${typeWord}, H[${typeWord}]) : 0`;
    case AttributeCase.COMPUTED:
      return `${holds} ? readComputed(fp, ${t.at.arg >> 1}, ${a}, ${o}) : 0`;
    case AttributeCase.CLASS_VALUE: {
      const shape = b === 0 ? '' : ` && ${hasShape}${b}`;
      const value = (a & 1) !== 0 ? String(a) : `valueOfType(H[${typeWord}], ${version}, ${a})`;
      return `${holds}${shape} ? ${value} : 0`;
    }
    case AttributeCase.TUPLE_ITEM:
      return `${holds} ? tupleItem(${o}, ${a}) : 0`;
    case AttributeCase.TYPE_VALUE: {
      const value = (a & 1) !== 0 ? String(a) : `valueOfType(${o}, ${version}, ${a})`;
      return `${o} === ${b} && H[${typeWord}] === ${T.TYPE} && H[(${o} >> 2) + ${TypeLayout.VERSION}] === ${version} ? ${value} : 0`;
    }
    case AttributeCase.MODULE: {
      const dict = t.temporary();
      t.emit(`${dict} = ${holds} ? H[(${o} >> 2) + ${ModuleLayout.DICT}] : 0;`);
      const kv = `(${dict} >> 2) + ${DictLayout.KEYS_VERSION}`;
      return `${dict} !== 0 && H[${kv}] === ${a} ? readSlot(${dict}, ${b}, ${kv}, ${a}) : 0`;
    }
    default:
      return '';
  }
}

/** A property's getter runs in a frame of its own, and its result is the attribute. */
function loadProperty(t: Translator): boolean {
  const { cache, arg, next } = t.at;
  const property = IC[cache + 2] as number;
  const getter = IC[cache + 3] as number;
  const code = H[(getter >> 2) + F.CODE] as number;
  const isCall = (arg & 1) !== 0;
  t.settle(t.depth - 1);
  t.boxLocals();
  const lines = t.raising();
  const value = t.pop();
  const bottom = t.depth + (isCall ? 1 : 0);
  const object = t.word(value);
  const o = object.text;
  const result = t.temporary();
  const room = frameRoom(t, code);
  t.emit(
    `if (${hasVersion(o, IC[cache] as number)} && H[${(property >> 2) + PropertyLayout.GET}] === ${getter} && H[${(getter >> 2) + F.CODE}] === ${code} && ${room.test}) {`,
  );
  t.emitAll(
    t.aside(() => {
      t.incref(o, -1);
      if (object.kind !== Kind.OWNED) t.incref(o, -1);
      t.incref(String(getter), -1);
    }),
  );
  if (isCall) t.emit(`  ${t.slot(bottom - 1)} = 0;`);
  layFrame(t, room, code, String(getter), [o], {
    action: Action.PROPERTY,
    extra: o,
    ip: next,
    depth: bottom,
  });
  t.emit(`  ${result} = ${t.callee(code)}.run(T, ${room.frame});`);
  t.emitAll(t.aside(() => t.checkAnswer(result)));
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  tryLoadAttribute(fp, ${arg & ~1}, ${cache}, ${o});`);
  takeResult(t, result);
  t.emitAll(t.aside(() => t.release(object)));
  t.emit('}');
  if (isCall) t.push(entry(Kind.NULL, '0', UNKNOWN, { slot: bottom - 1 }));
  t.pushOwned(result);
  return true;
}

/** The value is a class of the ordinary kind, and unchanged. */
const isTypeOf = (o: string, version: number): string =>
  `H[(${o} >> 2) + ${Header.TYPE}] === ${T.TYPE} && H[(${o} >> 2) + ${TypeLayout.VERSION}] === ${version}`;

/** (object -- function object) where the function is what the type has as long as `test` holds. */
function loadMethod(t: Translator, test: (object: string) => string): void {
  const fn = IC[t.at.cache + 2] as number;
  const lines = t.raising();
  const value = t.pop();
  const object = t.word(value);
  const o = object.text;
  const first = t.temporary();
  const second = t.temporary();
  t.emit(`if (${test(o)}) {`);
  t.emitAll(t.aside(() => t.incref(String(fn), -1)));
  t.emit(`  ${first} = ${fn};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, -1)));
  t.emit(`  ${second} = ${o};`);
  elseLoadEither(t, object, first, second, lines);
  t.push(entry(Kind.OWNED, first, UNKNOWN, { fn }));
  t.pushOwned(second);
}

/** The else of a method that was found at once: the full way, which may lead to anything. */
function elseLoadEither(
  t: Translator,
  object: Entry,
  first: string,
  second: string,
  lines: readonly string[],
): void {
  const { cache, arg } = t.at;
  const o = object.text;
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${first} = tryLoadAttribute(fp, ${arg}, ${cache}, ${o});`);
  takeResult(t, second);
  t.emit(`  if (${first} === 1) { ${first} = ${second}; ${second} = ${o};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, UNKNOWN)));
  t.emit('  } else {');
  if (object.kind === Kind.OWNED) t.emitAll(t.aside(() => t.decref(o, UNKNOWN)));
  t.emit('  }');
  t.emit('}');
}

/** As loadMethod, where several types have come along. */
function loadOneOf(t: Translator, types: readonly SeenType[]): void {
  const lines = t.raising();
  const object = t.word(t.pop());
  const o = object.text;
  const first = t.temporary();
  const second = t.temporary();
  const version = t.temporary();
  t.emit(
    `${version} = (${o} & 1) === 0 ? H[(H[(${o} >> 2) + ${Header.TYPE}] >> 2) + ${TypeLayout.VERSION}] : 0;`,
  );
  const choices = types.map(([of, , fn, shape]) => {
    const shaped = shape === 0 ? '' : ` && H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${shape}`;
    return `${version} === ${of}${shaped} ? ${fn}`;
  });
  t.emit(`${first} = ${choices.join(' : ')} : 0;`);
  t.emit(`if (${first} !== 0) {`);
  t.emitAll(t.aside(() => t.incref(first, -1)));
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, -1)));
  t.emit(`  ${second} = ${o};`);
  elseLoadEither(t, object, first, second, lines);
  const fns = types.map(([, , fn]) => fn).filter((fn) => factOf(fn) === T.FUNCTION);
  t.push(entry(Kind.OWNED, first, UNKNOWN, { fn: -1, fns }));
  t.pushOwned(second);
}

/** `object.name = double`, the place known by the shape. */
function storeDoubleAttribute(
  t: Translator,
  lines: readonly string[],
  object: Entry,
  double: string,
): void {
  const { cache, arg } = t.at;
  const o = object.text;
  const slot = t.temporary();
  const old = t.temporary();
  t.emit(
    `if (${hasVersion(o, IC[cache] as number)} && H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${IC[cache + 2]}) {`,
  );
  t.emit(
    `  ${slot} = H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + (IC[cache + 3] as number)};`,
  );
  t.emit(`  ${old} = H[${slot}];`);
  t.emitAll(t.aside(() => storeDouble(t, slot, old, double)));
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${old} = newFloat(${double});`);
  t.emit(`  storeAttributeSlow(fp, ${arg}, ${cache}, ${o}, ${old});`);
  t.emitAll(t.aside(() => t.decref(old, T.FLOAT)));
  t.emit('}');
  t.release(object);
}

function storeAttr(t: Translator): void {
  const { cache, arg } = t.at;
  const version = IC[cache] as number;
  const lines = t.raising();
  const target = t.pop();
  const value = t.pop();
  const object = t.word(target);
  const o = object.text;
  if (isRewritable(value) && version !== 0 && IC[cache + 1] === AttributeCase.INSTANCE) {
    storeDoubleAttribute(t, lines, object, value.text);
    return;
  }
  const word = t.word(value);
  const slow = [
    ...lines,
    `storeAttributeSlow(fp, ${arg}, ${cache}, ${o}, ${word.text});`,
    ...t.aside(() => t.release(word)),
  ];
  if (
    version !== 0 &&
    (IC[cache + 1] === AttributeCase.MEMBER || IC[cache + 1] === AttributeCase.ADD)
  ) {
    storeTaken(t, o, word, slow);
    t.release(object);
    return;
  }
  if (version === 0 || IC[cache + 1] !== AttributeCase.INSTANCE) {
    t.emitAll(slow, '');
    t.release(object);
    return;
  }
  const old = t.temporary();
  const done = t.variable(`b${t.nextNumber()}`, 'false');
  t.emit(`${done} = false;`);
  t.emit(`if (${hasVersion(o, version)}) {`);
  t.emit(`  ${accessSource.lock(o)}`);
  t.emit(`  if (H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${IC[cache + 2]}) {`);
  t.emit(
    `    ${old} = H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + (IC[cache + 3] as number)};`,
  );
  t.emit(`    ${done} = true;`);
  t.emit(`    const before = H[${old}];`);
  t.emitAll(
    t.aside(() => t.emit(`H[${old}] = ${t.own(word)};`)),
    '    ',
  );
  t.emit(`    ${accessSource.unlock(o)}`);
  t.emit('    if (before !== 0) {');
  t.emit(`      ${t.setIp(t.at.offset + 1)}`);
  t.emitAll(
    t.aside(() => t.decref('before', UNKNOWN)),
    '      ',
  );
  t.emit('    }');
  t.emit(`  } else { ${accessSource.unlock(o)} }`);
  t.emit('}');
  t.emit(`if (!${done}) {`);
  t.emitAll(slow);
  t.emit('}');
  t.release(object);
}

/** A member, or an attribute that the object has not had: the value's reference goes into the object. */
function storeTaken(t: Translator, o: string, word: Entry, slow: readonly string[]): void {
  const { cache, offset } = t.at;
  const a = IC[cache + 2] as number;
  const b = IC[cache + 3] as number;
  t.emit(`if (${hasVersion(o, IC[cache] as number)}`);
  if (IC[cache + 1] === AttributeCase.MEMBER) {
    t.emit(') {');
    t.emit(`  ${t.setIp(offset + 1)}`);
    t.emitAll(t.aside(() => t.emit(`storeMember(${o}, (${o} >> 2) + ${a}, ${t.own(word)});`)));
  } else {
    t.emit(`  && storeNew(${o}, ${word.text}, ${a}, ${b}, ${word.kind !== Kind.OWNED})) {`);
  }
  t.emit('} else {');
  t.emitAll(slow);
  t.emit('}');
}
