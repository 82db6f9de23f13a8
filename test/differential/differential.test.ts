// Every program of cases/ gives what CPython 3.11 gave (record.py): standard output, exit code and, where
// it fails, the last line of standard error. Programs with a construct that this release refuses must be
// refused with its line number.
//
// Each runs with everything in tier 2, where most can go wrong, and every twelfth in tier 1 too, which runs
// what is not hot; the programs' own tests run with both as users do.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastLine, runCase } from '../support/runCase.ts';
import { isTierSet, tierOptions } from '../support/testTier.ts';

const CASES = join(import.meta.dirname, 'cases');
/** Of so many cases one runs in tier 1 as well. */
const SAMPLE = 12;

const recorded = (file: string, suffix: string): string | undefined => {
  const path = file.replace(/\.py$/, suffix);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

const programsOf = (topic: string): string[] =>
  readdirSync(join(CASES, topic)).filter((name) => name.endsWith('.py') && !name.startsWith('_'));

const sampleOf = (topic: string): string[] =>
  isTierSet
    ? []
    : programsOf(topic).filter(
        (name, i) =>
          i % SAMPLE === 0 && recorded(join(CASES, topic, name), '.unsupported') === undefined,
      );

async function checkRefusal(file: string, line: string): Promise<void> {
  const run = await runCase(file);
  const place = [...run.stderr.matchAll(/^ {2}File ".*", line (\d+)$/gm)].at(-1)?.[1];
  expect({ out: run.stdout, code: run.code, line: place }).toEqual({
    out: '',
    code: 1,
    line: line.trim(),
  });
  expect(lastLine(run.stderr)).toMatch(/^SyntaxError: /);
}

async function checkAnswer(file: string, options: readonly string[]): Promise<void> {
  const run = await runCase(file, recorded(file, '.in'), options);
  const error = recorded(file, '.err');
  expect({
    out: run.stdout,
    code: run.code,
    error: error === undefined ? run.stderr : lastLine(run.stderr),
  }).toEqual({
    out: recorded(file, '.out'),
    code: Number(recorded(file, '.code') ?? 0),
    error: error === undefined ? '' : error.trim(),
  });
}

for (const topic of readdirSync(CASES)) {
  describe.concurrent(topic, () => {
    it.for(programsOf(topic))('%s', async (name) => {
      const file = join(CASES, topic, name);
      const refused = recorded(file, '.unsupported');
      if (refused === undefined) await checkAnswer(file, tierOptions('2'));
      else await checkRefusal(file, refused);
    });
    it.for(sampleOf(topic))('%s in tier 1', (name) =>
      checkAnswer(join(CASES, topic, name), ['--tier', '1']),
    );
  });
}
