/**
 * One project for all tests. They share a machine of two cores with the workers that they start,
 * hence two processes at most; processes rather than threads, because tests start workers, change
 * signal handlers and end programs. dist/ is brought up to date first, so no test runs an old build.
 */

import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');
const kinds = [
  'cli',
  'unit',
  'language',
  'conformance',
  'differential',
  'stdlib',
  'programs',
  'hostile',
  'stress',
  'architecture',
  'docs',
];

export default defineConfig({
  root,
  test: {
    include: kinds.map((kind) => `test/${kind}/**/*.test.ts`),
    globalSetup: 'test/config/buildFirst.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: [
      process.stdout.isTTY ? 'default' : 'dot',
      ['json', { outputFile: 'node_modules/.cache/gilscope/vitest.json' }],
    ],
  },
});
