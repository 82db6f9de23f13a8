/** Boot images as data, on heaps that hold a few words only. */

import { describe, expect, it } from 'vitest';
import { layImage, takeImage } from '../../../src/heap/bootImage.ts';
import { Machine, Region } from '../../../src/heap/layout.ts';

const ID = '0123456789abcdeffedcba9876543210';
const OTHER = '0123456789abcdeffedcba9876543211';
const MACHINE = Region.MACHINE >> 2;
const PAGES = 80;
const WORDS = (PAGES * Region.PAGE_BYTES) >> 2;

/** A heap of two pages more than it uses, with words set here and there. */
function sampleHeap(): Int32Array {
  const words = new Int32Array(WORDS);
  words[MACHINE + Machine.PAGE_NEXT] = PAGES - 2;
  for (const at of [MACHINE, MACHINE + 62, MACHINE + 64, 40_000, 40_063, 40_064, 70_001])
    words[at] = -at;
  return words;
}

describe('a boot image', () => {
  it('gives an empty heap the words of the heap it was taken of', () => {
    const heap = sampleHeap();
    const copy = new Int32Array(WORDS);
    expect(layImage(takeImage(heap, ID), ID, copy)).toBe(true);
    expect(copy).toEqual(heap);
  });

  it('leaves out what is zero, and pages that are not in use', () => {
    const heap = sampleHeap();
    heap[((PAGES - 2) * Region.PAGE_BYTES) >> 2] = 1;
    expect(takeImage(heap, ID).length).toBeLessThan(64 * 7);
  });

  it('keeps an interrupt that came before it was copied', () => {
    const copy = new Int32Array(WORDS);
    copy[MACHINE + Machine.INTERRUPTED] = 1;
    layImage(takeImage(sampleHeap(), ID), ID, copy);
    expect(copy[MACHINE + Machine.INTERRUPTED]).toBe(1);
  });

  it.each([
    ['of another build', (image: Int32Array) => image, OTHER],
    ['when the machine has no id', (image: Int32Array) => image, ''],
    ['that is cut short', (image: Int32Array) => image.subarray(0, image.length - 1), ID],
    ['that is no image', (image: Int32Array) => image.map((word, i) => (i === 0 ? 0 : word)), ID],
  ])('is refused, and nothing copied, %s', (_what, spoil, id) => {
    const copy = new Int32Array(WORDS);
    expect(layImage(spoil(takeImage(sampleHeap(), ID)), id, copy)).toBe(false);
    expect(copy.every((word) => word === 0)).toBe(true);
  });
});
