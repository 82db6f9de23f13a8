// Random programs behave the same in tier 1 and in tier 2: what they print, how they end and on which lines,
// and what they leave alive. `npm run fuzz` tries others, makes what fails small, and asks CPython too.

import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { differences } from '../support/fuzz/compare.mjs';
import { randomProgram } from '../support/fuzz/programs.mjs';

const GILSCOPE =
  process.env.GILSCOPE_UNDER_TEST ?? resolve(import.meta.dirname, '../../dist/gilscope.js');
const FIRST_SEED = 1;
const PROGRAMS = 60;

it.each(['gil', 'nogil'])(
  'random programs are the same in both tiers under %s',
  async (executor) => {
    const sides = ['1', '2'].map((tier) => ({
      name: `tier ${tier}`,
      command: [process.execPath, GILSCOPE, '--executor', executor, '--tier', tier],
    }));
    const programs = Array.from({ length: PROGRAMS }, (_, i) => randomProgram(FIRST_SEED + i));
    const found = await differences(sides, programs);
    const text = found.map(({ program, outputs }) => [program, ...outputs].join('\n----\n'));
    expect(text).toEqual([]);
  },
);
