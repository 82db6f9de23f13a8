/**
 * The differential fuzzer: random programs (fuzz/programs.mjs) on tier 1 and on tier 2, and on CPython if
 * asked. What differs is made small and printed; the exit code is 1 then.
 *
 *     npm run fuzz -- [--seed N] [--runs M] [--batch 40] [--oracle python3] [--executor NAME] [--tiers 1,2] [--hot]
 *
 * Program N to N + M - 1 are run; with `--hot` those of fuzz/hot.mjs. `--print` shows a program instead.
 */

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST } from '../config/project.mjs';
import { differences, firstDifference } from './fuzz/compare.mjs';
import { hotProgram } from './fuzz/hot.mjs';
import { randomProgram } from './fuzz/programs.mjs';
import { reduced } from './fuzz/reduce.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '400' },
    batch: { type: 'string', default: '40' },
    oracle: { type: 'string' },
    executor: { type: 'string', default: 'gil' },
    tiers: { type: 'string', default: '1,2' },
    most: { type: 'string', default: '5' },
    hot: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});

const gilscope = process.env.GILSCOPE_UNDER_TEST ?? join(DIST, 'gilscope.js');
const sides = values.tiers.split(',').map((tier) => ({
  name: `tier ${tier}`,
  command: [process.execPath, gilscope, '--executor', values.executor, '--tier', tier],
}));
const programOf = values.hot ? hotProgram : randomProgram;
if (values.oracle !== undefined) sides.push({ name: 'python', command: [values.oracle] });

async function main() {
  const [seed, runs, batch, most] = [values.seed, values.runs, values.batch, values.most].map(
    Number,
  );
  if (values.print) return console.log(programOf(seed));
  let failures = 0;
  for (let from = seed; from < seed + runs && failures < most; from += batch) {
    const count = Math.min(batch, seed + runs - from);
    const numbers = Array.from({ length: count }, (_, i) => from + i);
    const programs = numbers.map(programOf);
    const found = await differences(sides, programs);
    for (const { program } of found.slice(0, most - failures)) {
      failures++;
      console.log(`==== seed ${numbers[programs.indexOf(program)]}`);
      const small = await reduced(program, (candidates) => firstDifference(sides, candidates));
      console.log(small);
      const [difference] = await differences(sides, [small]);
      for (const [i, { name }] of sides.entries()) {
        console.log(`-- ${name}\n${difference?.outputs[i] ?? 'the same now'}`);
      }
    }
  }
  console.log(`${runs} programs from seed ${seed}: ${failures} differ`);
  process.exitCode = failures === 0 ? 0 : 1;
}

await main();
