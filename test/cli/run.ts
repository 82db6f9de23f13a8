/** Runs the built command line as a user does, and gives all that a user sees. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isTierSet, tierOptions } from '../support/testTier.ts';

export const GILSCOPE = resolve(import.meta.dirname, '../../dist/gilscope.js');

/** First words of command lines that take no tier, or that mean something without a program. */
const RUNS_NOTHING = /^(dis|compare|executors|help|--help|-h|--version|-V)?$/;

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
  return run(process.execPath, [GILSCOPE, ...withTier(words)], around);
}

/** The tier that is set for all tests, if there is one, where a program is run. */
function withTier(words: readonly string[]): readonly string[] {
  if (!isTierSet || RUNS_NOTHING.test(words[0] ?? '') || words.includes('--tier')) return words;
  return words[0] === 'run'
    ? ['run', ...tierOptions(), ...words.slice(1)]
    : [...tierOptions(), ...words];
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
