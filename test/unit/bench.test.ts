/** The benchmarks' own arithmetic, tables and chart, on made-up times whose answers are known. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logScale, speedChart } from '../support/bench/chart.mjs';
import { judgeGoals } from '../support/bench/goals.mjs';
import { readCases } from '../support/bench/programs.mjs';
import { Results } from '../support/bench/results.mjs';
import { judge, rotated } from '../support/bench/rounds.mjs';
import { geometricMean, median, spread } from '../support/bench/statistics.mjs';
import { failureLines, markdownTable, speedTable, threadsTable } from '../support/bench/table.mjs';

const implementation = (id: string, threads = true, ours = false) => ({
  ...{ id, label: id, version: '1', command: [], threads, ours },
});
const single = (name: string, work = 'calls') => ({
  ...{ id: name, name, file: '', args: [], work, threads: 0, counted: true },
});
const threaded = (name: string, threads: number) => ({
  ...single(name, 'threads'),
  id: `${name} x${threads}`,
  threads,
});
const cell = (id: string, who: string, seconds: number[], output = '1\n', failure = '') => ({
  ...{ case: id, implementation: who, seconds, output, failure },
});

/** fib: gil twice as fast; nbody: eight times; broken: gil is wrong, slow is not there. */
const results = new Results(
  [
    single('fib'),
    single('nbody', 'floats'),
    single('broken'),
    threaded('threads_fib', 1),
    threaded('threads_fib', 2),
  ],
  [
    implementation('gil', true, true),
    implementation('nogil', true, true),
    implementation('python3'),
    implementation('slow', false),
  ],
  [
    ...[cell('fib', 'python3', [4, 2, 3]), cell('fib', 'gil', [1.5]), cell('fib', 'slow', [6])],
    ...[cell('nbody', 'python3', [8]), cell('nbody', 'gil', [1]), cell('nbody', 'slow', [16])],
    ...[cell('broken', 'python3', [1]), cell('broken', 'gil', [0.1], '2\n')],
    cell('broken', 'slow', [], '', 'no end within 5 s'),
    ...[cell('threads_fib x1', 'nogil', [1]), cell('threads_fib x2', 'nogil', [1.25])],
  ],
  'python3',
);

describe('statistics', () => {
  it('takes the middle one, or the mean of the middle two', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, Number.NaN]);
  });

  it('tells how far the farthest lies from the median', () => {
    expect(spread([2, 1, 4])).toBe(1);
    expect(spread([5])).toBeNaN();
  });

  it('gives twice and half a mean of one', () => {
    expect(geometricMean([2, 0.5])).toBeCloseTo(1);
    expect(geometricMean([1, 10, 100])).toBeCloseTo(10);
    expect(geometricMean([])).toBeNaN();
  });
});

describe('results', () => {
  it('compares medians', () => expect(results.speed('fib', 'gil')).toBe(2));

  it('averages only what both have, and nothing that is wrong', () => {
    expect(results.meanSpeed('gil')).toEqual({ mean: expect.closeTo(4), count: 2 });
    expect(results.meanSpeed('gil', 'slow')).toEqual({ mean: expect.closeTo(8), count: 2 });
  });

  it('gives no time to a wrong answer, and says what was wrong', () => {
    expect(results.seconds('broken', 'gil')).toBeNaN();
    expect(results.failure('broken', 'gil')).toBe('WRONG: 2 instead of 1');
    expect(results.failure('fib', 'gil')).toBe('');
    expect(results.failure('fib', 'nogil')).toBeUndefined();
  });

  it('counts the work of both threads', () => {
    expect(results.scaling('threads_fib', 'nogil')).toBeCloseTo(1.6);
  });
});

describe('a finished process', () => {
  const ended = { status: 0, signal: null, stdout: '7\n', stderr: 'x\ntime: 0.25\n' };

  it('tells its time and its answer', () => {
    expect(judge(ended, 5)).toEqual({ seconds: 0.25, output: '7\n', failure: '' });
  });

  it.each([
    [{ ...ended, stderr: '' }, 'it did not say its time'],
    [{ ...ended, status: 1, stderr: 'Traceback\nValueError: no\n' }, 'ValueError: no'],
    [{ ...ended, status: null, signal: 'SIGSEGV', stderr: '' }, 'ended with SIGSEGV'],
    [
      { ...ended, error: Object.assign(new Error('late'), { code: 'ETIMEDOUT' }) },
      'no end within 5 s',
    ],
    [{ ...ended, error: new Error('not there') }, 'not there'],
  ])('%# is a failure in words', (run, words) => expect(judge(run, 5).failure).toBe(words));
});

it('rotates who goes first', () => {
  expect([0, 1, 4].map((by) => rotated(['a', 'b', 'c'], by).join(''))).toEqual([
    'abc',
    'bca',
    'bca',
  ]);
});

