// The executors, each a composition of strategies: one line per question (architecture.md section 3).
// The cards that document them stand in `cards.ts`, which knows no strategy, so that a command line
// can show them without a machine.

import { atOnce } from './strategies/atOnce.ts';
import { atomicCounts } from './strategies/atomicCounts.ts';
import { biasedCounts } from './strategies/biasedCounts.ts';
import { counted } from './strategies/counting.ts';
import { criticalSections } from './strategies/criticalSections.ts';
import { freeAccess } from './strategies/freeAccess.ts';
import { gil } from './strategies/gil.ts';
import { lockedBlocks } from './strategies/lockedBlocks.ts';
import { machineBlocks } from './strategies/machineBlocks.ts';
import { objectLocks } from './strategies/objectLocks.ts';
import { parallel } from './strategies/parallel.ts';
import { plainCounts } from './strategies/plainCounts.ts';
import { qsbr } from './strategies/qsbr.ts';
import { quarantinedBlocks } from './strategies/quarantine.ts';
import { uncheckedCounts } from './strategies/uncheckedCounts.ts';
import { workerBlocks } from './strategies/workerBlocks.ts';
import type { Executor } from './strategy.ts';

const EXECUTORS: Readonly<Record<string, () => Executor>> = {
  gil: () => ({
    name: 'gil',
    counts: plainCounts,
    access: freeAccess(plainCounts),
    allocation: machineBlocks,
    reclamation: atOnce(machineBlocks),
    scheduling: gil,
  }),
  gilectomy: () => ({
    name: 'gilectomy',
    counts: atomicCounts,
    access: objectLocks,
    allocation: lockedBlocks,
    reclamation: atOnce(lockedBlocks),
    scheduling: parallel(atOnce(lockedBlocks)),
  }),
  nogil: () => ({
    name: 'nogil',
    counts: biasedCounts,
    access: criticalSections,
    allocation: workerBlocks,
    reclamation: qsbr,
    scheduling: parallel(qsbr),
  }),
  unsafe: () => ({
    name: 'unsafe',
    counts: uncheckedCounts,
    access: freeAccess(uncheckedCounts),
    allocation: quarantinedBlocks,
    reclamation: atOnce(quarantinedBlocks),
    scheduling: parallel(atOnce(quarantinedBlocks)),
  }),
};

/** The executor of that name; it must be one of the cards' names. */
export function compose(name: string): Executor {
  const make = EXECUTORS[name];
  if (make === undefined) throw new Error(`bug: no executor ${name}`);
  return counted(make());
}
