/** What the commands beside `run` print. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CARDS, EXECUTOR_NAMES } from '../../src/executors/cards.ts';
import { folderWith, gilscope, shell } from './run.ts';

const folder = folderWith({
  'timed.py': 'import sys\nprint("answer", sys.argv[1:])\nprint("time: 0.125", file=sys.stderr)\n',
  'wrong.py': 'print("no")\nraise ValueError("always")\n',
});
afterAll(folder.remove);
const at = { cwd: folder.path };
const ESCAPE = '\x1b';

describe('help', () => {
  it('lists commands, options and exit codes', async () => {
    const { code, out } = await gilscope(['--help']);
    for (const word of [
      'run',
      'dis',
      'compare',
      'executors',
      '--seed',
      '--stats',
      '130',
      '-m MODULE',
    ]) {
      expect(out).toContain(word);
    }
    expect(code).toBe(0);
  });

  it.each(['run', 'dis', 'compare', 'executors'])('of %s', async (command) => {
    const asked = await gilscope(['help', command]);
    expect(asked.code).toBe(0);
    expect(asked.out).toContain(`gilscope ${command}`);
    expect((await gilscope([command, '--help'])).out).toBe(asked.out);
  });

  it('has the version', async () => {
    expect((await gilscope(['--version'])).out).toMatch(/^gilscope \d+\.\d+\.\d+\n$/);
  });
});

describe('executors', () => {
  it('are in one table', async () => {
    const { out } = await gilscope(['executors']);
    for (const name of EXECUTOR_NAMES) expect(out).toContain(`\n${name} `);
  });

  it.each(EXECUTOR_NAMES)('%s has a card with sources and limits', async (name) => {
    const { out } = await gilscope(['executors', name]);
    const words = (text: string) => text.replace(/\s+/g, ' ');
    for (const text of [CARDS[name].description, ...CARDS[name].leavesOut]) {
      expect(words(out)).toContain(words(text));
    }
    for (const { url } of CARDS[name].sources) expect(out).toContain(url);
  });
});

describe('colours', () => {
  const inTerminal = (words: string) => `script -qec "$G ${words}" /dev/null`;

  it('are there on a terminal only', async () => {
    expect((await shell(inTerminal('executors gil'), { env: { TERM: 'xterm' } })).out).toContain(
      ESCAPE,
    );
    expect((await gilscope(['executors', 'gil'])).out).not.toContain(ESCAPE);
  });

  it('are not there with --no-color or NO_COLOR', async () => {
    const refused = await shell(inTerminal('executors gil --no-color'), { env: { TERM: 'xterm' } });
    expect(refused.out).not.toContain(ESCAPE);
    const env = { NO_COLOR: '1', TERM: 'xterm' };
    expect((await shell(inTerminal('executors gil'), { env })).out).not.toContain(ESCAPE);
  });
});

describe('compare', () => {
  it('prints figures, a chart and how noisy they are, and writes them', async () => {
    const words = 'compare timed.py --threads 1,2 --repeat 2 --json out.json -- a {threads}';
    const { code, out, errors } = await gilscope(words.split(' '), at);
    expect(errors).toBe('');
    expect(code).toBe(0);
    for (const name of EXECUTOR_NAMES) expect(out).toMatch(new RegExp(`^${name} +1 +0.125`, 'm'));
    expect(out).toContain('█');
    expect(out).toContain('noise:');
    const figures = JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8'));
    expect(figures.rows).toHaveLength(8);
    expect(figures.runs).toHaveLength(16);
    expect(figures.rows[0]).toMatchObject({
      executor: 'gil',
      threads: 1,
      right: 2,
      wrong: 0,
      speed: 1,
    });
    expect(figures.rows[0].cpu.median).toBeGreaterThan(0);
    expect(figures.runs[0].args).toEqual(['a', '1']);
  });

  it('shows why nothing could be timed', async () => {
    const words = 'compare wrong.py --threads 1 --executors gil --repeat 1';
    const { code, out } = await gilscope(words.split(' '), at);
    expect(out).toContain('error 1 of 1');
    expect(out).toContain('ValueError: always');
    expect(code).toBe(1);
  });
});

it('--stats prints a table after the program', async () => {
  const { out, errors } = await gilscope(['--stats', '-c', 'print(sum(range(10)))']);
  expect(out).toBe('45\n');
  expect(errors).toMatch(/^bytecodes +\d+/m);
  expect(errors).toContain('MainThread');
});
