/**
 * Prints `N passed, M failed` from vitest's report, as the last line of CI, and exits with 1 if M is
 * not 0. The argument is the exit code of `npm test`.
 *
 * A test file that could not be loaded has no test cases; it counts as one failure, as does a run
 * that failed without any failed case (a check, an error between tests, no report at all): nothing
 * may look green that is not.
 */

import { existsSync, readFileSync } from 'node:fs';
import { TEST_REPORT } from './project.mjs';

const exitCode = Number(process.argv[2] ?? 0);
let passed = 0;
let failed = 0;
if (existsSync(TEST_REPORT)) {
  for (const file of JSON.parse(readFileSync(TEST_REPORT, 'utf8')).testResults) {
    const cases = file.assertionResults;
    passed += cases.filter(({ status }) => status === 'passed').length;
    const failedCases = cases.filter(({ status }) => status === 'failed').length;
    failed += file.status === 'failed' && failedCases === 0 ? 1 : failedCases;
  }
}
if (passed + failed === 0 || (failed === 0 && exitCode !== 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
