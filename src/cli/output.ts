// Writing to standard output and error from the main thread: at once, completely, and without ever
// showing JavaScript's own words when the reader has gone away (`| head -1`).

import { writeSync } from 'node:fs';
import { park } from '../sync/atomics.ts';

/** Exit code when the reader of our output has gone: what a shell shows for SIGPIPE. */
const READER_GONE = 141;

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Writes the text to fd 1. Ends the process if nobody reads it any more. */
export function writeOut(text: string): void {
  if (!write(1, text)) process.exit(READER_GONE);
}

/** Writes the text to fd 2. What nobody reads there is dropped. */
export function writeError(text: string): void {
  write(2, text);
}

/** One line of ours on fd 2. */
export function complain(line: string): void {
  writeError(`gilscope: ${line}\n`);
}

function write(fd: 1 | 2, text: string): boolean {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(fd, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'EBADF') return false;
      if (code !== 'EAGAIN') throw error;
      park(pause, 0, 0, 2);
    }
  }
  return true;
}
