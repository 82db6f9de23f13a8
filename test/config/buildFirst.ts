/** Brings dist/ up to date before any test: tests of the command line and of workers run the build. */

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

export function setup(): void {
  const script = resolve(import.meta.dirname, 'build.mjs');
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
}
