/**
 * Builds dist/: bundles, type declarations, the compiled library, what start-up copies instead of
 * computing it (docs/internals/start-up.md), and the licences of what is bundled.
 *
 *     node test/config/build.mjs [--force] [--sourcemap]
 *
 * Each entry is one self-contained bundle, third-party code included: start-up reads one file, and
 * esbuild writes every `const enum` of every file as a literal, which the interpreter's speed rests
 * on. Files appear under their names by renaming, so a run beside a build never reads half a file.
 * Nothing is done when dist/ already fits the sources; types are checked by `npm run check`, not here.
 */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
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
import { lateBuiltins } from './lateBuiltins.mjs';
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
  { source: 'src/index.ts', output: 'index.mjs', format: 'esm' },
  // CommonJS, because it starts 3 ms sooner, in the main thread as in a worker.
  { source: 'src/cli/start.ts', output: 'gilscope.js', format: 'cjs', executable: true },
  { source: 'src/host/node/worker.ts', output: 'worker.cjs', format: 'cjs' },
  // Loaded with their bytecode by host/node/bundle.ts, which wants an id and plain ASCII.
  { source: 'src/cli/main.ts', output: 'cli.cjs', format: 'cjs', precompiled: true, late: true },
  {
    source: 'src/engine/compilerService.ts',
    output: 'compiler.cjs',
    format: 'cjs',
    precompiled: true,
  },
  {
    source: 'src/engine/machine.ts',
    output: 'machine.cjs',
    format: 'cjs',
    precompiled: true,
    hot: true,
  },
];
/** Runs at the end of the build only, and is not kept. */
const PRECOMPILER = {
  source: 'src/host/node/precompile.ts',
  output: '.precompile.mjs',
  format: 'esm',
};
const PLACE_OF_ID = '// bundle';
const EXECUTORS = ['gil', 'gilectomy', 'nogil', 'unsafe'];

const LIBRARY = join(ROOT, 'src/stdlib/python');

/** Builds dist/ whatever is in it. Throws if a source does not bundle. */
export async function build({ sourcemap = false } = {}) {
  const fingerprint = sourceFingerprint();
  mkdirSync(DIST, { recursive: true });
  // What an earlier build left, perhaps under names of an earlier version.
  for (const name of readdirSync(DIST)) {
    if (/\.(js|cjs|mjs|code)$/.test(name) && !ENTRIES.some((entry) => entry.output === name))
      rmSync(join(DIST, name));
  }
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
  // gilscope.js is CommonJS; the declarations are those of index.mjs.
  writeModuleType(DIST, 'commonjs');
  writeModuleType(join(DIST, 'types'), 'module');
  await freezeLibrary(DIST);
  await precompile(DIST);
  publish(FINGERPRINT, fingerprint);
}

/** The bundles, the library and the precompiled parts alone, in another folder: for measuring beside dist/. */
export async function buildInto(dist) {
  mkdirSync(dist, { recursive: true });
  const { build: bundler } = await import('esbuild');
  await Promise.all(ENTRIES.map((entry) => bundle(bundler, entry, false, dist)));
  writeModuleType(dist, 'commonjs');
  await freezeLibrary(dist);
  // A machine in the middle of being changed may not run the warm-up, and is still worth a look.
  await precompile(dist).catch((failure) => console.error(failure.message));
}

/**
 * Writes dist/NAME.code for the precompiled bundles and dist/boot/EXECUTOR.img. They fit the bundles that
 * are there now and no others. Without them everything works, but starts slowly.
 */
async function precompile(dist) {
  const { build: bundler } = await import('esbuild');
  await bundle(bundler, PRECOMPILER, false, dist);
  const script = join(dist, PRECOMPILER.output);
  const warmUp = join(import.meta.dirname, 'warmUp.py');
  try {
    await promisify(execFile)(process.execPath, [script, dist, warmUp, ...EXECUTORS]);
  } catch (failure) {
    throw new Error(`precompiling failed:\n${failure.stderr || failure.message}`);
  } finally {
    rmSync(script, { force: true });
  }
}

async function bundle(bundler, entry, sourcemap, dist = DIST) {
  const result = await bundler({
    absWorkingDir: ROOT,
    entryPoints: [entry.source],
    outfile: join(dist, entry.output),
    bundle: true,
    write: false,
    metafile: true,
    format: entry.format,
    platform: 'node',
    target: 'node20',
    charset: entry.precompiled ? 'ascii' : 'utf8',
    banner: { js: prologue(entry) },
    keepNames: false,
    minify: false,
    legalComments: 'none',
    sourcemap: sourcemap ? 'linked' : false,
    define: {
      'process.env.NODE_ENV': '"production"',
      ...(entry.format === 'cjs' && { 'import.meta.dirname': '__dirname' }),
    },
    plugins: entry.late ? [lateBuiltins] : [],
    logLevel: 'warning',
  });
  rmSync(join(dist, `${entry.output}.map`), { force: true });
  for (const file of result.outputFiles) {
    // Only the keyword changes, three letters to five: maps stay right but for columns in that line.
    const isHot = entry.hot && !file.path.endsWith('.map');
    const script = isHot ? await withConstants(file.text) : file.text;
    const isScript = entry.precompiled && !file.path.endsWith('.map');
    publish(file.path, isScript ? withId(script) : script);
    if (entry.executable && !file.path.endsWith('.map')) chmodSync(file.path, 0o755);
  }
  return result.metafile;
}

/** KEEP-IN-STEP(bundle-id): host/node/bundle.ts reads it. The first line is there already, for the maps' sake. */
function withId(script) {
  const ascii = escaped(script);
  const id = createHash('sha256').update(ascii).digest('hex').slice(0, 32);
  return ascii.replace(PLACE_OF_ID, `// bundle ${id}`);
}

/** esbuild writes strings in plain ASCII, but leaves comments and regular expressions, where this means the same. */
function escaped(script) {
  return script.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function withConstants(script) {
  const { restoreConstants } = await import('./constants.mjs');
  return restoreConstants(script);
}

/** What stands before the code, known to esbuild so that the lines in source maps are right. */
function prologue(entry) {
  return entry.precompiled ? PLACE_OF_ID : '';
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
async function freezeLibrary(dist) {
  const folder = join(dist, 'stdlib');
  const compiler = join(dist, 'compiler.cjs');
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

/** What kind of module Node and TypeScript take the files of a folder for. */
function writeModuleType(folder, type) {
  if (existsSync(folder)) publish(join(folder, 'package.json'), `${JSON.stringify({ type })}\n`);
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
