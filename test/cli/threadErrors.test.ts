/** What an error prints that leaves a thread of `_thread`, as python3.11 prints it; threading has its own words. */

import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, gilscope } from './run.ts';

const PROGRAM = `import _thread, sys
class Named:
    def __init__(self, name): self.name = name
    def __call__(self): raise ValueError('no')
    def __repr__(self): return self.name + ''
def unfit(a): pass
started = {
    'named': Named('<it>'), 'nameless': Named(None), 'native': len, 'unfit': unfit, 'quiet': sys.exit,
}
_thread.start_new_thread(started[sys.argv[1]], ())
while _thread._count(): pass
`;

const folder = folderWith({ 'start.py': PROGRAM });
afterAll(folder.remove);

describe.each(['gil', 'gilectomy', 'nogil'])('an error in a thread, under %s,', (executor) => {
  it.each([
    ['named', /^<it>\nTraceback \(most recent call last\):\n {2}File "\S+start.py", line 4, in /],
    ['nameless', /^<object repr\(\) failed>\nTraceback .*:\n {2}File "\S+start.py", line 4, in /],
    ['native', /^<built-in function len>\nTypeError: len\(\) takes exactly one argument /],
    ['unfit', /^<function unfit at 0x\w+>\nTypeError: unfit\(\) missing 1 required positional/],
  ])('names what the thread was started with: %s', async (which, expected) => {
    const path = `${folder.path}/start.py`;
    const { errors, code } = await gilscope(['--executor', executor, path, which]);
    const heading = 'Exception ignored in thread started by: ';
    expect(errors.slice(0, heading.length)).toBe(heading);
    expect(errors.slice(heading.length)).toMatch(expected);
    expect(code).toBe(0);
  });

  it('is not reported if it is SystemExit', async () => {
    const path = `${folder.path}/start.py`;
    const { errors, code } = await gilscope(['--executor', executor, path, 'quiet']);
    expect([errors, code]).toEqual(['', 0]);
  });
});
