/**
 * The implementations of Python that are measured: gilscope's executors, the Pythons on PATH, and two
 * that are packages of npm. One that is not there is not an error; it is left out of the tables.
 *
 * A Python is asked for its name and version by running it: a name on PATH says neither (`python3` may
 * be any of them), and the same one under two names must be measured once.
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The one that others are compared with. */
export const BASELINE = 'python3';
const ON_PATH = [
  BASELINE,
  ...['python3.11', 'python3.12', 'python3.13', 'python3.13t'],
  ...['python3.14', 'python3.14t', 'python3.15', 'python3.15t'],
  ...['pypy3', 'graalpy'],
];
const IN_NODE = {
  pyodide: { script: 'pyodide.mjs', label: 'Pyodide' },
  micropython: { script: 'micropython.mjs', label: 'MicroPython' },
};
export const OTHER_NAMES = [...ON_PATH, ...Object.keys(IN_NODE)];

/** Prints name and version in one line; `free-threaded` where there is no GIL. */
const ASK = `import sys
free = getattr(sys, '_is_gil_enabled', lambda: True)()
name = {'cpython': 'CPython', 'pypy': 'PyPy'}.get(sys.implementation.name, sys.implementation.name)
pypy = getattr(sys, 'pypy_version_info', None)
version = sys.version.split()[0] if pypy is None else '%d.%d.%d (Python %s)' % (*pypy[:3], sys.version.split()[0])
print(name, version + ('' if free else ', free-threaded'))`;

/**
 * @typedef {object} Implementation
 * @property {string} id as the options name it: `gil`, `nogil@1` (tier 1), `python3`, `pyodide`
 * @property {string} label for tables
 * @property {string} version
 * @property {string[]} command that runs a program: file and arguments follow
 * @property {boolean} threads whether it has threads
 * @property {boolean} ours whether it is gilscope
 */

/**
 * gilscope under each executor and tier.
 * @param {string} script the built `gilscope.js`
 * @param {string[]} executors
 * @param {string[]} tiers as the option --tier takes them; none leaves the option out
 * @returns {Implementation[]}
 * @throws {Error} if tiers are asked for and this gilscope has none to choose
 */
export function gilscopes(script, executors, tiers) {
  const start = [process.execPath, script];
  const version = firstLine(['--version'], start) ?? 'gilscope';
  if (tiers.length > 0 && firstLine(['--tier', tiers[0], '-c', 'print(1)'], start) !== '1') {
    throw new Error('this gilscope does not know --tier');
  }
  const one = (executor, tier) => ({
    id: tier === undefined ? executor : `${executor}@${tier}`,
    label: `gilscope ${executor}${tier === undefined ? '' : `, tier ${tier}`}`,
    version,
    command: [...start, '--executor', executor, ...(tier === undefined ? [] : ['--tier', tier])],
    threads: true,
    ours: true,
  });
  if (tiers.length === 0) return executors.map((executor) => one(executor));
  return executors.flatMap((executor) => tiers.map((tier) => one(executor, tier)));
}

/**
 * The other Pythons of `names` that are here.
 * @param {string[]} names some of OTHER_NAMES
 * @returns {Implementation[]}
 */
export function otherPythons(names) {
  const found = [];
  for (const name of OTHER_NAMES.filter((known) => names.includes(known))) {
    const inNode = IN_NODE[name];
    const command = inNode ? [process.execPath, join(import.meta.dirname, inNode.script)] : [name];
    const version = firstLine(inNode ? ['--version'] : ['-c', ASK], command);
    if (version === undefined || found.some((other) => other.version === version)) continue;
    const label = inNode?.label ?? name;
    found.push({ id: name, label, version, command, threads: !inNode, ours: false });
  }
  return found;
}

/** The first line that the command prints; undefined if it is not there or fails. */
function firstLine(args, [program, ...before]) {
  const run = spawnSync(program, [...before, ...args], { encoding: 'utf8', timeout: 30_000 });
  return run.status === 0 ? run.stdout.trim().split('\n')[0] : undefined;
}
