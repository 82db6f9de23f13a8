/** Runs the built command line as a user does, and gives all that a user sees. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const GILSCOPE = resolve(import.meta.dirname, '../../dist/gilscope.js');

export interface Seen {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

export interface Circumstances {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `gilscope ...words`; standard input is empty unless given. */
export function gilscope(words: readonly string[], around: Circumstances = {}): Promise<Seen> {
  return run(process.execPath, [GILSCOPE, ...words], around);
}

/** Runs a line of shell in which `$G` stands for gilscope. */
export function shell(line: string, around: Circumstances = {}): Promise<Seen> {
  const env = { ...around.env, G: `${process.execPath} ${GILSCOPE}` };
  return run('bash', ['-c', line], { ...around, env });
}

/** Runs any program. */
export function run(
  program: string,
  words: readonly string[],
  around: Circumstances = {},
): Promise<Seen> {
  return new Promise((settle, reject) => {
    const child = spawn(program, words, {
      cwd: around.cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...around.env },
    });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => settle({ code, out, errors }));
    child.stdin.on('error', () => {}); // It need not read all that we offer.
    child.stdin.end(around.input ?? '');
  });
}

/** A folder with these files, and how to remove it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'gilscope-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
