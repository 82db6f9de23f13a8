/**
 * The benchmark set: what `programs/bench/` holds, read from the programs themselves, and the runs
 * ("cases") that are measured. A docstring says what kind of work a program is (`work:`) and with which
 * arguments it is small (`args:`); the default size stands in its code, so that it is written once.
 *
 * A case of one thread is a program at its size. A program of threads gives one case per number of
 * threads, because what counts there is the throughput of two against one.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const THREAD_COUNTS = [1, 2];
/** The size at which issue and documentation speak of fib; measured for the goals only. */
const GOAL_FIB = 35;

/**
 * @typedef {object} Case
 * @property {string} id unique: `fib`, `threads_fib x2`
 * @property {string} name the program's name
 * @property {string} file absolute path
 * @property {string[]} args of the program
 * @property {string} work the kind of work
 * @property {number} threads 0 for a program without threads
 * @property {boolean} counted whether it belongs to the means and tables
 */

/**
 * All cases, in the order of the tables: by kind of work, then by name.
 * @param {string} folder with the programs
 * @param {{ only: string[], quick: boolean, bestOf: number }} choice `only`: names, none means all;
 *   `quick`: small arguments instead of the default size; `bestOf`: rounds inside of each process
 * @returns {Case[]}
 * @throws {Error} if a name of `only` is no program, or a docstring lacks a line
 */
export function readCases(folder, { only, quick, bestOf }) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => name.slice(0, -3));
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no such program: ${unknown.join(', ')}`);
  const programs = names
    .filter((name) => only.length === 0 || only.includes(name))
    .map((name) => readProgram(folder, name));
  programs.sort((a, b) => compareText(a.work, b.work) || compareText(a.name, b.name));
  const cases = programs.flatMap((program) => casesOf(program, quick, bestOf));
  const fib = cases.find(({ id }) => id === 'fib');
  if (fib === undefined || quick) return cases;
  const goal = { ...fib, id: `fib(${GOAL_FIB})`, args: [`${GOAL_FIB}`, '1'], counted: false };
  return [...cases, goal];
}

function readProgram(folder, name) {
  const file = join(folder, `${name}.py`);
  const text = readFileSync(file, 'utf8');
  const field = (pattern, what) => {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) throw new Error(`${name}.py does not say its ${what}`);
    return found;
  };
  return {
    name,
    file,
    work: field(/^work: (.+)$/m, 'kind of work ("work:")'),
    small: field(/^args: (.+)$/m, 'small arguments ("args:")').split(/\s+/),
    size: field(/^SIZE = .* else (\d+)$/m, 'default size ("SIZE = ... else N")'),
    threaded: /^THREADS = /m.test(text),
  };
}

function casesOf({ name, file, work, small, size, threaded }, quick, bestOf) {
  const own = quick ? small.slice(threaded ? 1 : 0) : [size, `${bestOf}`];
  if (!threaded) return [{ id: name, name, file, args: own, work, threads: 0, counted: true }];
  return THREAD_COUNTS.map((threads) => ({
    id: `${name} x${threads}`,
    name,
    file,
    args: [`${threads}`, ...own],
    work,
    threads,
    counted: true,
  }));
}

function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
