// A worker of the machine: everything above the heap put together. The host imports this bundle after it
// has set the boot record, then calls `serve`, which returns only when the machine stops.

import '../objects/dealloc.ts';
import '../objects/noneTypes.ts';
import '../objects/intType.ts';
import '../objects/boolType.ts';
import '../objects/floatType.ts';
import '../objects/strType.ts';
import '../objects/bytesType.ts';
import '../objects/bytearrayType.ts';
import '../objects/tupleType.ts';
import '../objects/listType.ts';
import '../objects/dictType.ts';
import '../objects/setType.ts';
import '../objects/range.ts';
import '../objects/slice.ts';
import '../objects/iterators.ts';
import '../objects/iteratorTypes.ts';
import '../objects/dequeType.ts';
import '../objects/exceptionTypes.ts';
import '../runtime/typeType.ts';
import '../runtime/functions.ts';
import '../runtime/methods.ts';
import '../runtime/cells.ts';
import '../runtime/cells.ts';
import '../runtime/descriptors.ts';
import '../runtime/properties.ts';
import '../runtime/superType.ts';
import '../runtime/codeType.ts';
import '../runtime/generatorType.ts';
import '../runtime/moduleType.ts';
import '../stdlib/native/all.ts';
import '../tier2/enter.ts';
import '../tier2/nativeSteps.ts';
import { boot } from '../heap/boot.ts';
import { Damage } from '../heap/damage.ts';
import { Machine, Thread, ThreadStatus } from '../heap/layout.ts';
import { CURRENT_OWNER, CURRENT_THREAD, H, LAYS_HEAP, MACHINE } from '../heap/memory.ts';
import { bootModule, bootRuntime } from '../runtime/boot.ts';
import { host as port } from '../runtime/hostPort.ts';
import { Killed } from '../runtime/steps/safepoint.ts';
import { newThread } from '../runtime/threads.ts';
import { crowded, deadlockFound, enqueue } from '../runtime/waiting.ts';
import { atomicExchange, park } from '../sync/atomics.ts';
import { reporting } from '../tier2/counters.ts';
import { connectHost, connectProgram } from './connectHost.ts';
import { describeDamage } from './damageReport.ts';
import { describeDeadlock } from './deadlock.ts';
import type { HostWorker } from './hostWorker.ts';
import { enterProgram, flushAtExit } from './mainThread.ts';
import type { WorkerStart } from './protocol.ts';
import { serveThreads } from './scheduler.ts';
import { simulate } from './simulator.ts';
import { collectStats } from './stats.ts';

/** Runs this worker for as long as the machine lives. */
export function serve(start: WorkerStart, host: HostWorker): void {
  try {
    connectHost(host, start.settings);
    bootWorker(start);
    if (start.settings.tellsTier2) {
      reporting.report = (event) => host.report({ type: 'tier2', worker: boot.workerIndex, event });
    }
    host.report({ type: 'ready', worker: boot.workerIndex });
    deadlockFound.report = () => reportDeadlock(host);
    crowded.report = () => host.report({ type: 'wantWorker' });
    const events = {
      programEnded: () =>
        host.report({ type: 'finished', exitCode: flushAtExit(), stats: collectStats() }),
    };
    if (boot.simulated) simulate(events);
    else serveThreads(events);
  } catch (error) {
    fail(error, host);
  }
}

/** Lays out the boot heap as `serve` does, and nothing more: for whoever takes an image of it. */
export function layBootHeap(): void {
  bootMain();
  bootRuntime();
}

function bootWorker(start: WorkerStart): void {
  if (LAYS_HEAP) layBootHeap();
  else bootRuntime();
  if (boot.workerIndex !== 0) return;
  const thread = H[MACHINE + Machine.MAIN_THREAD] >> 2;
  // Read last: the coordinator compiles the program meanwhile.
  const { program } = start;
  connectProgram(program);
  bootModule('sys');
  // What was counted so far was the boot's.
  H.fill(0, thread + Thread.STATS, thread + Thread.WORDS);
  if (program !== undefined) enterProgram(thread, program);
  H[MACHINE + Machine.READY] = 1;
  H[CURRENT_THREAD] = 0;
  enqueue(thread);
}

/** The main thread's state exists before the boot heap: errors and frames need one. */
function bootMain(): void {
  const state = newThread();
  H[MACHINE + Machine.MAIN_THREAD] = state;
  H[(state >> 2) + Thread.IS_MAIN] = 1;
  H[(state >> 2) + Thread.STATUS] = ThreadStatus.RUNNING;
  H[MACHINE + Machine.LIVE_THREADS] = 1;
  H[MACHINE + Machine.ACTIVE_COUNT] = 1;
  H[MACHINE + Machine.WORKERS_WANTED] = 1; // this worker itself, until it serves
  H[CURRENT_THREAD] = state;
  H[CURRENT_OWNER] = H[(state >> 2) + Thread.SLOT] << 16;
}

function reportDeadlock(host: HostWorker): void {
  if (atomicExchange(H, MACHINE + Machine.STOPPING, 1) !== 0) return;
  flushAtExit();
  host.report({ type: 'deadlock', report: describeDeadlock() });
}

/** The first damage found is reported; what follows from it is not. */
function reportDamage(found: Damage, host: HostWorker): void {
  if (atomicExchange(H, MACHINE + Machine.DAMAGE, 1) !== 0) return;
  try {
    port.flush(1);
  } catch {
    // Output is the least of the troubles of a damaged heap; the report says what was found.
  }
  host.report({ type: 'damage', report: describeDamage(found), stats: collectStats() });
}

const oneLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0];

/** Something ended this worker: damage, the end of the run, or a bug of ours. */
function fail(error: unknown, host: HostWorker): void {
  if (error instanceof Killed) return;
  if (error instanceof Damage) {
    reportDamage(error, host);
  } else if (boot.executor === 'unsafe' && H[MACHINE + Machine.PARALLEL] !== 0) {
    // Objects whose words no longer fit together make our own code stumble: that is damage too.
    const seen = `words that fit no object stopped the interpreter (${oneLine(error)})`;
    reportDamage(new Damage('corrupted object', 0, seen), host);
  } else {
    const message =
      error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    host.report({ type: 'bug', worker: boot.workerIndex, message });
  }
  H[MACHINE + Machine.STOPPING] = 1;
  park(H, MACHINE + Machine.WORDS - 1, 0, 10);
}
