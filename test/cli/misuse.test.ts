/** Wrong use of the command line: one line on standard error that says what is wrong, exit code 2. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, gilscope } from './run.ts';

const folder = folderWith({
  'fine.py': 'print("fine")\n',
  'binary.py': 'a\0b',
  'latin.py': Buffer.from('x = "\xff"\n', 'latin1'),
  'koi.py': '# coding: koi8-r\n',
});
mkdirSync(join(folder.path, 'empty'));
afterAll(folder.remove);

describe('misuse', () => {
  it.each([
    ['missing.py', /^can't open file '\/.*\/missing\.py': \[Errno 2\] No such file or directory$/],
    ['fine.py/x', /^can't open file '\/.*\/fine\.py\/x': \[Errno 20\] Not a directory$/],
    ['empty', /^can't find '__main__' module in '\/.*\/empty'$/],
    ['binary.py', /^can't run '.*binary\.py': it contains NUL bytes/],
    ['latin.py', /^can't run '.*latin\.py': it is not UTF-8 \(byte 0xff in line 1\)/],
    ['koi.py', /^can't run '.*koi\.py': its encoding 'koi8-r' is not supported$/],
    ['--executor jit fine.py', /'jit'.*gil, gilectomy, nogil, unsafe$/],
    ['--switch-points 2.7 fine.py', /'2\.7'.*3\.9, 3\.10, 3\.11$/],
    ['--seed many fine.py', /^--seed takes a whole number from 0 to \d+, not 'many'$/],
    ['--seed -1 fine.py', /^--seed takes a whole number/],
    ['--heap huge fine.py', /^--heap takes a size like 256m or 1g, not 'huge'$/],
    ['--heap 900g fine.py', /^--heap takes a size from 16m to 2g, not '900g'$/],
    ['--workers 0 fine.py', /^--workers takes a whole number from 1 to 128, not '0'$/],
    ['--wrong fine.py', /^unknown option '--wrong'/],
    ['--sats fine.py', /^unknown option '--sats' \(Did you mean --stats\?\)$/],
    ['-c', /argument missing/],
    ['--seed', /argument missing/],
    ['dis', /^missing required argument 'file'$/],
    ['dis missing.py', /^can't open file/],
    ['executors jit', /'jit'.*gil, gilectomy, nogil, unsafe$/],
    ['compare', /^missing required argument 'file'$/],
    ['compare missing.py', /^can't open file/],
    ['compare fine.py --threads two', /^--threads takes a whole number from 1 to 1000, not 'two'$/],
    ['compare fine.py --executors gil,jit', /'jit'/],
    ['compare fine.py --json /nowhere/out.json', /^--json cannot write to/],
  ])('%s', async (line, message) => {
    const { code, out, errors } = await gilscope(line.split(' '), { cwd: folder.path });
    expect(errors).toMatch(/^gilscope: [^\n]*\n$/);
    expect(errors.slice('gilscope: '.length).trimEnd()).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('is not what comes after the file', async () => {
    const { code, out } = await gilscope(['fine.py', '--executor', 'jit', '--wrong'], {
      cwd: folder.path,
    });
    expect(out).toBe('fine\n');
    expect(code).toBe(0);
  });
});
