/** Bundles and the bytecode beside them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeFile,
  codePath,
  ID_MARK,
  loadBundle,
  openBundle,
} from '../../../src/host/node/bundle.ts';
import { setV8Flags } from '../../../src/host/node/v8Flags.ts';

const DIST = resolve(import.meta.dirname, '../../../dist');
const ID = '0123456789abcdeffedcba9876543210';
const OTHER = '0123456789abcdeffedcba9876543211';
const text = (id: string, answer: number): string =>
  `${ID_MARK}${id}\n'use strict';\nmodule.exports = { answer: () => ${answer}, here: __filename };\n`;

let folder: string;
let path: string;
beforeAll(() => {
  setV8Flags();
  folder = mkdtempSync(join(tmpdir(), 'gilscope-bundle-'));
  path = join(folder, 'sample.cjs');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Sample {
  answer(): number;
  readonly here: string;
}

describe('a bundle', () => {
  it('is evaluated with what a CommonJS module sees', () => {
    writeFileSync(path, text(ID, 42));
    const { answer, here } = loadBundle<Sample>(path);
    expect([answer(), here]).toEqual([42, path]);
  });

  it('takes the bytecode that was made of it', () => {
    writeFileSync(path, text(ID, 42));
    writeFileSync(codePath(path), codeFile(openBundle(path)));
    expect(openBundle(path).script.cachedDataRejected).toBe(false);
  });

  it('does not take the bytecode of a text of equal length', () => {
    writeFileSync(path, text(ID, 42));
    writeFileSync(codePath(path), codeFile(openBundle(path)));
    writeFileSync(path, text(OTHER, 43));
    expect(openBundle(path).script.cachedDataRejected).toBe(undefined);
    expect(loadBundle<Sample>(path).answer()).toBe(43);
  });

  it.each(['machine', 'cli', 'compiler'])('was built with bytecode that V8 accepts: %s', (name) => {
    expect(openBundle(join(DIST, `${name}.cjs`)).script.cachedDataRejected).toBe(false);
  });
});
