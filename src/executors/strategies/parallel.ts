// All threads run at the same time. Attaching only says so, for the reclamation of storage.

import { Thread } from '../../heap/layout.ts';
import { CURRENT_THREAD, H } from '../../heap/memory.ts';
import { atomicStore } from '../../sync/atomics.ts';
import type { ReclamationStrategy, SchedulingStrategy } from '../strategy.ts';

export function parallel(reclamation: ReclamationStrategy): SchedulingStrategy {
  return {
    name: 'all in parallel',
    exclusive: false,
    attach() {
      reclamation.quiesce();
    },
    detach() {
      atomicStore(H, (H[CURRENT_THREAD] >> 2) + Thread.QSBR_SEEN, 0);
    },
    yieldNow() {},
  };
}
