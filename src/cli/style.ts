// Colours, decided once per stream: only on a terminal, and never with --no-color or NO_COLOR
// (https://no-color.org: set and not empty).

import { isatty } from 'node:tty';
import { Chalk, type ChalkInstance } from 'chalk';

/** Styles for fd 1 or 2; without colours they return their text as it is. */
export function styleFor(fd: 1 | 2, wanted: boolean): ChalkInstance {
  const refused = !wanted || (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';
  return new Chalk({ level: refused || !isatty(fd) ? 0 : 1 });
}

/** Columns of the terminal behind fd 1, for wrapping; 80 if there is none. */
export function terminalWidth(): number {
  return process.stdout.columns ?? 80;
}
