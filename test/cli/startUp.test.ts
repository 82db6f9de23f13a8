/**
 * Starting from what the build made: the same machine as one that lays out its own heap, for every executor,
 * and no trust in what does not fit.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXECUTOR_NAMES } from '../../src/executors/cards.ts';
import { imageName, takeImage } from '../../src/heap/bootImage.ts';
import { GILSCOPE, run } from './run.ts';

const DIST = dirname(GILSCOPE);
const PROGRAM = `import threading, collections
class A(Exception): pass
def work():
    try: raise A(collections.Counter("start"))
    except A as e: print(e.args[0]["t"], sorted(vars(A)), A.__mro__)
t = threading.Thread(target=work)
t.start(); t.join()
print(len(dir(int)), len(dir(str)), len(dir(dict)), int.__add__, str.join, (5).__class__, "ab"*2)
print(ZeroDivisionError.__base__.__name__)
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A copy of dist/ that a test may spoil. */
function distribution(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gilscope-dist-'));
  folders.push(folder);
  cpSync(DIST, folder, { recursive: true });
  return folder;
}

const runIn = (folder: string, executor: string) =>
  run(process.execPath, [join(folder, 'gilscope.js'), '--executor', executor, '-c', PROGRAM]);

/** Changes a name in an image, so that a program can tell where its heap is from. */
function rename(folder: string, executor: string): void {
  const path = join(folder, imageName(executor));
  const text = readFileSync(path, 'latin1');
  writeFileSync(path, text.replace('ArithmeticError', 'ArithmeticErrox'), 'latin1');
}

/** Another build's id in the first line of the machine. */
function disown(folder: string): void {
  const path = join(folder, 'machine.cjs');
  const text = readFileSync(path, 'latin1');
  writeFileSync(path, text.replace(/^(\/\/ bundle )\w+/, `$1${'0'.repeat(32)}`), 'latin1');
}

/** Lays out a boot heap with the built machine, in a process of its own, and gives the words in use. */
function laidOut(executor: string, heapBytes: number, simulated: boolean): Buffer {
  const script = `
    const buffer = new SharedArrayBuffer(${heapBytes});
    globalThis[Symbol.for('gilscope.boot')] = { buffer, workerIndex: 0, laidOut: false,
      executor: '${executor}', switchPoints: '3.9', stats: false, simulated: ${simulated}, seed: 7,
      tier: '1', borrow: true };
    require(${JSON.stringify(join(DIST, 'machine.cjs'))}).layBootHeap();
    require('node:fs').writeSync(1, Buffer.from(buffer).subarray(0, 4 << 20));`;
  return execFileSync(process.execPath, ['-e', script], { maxBuffer: 8 << 20 });
}

describe.each(EXECUTOR_NAMES)('%s', (executor) => {
  it.each([
    ['of 16 MiB', 16 << 20, false],
    ['of 128 MiB, simulated', 128 << 20, true],
  ])('has an image that equals a heap %s laid out now', (_what, heapBytes, simulated) => {
    const image = readFileSync(join(DIST, imageName(executor)));
    const words = new Int32Array(new Uint8Array(laidOut(executor, heapBytes, simulated)).buffer);
    const id = readFileSync(join(DIST, 'machine.cjs'), 'latin1')
      .slice('// bundle '.length)
      .slice(0, 32);
    const taken = takeImage(words, id);
    const known = new Int32Array(new Uint8Array(image).buffer);
    expect(taken.length).toBe(known.length);
    const different = [...taken.keys()].filter((i) => taken[i] !== known[i]);
    // Size of the heap and count of its pages are set after the copy.
    expect(different.length).toBeLessThanOrEqual(2);
  });

  it('runs the same from its image and without one', async () => {
    const without = distribution();
    rmSync(join(without, 'boot'), { recursive: true });
    const seen = await runIn(DIST, executor);
    expect(seen).toMatchObject({ code: 0, errors: '' });
    expect(await runIn(without, executor)).toEqual(seen);
  });

  it('copies its image, and no image of another build', async () => {
    const folder = distribution();
    rename(folder, executor);
    const renamed = await runIn(folder, executor);
    expect(renamed).toMatchObject({ code: 0, out: expect.stringContaining('ArithmeticErrox') });
    disown(folder);
    expect(await runIn(folder, executor)).toEqual(await runIn(DIST, executor));
  });
});
