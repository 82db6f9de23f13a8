// The report of memory damage, ready to print: what was found in which object, who counted it last, on
// which lines, and which thread stumbled over it.

import {
  type CountEvent,
  describeHistory,
  historyHooks,
} from '../executors/strategies/countHistory.ts';
import { FORMER_TYPE } from '../executors/strategies/quarantine.ts';
import { T } from '../heap/builtinTypes.ts';
import type { Damage } from '../heap/damage.ts';
import { type Address, CodeLayout, FunctionLayout, Header, Thread } from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { nameOfType } from '../objects/protocol.ts';
import { toJs } from '../objects/str.ts';
import { placeAt, placeOf, programPlace, threadName } from './deadlock.ts';

/** Longest text shown of a string. */
const TEXT_MAX = 40;

historyHooks.describeObject = describeObject;
historyHooks.describeEvent = describeEvent;

export function describeDamage(damage: Damage): string {
  const thread = H[CURRENT_THREAD] >> 2;
  const lines = [`gilscope: memory damage: ${damage.kind}`, `  ${damage.detail}`];
  if (damage.address !== 0) {
    const history = safely(() => describeHistory(damage.address).join('\n'));
    lines.push(
      ...history
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `  ${line}`),
    );
  }
  if (thread !== 0) {
    const fp = H[thread + Thread.FRAME];
    const place = safely(() => placeOf(fp));
    const asked = safely(() => programPlace(fp));
    lines.push(`  found by ${safely(() => threadName(thread))}`, `      at ${place}`);
    if (asked !== place) lines.push(`      called at ${asked}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Type and address of an object, freed or not, and what it says where that is safe to read. */
function describeObject(address: Address): string {
  return safely(
    () => {
      const freed = H[(address >> 2) + Header.TYPE] === T.FREED;
      const type = H[(address >> 2) + (freed ? FORMER_TYPE : Header.TYPE)];
      const name = nameOfType(type) || 'unknown';
      const at = `at 0x${(address >>> 0).toString(16)}`;
      if (freed) return `a freed ${name} object ${at}`;
      const text = textOf(address, type);
      return `the ${name} object ${at}${text === '' ? '' : ` (${text})`}`;
    },
    `the object at 0x${(address >>> 0).toString(16)}`,
  );
}

/** Only kinds that can be read without running anything. */
function textOf(address: Address, type: Address): string {
  const q = address >> 2;
  if (type === T.FUNCTION) return toJs(H[q + FunctionLayout.QUALNAME]);
  if (type === T.CODE) return toJs(H[q + CodeLayout.QUALNAME]);
  if (type !== T.STR) return '';
  const text = toJs(address);
  return JSON.stringify(text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}...` : text);
}

function describeEvent(event: CountEvent): string {
  const who = safely(() => threadName(event.thread));
  const where =
    event.code === 0 ? '' : ` at ${safely(() => placeAt(event.code, event.instruction))}`;
  return `${event.count} by ${who}${where}`;
}

/** The heap is damaged: describing it may stumble too. */
function safely(describe: () => string, otherwise = '(no longer readable)'): string {
  try {
    return describe();
  } catch {
    return otherwise;
  }
}
