/** Where gilscope's words end and the program's begin; the same places as in python3. */

import { describe, expect, it } from 'vitest';
import { splitInvocation } from '../../../src/cli/invocation.ts';

const known = {
  withValue: new Set(['--executor', '-x', '--seed']),
  commands: new Set(['dis', 'compare', 'executors', 'help']),
};

function split(line: string) {
  return splitInvocation(line === '' ? [] : line.split(' '), known);
}

function run(options: string, target: object, args = '') {
  const words = (text: string) => (text === '' ? [] : text.split(' '));
  return { command: 'run', options: words(options), target, args: words(args) };
}

const file = { kind: 'file', path: 'a.py' };

describe('the command line', () => {
  it.each([
    ['a.py', run('', file)],
    ['a.py -x 1 --seed', run('', file, '-x 1 --seed')],
    ['--executor nogil a.py b', run('--executor nogil', file, 'b')],
    ['--executor=nogil a.py b', run('--executor=nogil', file, 'b')],
    ['--stats a.py --stats', run('--stats', file, '--stats')],
    ['run a.py dis', run('', file, 'dis')],
    ['run dis', run('', { kind: 'file', path: 'dis' })],
    ['run -x unsafe -i a.py', run('-x unsafe -i', file)],
    ['-- a.py -x', run('', file, '-x')],
    ['-c pass', run('', { kind: 'code', code: 'pass' })],
    ['-cpass a', run('', { kind: 'code', code: 'pass' }, 'a')],
    ['--seed 3 -c pass dis --help', run('--seed 3', { kind: 'code', code: 'pass' }, 'dis --help')],
    ['-m mod -c x', run('', { kind: 'module', name: 'mod' }, '-c x')],
    ['- a b', run('', { kind: 'stdin' }, 'a b')],
    ['', run('', { kind: 'none' })],
    ['-i', run('-i', { kind: 'none' })],
    ['-c', run('-c', { kind: 'none' })],
    ['--seed', run('--seed', { kind: 'none' })],
    ['dis a.py', { command: 'other', words: ['dis', 'a.py'] }],
    ['help run', { command: 'other', words: ['help', 'run'] }],
  ])('%s', (line, expected) => {
    expect(split(line)).toEqual(expected);
  });
});
