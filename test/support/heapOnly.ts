// A machine for unit tests of the object library: one worker, one thread, no interpreter. Python
// exceptions come out as JavaScript errors `TypeError: message`. Import this module's `bootHeap` and
// call it first in a test file; import everything else dynamically afterwards.

import { setBoot } from '../../src/heap/bootRecord.ts';

export class PythonError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(`${type}: ${message}`);
    this.type = type;
  }
}

/** Boots a 64 MiB machine for that executor in this isolate; `load` imports the modules under test. */
export async function bootHeap(executor: string, load: () => Promise<unknown>): Promise<void> {
  setBoot({
    buffer: new SharedArrayBuffer(64 << 20),
    workerIndex: 0,
    laidOut: false,
    executor,
    switchPoints: '3.11',
    stats: false,
    simulated: false,
    seed: 0,
    tier: '1',
    borrow: true,
  });
  await import('../../src/heap/initialize.ts');
  const { H, MACHINE, CURRENT_THREAD, CURRENT_OWNER } = await import('../../src/heap/memory.ts');
  const { Machine, Thread } = await import('../../src/heap/layout.ts');
  const { takePages, PageState } = await import('../../src/heap/pages.ts');
  const state = takePages(1, PageState.LARGE);
  H.fill(0, state >> 2, (state >> 2) + Thread.WORDS);
  H[(state >> 2) + Thread.SLOT] = 1;
  H[(state >> 2) + Thread.STATUS] = 2;
  H[(H[MACHINE + Machine.THREAD_TABLE] >> 2) + 1] = state;
  H[MACHINE + Machine.THREAD_SLOTS] = 2;
  H[CURRENT_THREAD] = state;
  H[CURRENT_OWNER] = 1 << 16;
  const { raising } = await import('../../src/objects/raise.ts');
  raising.make = (name, message) => {
    throw new PythonError(name, message ?? '');
  };
  const { reprJs } = await import('../../src/objects/protocol.ts');
  raising.makeWith = (name, args) => {
    throw new PythonError(name, args.map(reprJs).join(', '));
  };
  await import('../../src/objects/dealloc.ts');
  await load();
  const { laySingletons, layTypes } = await import('../../src/objects/layTypes.ts');
  (await import('../../src/objects/define.ts')).inheritSlots();
  laySingletons();
  layTypes();
}

/** What a native has answered; as in `callNative`, 0 says that an exception is pending: it is thrown. */
export function answerOf(value: number, raised: object): number {
  if (value === 0) throw raised;
  return value;
}
