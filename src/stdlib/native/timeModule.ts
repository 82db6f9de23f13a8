// The module `time`: the host's clocks. Sleeping gives up the processor and belongs to the runtime's waits.

import { defineModule } from '../../objects/define.ts';
import { newFloat } from '../../objects/float.ts';
import { newBigInt } from '../../objects/int.ts';
import { type NativeSpec, noArgs, oneArg } from '../../objects/natives.ts';
import { host } from '../../runtime/hostPort.ts';
import { sleep } from './threadModule.ts';

/** Seconds as a float, and the same clock in whole nanoseconds. */
function clock(name: string, seconds: () => number): NativeSpec[] {
  return [
    noArgs(name, () => newFloat(seconds())),
    noArgs(`${name}_ns`, () => newBigInt(nanoseconds(seconds()))),
  ];
}

/** The whole seconds apart, since a double does not hold today's time in nanoseconds. */
function nanoseconds(seconds: number): bigint {
  const whole = Math.floor(seconds);
  return BigInt(whole) * 1_000_000_000n + BigInt(Math.round((seconds - whole) * 1e9));
}

defineModule({
  name: 'time',
  functions: [
    ...clock('time', () => host.time()),
    ...clock('perf_counter', () => host.monotonic()),
    ...clock('monotonic', () => host.monotonic()),
    ...clock('process_time', () => host.cpuTime()),
    ...clock('thread_time', () => host.cpuTime()),
    oneArg('sleep', sleep),
  ],
});
