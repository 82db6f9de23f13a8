// The report of memory damage, ready to print: what was found, where, and by which thread.

import type { Damage } from '../executors/damage.ts';
import { Thread } from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { placeOf, threadName } from './deadlock.ts';

export function describeDamage(damage: Damage): string {
  const thread = H[CURRENT_THREAD] >> 2;
  const lines = [`gilscope: memory damage: ${damage.kind}`, `  ${damage.detail}`];
  if (damage.address !== 0) lines.push(`  object at 0x${(damage.address >>> 0).toString(16)}`);
  if (thread !== 0) {
    lines.push(`  found by ${safely(() => threadName(thread))}`);
    lines.push(`      at ${safely(() => placeOf(H[thread + Thread.FRAME]))}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The heap is damaged: describing it may stumble too. */
function safely(describe: () => string): string {
  try {
    return describe();
  } catch {
    return '(no longer readable)';
  }
}
