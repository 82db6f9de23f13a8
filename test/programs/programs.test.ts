// Every program of programs/ under every executor, with the small arguments of its docstring, which also
// says what is to come out: see test/support/programOutcome.mjs.

import { describe, expect, it } from 'vitest';
import { isAllowed, outcomeOf, readPrograms } from '../support/programOutcome.mjs';
import { runCase } from '../support/runCase.ts';

const EXECUTORS = ['gil', 'gilectomy', 'nogil', 'unsafe'] as const;

const programs = readPrograms();

describe.each(EXECUTORS)('programs under %s', { concurrent: true }, (executor) => {
  it.for(programs)('$name', async (program) => {
    const expectation = program.expectations[executor];
    if (expectation === undefined) throw new Error(`${program.name} says nothing of ${executor}`);
    const run = await runCase(program.file, '', ['--executor', executor], program.args);
    const outcome = outcomeOf(run, program, expectation);
    const seen = `${program.name} is to be ${expectation}, was ${outcome}; code ${run.code}\n${run.stdout}\n${run.stderr}`;
    expect(isAllowed(outcome, expectation), seen).toBe(true);
  });
});
