// V8's settings for running the machine. They hold for the whole process, must be set before any of its
// code is compiled, and are part of what decides whether bytecode from build time fits (bundle.ts).

import { setFlagsFromString } from 'node:v8';

const FLAGS = [
  // Code that V8 compiles in the middle of a running loop (on-stack replacement) is not specialised to the
  // module's constants, and is then used in place of the code that is: fib measured 1.5 times slower with
  // it. The interpreter's loop comes back often (FUEL in interpreter/execute.ts), so it is not needed.
  '--no-use-osr',
  // Room for the executor's functions in the interpreter's loop: nogil's list_append_pop takes 0.8 times as long.
  '--max-inlined-bytecode-size-cumulative=6000',
];

/** May be called again. */
export function setV8Flags(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
