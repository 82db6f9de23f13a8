// Standard input for workers. They do not read it themselves: a worker that hangs in a read can not be
// interrupted by Ctrl-C, and line editing with history needs an event loop. A worker asks by message,
// waits on a shared word and finds the bytes in a shared buffer; the coordinator fetches them.
//
// States of the word: IDLE -> ASKED (by a worker) -> READY, END or INTERRUPTED (by the desk) -> IDLE
// (by that worker). One worker asks at a time: the others wait for IDLE. An interrupted request
// leaves its read going; what that brings is kept for the next request.

import { read } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { atomicLoad, atomicStore, compareExchange, unpark } from '../../sync/atomics.ts';

export const enum Desk {
  STATE = 0,
  /** Bytes that the worker takes at most when it ASKED; bytes in the buffer once READY. */
  LENGTH = 1,
  /** Bytes of the prompt that the worker put into the buffer when it ASKED. */
  PROMPT = 2,
  WORDS = 3,
}

export const enum DeskState {
  IDLE = 0,
  ASKED = 1,
  READY = 2,
  END = 3,
  INTERRUPTED = 4,
  /** A worker is filling in its request. */
  TAKEN = 5,
}

const BUFFER_BYTES = 1 << 16;

export interface InputSource {
  /** A terminal with line editing and history; a file on disk; anything else. */
  readonly kind: 'editor' | 'file' | 'plain';
}

export interface InputDesk {
  readonly shared: { readonly words: Int32Array; readonly bytes: Uint8Array };
  /** A worker has asked. */
  serve(): void;
  /** Ctrl-C: whoever waits gets INTERRUPTED. */
  interrupt(): void;
  close(): void;
}

export function openInputDesk(source: InputSource): InputDesk {
  const words = new Int32Array(new SharedArrayBuffer(Desk.WORDS * 4));
  const bytes = new Uint8Array(new SharedArrayBuffer(BUFFER_BYTES));
  /** Read but not asked for yet; an empty one is the end of the input. */
  const kept: Buffer[] = [];
  let reading = false;

  function answer(state: DeskState): void {
    atomicStore(words, Desk.STATE, state);
    unpark(words, Desk.STATE, Number.POSITIVE_INFINITY);
  }

  function deliver(): void {
    const chunk = kept[0];
    if (chunk === undefined || atomicLoad(words, Desk.STATE) !== DeskState.ASKED) return;
    kept.shift();
    const part = chunk.subarray(0, Math.min(BUFFER_BYTES, atomicLoad(words, Desk.LENGTH)));
    if (part.length < chunk.length) kept.unshift(chunk.subarray(part.length));
    bytes.set(part);
    atomicStore(words, Desk.LENGTH, part.length);
    answer(part.length === 0 ? DeskState.END : DeskState.READY);
  }

  function take(chunk: Buffer): void {
    reading = false;
    kept.push(chunk);
    deliver();
  }

  const reader = source.kind === 'editor' ? editedLines(take) : plainReads(take);
  return {
    shared: { words, bytes },
    serve() {
      deliver();
      if (reading || atomicLoad(words, Desk.STATE) !== DeskState.ASKED) return;
      reading = true;
      reader.next(Buffer.from(bytes.slice(0, words[Desk.PROMPT])).toString('utf8'));
    },
    interrupt() {
      if (reader.abandon()) reading = false;
      const asked = DeskState.ASKED;
      compareExchange(words, Desk.STATE, asked, DeskState.INTERRUPTED);
      unpark(words, Desk.STATE, Number.POSITIVE_INFINITY);
    },
    close: () => reader.close(),
  };
}

interface Reader {
  next(prompt: string): void;
  /** Drops what is being typed; true if no read goes on. */
  abandon(): boolean;
  close(): void;
}

function plainReads(take: (chunk: Buffer) => void): Reader {
  const chunk = Buffer.alloc(BUFFER_BYTES);
  const next = (): void => {
    read(0, chunk, 0, chunk.length, null, (error, length) => {
      if (error?.code === 'EAGAIN') setTimeout(next, 5);
      // A closed or unreadable standard input is an empty one, as a closed pipe is.
      else take(Buffer.from(chunk.subarray(0, error === null ? length : 0)));
    });
  };
  return { next, abandon: () => false, close: () => {} };
}

function editedLines(take: (chunk: Buffer) => void): Reader {
  let lines: Interface | undefined;
  const open = (): Interface => {
    const { stdin: input, stdout: output } = process;
    const opened = createInterface({ input, output, terminal: true, historySize: 1000 });
    opened.on('line', (line) => {
      opened.pause();
      take(Buffer.from(`${line}\n`));
    });
    opened.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    // Ctrl-D ends the input once; a program may read on from a terminal, as from python3.
    opened.on('close', () => {
      lines = undefined;
      take(Buffer.alloc(0));
    });
    return opened;
  };
  return {
    next(prompt) {
      lines ??= open();
      lines.setPrompt(prompt);
      lines.prompt();
    },
    abandon() {
      if (lines === undefined) return true;
      // Leaves the line on the screen and forgets it.
      lines.write(null, { ctrl: true, name: 'e' });
      lines.write(null, { ctrl: true, name: 'u' });
      lines.pause();
      return true;
    },
    close() {
      lines?.removeAllListeners('close');
      lines?.close();
    },
  };
}
