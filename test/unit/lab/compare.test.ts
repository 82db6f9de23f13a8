/** Comparison without processes: made-up runs in, known figures out. */

import { describe, expect, it } from 'vitest';
import {
  argsFor,
  type ComparePlan,
  compare,
  type Job,
  ownTime,
  type ProcessResult,
} from '../../../src/lab/compare.ts';
import { sampleOf } from '../../../src/lab/statistics.ts';

const plan: ComparePlan = {
  executors: ['gil', 'nogil'],
  threads: [1, 2],
  repeat: 3,
  args: ['30'],
  expected: undefined,
  reference: 'gil',
};

function ended(changes: Partial<ProcessResult> = {}): ProcessResult {
  return {
    exitCode: 0,
    timedOut: false,
    output: 'fine\n',
    errors: '',
    wallSeconds: 1,
    cpuSeconds: 1,
    ...changes,
  };
}

describe('a sample', () => {
  it('has the middle, the ends and the spread', () => {
    expect(sampleOf([3, 1, 2])).toEqual({ count: 3, median: 2, min: 1, max: 3, spread: 0.5 });
    expect(sampleOf([4, 1, 2, 3])?.median).toBe(2.5);
    expect(sampleOf([5])).toEqual({ count: 1, median: 5, min: 5, max: 5, spread: 0 });
    expect(sampleOf([])).toBeUndefined();
    expect(sampleOf([0, 0])?.spread).toBe(0);
  });
});

describe('the thread count', () => {
  it('comes first, or where it is asked for', () => {
    expect(argsFor(['30'], 4)).toEqual(['4', '30']);
    expect(argsFor(['30', '--n={threads}', '{threads}'], 4)).toEqual(['30', '--n=4', '4']);
  });
});

describe('the time of a program', () => {
  it('is its last time line', () => {
    expect(ownTime('time: 1.5\nnoise\ntime: 0.25\n')).toBe(0.25);
    expect(ownTime('time: 2e-05\n')).toBe(2e-5);
    expect(ownTime('the time: 3\nuptime: 3\n')).toBeUndefined();
  });
});

describe('compare', () => {
  it('runs rounds that are interleaved', async () => {
    const jobs: string[] = [];
    await compare(plan, async ({ executor, threads, args }) => {
      jobs.push(`${executor} ${threads} ${args.join(' ')}`);
      return ended();
    });
    const round = ['gil 1 1 30', 'nogil 1 1 30', 'gil 2 2 30', 'nogil 2 2 30'];
    expect(jobs).toEqual([...round, ...round, ...round]);
  });

  it('says how fast each row is and how it scales', async () => {
    const walls: Record<string, number[]> = {
      gil1: [1, 1.1, 0.9],
      gil2: [2, 2, 2],
      nogil1: [1.25, 1.25, 1.25],
      nogil2: [1.5, 1.25, 1],
    };
    const { rows, base, clock, noise } = await compare(plan, async (job: Job) => {
      const wall = walls[job.executor + job.threads].shift();
      return ended({ errors: `time: ${wall}\n`, wallSeconds: 99, cpuSeconds: 2 });
    });
    expect(base).toEqual({ executor: 'gil', threads: 1 });
    expect(clock).toBe('program');
    expect(noise).toBeCloseTo(0.2);
    const figures = rows.map(({ executor, threads, speed, scaling }) => [
      executor,
      threads,
      speed,
      scaling,
    ]);
    expect(figures).toEqual([
      ['gil', 1, 1, 1],
      ['gil', 2, 0.5, 2],
      ['nogil', 1, 0.8, 1],
      ['nogil', 2, 0.8, 1],
    ]);
    expect(rows[0].cpu?.median).toBe(2);
  });

  it('takes the process where the program does not say', async () => {
    const { clock, rows } = await compare(plan, async () => ended({ wallSeconds: 4 }));
    expect(clock).toBe('process');
    expect(rows[0].wall?.median).toBe(4);
    const mixed = await compare(plan, async ({ threads }) =>
      ended({ errors: threads === 1 ? 'time: 1' : '' }),
    );
    expect(mixed.clock).toBe('mixed');
  });

  it("holds outputs against gil's with the same arguments", async () => {
    const { rows, undecided } = await compare(plan, async ({ executor, threads }) =>
      ended({ output: executor === 'nogil' && threads === 2 ? 'lost' : `out ${threads}` }),
    );
    expect(rows.map(({ right, wrong }) => [right, wrong])).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
      [0, 3],
    ]);
    expect(undecided).toEqual([]);
  });

  it('judges nothing where gil contradicts itself', async () => {
    let count = 0;
    const { rows, undecided } = await compare(plan, async ({ executor, threads }) =>
      ended({ output: executor === 'gil' && threads === 2 ? String(count++) : 'same' }),
    );
    expect(undecided).toEqual([2]);
    expect(rows.map(({ right, wrong }) => right + wrong)).toEqual([3, 0, 3, 0]);
  });

  it('runs gil once more where it is not among the executors', async () => {
    const jobs: string[] = [];
    const { rows, base, runs } = await compare(
      { ...plan, executors: ['nogil'], repeat: 1 },
      async ({ executor, threads }) => {
        jobs.push(`${executor} ${threads}`);
        return ended({ output: executor });
      },
    );
    expect(jobs).toEqual(['gil 1', 'gil 2', 'nogil 1', 'nogil 2']);
    expect(base).toEqual({ executor: 'nogil', threads: 1 });
    expect(rows.map(({ wrong }) => wrong)).toEqual([1, 1]);
    expect(runs).toHaveLength(2);
  });

  it('takes a recorded output where one is given', async () => {
    const given = { ...plan, executors: ['nogil'], repeat: 1, expected: 'fine\n' };
    const { rows, runs } = await compare(given, async () => ended());
    expect(rows.map(({ right }) => right)).toEqual([1, 1]);
    expect(runs).toHaveLength(2);
  });

  it('counts what went wrong and times only what went well', async () => {
    const results = [
      ended({ exitCode: 70, errors: 'memory damage: a list\nmore\n' }),
      ended({ exitCode: undefined, timedOut: true }),
      ended({ exitCode: 71 }),
      ended({ exitCode: 1, errors: 'Traceback (most recent call last):\n  x\nValueError: no\n' }),
      ended({ wallSeconds: 8 }),
    ];
    const only = { ...plan, executors: ['unsafe'], threads: [2], repeat: 5, expected: 'fine\n' };
    const { rows } = await compare(only, async () => results.shift() as ProcessResult);
    expect(rows[0]).toMatchObject({
      verdicts: { ok: 1, damage: 1, deadlock: 1, timeout: 1, error: 1 },
      right: 1,
      wrong: 0,
      complaint: 'memory damage: a list',
    });
    expect(rows[0].wall).toMatchObject({ count: 1, median: 8 });
  });

  it('shows the last line of a traceback', async () => {
    const errors = 'Traceback (most recent call last):\n  File "x"\nValueError: no\n';
    const { rows } = await compare({ ...plan, repeat: 1 }, async () =>
      ended({ exitCode: 1, errors }),
    );
    expect(rows[0].complaint).toBe('ValueError: no');
    expect(rows[0].wall).toBeUndefined();
    expect(rows[0].speed).toBeUndefined();
  });
});
