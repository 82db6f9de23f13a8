/**
 * What the build, the bootstrap and the tests must agree on: where things are, and whether dist/ was
 * built from the files that are here now.
 *
 * Plain Node without dependencies, because the bootstrap runs it before anything is installed. The
 * fingerprint is over path, size and modification time rather than "newest source against oldest
 * output": deleting a file or checking out an older one must lead to a build as well.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The folder of package.json, absolute. */
export const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');
/** Where vitest leaves the results that CI counts. */
export const TEST_REPORT = join(ROOT, 'node_modules/.cache/gilscope/vitest.json');
/** Holds what the last complete build was made from. */
export const FINGERPRINT = join(DIST, '.fingerprint');
const BUILD_INPUTS = [
  'src',
  'grammar',
  'test/config/build.mjs',
  'test/config/constants.mjs',
  'test/config/lateBuiltins.mjs',
  'test/config/warmUp.py',
  'test/config/project.mjs',
  'test/config/tsconfig.build.json',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** True if dist/ was built from exactly the present sources. */
export function isBuilt() {
  return existsSync(FINGERPRINT) && readFileSync(FINGERPRINT, 'utf8') === sourceFingerprint();
}

/** What `isBuilt` compares. Take it before building: a file that changes meanwhile must not count. */
export function sourceFingerprint() {
  const hash = createHash('sha256');
  for (const input of BUILD_INPUTS) {
    const path = join(ROOT, input);
    if (!existsSync(path)) continue;
    for (const file of statSync(path).isDirectory() ? listFiles(path) : [path]) {
      const stat = statSync(file, { throwIfNoEntry: false });
      if (stat === undefined) continue; // deleted since it was listed: an editor's draft
      const { size, mtimeMs } = stat;
      hash.update(`${portablePath(file, ROOT)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** All files below `folder`, absolute and sorted; nothing if there is no such folder. */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** `file` relative to `folder` with forward slashes on every system. */
export function portablePath(file, folder) {
  return relative(folder, file).split(sep).join('/');
}
