// The library's programs: one per module of src/stdlib, whose output beside it is CPython 3.11's.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCase } from '../support/runCase.ts';

const FOLDER = import.meta.dirname;

/** Programs that are known to differ, with the reason; a test fails when one of them no longer does. */
const KNOWN_TO_DIFFER: Readonly<Record<string, string>> = {
  'test_random_last_digit.py': "V8's Math.log and the C library's differ in the last digit",
};

describe.concurrent('standard library', () => {
  const programs = readdirSync(FOLDER).filter((name) => /^test_.*\.py$/.test(name));
  const same = programs.filter((name) => KNOWN_TO_DIFFER[name] === undefined);
  const different = programs.filter((name) => KNOWN_TO_DIFFER[name] !== undefined);
  it.for(different)('%s is known to differ', async (name) => {
    const file = join(FOLDER, name);
    const run = await runCase(file);
    expect(run.code).toBe(0);
    expect(run.stdout).not.toBe(readFileSync(file.replace(/\.py$/, '.out'), 'utf8'));
  });
  it.for(same)('%s', async (name) => {
    const file = join(FOLDER, name);
    const run = await runCase(file);
    const problem = run.code === 0 ? '' : run.stderr;
    expect({ out: run.stdout, code: run.code, problem }).toEqual({
      out: readFileSync(file.replace(/\.py$/, '.out'), 'utf8'),
      code: 0,
      problem: '',
    });
  });
});
