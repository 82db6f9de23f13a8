// Starts a machine on worker threads and waits for its end: the only thread of the host that never
// runs Python, so it can always read input, take signals and stop a run.
//
// Orders to workers are words in the heap (signals.ts), reports from workers are messages. Worker 0
// starts before the program is compiled: laying out the boot heap and compiling take about the same
// time and there are usually two cores. The program follows through a port that worker 0 reads
// without an event loop.
//
// Every report is shown to the observer first. It may object, since it knows which reports can follow
// which; an objection is a bug of ours and ends the run.

import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { MachineSettings, Program, ThreadStats, WorkerReport } from '../../engine/protocol.ts';
import type { BootRecord, SwitchPoints } from '../../heap/bootRecord.ts';
import { Machine, Region } from '../../heap/layout.ts';
import { type InputDesk, type InputSource, openInputDesk } from './inputDesk.ts';
import { interruptMachine, sliceTime } from './signals.ts';

export interface RunOptions {
  readonly executor: string;
  readonly switchPoints: SwitchPoints;
  readonly stats: boolean;
  /** Undefined: real threads. Otherwise one loop steps all threads, with this seed. */
  readonly seed: number | undefined;
  readonly heapBytes: number;
  readonly settings: MachineSettings;
  /** Sees every event before it is acted on; the answer is an objection. */
  readonly observer: (event: RunEvent) => string | undefined;
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

/** The whole workerData; worker.ts makes a WorkerStart of it. */
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

const SLICE_MS = 10;
/** Deep recursion of natives (a sort key that sorts) needs room; only what is used is committed. */
const WORKER_LIMITS = { stackSizeMb: 64, maxOldGenerationSizeMb: 1024 };

/** Starts worker 0 and returns at once. Throws RangeError if the buffer cannot be reserved. */
export function startRun(options: RunOptions): Run {
  const buffer = new SharedArrayBuffer(options.heapBytes);
  const words = new Int32Array(buffer);
  const programSent = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  port1.unref();
  const desk = openInputDesk(options.input);
  const workers: Worker[] = [];
  const workersMax = Math.min(options.settings.workersMax, Region.WORKER_MAX);
  let slicer: NodeJS.Timeout | undefined;
  let settle: (outcome: RunOutcome) => void = () => {};
  let ended = false;
  const outcome = new Promise<RunOutcome>((resolve) => {
    settle = resolve;
  });

  function end(result: RunOutcome): void {
    if (ended) return;
    ended = true;
    clearInterval(slicer);
    desk.close();
    settle(result);
  }

  function fail(message: string, trace = ''): void {
    end({ kind: 'bug', message, trace });
  }

  /** Shows an event to the observer; false if that ended the run. */
  function observed(event: RunEvent): boolean {
    if (ended) return false;
    const objection = options.observer(event);
    if (objection !== undefined) fail(objection);
    return objection === undefined;
  }

  function startWorker(): void {
    const index = workers.length;
    const lines: WorkerLines = {
      programPort: index === 0 ? port2 : undefined,
      programSent,
      input: desk.shared,
      inputIsFile: options.input.kind === 'file',
    };
    const boot: BootRecord = {
      buffer,
      workerIndex: index,
      executor: options.executor,
      switchPoints: options.switchPoints,
      stats: options.stats,
      simulated: options.seed !== undefined,
      seed: options.seed ?? 0,
    };
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: { boot, settings: options.settings, lines } satisfies WorkerData,
      transferList: index === 0 ? [port2] : [],
      resourceLimits: WORKER_LIMITS,
      execArgv: [],
    });
    workers.push(worker);
    worker.on('message', (message: WorkerReport | { readonly type: 'input' }) => {
      if (message.type === 'input') desk.serve();
      else if (observed({ type: 'report', report: message })) receive(message);
    });
    worker.on('error', (error) => fail(`worker ${index}: ${oneLine(error)}`, stackOf(error)));
    worker.on('exit', (code) => fail(`worker ${index} ended by itself (code ${code})`));
    observed({ type: 'workerStarted', worker: index });
  }

  function receive(report: WorkerReport): void {
    switch (report.type) {
      case 'ready':
      case 'thread':
        return;
      case 'wantWorker':
        if (workers.length < workersMax) startWorker();
        else slicer ??= setInterval(sliceTime, SLICE_MS, words);
        return;
      case 'finished':
        return end({ kind: 'finished', exitCode: report.exitCode, stats: report.stats });
      case 'damage':
        return end({ kind: 'damage', report: report.report, stats: report.stats });
      case 'deadlock':
        return end({ kind: 'deadlock', report: report.report });
      case 'bug': {
        const [first = '', ...more] = report.message.split('\n');
        return fail(`worker ${report.worker}: ${first}`, more.join('\n'));
      }
    }
  }

  startWorker();
  return {
    outcome,
    send(program) {
      if (!observed({ type: 'programSent' })) return;
      port1.postMessage(program);
      Atomics.store(programSent, 0, 1);
      Atomics.notify(programSent, 0);
    },
    interrupt() {
      const taken = Atomics.load(words, (Region.MACHINE >> 2) + Machine.INTERRUPTED) === 0;
      interruptMachine(words);
      desk.interrupt();
      return taken;
    },
    async close() {
      if (!ended) end({ kind: 'bug', message: 'closed before its end', trace: '' });
      await Promise.all(workers.map((worker) => worker.terminate()));
      options.observer({ type: 'stopped' });
    },
  };
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n', 1)[0] ?? '';
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
