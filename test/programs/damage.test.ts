// What `unsafe` must say when two threads ruin a reference count: which object, what its counts were, who
// did it on which lines. On real workers the race is won by chance, under a seed it is the same each time.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCase } from '../support/runCase.ts';

const RACE = join(resolve(import.meta.dirname, '../../programs'), 'races/refcount_lost_update.py');
const SEEDS = [1, 2, 3, 4];
const ROUNDS = ['2', '2000'];

/** What each report has, line by line. */
const REPORT = [
  /^gilscope: memory damage: .+$/m,
  /^ {2}.*object at 0x[0-9a-f]+/m,
  /^ {2}last counts that worker \d+ stored:$/m,
  /^ {4}-?\d+ by Thread-\d \(take_and_drop\) at .*, line \d+, in .+$/m,
  /^ {2}found by Thread-\d \(take_and_drop\)$/m,
  /^ {6}at .*, line \d+, in .+$/m,
];

describe('the refcount race without protection', () => {
  it('ends in the same output, to the byte, for the same seed', async () => {
    const run = (seed: number) =>
      runCase(RACE, '', ['--executor', 'unsafe', '--seed', String(seed)], ROUNDS);
    const first = await Promise.all(SEEDS.map(run));
    const second = await Promise.all(SEEDS.map(run));
    expect(second).toEqual(first);
  });

  it('takes the same course in whatever folder the program lies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gilscope-a-folder-with-a-longer-name-'));
    const elsewhere = join(folder, basename(RACE));
    copyFileSync(RACE, elsewhere);
    const course = async (file: string, seed: number) => {
      const options = ['--executor', 'unsafe', '--seed', String(seed)];
      const { code, stdout, stderr } = await runCase(file, '', options, ROUNDS);
      const told = stderr.replaceAll(file, 'FILE').replace(/0x[0-9a-f]+/g, 'ADDRESS');
      return { code, stdout, told };
    };
    for (const seed of SEEDS)
      expect(await course(elsewhere, seed)).toEqual(await course(RACE, seed));
    rmSync(folder, { recursive: true });
  });

  it('frees the object in use under some seed, and tells who counted it on which line', async () => {
    const runs = await Promise.all(
      SEEDS.map((seed) =>
        runCase(RACE, '', ['--executor', 'unsafe', '--seed', String(seed)], ROUNDS),
      ),
    );
    const damaged = runs.filter(({ code }) => code === 70);
    expect(damaged.length).toBeGreaterThan(0);
    for (const { stderr } of damaged) {
      for (const line of REPORT) expect(stderr).toMatch(line);
    }
  });

  it('is found on real workers', async () => {
    // Each run alone finds it nearly always; two cores that others keep busy may miss one.
    const runs = [];
    for (let i = 0; i < 3; i++) runs.push(await runCase(RACE, '', ['--executor', 'unsafe']));
    const found = runs.filter(({ code }) => code === 70);
    expect(found.length).toBeGreaterThan(0);
    for (const { stderr } of found) expect(stderr).toContain('gilscope: memory damage: ');
    for (const { code } of runs) expect([0, 70]).toContain(code);
  });
});
