// Uncaught errors: all of standard error equals CPython's, line by line with its carets, when the folder
// is called `<dir>` and frames inside the library are left out (record.py does the same to CPython's).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCase } from '../support/runCase.ts';

const FOLDER = join(import.meta.dirname, 'tracebacks');
const LIBRARY_FRAME = /^ {2}File "<frozen [^"]*>", line .*\n(?: {4}.*\n)*/gm;

const hidden = (text: string): string =>
  text.replaceAll(FOLDER, '<dir>').replace(LIBRARY_FRAME, '');

describe.concurrent('tracebacks', () => {
  const programs = readdirSync(FOLDER).filter(
    (name) => name.endsWith('.py') && !name.startsWith('_'),
  );
  it.for(programs)('%s', async (name) => {
    const base = join(FOLDER, name.slice(0, -'.py'.length));
    const run = await runCase(`${base}.py`);
    expect({ out: run.stdout, err: hidden(run.stderr), code: run.code }).toEqual({
      out: readFileSync(`${base}.out`, 'utf8'),
      err: readFileSync(`${base}.err`, 'utf8'),
      code: Number(readFileSync(`${base}.code`, 'utf8')),
    });
  });
});
