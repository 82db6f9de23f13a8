// Every command that the documentation shows is run. A fenced block tagged `console` holds commands
// (lines that begin with `$ `) and what they print:
//
//     $ gilscope -c 'print(1 + 1)'
//     2
//     $ gilscope programs/sync/deadlock_abba.py  # exit 71
//
// The exit code is 0 unless a trailing comment says otherwise. Output lines, if there are any, must
// stand in the command's output (standard output, then error output) one below the other; a line `...`
// stands for any number of lines, `...` inside a line for any text. `npm` commands are not run here.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const GILSCOPE = join(ROOT, 'dist/gilscope.js');
const TIME_LIMIT_MS = 60_000;

interface Shown {
  readonly line: number;
  readonly command: string;
  readonly exitCode: number;
  readonly output: readonly string[];
}

interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
}

/** The commands of a page's `console` blocks with what is shown below them. */
function shownCommands(text: string): Shown[] {
  const shown: (Shown & { output: string[] })[] = [];
  let inside = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('```')) inside = !inside && line.trim() === '```console';
    else if (inside && line.startsWith('$ ')) {
      const [, command, exit] = /^\$ (.*?)(?:\s+# exit (\d+))?$/.exec(line) as RegExpExecArray;
      shown.push({
        line: index + 1,
        command: command as string,
        exitCode: Number(exit ?? 0),
        output: [],
      });
    } else if (inside) shown.at(-1)?.output.push(line);
  }
  return shown;
}

/** Words as a shell would split them; quotes of both kinds, and no other syntax of shells. */
function words(command: string): string[] {
  const found = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return found.map((word) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double),
  );
}

/** What follows the name of gilscope, or undefined for a command that is not run here. */
function argumentsOf(command: string): string[] | undefined {
  const all = words(command);
  if (all[0] === 'gilscope') return all.slice(1);
  if (all[0] === 'node' && all[1] === 'dist/gilscope.js') return all.slice(2);
  if (all[0] === 'npm') return undefined;
  throw new Error(`neither gilscope nor npm: ${command}`);
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [GILSCOPE, ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (exitCode) => done({ exitCode, output: stdout + stderr }));
  });
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A pattern for the lines shown; trailing blanks do not count. */
function outputPattern(lines: readonly string[]): RegExp {
  const parts = lines.map((line) =>
    line.trim() === '...'
      ? '(?:.*\\n)*?'
      : `${line.trimEnd().split('...').map(escaped).join('.*')}[ \\t]*\\n`,
  );
  return new RegExp(`^${parts.join('')}`, 'm');
}

const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));

for (const page of ['README.md', ...pages.sort()]) {
  const shown = shownCommands(readFileSync(join(ROOT, page), 'utf8')).filter(
    ({ command }) => argumentsOf(command) !== undefined,
  );
  if (shown.length === 0) continue;
  describe(page, () => {
    for (const { line, command, exitCode, output } of shown) {
      const args = argumentsOf(command) ?? [];
      it(
        `line ${line}: ${command}`,
        async () => {
          const ended = await run(args);
          expect(ended.exitCode, ended.output).toBe(exitCode);
          if (output.length > 0) expect(`${ended.output}\n`).toMatch(outputPattern(output));
        },
        TIME_LIMIT_MS + 5_000,
      );
    }
  });
}

describe('the reader of commands', () => {
  it('takes exit codes and output apart', () => {
    const text = "a\n```console\n$ gilscope -c 'x y'  # exit 3\none\n...\n```\n```\n$ no\n```\n";
    expect(shownCommands(text)).toEqual([
      { line: 3, command: "gilscope -c 'x y'", exitCode: 3, output: ['one', '...'] },
    ]);
    expect(argumentsOf("gilscope -c 'x y'")).toEqual(['-c', 'x y']);
  });

  it('does not take a missing line for a wildcard', () => {
    const pattern = outputPattern(['one', '...', 'th...e', 'four']);
    expect('zero\none\ntwo\nthree\nfour\n').toMatch(pattern);
    expect('one\nthree\nfive\nfour\n').not.toMatch(pattern);
  });
});
