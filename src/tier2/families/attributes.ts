// Attributes of instances by type version and shape, methods without bound-method objects, and names of
// modules. What tier 1's cache does not know, or knows no longer, goes the full way, without leaving.

import { Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { DictLayout, Header, InstanceLayout, ModuleLayout, TypeLayout } from '../../heap/layout.ts';
import { AttributeCase, IC } from '../../runtime/inlineCaches.ts';
import { type SeenType, seenTypes } from '../../runtime/seenTypes.ts';
import { entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { hasVersion } from './guesses.ts';
import { isTypeOf, loadEither, loadMethod, loadOfSuper, loadOneOf, takeResult } from './methods.ts';
import { loadClassNative, loadModuleNative, loadNativeMethod } from './nativeMethods.ts';
import { peekAttribute } from './peeks.ts';
import { loadProperty } from './properties.ts';

export const TRANSLATIONS = {
  [Op.LOAD_ATTR]: loadAttr,
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
