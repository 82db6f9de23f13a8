// The life of a Python thread as a statechart, driven by what workers report. Its real state is a word
// in the heap (Thread.STATUS); this is the picture that people are shown, and the check that the
// machine's reports make sense.
//
//   created -> runnable <-> running -> finished
//                  ^           |
//                  +- blocked <+

import { assign, setup } from 'xstate';

export type ThreadMachineEvent =
  | { readonly type: 'started' }
  /** A worker has taken it up. */
  | { readonly type: 'scheduled' }
  /** Its time slice is over; another thread gets the worker. */
  | { readonly type: 'preempted' }
  | { readonly type: 'blocked'; readonly on: string }
  | { readonly type: 'resumed' }
  | { readonly type: 'finished' };

export interface ThreadContext {
  /** What it waits for, in words; '' while it waits for nothing. */
  readonly on: string;
  readonly blockedTimes: number;
}

export const threadMachine = setup({
  types: { context: {} as ThreadContext, events: {} as ThreadMachineEvent },
  actions: {
    wait: assign({
      on: ({ event }) => (event.type === 'blocked' ? event.on : ''),
      blockedTimes: ({ context }) => context.blockedTimes + 1,
    }),
    go: assign({ on: '' }),
  },
}).createMachine({
  id: 'thread',
  context: { on: '', blockedTimes: 0 },
  initial: 'created',
  states: {
    created: { on: { started: 'runnable' } },
    runnable: { on: { scheduled: 'running' } },
    running: {
      on: {
        preempted: 'runnable',
        blocked: { target: 'blocked', actions: 'wait' },
        finished: 'finished',
      },
    },
    blocked: { on: { resumed: { target: 'runnable', actions: 'go' } } },
    finished: { type: 'final' },
  },
});
