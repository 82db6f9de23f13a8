// Replaced storage is freed at once: right where readers exclude writers, or where nothing is.

import type { AllocationStrategy, ReclamationStrategy } from '../strategy.ts';

export function atOnce(allocation: AllocationStrategy): ReclamationStrategy {
  return { name: 'at once', retire: allocation.freeRaw, quiesce() {} };
}
