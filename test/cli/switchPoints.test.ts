/**
 * Where --switch-points makes a thread look at its requests, seen by an interrupt that is asked for at a
 * place without a look of its own: the next look raises it, at the line and in the `try` of that look.
 */

import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, gilscope } from './run.ts';

/** In each function, the words before and behind the look, and before its target, are outside the `try`. */
const PROGRAM = `import sys, _thread
class Later:
    __neg__ = _thread.interrupt_main
def nothing(): pass
later = Later()
def load_global():
    -later
    try:
        later
    except KeyboardInterrupt as e: print('line', e.__traceback__.tb_lineno)
def jump_if_false(value):
    -later
    try:
        if value:
            return
    except KeyboardInterrupt as e: print('line', e.__traceback__.tb_lineno)
def jump_if_true(value):
    -later
    try:
        if not value:
            return
    except KeyboardInterrupt as e: print('line', e.__traceback__.tb_lineno)
def compare_and_jump(value):
    -later
    try:
        if value > 1:
            return
    except KeyboardInterrupt as e: print('line', e.__traceback__.tb_lineno)
def jump_backward():
    try:
        while True:
            -later
    except KeyboardInterrupt as e: print('line', e.__traceback__.tb_lineno)
try:
    eval(sys.argv[1])
    nothing()
except KeyboardInterrupt:
    print('after')
`;

const folder = folderWith({ 'look.py': PROGRAM });
afterAll(folder.remove);

const SIMULATED = ['--seed', '1'];

describe.each([
  ['3.9', 'load_global()', 'line 9'],
  ['3.10', 'load_global()', 'after'],
  ['3.10', 'jump_if_false(0)', 'line 14'],
  ['3.10', 'jump_if_false(False)', 'line 14'],
  ['3.10', 'jump_if_false(True)', 'after'],
  ['3.10', 'jump_if_false([7])', 'after'],
  ['3.10', 'jump_if_true([7])', 'line 20'],
  ['3.10', 'jump_if_true(True)', 'line 20'],
  ['3.10', 'jump_if_true([])', 'after'],
  ['3.10', 'compare_and_jump(1)', 'line 26'],
  ['3.10', 'compare_and_jump(2)', 'after'],
  ['3.11', 'jump_if_false(0)', 'after'],
  ['3.11', 'load_global()', 'after'],
  ['3.11', 'jump_backward()', 'line 32'],
])('with the switch points of %s, %s', (points, call, expected) => {
  it.each([
    ['on a worker', []],
    ['simulated', SIMULATED],
  ])(`is interrupted at: ${expected} (%s)`, async (_where, options) => {
    const words = ['--switch-points', points, ...options, 'look.py', call];
    const { out, errors } = await gilscope(words, { cwd: folder.path });
    expect(out + errors).toBe(`${expected}\n`);
  });
});
