// Every program of programs/ under every executor, with the small arguments of its docstring. What is to
// come out stands there too, one line per executor:
//
//   args: 2 1000
//   expect[gil]: same            exit code 0, and standard output equals NAME.out (CPython's)
//   expect[nogil]: any           exit code 0; the output differs from run to run
//   expect[unsafe]: damage       exit code 70 and a report of damaged memory
//   expect[unsafe]: damage-or-any
//   expect[gil]: deadlock        exit code 71 and a report that names the threads

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CaseRun, runCase } from '../support/runCase.ts';

const PROGRAMS = resolve(import.meta.dirname, '../../programs');
const EXECUTORS = ['gil', 'gilectomy', 'nogil', 'unsafe'] as const;
const EXPECTATIONS = ['same', 'any', 'deadlock', 'damage', 'damage-or-any'] as const;
type Expectation = (typeof EXPECTATIONS)[number];

/** What a run amounts to, in words that a failure can be read from. */
type Outcome = 'right' | 'ended' | 'damage' | 'deadlock' | 'failed';

const ALLOWED: Readonly<Record<Expectation, readonly Outcome[]>> = {
  same: ['right'],
  any: ['right', 'ended'],
  deadlock: ['deadlock'],
  damage: ['damage'],
  'damage-or-any': ['right', 'ended', 'damage'],
};

const DAMAGE_REPORT = /^gilscope: memory damage: .+\n(?: {2}.*\n)+/m;
const DEADLOCK_REPORT =
  /^gilscope: deadlock: .+\n(?: {2}\S.*: waits .*\n {6}at .*, line \d+, in .*\n)+/m;
const TRACE_OF_JAVASCRIPT = /^\s+at .*\.(?:js|ts|cjs):\d+|internal error/m;

interface Program {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly expectations: Readonly<Record<string, Expectation>>;
}

function readProgram(name: string): Program {
  const file = join(PROGRAMS, name);
  const text = readFileSync(file, 'utf8');
  const args = /^args:(.*)$/m.exec(text)?.[1].trim() ?? '';
  const expectations: Record<string, Expectation> = {};
  for (const [, executor, word] of text.matchAll(/^expect\[(\w+)\]:\s*(\S+)$/gm)) {
    const expectation = EXPECTATIONS.find((known) => known === word);
    if (expectation === undefined) throw new Error(`${name}: expects "${word}" of ${executor}`);
    expectations[executor] = expectation;
  }
  return { name, file, args: args === '' ? [] : args.split(/\s+/), expectations };
}

function outcomeOf(run: CaseRun, program: Program, expectation: Expectation): Outcome {
  if (TRACE_OF_JAVASCRIPT.test(run.stderr)) return 'failed';
  if (run.code === 70 && DAMAGE_REPORT.test(run.stderr)) return 'damage';
  if (run.code === 71 && DEADLOCK_REPORT.test(run.stderr)) return 'deadlock';
  if (run.code !== 0) return 'failed';
  if (expectation !== 'same') return 'ended';
  return run.stdout === readFileSync(program.file.replace(/\.py$/, '.out'), 'utf8')
    ? 'right'
    : 'ended';
}

const programs = readdirSync(PROGRAMS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.py'))
  .sort()
  .map(readProgram);

describe.each(EXECUTORS)('programs under %s', { concurrent: true }, (executor) => {
  it.for(programs)('$name', async (program) => {
    const expectation = program.expectations[executor];
    expect(expectation, `${program.name} says nothing of ${executor}`).toBeDefined();
    const run = await runCase(program.file, '', ['--executor', executor], program.args);
    const outcome = outcomeOf(run, program, expectation);
    const seen = `${program.name} is to be ${expectation}; code ${run.code}\n${run.stdout}\n${run.stderr}`;
    expect(ALLOWED[expectation], seen).toContain(outcome);
  });
});
