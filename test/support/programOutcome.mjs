/**
 * What the programs of programs/ are to do under each executor, and whether a run did it. A program says
 * it in its docstring, with the small arguments for tests, one line per executor:
 *
 *   args: 2 1000
 *   expect[gil]: same            exit code 0, and standard output equals NAME.out (CPython's)
 *   expect[nogil]: any           exit code 0; the output differs from run to run
 *   expect[unsafe]: damage       exit code 70 and a report of damaged memory
 *   expect[unsafe]: damage-or-any
 *   expect[gil]: deadlock        exit code 71 and a report that names the threads
 *
 * Plain JavaScript, because the soak runs it without a build.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../config/project.mjs';

const PROGRAMS = join(ROOT, 'programs');

/** The outcomes that satisfy each expectation. */
const ALLOWED = {
  same: ['right'],
  any: ['right', 'ended'],
  deadlock: ['deadlock'],
  damage: ['damage'],
  'damage-or-any': ['right', 'ended', 'damage'],
};

const DAMAGE_REPORT = /^gilscope: memory damage: .+\n(?: {2}.*\n)+/m;
const DEADLOCK_REPORT =
  /^gilscope: deadlock: .+\n(?: {2}\S.*: waits .*\n {6}at .*, line \d+, in .*\n)+/m;
const TRACE_OF_JAVASCRIPT = /^\s+at .*\.(?:js|ts|cjs):\d+|internal error/m;

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string} file
 * @property {string[]} args
 * @property {Partial<Record<string, keyof typeof ALLOWED>>} expectations by executor
 * @property {() => string} recorded CPython's standard output
 */

/**
 * All programs, by name. Throws if a docstring expects what nobody knows.
 * @returns {Program[]}
 */
export function readPrograms() {
  return readdirSync(PROGRAMS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map(readProgram);
}

/**
 * What the run amounts to, in one word.
 * @param {{ code: number, stdout: string, stderr: string }} run
 * @param {Program} program
 * @param {keyof typeof ALLOWED} expectation
 */
export function outcomeOf({ code, stdout, stderr }, program, expectation) {
  if (TRACE_OF_JAVASCRIPT.test(stderr)) return 'failed';
  if (code === 70 && DAMAGE_REPORT.test(stderr)) return 'damage';
  if (code === 71 && DEADLOCK_REPORT.test(stderr)) return 'deadlock';
  if (code !== 0) return 'failed';
  if (expectation !== 'same') return 'ended';
  return stdout === program.recorded() ? 'right' : 'ended';
}

/**
 * Whether the outcome is what the program expects.
 * @param {string} outcome
 * @param {keyof typeof ALLOWED} expectation
 */
export function isAllowed(outcome, expectation) {
  return ALLOWED[expectation].includes(outcome);
}

/** @returns {Program} */
function readProgram(name) {
  const file = join(PROGRAMS, name);
  const text = readFileSync(file, 'utf8');
  const args = /^args:(.*)$/m.exec(text)?.[1].trim() ?? '';
  const expectations = {};
  for (const [, executor, word] of text.matchAll(/^expect\[(\w+)\]:\s*(\S+)$/gm)) {
    if (!Object.hasOwn(ALLOWED, word)) throw new Error(`${name}: expects "${word}" of ${executor}`);
    expectations[executor] = word;
  }
  const recorded = () => readFileSync(file.replace(/\.py$/, '.out'), 'utf8');
  return { name, file, args: args === '' ? [] : args.split(/\s+/), expectations, recorded };
}
