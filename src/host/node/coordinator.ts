// Starts a machine on worker threads and waits for its end: the only thread of the host that never
// runs Python, so it can always read input, take signals and stop a run.
//
// Orders to workers are words in the heap (signals.ts), reports from workers are messages. Worker 0
// starts before the program is compiled: both take about the same time and there are usually two cores.
// The program follows through a port that worker 0 reads without an event loop.
//
// Every report is shown to the observer first. It may object, since it knows which reports can follow
// which; an objection is a bug of ours and ends the run.

import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import type {
  MachineSettings,
  Program,
  ThreadStats,
  Tier2Event,
  WorkerReport,
} from '../../engine/protocol.ts';
import type { BootRecord, SwitchPoints, Tier } from '../../heap/bootRecord.ts';
import { Machine, Region } from '../../heap/layout.ts';
import { atomicLoad, atomicStore, compareExchange, unpark } from '../../sync/atomics.ts';
import { type InputDesk, type InputSource, openInputDesk } from './inputDesk.ts';
import { interruptMachine, sliceTime } from './signals.ts';
import { startThread } from './workerThread.ts';

export interface RunOptions {
  readonly executor: string;
  readonly switchPoints: SwitchPoints;
  readonly tier: Tier;
  readonly borrow: boolean;
  readonly stats: boolean;
  /** Undefined: real threads. Otherwise one loop steps all threads, with this seed. */
  readonly seed: number | undefined;
  readonly heapBytes: number;
  readonly settings: MachineSettings;
  /** Sees every event before it is acted on; the answer is an objection. */
  readonly observer: (event: RunEvent) => string | undefined;
  /** Gets what tier 2 reports, if `settings.tellsTier2`. */
  readonly tier2?: (worker: number, event: Tier2Event) => void;
  /** Where standard input comes from. */
  readonly input: InputSource;
}

/** What happens to a run, in order. */
export type RunEvent =
  | { readonly type: 'programSent' }
  | { readonly type: 'workerStarted'; readonly worker: number }
  | { readonly type: 'report'; readonly report: WorkerReport }
  | { readonly type: 'stopped' };

export type RunOutcome =
  | {
      readonly kind: 'finished';
      readonly exitCode: number;
      readonly stats: readonly ThreadStats[];
    }
  | { readonly kind: 'damage'; readonly report: string; readonly stats: readonly ThreadStats[] }
  | { readonly kind: 'deadlock'; readonly report: string }
  /** A bug of ours; `trace` is for GILSCOPE_DEBUG. */
  | { readonly kind: 'bug'; readonly message: string; readonly trace: string };

export interface Run {
  /** Gives worker 0 its program. Once. */
  send(program: Program): void;
  /** Ctrl-C: KeyboardInterrupt in the main thread. False if the last one was not taken yet. */
  interrupt(): boolean;
  /** Settled when the run has ended; the workers may still be there (see `close`). */
  readonly outcome: Promise<RunOutcome>;
  /** Ends all workers. */
  close(): Promise<void>;
}

/** The one message to a worker; worker.ts makes a WorkerStart of it. */
export interface WorkerData {
  readonly boot: BootRecord;
  readonly settings: MachineSettings;
  readonly lines: WorkerLines;
}

/** How to reach the coordinator without an event loop. */
export interface WorkerLines {
  /** Worker 0: the program arrives here ... */
  readonly programPort: MessagePort | undefined;
  /** ... and this word becomes 1 then. */
  readonly programSent: Int32Array;
  readonly input: InputDesk['shared'];
  /** A file on disk never blocks: workers read it themselves. */
  readonly inputIsFile: boolean;
}

const INTERRUPTED = (Region.MACHINE >> 2) + Machine.INTERRUPTED;
const WORKERS_WANTED = (Region.MACHINE >> 2) + Machine.WORKERS_WANTED;
const RUN_COUNT = (Region.MACHINE >> 2) + Machine.RUN_COUNT;
const IDLE_WORKERS = (Region.MACHINE >> 2) + Machine.IDLE_WORKERS;
const SLICE_MS = 10;
/** How long threads wait for a worker before one more is started: while cores are free, and when none is. */
const PATIENCE_MS = 2;
const PATIENCE_FULL_MS = 20;
const CORES = availableParallelism();

/**
 * Starts worker 0, on `thread` if there is one from `startThread`, and returns at once. Throws RangeError if
 * the buffer cannot be reserved.
 */
export function startRun(options: RunOptions, thread?: Worker): Run {
  const run = new MachineRun(options);
  run.startWorker(thread);
  return run;
}

