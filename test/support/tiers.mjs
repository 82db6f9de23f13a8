/**
 * Every test that runs programs, with tier 1 only, with everything in tier 2, and with what is hot in tier 2:
 *
 *     npm run test:tiers [-- FILTERS of vitest]
 */

import { spawnSync } from 'node:child_process';
import { ROOT } from '../config/project.mjs';

const KINDS = ['cli', 'differential', 'programs', 'stdlib'].map((kind) => `test/${kind}`);
const filters = process.argv.slice(2);

let failed = false;
for (const tier of ['1', '2', 'auto']) {
  console.log(`gilscope: tests in tier ${tier}`);
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'test/config/vitest.config.ts'],
      ...(filters.length > 0 ? filters : KINDS),
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, GILSCOPE_TEST_TIER: tier } },
  );
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
