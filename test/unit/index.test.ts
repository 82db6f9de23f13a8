/** The library as its users have it: the built file, found by the package's name, in a fresh process. */

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What a module that imports the library prints, and whether it ended well. */
function evaluate(script: string): Promise<{ code: number; out: string; errors: string }> {
  const args = ['--input-type=module', '-e', `import * as gilscope from 'gilscope';\n${script}`];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, timeout: 50_000 }, (error, out, errors) =>
      done({ code: error === null ? 0 : Number(error.code ?? -1), out, errors }),
    );
  });
}

/** The outcome of one program, after what the program printed. */
async function outcomeOf(options: Record<string, unknown>): Promise<unknown[]> {
  const text = JSON.stringify(options);
  const ran = await evaluate(`
    const outcome = await gilscope.runProgram(${text});
    console.log(JSON.stringify(outcome));
  `);
  expect({ code: ran.code, errors: ran.errors }).toEqual({ code: 0, errors: '' });
  const lines = ran.out.trimEnd().split('\n');
  return [...lines.slice(0, -1), JSON.parse(lines[lines.length - 1])];
}

describe.concurrent('runProgram', () => {
  it.for(['gil', 'gilectomy', 'nogil', 'unsafe'])('runs threads under %s', async (executor) => {
    const source =
      'import sys, threading\nt = threading.Thread(target=print, args=(sys.argv,))\nt.start()\nt.join()\n';
    const seen = await outcomeOf({ source, argv: ['name', 'x'], executor });
    expect(seen).toEqual(["['name', 'x']", { kind: 'finished', exitCode: 0, stats: [] }]);
  });

  it('gives the exit code of the program', async () => {
    const seen = await outcomeOf({ source: 'raise SystemExit(7)', seed: 1 });
    expect(seen).toEqual([{ kind: 'finished', exitCode: 7, stats: [] }]);
  });

  it('refuses a text that is no Python with the words of CPython', async () => {
    const [outcome] = await outcomeOf({ source: 'x = = 1\n', filename: 'a.py' });
    expect(outcome).toEqual({
      kind: 'refused',
      report: '  File "a.py", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n',
    });
  });

  it('reports a deadlock', async () => {
    const source = 'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n';
    const [outcome] = await outcomeOf({ source });
    expect(outcome).toMatchObject({ kind: 'deadlock', report: expect.stringContaining('line 4') });
  });
});

it('lists the executors with their cards', async () => {
  const { out } = await evaluate(
    'console.log(gilscope.EXECUTOR_NAMES.map((name) => gilscope.CARDS[name].name).join())',
  );
  expect(out).toBe('gil,gilectomy,nogil,unsafe\n');
});

it('compiles and lists a program, or says why not', async () => {
  const { out } = await evaluate(`
    console.log(gilscope.compileSource('x = 1').ok, gilscope.compileSource('x =').ok);
    console.log(gilscope.disassemble('x = 1').text.includes('STORE_NAME'));
    console.log(gilscope.disassemble('x =', 'b.py').report.includes('File "b.py", line 1'));
  `);
  expect(out).toBe('true false\ntrue\ntrue\n');
});

it('has declarations that a user can compile against', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gilscope-types-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/gilscope'), 'junction');
    writeFileSync(
      join(folder, 'user.ts'),
      `import { type ProgramOutcome, runProgram } from 'gilscope';
export const outcome: Promise<ProgramOutcome> = runProgram({ source: '', executor: 'nogil' });
// @ts-expect-error: there is no such executor
void runProgram({ source: '', executor: 'none' });
`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    const args = [tsc, ...options, join(folder, 'user.ts')];
    expect(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })).toBe('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