class MachineRun implements Run {
  readonly outcome: Promise<RunOutcome>;
  readonly #options: RunOptions;
  readonly #buffer: SharedArrayBuffer;
  readonly #words: Int32Array;
  readonly #programSent = new Int32Array(new SharedArrayBuffer(4));
  readonly #programChannel = new MessageChannel();
  readonly #desk: InputDesk;
  readonly #workers: Worker[] = [];
  #slicer: NodeJS.Timeout | undefined;
  #settle: (outcome: RunOutcome) => void = () => {};
  #ended = false;
  #workersGone = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#buffer = new SharedArrayBuffer(options.heapBytes);
    this.#words = new Int32Array(this.#buffer);
    this.#desk = openInputDesk(options.input);
    this.outcome = new Promise<RunOutcome>((resolve) => {
      this.#settle = resolve;
    });
  }

  send(program: Program): void {
    if (!this.#observed({ type: 'programSent' })) return;
    this.#programChannel.port1.postMessage(program);
    atomicStore(this.#programSent, 0, 1);
    unpark(this.#programSent, 0, Number.POSITIVE_INFINITY);
  }

  interrupt(): boolean {
    const wasTaken = atomicLoad(this.#words, INTERRUPTED) === 0;
    interruptMachine(this.#words);
    this.#desk.interrupt();
    return wasTaken;
  }

  async close(): Promise<void> {
    this.#end({ kind: 'bug', message: 'closed before its end', trace: '' });
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
    this.#options.observer({ type: 'stopped' });
  }

  startWorker(worker: Worker = startThread()): void {
    const index = this.#workers.length;
    const { port2 } = this.#programChannel;
    worker.postMessage(this.#workerData(index, port2), index === 0 ? [port2] : []);
    this.#workers.push(worker);
    worker.on('message', (message: WorkerReport | { readonly type: 'input' }) => {
      if (message.type === 'input') this.#desk.serve();
      else if (message.type === 'tier2') this.#options.tier2?.(message.worker, message.event);
      else if (this.#observed({ type: 'report', report: message })) this.#receive(message);
    });
    worker.on('error', (error) => this.#fail(`worker ${index}: ${oneLine(error)}`, stackOf(error)));
    worker.on('exit', (code) => this.#workerLeft(index, code));
    this.#observed({ type: 'workerStarted', worker: index });
  }

  /**
   * A worker leaves in peace when the machine stops, and it may be gone before the report of the one
   * that stopped it has come: messages of different workers have no order. The last to leave has none to wait for.
   */
  #workerLeft(index: number, code: number): void {
    this.#workersGone += 1;
    if (code === 0 && this.#workersGone < this.#workers.length) return;
    this.#fail(`worker ${index} ended by itself (code ${code})`);
  }

  #workerData(index: number, port: MessagePort): WorkerData {
    const { executor, switchPoints, tier, borrow, stats, seed, settings, input } = this.#options;
    return {
      boot: {
        buffer: this.#buffer,
        workerIndex: index,
        // Worker 0 may find an image (worker.ts).
        laidOut: index !== 0,
        executor,
        switchPoints,
        tier,
        borrow,
        stats,
        simulated: seed !== undefined,
        seed: seed ?? 0,
      },
      settings,
      lines: {
        programPort: index === 0 ? port : undefined,
        programSent: this.#programSent,
        input: this.#desk.shared,
        inputIsFile: input.kind === 'file',
      },
    };
  }

  #receive(report: WorkerReport): void {
    switch (report.type) {
      case 'ready':
      case 'thread':
      case 'tier2':
        break;
      case 'wantWorker':
        this.#helpThreadsWaiting();
        break;
      case 'finished':
        this.#end({ kind: 'finished', exitCode: report.exitCode, stats: report.stats });
        break;
      case 'damage':
        this.#end({ kind: 'damage', report: report.report, stats: report.stats });
        break;
      case 'deadlock':
        this.#end({ kind: 'deadlock', report: report.report });
        break;
      case 'bug': {
        const [first = '', ...more] = report.message.split('\n');
        this.#fail(`worker ${report.worker}: ${first}`, more.join('\n'));
      }
    }
  }

  /**
   * One more worker, or else turns for all. A new worker is cold, and slow for a while: beyond the second one
   * it is started for a crowd that lasts, not for a thread that starts others and then waits for them.
   */
  #helpThreadsWaiting(): void {
    const count = this.#workers.length;
    const max = Math.min(this.#options.settings.workersMax, Region.WORKER_MAX);
    if (count >= max) this.#slicer ??= setInterval(sliceTime, SLICE_MS, this.#words);
    else if (count < 2) this.startWorker();
    else setTimeout(() => this.#helpIfCrowded(), count < CORES ? PATIENCE_MS : PATIENCE_FULL_MS);
  }

  #helpIfCrowded(): void {
    if (this.#ended) return;
    // Allows the next request before it looks, so that none is lost.
    atomicStore(this.#words, WORKERS_WANTED, 0);
    const crowd = atomicLoad(this.#words, RUN_COUNT) - atomicLoad(this.#words, IDLE_WORKERS);
    if (crowd > 0 && compareExchange(this.#words, WORKERS_WANTED, 0, 1) === 0) this.startWorker();
  }

  /** Shows an event to the observer; false if the run is over, by its objection or before. */
  #observed(event: RunEvent): boolean {
    if (this.#ended) return false;
    const objection = this.#options.observer(event);
    if (objection !== undefined) this.#fail(objection);
    return objection === undefined;
  }

  #fail(message: string, trace = ''): void {
    this.#end({ kind: 'bug', message, trace });
  }

  #end(outcome: RunOutcome): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#slicer);
    this.#desk.close();
    this.#settle(outcome);
  }
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n', 1)[0] ?? '';
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
