// Holds what the coordinator and the workers report against the statecharts. The answer to each event is
// undefined or an objection, in words: then the run is ended as a bug of ours.
//
// Supervision is never on the hot path: a thread that neither starts, ends nor blocks reports nothing.

import { type Actor, createActor } from 'xstate';
import type { ThreadEvent, WorkerReport } from '../engine/protocol.ts';
import type { RunEvent } from '../host/node/coordinator.ts';
import { type Ending, type RunMachineEvent, runMachine } from './runMachine.ts';
import { ThreadLife } from './threadLife.ts';

export class Supervision {
  readonly #run: Actor<typeof runMachine>;
  readonly #threads = new Map<number, ThreadLife>();

  constructor() {
    this.#run = createActor(runMachine).start();
  }

  /** The run's state by its name in runMachine.ts. */
  get state(): string {
    return this.#run.getSnapshot().value as string;
  }

  get ending(): Ending {
    return this.#run.getSnapshot().context.ending;
  }

  get threads(): ReadonlyMap<number, ThreadLife> {
    return this.#threads;
  }

  /** What the coordinator says. */
  observe(event: RunEvent): string | undefined {
    switch (event.type) {
      case 'programSent':
        return this.step({ type: 'compiled' });
      case 'workerStarted':
        return this.step({ type: 'workerStarted' });
      case 'stopped':
        return this.step({ type: 'stopped' });
      case 'report':
        return this.#report(event.report);
    }
  }

  /** A step of the run itself. */
  step(event: RunMachineEvent): string | undefined {
    const snapshot = this.#run.getSnapshot();
    if (!snapshot.can(event)) return `a run that is ${this.state} cannot take "${event.type}"`;
    this.#run.send(event);
    return undefined;
  }

  #report(report: WorkerReport): string | undefined {
    switch (report.type) {
      case 'ready':
        return this.step({ type: 'ready', worker: report.worker });
      case 'bug':
        return this.step({ type: 'fail' });
      case 'thread':
        return this.step({ type: 'thread' }) ?? this.#thread(report.event);
      case 'tier2':
        return undefined; // it says nothing about the run's state
      default:
        return this.step({ type: report.type });
    }
  }

  #thread(event: ThreadEvent): string | undefined {
    let life = this.#threads.get(event.thread);
    if (life === undefined) {
      life = new ThreadLife(event.kind === 'started' ? event.name : '');
      this.#threads.set(event.thread, life);
    }
    return life.take(event);
  }
}

/** Supervision of a run whose source has been read: what the command line needs. */
export function supervise(): Supervision {
  const supervision = new Supervision();
  supervision.step({ type: 'sourceRead' });
  return supervision;
}
