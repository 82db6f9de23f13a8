// The clock of a simulated machine: it runs with the instructions, and jumps when all threads sleep, so
// that equal seeds give equal times.

const state = { microseconds: 0 };

/** Seconds since the epoch at which every simulated run begins (2000-01-01 00:00 UTC). */
const EPOCH = 946684800;

export const simulatedClock = {
  time: (): number => EPOCH + state.microseconds / 1e6,
  monotonic: (): number => state.microseconds / 1e6,
  /** One instruction takes a tenth of a microsecond. */
  ran(instructions: number): void {
    state.microseconds += instructions / 10;
  },
  jump(milliseconds: number): void {
    state.microseconds += milliseconds * 1000;
  },
};
