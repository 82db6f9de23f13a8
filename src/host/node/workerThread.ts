// A worker thread that is on its way to be a worker of a machine: it loads the machine's bundle and then
// waits to be told which machine (WorkerData, by message).
//
// Node needs 20 ms to start a thread, whatever it is to do. So the program starts one before it has read
// its own command line (cli/start.ts), and gives it to the run that needs it.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { setV8Flags } from './v8Flags.ts';

/** Deep recursion of natives (a sort key that sorts) needs room; only what is used is committed. */
const LIMITS = { stackSizeMb: 64, maxOldGenerationSizeMb: 1024 };

/** Nothing is heard of the thread, not even its failure, before its maker listens. */
export function startThread(): Worker {
  setV8Flags();
  const thread = new Worker(join(import.meta.dirname, 'worker.cjs'), {
    resourceLimits: LIMITS,
    execArgv: [],
    // Otherwise Node opens the process's own streams at once, to pass on what will hardly ever come: the
    // machine writes to descriptors.
    stdout: true,
    stderr: true,
  });
  thread.stdout.on('data', (text) => process.stdout.write(text));
  thread.stderr.on('data', (text) => process.stderr.write(text));
  return thread;
}
