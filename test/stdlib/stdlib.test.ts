// The library's programs: one per module of src/stdlib, whose output beside it is CPython 3.11's.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCase } from '../support/runCase.ts';

const FOLDER = import.meta.dirname;

describe.concurrent('standard library', () => {
  const programs = readdirSync(FOLDER).filter((name) => /^test_.*\.py$/.test(name));
  it.for(programs)('%s', async (name) => {
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
