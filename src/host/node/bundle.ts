// Loads a bundle of dist/ together with the bytecode that V8 made of it at build time, in NAME.code
// beside it: machine.cjs takes 30 ms to be parsed, and its functions again when each is first called,
// but 3 ms with the bytecode.
//
// V8 refuses bytecode of another version of itself or made under other flags (v8Flags.ts), and then
// compiles the text as if there were none. Of the text it compares the length only, so the build writes
// an id of the contents into the first line of the bundle (KEEP-IN-STEP(bundle-id)), and this file writes
// it at the head of the bytecode. Bundles are plain ASCII (the build sees to that), because that is read as
// it stands.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

export interface Bundle {
  /** 32 hexadecimal digits; '' if the bundle has no id, then nothing made at build time fits it. */
  readonly id: string;
  readonly script: Script;
  /** Evaluates it, once or more often, as a CommonJS module of its own: its exports. */
  evaluate(): unknown;
}

/** What stands before the id in the first line. */
export const ID_MARK = '// bundle ';
const ID_LENGTH = 32;
/** What V8 itself does not look at is said at the head of the bytecode, in this many characters. */
const HEAD_LENGTH = 96;
const headOf = (id: string): string =>
  `${id} ${process.version} ${process.platform} ${process.arch}`.padEnd(HEAD_LENGTH);

/** The exports of a bundle. */
export function loadBundle<T>(path: string): T {
  return openBundle(path).evaluate() as T;
}

/** Compiles a bundle or takes its bytecode; nothing runs. Throws what reading the file throws. */
export function openBundle(path: string): Bundle {
  const text = readFileSync(path, 'latin1');
  const id = idOf(text);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${text}\n})`,
    {
      filename: path,
      cachedData: id === '' ? undefined : readCode(path, id),
    },
  );
  return {
    id,
    script,
    evaluate() {
      const module = { exports: {} };
      const run = script.runInThisContext() as (...scope: unknown[]) => void;
      run(module.exports, createRequire(path), module, path, dirname(path));
      return module.exports;
    },
  };
}

export const codePath = (path: string): string => path.replace(/\.[^.]+$/, '.code');

/** The contents of a bytecode file. */
export function codeFile({ id, script }: Bundle): Buffer {
  return Buffer.concat([Buffer.from(headOf(id), 'latin1'), script.createCachedData()]);
}

function idOf(text: string): string {
  if (!text.startsWith(ID_MARK)) return '';
  const id = text.slice(ID_MARK.length, ID_MARK.length + ID_LENGTH);
  return /^[0-9a-f]{32}$/.test(id) ? id : '';
}

function readCode(path: string, id: string): Buffer | undefined {
  let file: Buffer;
  try {
    file = readFileSync(codePath(path));
  } catch {
    // Not built for this: slower, not wrong.
    return undefined;
  }
  const fits = file.toString('latin1', 0, HEAD_LENGTH) === headOf(id);
  return fits ? file.subarray(HEAD_LENGTH) : undefined;
}