describe('tables', () => {
  it('are padded, with figures to the right', () => {
    expect(markdownTable(['a', 'b'], [['long', '1']])).toBe(
      '| a    |   b |\n| ---- | --: |\n| long |   1 |',
    );
  });

  it('show speeds, means and what has none', () => {
    const lines = speedTable(results).replace(/ +/g, ' ').split('\n');
    expect(lines[2]).toBe('| **mean of 3** | 4.00x | - | 1.00x | 0.50x |');
    expect(lines).toContain('| **floats** | 8.00x | - | 1.00x | 0.50x |');
    expect(lines).toContain('| broken | - | - | 1.00x | - |');
  });

  it('leave implementations without threads out of threads', () => {
    expect(threadsTable(results)).not.toContain('slow');
    expect(threadsTable(results)).toContain('1.60x');
  });

  it('name each failure with its reason', () => {
    expect(failureLines(results).split('\n')).toEqual([
      '- gil: broken: `WRONG: 2 instead of 1`',
      '- slow: broken: `no end within 5 s`',
    ]);
  });
});

describe('goals', () => {
  const goals = judgeGoals(results, 'python3');
  const verdict = (name: string) => goals.find((goal) => goal.name === name);

  it('are judged by the mean', () => {
    expect(verdict('gil against CPython, mean')).toMatchObject({
      found: '4.00x over 2',
      met: false,
    });
  });

  it('count a program without an answer as the worst', () => {
    expect(verdict('no program slower than CPython')).toMatchObject({
      found: 'least failed (broken); 1 of 3 below',
      met: false,
    });
  });

  it('are judged program by program where they say so', () => {
    expect(verdict('mandelbrot, nbody')).toMatchObject({ met: true });
    expect(verdict('nogil, two threads against one: threads_fib')).toMatchObject({ met: false });
  });

  it('about what was not measured are left out', () => {
    expect(verdict('gil against Pyodide, mean')).toBeUndefined();
    expect(verdict('gilectomy / gil, calls')).toBeUndefined();
  });
});

describe('the chart', () => {
  it('puts equal ratios at equal distances, between round numbers', () => {
    const { x, ticks } = logScale(0.3, 8);
    expect(ticks).toEqual([0.2, 0.5, 1, 2, 5, 10]);
    expect(x(2) - x(1)).toBeCloseTo(x(10) - x(5), 0);
  });

  it('has a mark for each answer and a row for each program', () => {
    const svg = speedChart(results, ['gil', 'slow', 'absent']);
    expect(svg.match(/<circle/g)).toHaveLength(1 + 2);
    expect(svg).toContain('>nbody</text>');
    expect(svg).not.toContain('absent');
    expect(svg).not.toContain('NaN');
    expect(speedChart(results, ['gil', 'slow', 'absent'])).toBe(svg);
  });

  it('is empty where nothing was measured', () => expect(speedChart(results, ['absent'])).toBe(''));
});

describe('reading the programs', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gilscope-bench-'));
    const size = 'SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 30\n';
    writeFileSync(join(folder, 'fib.py'), `"""Fib.\n\nwork: calls\nargs: 5 1\n"""\n${size}`);
    const threads = 'THREADS = int(sys.argv[1])\n';
    const text = `"""Threads.\n\nwork: threads\nargs: 2 5 1\n"""\n${threads}${size}`;
    writeFileSync(join(folder, 'threads_fib.py'), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const ids = (only: string[], quick: boolean) =>
    readCases(folder, { only, quick, bestOf: 4 }).map(({ id, args }) => `${id}: ${args.join(' ')}`);

  it('takes the size from the code, one and two threads, and fib(35) for its goal', () => {
    expect(ids([], false)).toEqual([
      ...['fib: 30 4', 'threads_fib x1: 1 30 4', 'threads_fib x2: 2 30 4'],
      'fib(35): 35 1',
    ]);
  });

  it('takes the small arguments for a quick look', () => {
    expect(ids([], true)).toEqual(['fib: 5 1', 'threads_fib x1: 1 5 1', 'threads_fib x2: 2 5 1']);
  });

  it('finds every kind of work in the set of the project', () => {
    const set = resolve(import.meta.dirname, '../../programs/bench');
    const cases = readCases(set, { only: [], quick: true, bestOf: 1 });
    expect(cases.filter(({ threads }) => threads === 0).length).toBeGreaterThanOrEqual(30);
    expect(new Set(cases.map(({ work }) => work)).size).toBeGreaterThanOrEqual(10);
  });

  it('refuses names that are not there', () => {
    expect(() => ids(['fob'], false)).toThrow('no such program: fob');
  });
});
