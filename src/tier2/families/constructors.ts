// CALL of a class that makes its instances as `object` does: the block is laid here, and `__init__`, if it is
// a Python function, gets a frame or is written in line.

import { blockSource, countSource, decref } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  AttributesLayout as A,
  Action,
  type Address,
  FunctionLayout as F,
  Header,
  NativeLayout,
  TypeLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { SizeClass } from '../../heap/sizeClasses.ts';
import { typeOf } from '../../objects/slots.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { canMakePlainInstance } from '../../runtime/instances.ts';
import { N } from '../../runtime/names.ts';
import { lookup } from '../../runtime/typeLookup.ts';
import { frameRoom, layFrame } from '../frames.ts';
import { type Entry, entry, Kind } from '../state.ts';
import type { Translator } from '../translator.ts';
import { callForm } from './callForms.ts';
import { callInLine, plainArguments } from './inlineCalls.ts';
import { isLiveClass, methodOf } from './operators.ts';

/** The class that tier 1 has seen called here, if its instances are made as `object` does; else 0. */
export function expectedClass(t: Translator): Address {
  const type = IC[t.at.cache + 3] as number;
  return isLiveClass(type) && canMakePlainInstance(type) ? type : 0;
}

/**
 * Makes an instance and runs `__init__` on it: the head of an `if` whose else is the general call. False,
 * and nothing written, if the class does not have a plain Python `__init__`, or none and no arguments.
 */
export function makeAndRun(
  t: Translator,
  type: Address,
  callable: string,
  args: readonly string[],
  bottom: number,
  result: string,
): boolean {
  const init = methodOf(type, N.__init__, args.length + 1);
  if (init === 0 && (args.length > 0 || !initializesNothing(type))) return false;
  const q = type >> 2;
  const isClass = `${callable} === ${type} && H[${q + Header.TYPE}] === ${T.TYPE} && H[${q + TypeLayout.VERSION}] === ${H[q + TypeLayout.VERSION]}`;
  const stackIs = () => {
    t.emit(`  ${t.setIp(t.at.next)}`);
    t.emit(`  ${t.setSp(bottom)}`);
  };
  if (init === 0) {
    t.emit(`if (${isClass}) {`);
    stackIs();
    t.emit(`  ${result} = newInstanceOf(${type});`);
    return true;
  }
  const code = H[(init >> 2) + F.CODE] as number;
  const room = frameRoom(t, code);
  const self = t.temporary();
  t.emit(`if (${isClass} && H[${(init >> 2) + F.CODE}] === ${code} && ${room.test}) {`);
  stackIs();
  t.emit(`  ${self} = newInstanceOf(${type});`);
  t.emitAll(
    t.aside(() => {
      t.incref(self, -1);
      t.incref(String(init), -1);
    }),
  );
  const how = { action: Action.INIT, extra: self, ip: t.at.next, depth: bottom };
  layFrame(t, room, code, String(init), [self, ...args], how);
  t.emit(`  ${result} = ${t.callee(code)}.run(T, ${room.frame});`);
  return true;
}

function initializesNothing(type: Address): boolean {
  const init = lookup(type, N.__init__);
  if (init === 0) return false;
  decref(init);
  return typeOf(init) === T.SLOT_WRAPPER && H[(init >> 2) + NativeLayout.OWNER] === T.OBJECT;
}

/** The Python function that `__init__` is, whatever arguments it takes; else 0. */
function initOf(type: Address): Address {
  const found = lookup(type, N.__init__);
  if (found === 0) return 0;
  decref(found); // the class holds it
  return typeOf(found) === T.FUNCTION ? found : 0;
}

/** The call with the text of `__init__` in its place. False: nothing was written. */
export function constructInLine(
  t: Translator,
  bottom: number,
  general: (word: string) => string[],
): boolean {
  const type = expectedClass(t);
  const init = type === 0 ? 0 : initOf(type);
  if (init === 0) return false;
  const code = H[(init >> 2) + F.CODE] as number;
  const form = callForm(code, t.at.arg + 1, t.kwNames);
  const [callable, ...given] = t.state.stack.slice(bottom + 1) as [Entry, ...Entry[]];
  const q = type >> 2;
  const self = t.temporary();
  const fn = t.temporary();
  const instance = entry(Kind.OWNED, self, type);
  const args = form && plainArguments(form, [instance, ...given]);
  if (args === undefined || callable.kind === Kind.NULL) return false;
  const written = callInLine(t, {
    code,
    fn: entry(Kind.OWNED, fn, T.FUNCTION),
    tests: [
      `${callable.text} === ${type}`,
      `H[${q + Header.TYPE}] === ${T.TYPE}`,
      `H[${q + TypeLayout.VERSION}] === ${H[q + TypeLayout.VERSION]}`,
      `(${fn} = ${init}) !== 0`,
    ],
    prepare: () => {
      newInstanceText(t, type, self);
      t.own(callable);
      t.incref(fn, -1);
    },
    args,
    action: Action.INIT,
    instance,
    bottom,
    general,
  });
  if (written) t.kwNames = 0;
  return written;
}

/** Sets `name` to a fresh instance, whose reference to its type is the caller's to take. */
function newInstanceText(t: Translator, type: Address, name: string): void {
  const q = type >> 2;
  const at = H[q + TypeLayout.ATTRIBUTES];
  const fixed = H[q + TypeLayout.INSTANCE_WORDS];
  const capacity = at > 0 ? H[q + TypeLayout.INLINE_CAPACITY] : 0;
  const root = H[q + TypeLayout.ROOT_SHAPE];
  const bytes = (fixed + capacity) << 2;
  if (at < 0 || (at > 0 && root === 0) || bytes > SizeClass.FINE_MAX_BYTES) {
    t.emitAll(t.raising());
    t.emit(`${name} = newInstanceOf(${type});`);
    return;
  }
  t.emit(blockSource.take(name, bytes));
  t.emit(`if (${name} === 0) {`);
  t.emitAll(t.raising());
  t.emit(`  ${name} = allocate(${bytes});`);
  t.emit('}');
  t.emit(countSource.initHeader(name, type));
  const o = `(${name} >> 2)`;
  const words = new Map<number, string>();
  for (let i = Header.WORDS as number; i < fixed + capacity; i++) words.set(i, '0');
  if (at > 0) {
    words.set(at + A.SHAPE, String(root));
    words.set(at + A.VALUES, `${o} + ${at + A.CAPACITY}`);
    words.set(at + A.CAPACITY, String(capacity));
  }
  for (const [i, text] of words) t.emit(`H[${o} + ${i}] = ${text};`);
}
