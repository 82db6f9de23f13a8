// One thread's machine, fed with reports. Each worker has a port of its own and a thread wanders between
// workers, so "resumed" may arrive before the "blocked" that came first. A report that does not fit
// yet is held back until it does; one that can never fit is an objection.
//
// Reports say nothing of when a worker takes a thread up: that is filled in.

import { type Actor, createActor } from 'xstate';
import type { ThreadEvent } from '../engine/protocol.ts';
import { type ThreadMachineEvent, threadMachine } from './threadMachine.ts';

/** More reports out of order than two ports can bring: something else is wrong. */
const HELD_MAX = 64;

export class ThreadLife {
  readonly name: string;
  readonly #actor: Actor<typeof threadMachine>;
  readonly #seen = new Set<ThreadEvent['kind']>();
  #held: ThreadEvent[] = [];

  constructor(name: string) {
    this.name = name;
    this.#actor = createActor(threadMachine).start();
  }

  /** 'created', 'runnable', 'running', 'blocked' or 'finished'. */
  get state(): string {
    return this.#actor.getSnapshot().value as string;
  }

  /** What it waits for, or ''. */
  get on(): string {
    return this.#actor.getSnapshot().context.on;
  }

  /** Takes a report, now or when its time comes. The answer is an objection. */
  take(event: ThreadEvent): string | undefined {
    if ((event.kind === 'started' || event.kind === 'finished') && this.#seen.has(event.kind)) {
      return `thread ${event.thread} has ${event.kind} twice`;
    }
    this.#seen.add(event.kind);
    // A whole pause that another port brings after the end: it happened before, and is of no interest.
    if (this.state === 'finished') return undefined;
    this.#held.push(event);
    while (this.#takeOneHeld());
    if (this.#held.length <= HELD_MAX) return undefined;
    return `thread ${event.thread} is ${this.state}, and its reports do not fit`;
  }

  #takeOneHeld(): boolean {
    // The end comes last: while anything else is held, something is still missing before it.
    const place = this.#held.findIndex(
      (event) => (event.kind !== 'finished' || this.#held.length === 1) && this.#apply(event),
    );
    if (place < 0) return false;
    this.#held.splice(place, 1);
    return true;
  }

  #apply(event: ThreadEvent): boolean {
    const wanted = translate(event);
    const scheduled = { type: 'scheduled' } as const;
    if (this.#can(wanted)) {
      this.#actor.send(wanted);
      if (event.kind === 'started' || event.kind === 'resumed') this.#actor.send(scheduled);
      return true;
    }
    return false;
  }

  #can(event: ThreadMachineEvent): boolean {
    return this.#actor.getSnapshot().can(event);
  }
}

function translate(event: ThreadEvent): ThreadMachineEvent {
  return event.kind === 'blocked' ? { type: 'blocked', on: event.on } : { type: event.kind };
}
