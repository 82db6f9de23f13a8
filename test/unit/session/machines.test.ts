/**
 * Tests made from the statecharts: every state is walked to along the shortest path that the chart
 * itself gives, with the reports that a coordinator and its workers would send, and the supervision
 * must follow; every event that the chart does not take there must be objected to, and change nothing.
 */

import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import type { ThreadEvent, WorkerReport } from '../../../src/engine/protocol.ts';
import { type RunMachineEvent, runMachine } from '../../../src/session/runMachine.ts';
import { Supervision } from '../../../src/session/supervision.ts';
import { ThreadLife } from '../../../src/session/threadLife.ts';
import { type ThreadMachineEvent, threadMachine } from '../../../src/session/threadMachine.ts';

const RUN_EVENTS: readonly RunMachineEvent[] = [
  { type: 'sourceRead' },
  { type: 'compiled' },
  { type: 'refused' },
  { type: 'workerStarted' },
  { type: 'ready', worker: 0 },
  { type: 'ready', worker: 1 },
  { type: 'wantWorker' },
  { type: 'thread' },
  { type: 'finished' },
  { type: 'damage' },
  { type: 'deadlock' },
  { type: 'stopped' },
  { type: 'reported' },
  { type: 'fail' },
];

const runPaths = getShortestPaths(runMachine, {
  events: [...RUN_EVENTS],
  // Counters grow without end; two workers show all that they can show.
  stopWhen: ({ context }) => context.workersStarted > 2,
  serializeState: ({ value, context }) =>
    `${String(value)} ${context.workersStarted} ${context.workersReady} ${context.ending}`,
});

describe('a run', () => {
  it('has paths to all its states', () => {
    const reached = new Set(runPaths.map(({ state }) => state.value));
    expect([...reached].sort()).toEqual(Object.keys(runMachine.states).sort());
  });

  for (const path of runPaths) {
    const words = path.steps.slice(1).map(({ event }) => nameOf(event as RunMachineEvent));
    it(`is ${String(path.state.value)} after ${words.join(', ') || 'nothing'}`, () => {
      const walk = (): Supervision => {
        const supervision = new Supervision();
        for (const { event } of path.steps.slice(1)) {
          expect(send(supervision, event as RunMachineEvent)).toBeUndefined();
        }
        return supervision;
      };
      expect(walk().state).toBe(path.state.value);
      for (const event of RUN_EVENTS) {
        const supervision = walk();
        const objection = send(supervision, event);
        expect(objection === undefined, nameOf(event)).toBe(path.state.can(event));
        if (objection !== undefined) {
          expect(supervision.state).toBe(path.state.value);
          expect(objection).toContain(String(path.state.value));
        }
      }
    });
  }
});

/** As the coordinator would say it, where it is the coordinator who says it. */
function send(supervision: Supervision, event: RunMachineEvent): string | undefined {
  switch (event.type) {
    case 'compiled':
      return supervision.observe({ type: 'programSent' });
    case 'workerStarted':
      return supervision.observe({ type: 'workerStarted', worker: 0 });
    case 'stopped':
      return supervision.observe({ type: 'stopped' });
    case 'ready':
    case 'wantWorker':
    case 'finished':
    case 'damage':
    case 'deadlock': {
      const filler = { exitCode: 0, stats: [], report: '' };
      const report = { ...filler, ...event } as WorkerReport;
      return supervision.observe({ type: 'report', report });
    }
    default:
      return supervision.step(event);
  }
}

function nameOf(event: RunMachineEvent): string {
  return event.type === 'ready' ? `ready ${event.worker}` : event.type;
}

const THREAD_EVENTS: readonly ThreadMachineEvent[] = [
  { type: 'started' },
  { type: 'scheduled' },
  { type: 'preempted' },
  { type: 'blocked', on: 'a lock' },
  { type: 'resumed' },
  { type: 'finished' },
];

const threadPaths = getShortestPaths(threadMachine, {
  events: [...THREAD_EVENTS],
  stopWhen: ({ context }) => context.blockedTimes > 2,
});

/** What a worker reports on the way along a path; scheduling is not reported. */
function reportsOf(path: (typeof threadPaths)[number]): ThreadEvent[] {
  return path.steps.slice(1).flatMap(({ event }): ThreadEvent[] => {
    const { type } = event as ThreadMachineEvent;
    if (type === 'scheduled' || type === 'preempted') return [];
    if (type === 'blocked') return [{ kind: type, thread: 7, on: 'a lock' }];
    if (type === 'started') return [{ kind: type, thread: 7, name: 'seven' }];
    return [{ kind: type, thread: 7 }];
  });
}

describe('a thread', () => {
  it('has paths to all its states', () => {
    const reached = new Set(threadPaths.map(({ state }) => state.value));
    expect([...reached].sort()).toEqual(Object.keys(threadMachine.states).sort());
  });

  for (const path of threadPaths) {
    const reports = reportsOf(path);
    const words = reports.map(({ kind }) => kind).join(', ') || 'nothing';
    // Reports say nothing of a worker taking a thread up, so it runs as soon as it can.
    const state = path.state.value === 'runnable' ? 'running' : path.state.value;
    it(`is ${state} after ${words}`, () => {
      const life = new ThreadLife('seven');
      for (const report of reports) expect(life.take(report)).toBeUndefined();
      expect(life.state).toBe(state);
      expect(life.on).toBe(path.state.context.on);
    });

    it(`is ${state} after ${words}, in whatever order two ports bring it`, () => {
      for (const mixed of permutations(reports.slice(0, 5))) {
        const life = new ThreadLife('seven');
        for (const report of [...mixed, ...reports.slice(5)]) {
          expect(life.take(report)).toBeUndefined();
        }
        expect(life.state).toBe(state);
      }
    });
  }

  it('starts once', () => {
    const life = new ThreadLife('seven');
    life.take({ kind: 'started', thread: 7, name: 'seven' });
    expect(life.take({ kind: 'started', thread: 7, name: 'seven' })).toMatch(/started twice/);
  });

  it('ends once, and stays ended', () => {
    const life = new ThreadLife('seven');
    life.take({ kind: 'started', thread: 7, name: 'seven' });
    life.take({ kind: 'finished', thread: 7 });
    expect(life.take({ kind: 'blocked', thread: 7, on: 'a lock' })).toBeUndefined();
    expect(life.state).toBe('finished');
    expect(life.take({ kind: 'finished', thread: 7 })).toMatch(/finished twice/);
  });

  it('cannot block for ever without going on', () => {
    const life = new ThreadLife('seven');
    life.take({ kind: 'started', thread: 7, name: 'seven' });
    const block = () => life.take({ kind: 'blocked', thread: 7, on: 'a lock' });
    const objections = Array.from({ length: 100 }, block).filter((each) => each !== undefined);
    expect(objections[0]).toMatch(/do not fit/);
  });
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, place) =>
    permutations(items.filter((_, other) => other !== place)).map((rest) => [item, ...rest]),
  );
}
