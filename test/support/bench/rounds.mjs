/**
 * Measuring: each round runs every case under every implementation once, and the order rotates from
 * case to case and round to round. So a minute in which the machine is slow hits all alike, and nobody
 * always runs after the same neighbour.
 *
 * The seconds are those that the program measures itself (`time:`, the last line of standard error):
 * the best of its own rounds, without the start of the process. What it prints is its checksum. A run
 * that fails is kept as a failure with its reason and not tried again.
 */

import { spawnSync } from 'node:child_process';

const LINE_LENGTH_MAX = 120;

/**
 * @typedef {object} Cell what was seen of one case under one implementation
 * @property {string} case
 * @property {string} implementation
 * @property {number[]} seconds one per round
 * @property {string} output the checksum: what it printed
 * @property {string} failure in a few words; empty if there was none
 */

/**
 * @param {import('./programs.mjs').Case[]} cases
 * @param {import('./pythons.mjs').Implementation[]} implementations
 * @param {{ rounds: number, timeoutSeconds: number }} how
 * @param {(done: number, of: number, what: string) => void} progress called before each run
 * @returns {Cell[]} in the order of cases, then implementations; without those that have no threads
 *   where a case needs them
 */
export function measure(cases, implementations, { rounds, timeoutSeconds }, progress) {
  const rows = cases.map((one) => ({
    one,
    cells: implementations
      .filter(({ threads }) => threads || one.threads === 0)
      .map((implementation) => ({
        implementation,
        cell: {
          case: one.id,
          implementation: implementation.id,
          seconds: [],
          output: '',
          failure: '',
        },
      })),
  }));
  const total = rows.reduce((sum, { cells }) => sum + cells.length, 0) * rounds;
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [index, { one, cells }] of rows.entries()) {
      for (const { implementation, cell } of rotated(cells, round + index)) {
        progress(done++, total, `${one.id} under ${implementation.label}`);
        if (cell.failure === '') record(cell, runOnce(one, implementation, timeoutSeconds));
      }
    }
  }
  return rows.flatMap(({ cells }) => cells.map(({ cell }) => cell));
}

/** The same items, beginning with the one at `by` (counted round the end). */
export function rotated(items, by) {
  if (items.length === 0) return [];
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function record(cell, { seconds, output, failure }) {
  if (failure === '' && cell.seconds.length > 0 && output !== cell.output) {
    cell.failure = 'its answer differs from round to round';
    return;
  }
  cell.failure = failure;
  if (failure !== '') return;
  cell.output = output;
  cell.seconds.push(seconds);
}

function runOnce({ file, args }, { command }, timeoutSeconds) {
  const [program, ...before] = command;
  const run = spawnSync(program, [...before, file, ...args], {
    encoding: 'utf8',
    timeout: timeoutSeconds * 1000,
    killSignal: 'SIGKILL',
  });
  return judge(run, timeoutSeconds);
}

/**
 * What a finished process amounts to.
 * @param {{ error?: Error & { code?: string }, status: number | null, signal: string | null,
 *   stdout: string, stderr: string }} run
 * @param {number} timeoutSeconds after which it was given up
 * @returns {{ seconds: number, output: string, failure: string }}
 */
export function judge(run, timeoutSeconds) {
  const { error, status, signal, stdout, stderr } = run;
  const failed = (failure) => ({ seconds: Number.NaN, output: '', failure });
  if (error?.code === 'ETIMEDOUT') return failed(`no end within ${timeoutSeconds} s`);
  if (error !== undefined) return failed(error.message);
  const time = /^time: ([\d.]+)$/m.exec(stderr)?.[1];
  if (status !== 0) {
    const last = stderr.trimEnd().split('\n').at(-1).trim();
    return failed(last === '' ? `ended with ${status ?? signal}` : shortened(last));
  }
  if (time === undefined) return failed('it did not say its time');
  return { seconds: Number(time), output: stdout, failure: '' };
}

function shortened(line) {
  return line.length <= LINE_LENGTH_MAX ? line : `${line.slice(0, LINE_LENGTH_MAX - 4)} ...`;
}
