/**
 * Makes `npm start` and `npm test` work on a fresh clone: installs what is missing, builds what is
 * stale, then runs the command. Plain Node without dependencies, since nothing may be installed yet.
 *
 *     node test/config/bootstrap.mjs start|test|check|tiers|fuzz|bench|measure|soak [ARGS for the command]
 *
 * It says nothing of its own unless something takes long or fails.
 */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isBuilt, ROOT } from './project.mjs';

/** Shows the difference between the executors in about half a minute. */
const SAMPLE = ['programs/articles/fib_threads.py', '--threads', '1,2', '--repeat', '3'];

const COMMANDS = {
  start: (args) => node('dist/gilscope.js', ['compare', ...SAMPLE, ...args]),
  test: runTests,
  check: runChecks,
  bench: (args) => node('test/support/bench.mjs', args),
  measure: (args) => node('test/support/measure.mjs', args),
  soak: (args) => node('test/support/soak.mjs', args),
  tiers: (args) => node('test/support/tiers.mjs', args),
  fuzz: (args) => node('test/support/fuzz.mjs', args),
};

const [command, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(COMMANDS, command ?? '')) {
  console.error(`usage: bootstrap.mjs ${Object.keys(COMMANDS).join('|')} [ARGS]`);
  process.exit(2);
}
if (!isInstalled()) install();
if (!isBuilt()) node('test/config/build.mjs', [], 'stop on failure');
process.exitCode = await COMMANDS[command](rest);

/**
 * Whether node_modules holds what package-lock.json asks for. Versions are compared, not times of
 * files: a clone gives every file the time of the clone.
 */
function isInstalled() {
  if (!existsSync(join(ROOT, 'package-lock.json'))) return existsSync(join(ROOT, 'node_modules'));
  const record = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional || devOptional || peer : found.version === version;
  });
}

/**
 * Installs what the lock file says. `npm ci` refuses a lock file that leaves out optional packages for
 * other systems, as one written against a partial mirror does; `npm install` then takes the same
 * locked versions, and --no-save keeps it from changing the lock file. Only the last error is shown.
 */
function install() {
  console.error('gilscope: installing packages, once ...');
  const hasLock = existsSync(join(ROOT, 'package-lock.json'));
  const attempts = hasLock ? [['ci'], ['install', '--no-save']] : [['install', '--no-save']];
  // No package that we use needs its install script: esbuild's binary is a package of its own.
  const options = [
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  let output = '';
  for (const attempt of attempts) {
    const { status, error, stderr } = spawnSync('npm', [...attempt, ...options], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status === 0) return;
    output = error === undefined ? stderr : error.message;
  }
  console.error(`${output.trimEnd()}\ngilscope: the packages could not be installed`);
  process.exit(1);
}

/** Runs one of our scripts with this Node; gives its exit code, 1 for an end by a signal. */
function node(script, args, onFailure = 'give the code') {
  if (!existsSync(join(ROOT, script))) {
    console.error(`gilscope: ${script} does not exist, so "${command}" cannot run`);
    process.exit(1);
  }
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0 && onFailure === 'stop on failure') process.exit(status ?? 1);
  return status ?? 1;
}

/** Checks, then tests even if a check failed: one run tells everything. */
async function runTests(args) {
  const checks = await runChecks();
  const config = 'test/config/vitest.config.ts';
  const tests = node('node_modules/vitest/vitest.mjs', ['run', '--config', config, ...args]);
  return checks || tests;
}

/** Runs the `check:` scripts of package.json at the same time; prints only those that fail. */
async function runChecks() {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const names = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  const results = await Promise.all(names.map((name) => capture(scripts[name])));
  let failures = 0;
  for (const [index, { code, output }] of results.entries()) {
    if (code === 0) continue;
    failures++;
    console.error(
      `${output.trimEnd()}\ngilscope: ${names[index]} failed (${scripts[names[index]]})\n`,
    );
  }
  return failures === 0 ? 0 : 1;
}

function capture(script) {
  const path = join(ROOT, 'node_modules/.bin') + delimiter + process.env.PATH;
  return new Promise((resolve) => {
    const child = spawn(script, { cwd: ROOT, shell: true, env: { ...process.env, PATH: path } });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
