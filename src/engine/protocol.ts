// What the host's main thread (the coordinator) and the workers say to each other. Orders to workers go
// through words of the heap, because a worker that runs Python never returns to its event loop; reports
// from workers are messages. The coordinator runs no Python.

import type { BootRecord } from '../heap/bootRecord.ts';
import type { Tier2Event } from '../tier2/counters.ts';

export type { Tier2Event };

/** What a worker gets when it is started (workerData). */
export interface WorkerStart {
  readonly boot: BootRecord;
  /** Only worker 0 loads the program. */
  readonly program: Program | undefined;
  readonly settings: MachineSettings;
}

export interface Program {
  /** `__main__` as text for bytecode/serialize.ts, compiled by the coordinator while worker 0 boots. */
  readonly code: string;
  /** sys.argv */
  readonly argv: readonly string[];
  /** sys.path[0] and further folders. */
  readonly path: readonly string[];
  /** `__file__`, if the program is a file. */
  readonly file: string | undefined;
  /** -i or the REPL: read, run and print statements after the program (if any). */
  readonly interactive: boolean;
}

export interface MachineSettings {
  /** Workers that may exist; more threads than these take turns. */
  readonly workersMax: number;
  readonly executable: string;
  /** Whether fd 0, 1, 2 are terminals. */
  readonly ttys: readonly [boolean, boolean, boolean];
  /** Folder with compiler.cjs and stdlib.json. */
  readonly distribution: string;
  /** Where the program's standard output goes; 1 if absent. */
  readonly outputTo?: 1 | 2;
  /** Tier 2 reports what it does, with the sources that it writes. */
  readonly tellsTier2?: boolean;
}

/** Counters of one Python thread, by the names of `Stat` in heap/layout.ts. */
export interface ThreadStats {
  readonly thread: number;
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
}

export type ThreadEvent =
  | { readonly kind: 'started'; readonly thread: number; readonly name: string }
  | { readonly kind: 'finished'; readonly thread: number }
  | { readonly kind: 'blocked'; readonly thread: number; readonly on: string }
  | { readonly kind: 'resumed'; readonly thread: number };

export type WorkerReport =
  /** Worker 0: the boot heap is there, the program begins. Others: waiting for threads. */
  | { readonly type: 'ready'; readonly worker: number }
  /** There are more runnable threads than workers: the coordinator starts one if it may. */
  | { readonly type: 'wantWorker' }
  /** The program has ended; its output is flushed. Sent once, by whichever worker ran the main thread. */
  | { readonly type: 'finished'; readonly exitCode: number; readonly stats: readonly ThreadStats[] }
  /** Memory damage; the text is ready to print. The run must be ended. */
  | { readonly type: 'damage'; readonly report: string; readonly stats: readonly ThreadStats[] }
  /** All threads wait for each other for ever; the text is ready to print. */
  | { readonly type: 'deadlock'; readonly report: string }
  /** A bug of ours. */
  | { readonly type: 'bug'; readonly worker: number; readonly message: string }
  | { readonly type: 'thread'; readonly event: ThreadEvent }
  /** Only if it was asked for. It says nothing about the run's state and may come at any time. */
  | { readonly type: 'tier2'; readonly worker: number; readonly event: Tier2Event };

/** Exit codes beside the program's own. */
export const enum ExitCode {
  USAGE = 2,
  DAMAGE = 70,
  DEADLOCK = 71,
  INTERNAL = 72,
  INTERRUPTED = 130,
}
