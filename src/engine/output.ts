// Standard output: a buffer in the heap that all workers fill under one lock and empty with one write,
// so that what threads print comes out whole and in order. A terminal is flushed at every newline, a
// pipe or file when the buffer is full and at the end, as CPython does. Error output goes out at once.

import { allocateRaw } from '../executors/policy.ts';
import { Machine } from '../heap/layout.ts';
import { H, MACHINE, U8 } from '../heap/memory.ts';
import { raiseObject, raising } from '../objects/raise.ts';
import { park } from '../sync/atomics.ts';
import { lockMutex, unlockMutex } from '../sync/mutex.ts';
import type { HostWorker } from './hostWorker.ts';

const BUFFER_BYTES = 8192;
/** From so many bytes on the engine's copy beats a loop. */
const SHORT_BYTES = 128;
const LOCK = MACHINE + Machine.OUT_LOCK;

interface SystemError {
  readonly code?: string;
}

/** Writes all bytes, waiting where a pipe is full. Throws the host's error otherwise. */
function writeAll(host: HostWorker, fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += host.writeSync(fd, bytes.subarray(done));
    } catch (error) {
      if ((error as SystemError).code !== 'EAGAIN') throw error;
      // The reader is slow and the descriptor does not block: look again soon.
      park(H, MACHINE + Machine.WORDS - 1, 0, 2);
    }
  }
}

export interface Output {
  write(fd: 1 | 2, text: string): void;
  /** Of bytes that are text already: ASCII. */
  writeBytes(fd: 1 | 2, source: Uint8Array, from: number, length: number): void;
  flush(fd: 1 | 2): void;
}

export function openOutput(host: HostWorker, isTerminal: boolean): Output {
  const encoder = new TextEncoder();
  const buffer = (): number => {
    if (H[MACHINE + Machine.OUT_START] === 0)
      H[MACHINE + Machine.OUT_START] = allocateRaw(BUFFER_BYTES);
    return H[MACHINE + Machine.OUT_START];
  };
  const empty = (): void => {
    const length = H[MACHINE + Machine.OUT_LENGTH];
    if (length === 0) return;
    H[MACHINE + Machine.OUT_LENGTH] = 0;
    writeAll(host, 1, U8.slice(buffer(), buffer() + length));
  };
  const put = (bytes: Uint8Array): void => {
    if (bytes.length > BUFFER_BYTES - H[MACHINE + Machine.OUT_LENGTH]) empty();
    if (bytes.length > BUFFER_BYTES) {
      writeAll(host, 1, bytes);
      return;
    }
    U8.set(bytes, buffer() + H[MACHINE + Machine.OUT_LENGTH]);
    H[MACHINE + Machine.OUT_LENGTH] += bytes.length;
    if (isTerminal && bytes.includes(10)) empty();
  };
  /** Whether it has put short text behind what is waiting; false if there is more to do than that. */
  const putShort = (source: Uint8Array, from: number, length: number): boolean => {
    const start = H[MACHINE + Machine.OUT_START];
    if (isTerminal || length > SHORT_BYTES || start === 0) return false;
    const used = H[MACHINE + Machine.OUT_LENGTH];
    if (length > BUFFER_BYTES - used) return false;
    const to = start + used;
    for (let i = 0; i < length; i++) U8[to + i] = source[from + i] as number;
    H[MACHINE + Machine.OUT_LENGTH] = used + length;
    return true;
  };
  const guarded = (work: () => void): void => {
    lockMutex(H, LOCK);
    try {
      work();
    } catch (error) {
      brokenPipe(error);
    } finally {
      unlockMutex(H, LOCK);
    }
  };
  return {
    write(fd, text) {
      const bytes = encoder.encode(text);
      if (fd === 1) guarded(() => put(bytes));
      else guarded(() => writeAll(host, 2, bytes));
    },
    writeBytes(fd, source, from, length) {
      if (fd === 2) {
        guarded(() => writeAll(host, 2, source.slice(from, from + length)));
        return;
      }
      lockMutex(H, LOCK);
      const done = putShort(source, from, length);
      unlockMutex(H, LOCK);
      if (!done) guarded(() => put(source.slice(from, from + length)));
    },
    flush(fd) {
      if (fd === 1) guarded(empty);
    },
  };
}

function brokenPipe(error: unknown): never {
  if ((error as SystemError).code !== 'EPIPE') throw error;
  return raiseObject(raising.make('BrokenPipeError', '[Errno 32] Broken pipe'));
}
