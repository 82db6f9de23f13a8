// What a machine takes from the computer that it runs on, where nobody said otherwise.

import { availableParallelism } from 'node:os';
import { isatty } from 'node:tty';

/** Bytes that a heap reserves; only what a program touches is committed. */
export const HEAP_BYTES_DEFAULT = 2 ** 30;
/** Workers at least, whatever the computer has: threads that share a core still race. */
const WORKERS_DEFAULT_MIN = 8;
const WORKERS_DEFAULT_MAX = 64;

/** Workers that a machine may start. */
export function workersMaxDefault(): number {
  const many = Math.max(WORKERS_DEFAULT_MIN, 2 * availableParallelism());
  return Math.min(many, WORKERS_DEFAULT_MAX);
}

/** Whether standard input, output and error are terminals. */
export function terminals(): readonly [boolean, boolean, boolean] {
  return [isatty(0), isatty(1), isatty(2)];
}
