// Which containers are being printed just now, so that one that holds itself prints as `[...]`. A list
// of this isolate: a repr runs to its end on the worker where it started.

import type { Address } from '../heap/layout.ts';
import { recursionGuard } from './protocol.ts';

const printing: Address[] = [];

/** False if the object is being printed already; else `reprLeave` must follow on every path. */
export function reprEnter(object: Address): boolean {
  if (printing.includes(object)) return false;
  recursionGuard.enter(' while getting the repr of an object');
  printing.push(object);
  return true;
}

export function reprLeave(object: Address): void {
  printing.splice(printing.lastIndexOf(object), 1);
  recursionGuard.leave();
}
