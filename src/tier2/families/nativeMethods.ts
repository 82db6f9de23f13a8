// LOAD_ATTR where the thing found is an immortal native: a method of a builtin type, or a function of a
// module. Behind the guard it is a constant, so that the CALL knows what it calls (nativeCalls.ts).

import { T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  DictLayout,
  Header,
  ModuleLayout,
  NativeLayout,
  TypeFlag,
  TypeLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { flagsOf } from '../../objects/slots.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { doubts } from '../doubts.ts';
import { isImmortal } from '../operands.ts';
import { type Entry, entry, factOf, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

const versionOf = (type: Address): number => H[(type >> 2) + TypeLayout.VERSION];

/** (object -- function object) for a method of a builtin type. False if it is nothing of that kind. */
export function loadNativeMethod(t: Translator): boolean {
  const { cache } = t.at;
  const fn = IC[cache + 2] as number;
  const shape = IC[cache + 3] as number;
  const value = t.top();
  if (shape !== 0 || doubts.has(cache) || !isImmortal(fn)) return false;
  if (factOf(fn) !== T.METHOD_DESCRIPTOR || !isPlain(value)) return false;
  const owner = H[(fn >> 2) + NativeLayout.OWNER];
  const version = IC[cache] as number;
  const isOwn = versionOf(owner) === version && (flagsOf(owner) & TypeFlag.HEAP) === 0;
  const o = value.text;
  const type = `H[(${o} >> 2) + ${Header.TYPE}]`;
  const isInt = isOwn && owner === T.INT;
  if (isOwn && (t.factOf(value) === owner || (isInt && t.factOf(value) === SMALL))) {
    // Known already: a builtin type's methods do not change.
  } else if (t.factOf(value) !== UNKNOWN) return false;
  else if (isInt) t.exitIf(`(${o} & 1) === 0 && ${type} !== ${owner}`, 'another method');
  else if (isOwn) {
    t.exitIf(`(${o} & 1) !== 0 || ${type} !== ${owner}`, 'another method');
    t.learn(value, owner);
  } else {
    const found = `H[(${type} >> 2) + ${TypeLayout.VERSION}]`;
    t.exitIf(`(${o} & 1) !== 0 || ${found} !== ${version}`, 'another method');
  }
  const self = t.pop();
  t.push(entry(Kind.CONST, String(fn), T.METHOD_DESCRIPTOR, { fn }));
  t.push(self);
  return true;
}

/** (type -- function type) for a class method of a builtin type. False if it is nothing of that kind. */
export function loadClassNative(t: Translator): boolean {
  const { cache } = t.at;
  const fn = IC[cache + 2] as number;
  const type = IC[cache + 3] as number;
  const value = t.top();
  if (doubts.has(cache) || !isImmortal(fn) || (flagsOf(type) & TypeFlag.HEAP) !== 0) return false;
  if (factOf(fn) !== T.CLASSMETHOD_DESCRIPTOR || !isPlain(value)) return false;
  const isKnown = value.kind === Kind.CONST && Number(value.text) === type;
  if (!isKnown) t.exitIf(`${value.text} !== ${type}`, 'another type');
  const self = t.pop();
  t.push(entry(Kind.CONST, String(fn), T.CLASSMETHOD_DESCRIPTOR, { fn }));
  t.push(self);
  return true;
}

/** (module -- NULL function) for a native or builtin type that is a module's attribute. */
export function loadModuleNative(t: Translator): boolean {
  const { cache } = t.at;
  const value = t.top();
  const found = H[IC[cache + 3] as number];
  if (doubts.has(cache) || found === 0 || !isImmortal(found) || !isPlain(value)) return false;
  const fact = factOf(found);
  if (fact !== T.NATIVE && fact !== T.TYPE) return false;
  const o = value.text;
  const dict = t.temporary();
  const type = `H[(${o} >> 2) + ${Header.TYPE}]`;
  const version = `H[(${type} >> 2) + ${TypeLayout.VERSION}]`;
  t.emit(
    `${dict} = (${o} & 1) === 0 && ${version} === ${IC[cache]} ? H[(${o} >> 2) + ${ModuleLayout.DICT}] >> 2 : 0;`,
  );
  const keys = `H[${dict} + ${DictLayout.KEYS_VERSION}]`;
  t.exitIf(
    `${dict} === 0 || ${keys} !== ${IC[cache + 2]} || H[${IC[cache + 3]}] !== ${found}`,
    'another function',
  );
  t.release(t.pop());
  t.push(entry(Kind.NULL, '0', UNKNOWN));
  t.push(entry(Kind.CONST, String(found), fact, { fn: found }));
  return true;
}

const isPlain = (value: Entry): boolean =>
  value.kind === Kind.OWNED || value.kind === Kind.LOCAL || value.kind === Kind.CONST;
