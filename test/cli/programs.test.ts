/** What is run, with which arguments, and what the exit code says of it. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, gilscope, shell } from './run.ts';

const folder = folderWith({
  'show.py': 'import sys\nprint(sys.argv, sys.path[0], __name__, __file__)\n',
  'echo.py': 'print(repr(input()), repr(input()))\n',
  'broken.py': 'x = (1,\n',
  'raises.py': 'def f():\n    return 1 / 0\n\nf()\n',
});
mkdirSync(join(folder.path, 'package'));
writeFileSync(
  join(folder.path, 'package', '__main__.py'),
  'import sys\nprint(sys.argv, __name__)\n',
);
afterAll(folder.remove);

const at = { cwd: folder.path };

describe('a program', () => {
  it('is a file, with its arguments, folder and name', async () => {
    const { code, out, errors } = await gilscope(['show.py', '-c', '--seed', '--', 'é'], at);
    expect(errors).toBe('');
    const { path } = folder;
    expect(out).toBe(`['show.py', '-c', '--seed', '--', 'é'] ${path} __main__ ${path}/show.py\n`);
    expect(code).toBe(0);
  });

  it('is the text after -c', async () => {
    const code = 'import sys; print(sys.argv, repr(sys.path[0]), __name__)';
    const { out } = await gilscope(['-c', code, '-x', 'run'], at);
    expect(out).toBe("['-c', '-x', 'run'] '' __main__\n");
  });

  it('is a module after -m', async () => {
    const { path } = folder;
    const { out } = await gilscope(['-m', 'show', 'a'], at);
    expect(out).toBe(`['${path}/show.py', 'a'] ${path} __main__ ${path}/show.py\n`);
    expect(await gilscope(['-m', 'nothing'], at)).toEqual({
      code: 1,
      out: '',
      errors: 'gilscope: No module named nothing\n',
    });
  });

  it('is a folder with __main__.py', async () => {
    const { out } = await gilscope(['package', 'a'], at);
    expect(out).toBe("['package', 'a'] __main__\n");
  });

  it('is standard input, asked for or not', async () => {
    const input = 'import sys\nprint(sys.argv)\n';
    expect((await gilscope(['-', 'a'], { input })).out).toBe("['-', 'a']\n");
    expect((await gilscope([], { input })).out).toBe("['']\n");
  });

  it('reads its input from a pipe and from a file', async () => {
    const input = 'one\ntwo\n';
    expect((await gilscope(['echo.py'], { ...at, input })).out).toBe("'one' 'two'\n");
    const line = 'printf "one\\ntwo" > lines; $G echo.py < lines';
    expect((await shell(line, at)).out).toBe("'one' 'two'\n");
    const short = await gilscope(['echo.py'], { ...at, input: 'one\n' });
    expect(short.errors).toMatch(/EOFError: EOF when reading a line\n$/);
  });
});

describe('the exit code', () => {
  it.each([
    ['pass', 0],
    ['import sys; sys.exit()', 0],
    ['import sys; sys.exit(7)', 7],
    ['raise SystemExit(258)', 2],
    ['1/0', 1],
    ['raise KeyboardInterrupt', 130],
  ])('of %s', async (text, expected) => {
    expect((await gilscope(['-c', text])).code).toBe(expected);
  });

  it('of a SyntaxError is 1, with the words of CPython', async () => {
    const { code, out, errors } = await gilscope(['broken.py'], at);
    expect(errors).toBe(
      `  File "${folder.path}/broken.py", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n`,
    );
    expect([code, out]).toEqual([1, '']);
  });

  it('of an uncaught exception is 1, with a traceback', async () => {
    const { code, errors } = await gilscope(['raises.py'], at);
    expect(errors).toContain(`  File "${folder.path}/raises.py", line 2, in f\n`);
    expect(errors).toMatch(/ZeroDivisionError: division by zero\n$/);
    expect(code).toBe(1);
  });

  it('of a message to sys.exit is 1', async () => {
    const { code, errors } = await gilscope(['-c', 'import sys; sys.exit("no")']);
    expect([code, errors]).toEqual([1, 'no\n']);
  });

  it('of a deadlock is 71', async () => {
    const text = 'import _thread\nl = _thread.allocate_lock()\nl.acquire()\nl.acquire()\n';
    const { code, errors } = await gilscope(['-c', text]);
    expect(code).toBe(71);
    expect(errors).toContain('line 4');
  });

  it('of Ctrl-C is 130, once it has been KeyboardInterrupt', async () => {
    const text = 'import time\nprint("up", flush=True)\ntime.sleep(60)';
    const line = `$G -c '${text}' & sleep 1; kill -INT $!; wait $!`;
    const { code, errors } = await shell(`set -m; ${line}`);
    expect(errors).toMatch(/KeyboardInterrupt\n/);
    expect(code).toBe(130);
  });

  it('of Ctrl-C in a loop is raised at the loop, inside its try', async () => {
    const text = 'try:\n while True: pass\nexcept KeyboardInterrupt: print("caught")';
    const line = `$G -c '${text}' & sleep 1; kill -INT $!; wait $!`;
    const { code, out } = await shell(`set -m; ${line}`);
    expect(out).toContain('caught');
    expect(code).toBe(0);
  });
});

describe('a pipe that closes early', () => {
  it.each([
    ['a program', "$G -c 'for i in range(100000): print(i)' | head -1", '0\n'],
    ['a listing', '$G dis show.py | head -c 1', ' '],
    ['a card', '$G executors nogil | head -c 5', 'nogil'],
    ['help', '$G --help | head -c 6', 'Usage:'],
  ])('%s', async (_what, line, expected) => {
    const { out, errors } = await shell(line, at);
    expect(out).toBe(expected);
    expect(errors).not.toMatch(/node:|\.js:|\bat \w+ \(/);
  });
});
