// The report of a deadlock: every thread, its line, what it waits for and who holds that.

import {
  type Address,
  CodeLayout as C,
  Frame,
  LockLayout,
  Thread,
  ThreadStatus,
  type Value,
  WaitKind,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictEntries } from '../objects/dict.ts';
import { isStr } from '../objects/protocol.ts';
import { internJs, toJs } from '../objects/str.ts';
import { getAttributeOrZero } from '../runtime/attributes.ts';
import { slotCount, threadState } from '../runtime/threads.ts';

/** File, line and function of a frame. */
export function placeOf(fp: WordIndex): string {
  return fp === 0 ? 'no Python frame' : placeAt(H[fp + Frame.CODE], H[fp + Frame.IP]);
}

/** File, line and function of the instruction before word `ip`. */
export function placeAt(codeObject: Address, ip: WordIndex): string {
  const code = codeObject >> 2;
  const offset = Math.max(0, ip - 1 - H[code + C.CODE_START]);
  const line = H[H[code + C.POSITIONS] + 4 * Math.min(offset, H[code + C.CODE_WORDS] - 1)];
  return `${toJs(H[code + C.FILENAME])}, line ${line}, in ${toJs(H[code + C.NAME])}`;
}

/** Frames of a thread, innermost first, without the library's own. */
export function programPlace(fp: WordIndex): string {
  for (let f = fp; f !== 0; f = H[f + Frame.PREVIOUS]) {
    const place = placeOf(f);
    if (!place.startsWith('<frozen')) return place;
  }
  return placeOf(fp);
}

/** A thread's name as its Thread object has it; no Python code runs for it. */
export function threadName(thread: WordIndex): string {
  if (H[thread + Thread.IS_MAIN] !== 0) return 'MainThread';
  const dict = H[thread + Thread.DICT];
  if (dict !== 0) {
    const { keys, values } = dictEntries(dict);
    const index = keys.findIndex((key) => isStr(key) && toJs(key) === 'threading.current');
    const name = index < 0 ? 0 : getAttributeOrZero(values[index] as Value, internJs('_name'));
    if (name !== 0 && isStr(name)) return toJs(name);
  }
  return `thread ${H[thread + Thread.IDENT]}`;
}

function waitsFor(thread: WordIndex): string {
  const object = H[thread + Thread.WAIT_OBJECT];
  const at = `0x${(object >>> 0).toString(16)}`;
  if (H[thread + Thread.WAIT_KIND] === WaitKind.LOCK) {
    const owner = H[(object >> 2) + LockLayout.OWNER];
    const state = owner === 0 ? 0 : threadState(owner);
    const holder = state === 0 ? 'nobody who could release it' : threadName(state >> 2);
    return `waits for the lock at ${at}, held by ${holder}`;
  }
  if (H[thread + Thread.WAIT_KIND] === WaitKind.JOIN)
    return `waits for the end of thread ${H[(object >> 2) + 7]}`;
  return 'waits';
}

/** Text for the user; call it when no thread runs. */
export function describeDeadlock(): string {
  const lines = ['gilscope: deadlock: every thread waits for another, for ever'];
  for (let slot = 1; slot < slotCount(); slot++) {
    const state = threadState(slot);
    if (state === 0) continue;
    const thread = state >> 2;
    const status = H[thread + Thread.STATUS];
    if (
      status !== ThreadStatus.BLOCKED &&
      status !== ThreadStatus.PARKED &&
      status !== ThreadStatus.BLOCKING
    )
      continue;
    lines.push(`  ${threadName(thread)}: ${waitsFor(thread)}`);
    lines.push(`      at ${programPlace(H[thread + Thread.FRAME])}`);
  }
  return `${lines.join('\n')}\n`;
}
