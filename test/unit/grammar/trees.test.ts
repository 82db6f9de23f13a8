/** Every recorded program parses to the tree, with all places, that CPython's ast module prints. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseModule } from '../../../grammar/parse.ts';
import { dump } from '../../../src/ast/dump.ts';

const path = new URL('./fixtures/trees.jsonl', import.meta.url);
const programs = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line)) as [source: string, tree: string][];

/** CPython counts columns in bytes, we in code points: places are compared in ASCII texts. */
function isAscii(text: string): boolean {
  return [...text].every((char) => char.charCodeAt(0) < 128);
}

test.each(programs)('%j parses to the tree of CPython', (source, tree) => {
  const spans = isAscii(source) ? 'spans' : 'no spans';
  expect(dump(parseModule(source, 'recorded.py'), spans)).toBe(tree);
});
