// Runs gilscope itself in a fresh process and measures it from outside: wall time of the process, and
// the CPU time that it writes to a file at its end (GILSCOPE_USAGE_FILE), since a parent in Node is not
// told what a child has used.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FinishedProcess {
  /** Undefined if a signal ended it. */
  readonly exitCode: number | undefined;
  readonly timedOut: boolean;
  readonly output: string;
  readonly errors: string;
  readonly wallSeconds: number;
  readonly cpuSeconds: number | undefined;
}

/**
 * Runs `node script ...args` with standard input empty. It is ended after `timeoutSeconds`, and when the
 * signal of `cancel` is given. Rejects only if no process can be started.
 */
export function runScript(
  script: string,
  args: readonly string[],
  timeoutSeconds: number,
  cancel?: AbortSignal,
): Promise<FinishedProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'gilscope-'));
  const usageFile = join(folder, 'usage.json');
  const started = performance.now();
  return new Promise<FinishedProcess>((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GILSCOPE_USAGE_FILE: usageFile, NO_COLOR: '1' },
      // A group of its own: Ctrl-C is for us to pass on.
      detached: true,
    });
    const kill = (): boolean => child.kill('SIGKILL');
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = kill();
    }, timeoutSeconds * 1000);
    cancel?.addEventListener('abort', kill);
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', kill);
      const wallSeconds = (performance.now() - started) / 1000;
      const cpuSeconds = readUsage(usageFile);
      resolve({ exitCode: code ?? undefined, timedOut, output, errors, wallSeconds, cpuSeconds });
    });
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
}

function readUsage(file: string): number | undefined {
  try {
    const { user, system } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return user + system;
  } catch {
    // It was ended before it could write: there is nothing to know.
    return undefined;
  }
}
