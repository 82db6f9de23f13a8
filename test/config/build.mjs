/**
 * Builds dist/: bundles, type declarations, the compiled library and the licences of what is bundled.
 *
 *     node test/config/build.mjs [--force] [--sourcemap]
 *
 * Each entry is one self-contained bundle, third-party code included: start-up reads one file, and
 * esbuild writes every `const enum` of every file as a literal, which the interpreter's speed rests
 * on. Files appear under their names by renaming, so a run beside a build never reads half a file.
 * Nothing is done when dist/ already fits the sources; types are checked by `npm run check`, not here.
 */

import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  DIST,
  FINGERPRINT,
  isBuilt,
  listFiles,
  portablePath,
  ROOT,
  sourceFingerprint,
} from './project.mjs';

const ENTRIES = [
  { source: 'src/cli/main.ts', output: 'gilscope.js', format: 'esm', executable: true },
  { source: 'src/host/node/worker.ts', output: 'worker.js', format: 'esm' },
  { source: 'src/engine/machine.ts', output: 'machine.js', format: 'esm', hot: true },
  // CommonJS, because a worker in the middle of an import statement loads it synchronously.
  { source: 'src/engine/compilerService.ts', output: 'compiler.cjs', format: 'cjs' },
  { source: 'src/index.ts', output: 'index.js', format: 'esm' },
];

/** A `require` for bundled CommonJS packages (commander) that ask for Node's own modules. */
const DEFINE_REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

const LIBRARY = join(ROOT, 'src/stdlib/python');

/** Builds dist/ whatever is in it. Throws if a source does not bundle. */
export async function build({ sourcemap = false } = {}) {
  const fingerprint = sourceFingerprint();
  mkdirSync(DIST, { recursive: true });
  rmSync(FINGERPRINT, { force: true });
  const present = ENTRIES.filter((entry) => existsSync(join(ROOT, entry.source)));
  for (const entry of ENTRIES) {
    if (present.includes(entry)) continue;
    console.log(`build: skipped dist/${entry.output}, there is no ${entry.source}`);
    rmSync(join(DIST, entry.output), { force: true });
  }
  const { build: bundler } = await import('esbuild');
  const [metafiles] = await Promise.all([
    Promise.all(present.map((entry) => bundle(bundler, entry, sourcemap))),
    emitTypes(),
  ]);
  writeLicences(metafiles);
  await freezeLibrary();
  publish(FINGERPRINT, fingerprint);
}

async function bundle(bundler, entry, sourcemap) {
  const result = await bundler({
    absWorkingDir: ROOT,
    entryPoints: [entry.source],
    outfile: join(DIST, entry.output),
    bundle: true,
    write: false,
    metafile: true,
    format: entry.format,
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    banner: { js: prologue(entry) },
    keepNames: false,
    minify: false,
    legalComments: 'none',
    sourcemap: sourcemap ? 'linked' : false,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  rmSync(join(DIST, `${entry.output}.map`), { force: true });
  for (const file of result.outputFiles) {
    // Only the keyword changes, three letters to five: maps stay right but for columns in that line.
    const isHot = entry.hot && !file.path.endsWith('.map');
    publish(file.path, isHot ? await withConstants(file.text) : file.text);
    if (entry.executable && !file.path.endsWith('.map')) chmodSync(file.path, 0o755);
  }
  return result.metafile;
}

async function withConstants(script) {
  const { restoreConstants } = await import('./constants.mjs');
  return restoreConstants(script);
}

/** What stands before the code, known to esbuild so that the lines in source maps are right. */
function prologue(entry) {
  if (!entry.executable) return '';
  const hasOwnLine = readFileSync(join(ROOT, entry.source), 'utf8').startsWith('#!');
  return (hasOwnLine ? '' : '#!/usr/bin/env node\n') + DEFINE_REQUIRE;
}

/** Writes dist/types/, one declaration per source that the library entry reaches. */
async function emitTypes() {
  if (!existsSync(join(ROOT, 'src/index.ts'))) return;
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  rmSync(join(DIST, 'types'), { recursive: true, force: true });
  try {
    const config = join(import.meta.dirname, 'tsconfig.build.json');
    await promisify(execFile)(process.execPath, [compiler, '-p', config], { cwd: ROOT });
  } catch (failure) {
    throw new Error(`the type declarations failed:\n${failure.stdout || failure.message}`);
  }
}

/**
 * Writes dist/stdlib/NAME.json for each library module that is written in Python: compiled, so that an
 * import neither parses nor loads the compiler. One file per module, because most programs import few.
 */
async function freezeLibrary() {
  const folder = join(DIST, 'stdlib');
  const compiler = join(DIST, 'compiler.cjs');
  rmSync(folder, { recursive: true, force: true });
  if (!existsSync(compiler)) return;
  mkdirSync(folder);
  const { compile } = createRequire(import.meta.url)(compiler);
  const names = new Set();
  for (const file of listFiles(LIBRARY)) {
    if (!file.endsWith('.py')) continue;
    const path = portablePath(file, LIBRARY);
    const isPackage = basename(path) === '__init__.py';
    const name = (isPackage ? dirname(path) : path.slice(0, -'.py'.length)).replaceAll('/', '.');
    if (names.has(name)) throw new Error(`two files are the library module ${name}`);
    names.add(name);
    const result = compile(readFileSync(file, 'utf8'), `<frozen ${name}>`, 'exec');
    if (!result.ok) {
      const { message, line } = result.problem;
      throw new Error(`library module ${name}, line ${line}: ${message}`);
    }
    publish(join(folder, `${name}.json`), `${JSON.stringify({ isPackage, code: result.code })}\n`);
  }
}

/** Writes the licence of each package whose code is in a bundle, as those licences ask for. */
function writeLicences(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const output of Object.values(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  let text = 'The files in this folder contain code of these packages.\n';
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const terms =
      file === undefined ? '' : `\n${readFileSync(join(ROOT, folder, file), 'utf8').trim()}\n`;
    text += `\n---- ${name} ${version} (${license})\n${terms}`;
  }
  publish(join(DIST, 'THIRD-PARTY-LICENSES.txt'), text);
}

/** Writes a file so that a reader sees the old one or the new one. */
function publish(path, text) {
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== '--force' && option !== '--sourcemap');
  if (unknown !== undefined) {
    console.error(`build: unknown option ${unknown}; known are --force and --sourcemap`);
    process.exit(2);
  }
  if (options.length > 0 || !isBuilt()) {
    try {
      await build({ sourcemap: options.includes('--sourcemap') });
    } catch (failure) {
      // esbuild has printed its own errors, with their places, already.
      console.error(`build: ${failure.message}`);
      process.exit(1);
    }
  }
}
