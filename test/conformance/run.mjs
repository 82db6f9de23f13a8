// Runs MicroPython's own language tests under gilscope: programs that others wrote, about a language
// that others implement. What is right is what python3 prints, not the `.py.exp` files beside the tests,
// which say where MicroPython differs. Nothing of MicroPython is kept here: see README.md.
//
//   node test/conformance/run.mjs CHECKOUT [--jobs N] [--build FILE] [--gilscope=OPTION]... [NAME]...
//
// A test counts as passed if standard output and exit code equal python3's.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const FOLDERS = ['basics', 'float', 'misc', 'import', 'thread'];
const TIMEOUT_MS = 10_000;
const OUTPUT_MAX = 64 * 1024 * 1024;
/** An end of ours for what ran out of time; no program exits with it. */
const TIMED_OUT = -1;

/** Parts of the language and of the library that gilscope leaves out, by how a test's text shows them. */
const LEFT_OUT = [
  ['async and await', /^\s*async\s|\bawait\b/m],
  ['match statements', /^\s*match\b.*:\s*$/m],
  ['complex numbers', /\bcomplex\(|\bcmath\b|\b\d+(\.\d*)?[jJ]\b/],
  ['files and io', /\bopen\(|^\s*(import|from)\s+(io|os)\b/m],
  [
    'modules of MicroPython only',
    /^\s*(import|from)\s+(micropython|machine|uctypes|vfs|cexample|cryptolib)\b/m,
  ],
  ['sys.settrace', /sys\.settrace/],
];

/** What a program did: its standard output, the last line of its error output, and its exit code. */
function run(command, args, file) {
  return new Promise((done, fail) => {
    const options = {
      cwd: dirname(file),
      timeout: TIMEOUT_MS,
      maxBuffer: OUTPUT_MAX,
      killSignal: 'SIGKILL',
    };
    const child = execFile(command, [...args, file], options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code === 'string') return fail(error);
      const code = error === null ? 0 : error.killed ? TIMED_OUT : error.code;
      done({ stdout, code, message: stderr.trim().split('\n').at(-1) ?? '' });
    });
    child.stdin.end();
  });
}

/** Why a test cannot be judged here, or undefined. */
function reasonToSkip(text) {
  return LEFT_OUT.find(([, pattern]) => pattern.test(text))?.[0];
}

async function judge(file, gilscope) {
  const reason = reasonToSkip(readFileSync(file, 'utf8'));
  if (reason !== undefined) return { kind: 'skipped', reason };
  const expected = await run('python3', ['-B'], file);
  if (expected.code !== 0)
    return { kind: 'skipped', reason: 'python3 itself fails or runs too long' };
  if (expected.stdout.trimEnd().endsWith('SKIP'))
    return { kind: 'skipped', reason: 'the test skips itself under python3' };
  const got = await run(process.execPath, gilscope, file);
  if (got.stdout === expected.stdout && got.code === 0) return { kind: 'passed' };
  return { kind: 'failed', why: difference(expected, got) };
}

function difference(expected, got) {
  if (got.code === TIMED_OUT) return `still running after ${TIMEOUT_MS / 1000} s`;
  const wanted = expected.stdout.split('\n');
  const seen = got.stdout.split('\n');
  const at = wanted.findIndex((line, i) => line !== seen[i]);
  const message = got.message === '' ? '' : ` (${got.message})`;
  if (at >= 0)
    return `line ${at + 1}: ${JSON.stringify(seen[at] ?? '')} for ${JSON.stringify(wanted[at])}${message}`;
  if (seen.length > wanted.length)
    return `more output than python3's, from line ${wanted.length + 1}${message}`;
  return `exit code ${got.code} for 0${message}`;
}

function testFiles(checkout, names) {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(checkout, 'tests', folder))
      .filter((name) => name.endsWith('.py'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return names.length === 0
    ? files
    : files.filter((file) => names.some((name) => file.includes(name)));
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      jobs: { type: 'string', default: '2' },
      build: {
        type: 'string',
        default: fileURLToPath(new URL('../../dist/gilscope.js', import.meta.url)),
      },
      gilscope: { type: 'string', multiple: true, default: [] },
    },
  });
  const [checkout, ...names] = positionals;
  const jobs = Number(values.jobs);
  if (checkout === undefined)
    throw new Error('which checkout of MicroPython? node test/conformance/run.mjs PATH');
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new Error(`--jobs takes a whole number from 1, not ${values.jobs}`);
  if (!existsSync(join(checkout, 'tests', 'basics')))
    throw new Error(`${checkout} has no tests/basics`);
  if (!existsSync(values.build)) throw new Error(`${values.build} is not there: npm run build`);
  return {
    checkout: resolve(checkout),
    names,
    jobs,
    gilscope: [resolve(values.build), ...values.gilscope],
  };
}

async function main({ checkout, names, jobs, gilscope }) {
  const files = testFiles(checkout, names);
  if (files.length === 0) throw new Error(`no test's name contains ${names.join(' or ')}`);
  const count = { passed: 0, failed: 0, skipped: 0 };
  const reasons = new Map();
  let next = 0;
  async function work() {
    while (next < files.length) {
      const file = files[next++];
      const result = await judge(join(checkout, 'tests', file), gilscope);
      count[result.kind] += 1;
      if (result.kind === 'failed') console.log(`${file}: ${result.why}`);
      if (result.kind === 'skipped')
        reasons.set(result.reason, (reasons.get(result.reason) ?? 0) + 1);
    }
  }
  await Promise.all(Array.from({ length: jobs }, work));
  console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  for (const [reason, times] of [...reasons].sort((a, b) => b[1] - a[1]))
    console.log(`  ${times} skipped: ${reason}`);
  if (count.failed > 0) process.exitCode = 1;
}

try {
  await main(readArguments());
} catch (error) {
  console.error(`conformance: ${error.message}`);
  process.exitCode = 2;
}
