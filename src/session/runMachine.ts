// The life of a run as a statechart. Worker 0 starts before the program is compiled (both take time and
// there are two cores), so `workerStarted` is taken in several states, and `ready` is what says that
// the program begins.
//
//   loading -> compiling -> startingWorkers -> running -> stopping -> reporting -> done
//                  |  refused                                ^
//                  +-----------------------------------------+          any -> failed
//
// A machine here decides nothing. It says what may follow what: an event that it does not take is a bug
// of whoever sent it (see supervision.ts).

import { assign, setup } from 'xstate';

export type RunMachineEvent =
  | { readonly type: 'sourceRead' }
  | { readonly type: 'compiled' }
  /** The text is no Python: nothing will run. */
  | { readonly type: 'refused' }
  | { readonly type: 'workerStarted' }
  | { readonly type: 'ready'; readonly worker: number }
  | { readonly type: 'wantWorker' }
  | { readonly type: 'thread' }
  | { readonly type: 'finished' }
  | { readonly type: 'damage' }
  | { readonly type: 'deadlock' }
  | { readonly type: 'stopped' }
  | { readonly type: 'reported' }
  | { readonly type: 'fail' };

export type Ending = 'none' | 'refused' | 'finished' | 'damage' | 'deadlock';

export interface RunContext {
  readonly workersStarted: number;
  readonly workersReady: number;
  readonly ending: Ending;
}

export const runMachine = setup({
  types: { context: {} as RunContext, events: {} as RunMachineEvent },
  guards: {
    isFirst: ({ event }) => event.type === 'ready' && event.worker === 0,
    isExpected: ({ context, event }) =>
      event.type === 'ready' && event.worker > 0 && context.workersReady < context.workersStarted,
  },
  actions: {
    /** Taken without effect: XState holds that a transition without actions cannot be taken. */
    take: () => {},
    countStarted: assign({ workersStarted: ({ context }) => context.workersStarted + 1 }),
    countReady: assign({ workersReady: ({ context }) => context.workersReady + 1 }),
    keepEnding: assign({
      ending: ({ context, event }): Ending =>
        event.type === 'refused' ||
        event.type === 'finished' ||
        event.type === 'damage' ||
        event.type === 'deadlock'
          ? event.type
          : context.ending,
    }),
  },
}).createMachine({
  id: 'run',
  context: { workersStarted: 0, workersReady: 0, ending: 'none' },
  initial: 'loading',
  on: { fail: '.failed' },
  states: {
    loading: { on: { sourceRead: 'compiling', workerStarted: { actions: 'countStarted' } } },
    compiling: {
      on: {
        compiled: 'startingWorkers',
        refused: { target: 'stopping', actions: 'keepEnding' },
        workerStarted: { actions: 'countStarted' },
      },
    },
    startingWorkers: {
      on: {
        workerStarted: { actions: 'countStarted' },
        ready: { guard: 'isFirst', target: 'running', actions: 'countReady' },
      },
    },
    running: {
      on: {
        workerStarted: { actions: 'countStarted' },
        ready: { guard: 'isExpected', actions: 'countReady' },
        wantWorker: { actions: 'take' },
        thread: { actions: 'take' },
        finished: { target: 'stopping', actions: 'keepEnding' },
        damage: { target: 'stopping', actions: 'keepEnding' },
        deadlock: { target: 'stopping', actions: 'keepEnding' },
      },
    },
    stopping: { on: { stopped: 'reporting' } },
    reporting: { on: { reported: 'done' } },
    done: { type: 'final', on: { fail: undefined } },
    failed: { type: 'final' },
  },
});
