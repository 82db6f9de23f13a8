/**
 * Runs every program of programs/ many times under the protecting executors and tells of each run that
 * was damaged, hung or came out wrong: what one run in a hundred does, a test suite does not see. Rounds
 * go over all programs and executors, so that a soak that is stopped early has tried all alike.
 *
 *     npm run soak [-- --runs N] [--executors A,B] [--only TEXT] [--jobs N] [--timeout SECONDS]
 *
 * A failed run is printed at once, with the command to repeat it and all that it wrote. A run over the
 * time limit gets SIGINT first, so that its tracebacks tell where it hung. Exit code 1 if a run failed.
 */

import { spawn } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../config/project.mjs';
import { isAllowed, outcomeOf, readPrograms } from './programOutcome.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    executors: { type: 'string', default: 'gil,gilectomy,nogil' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    timeout: { type: 'string', default: '60' },
  },
});
const RUNS = positive('runs');
const JOBS = positive('jobs');
const TIMEOUT_MS = positive('timeout') * 1000;
/** What an interrupted program may take to write its tracebacks. */
const GRACE_MS = 3000;
/** The build under test: `dist`, or another one named by the environment. */
const GILSCOPE = process.env.GILSCOPE_UNDER_TEST ?? join(ROOT, 'dist/gilscope.js');

const executors = options.executors.split(',');
const programs = readPrograms().filter(({ name }) => name.includes(options.only));
const jobs = programs.flatMap((program) =>
  executors.map((executor) => ({ program, executor, runs: 0, failures: 0, seconds: 0 })),
);
for (const { program, executor } of jobs) {
  if (program.expectations[executor] === undefined) {
    console.error(`soak: ${program.name} says nothing of ${executor}`);
    process.exit(2);
  }
}
if (jobs.length === 0) {
  console.error(`soak: no program's name contains "${options.only}"`);
  process.exit(2);
}

let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
  });
}
const began = performance.now();
await soak();
summarize();

/** JOBS lanes take the next run from one row of rounds. */
async function soak() {
  const queue = inRounds();
  const lane = async () => {
    for (const { job, round } of queue) await runOnce(job, round);
  };
  await Promise.all(Array.from({ length: JOBS }, lane));
}

function* inRounds() {
  for (let round = 1; round <= RUNS; round++) {
    for (const job of jobs) {
      if (stopped) return;
      yield { job, round };
    }
    const failures = jobs.reduce((sum, job) => sum + job.failures, 0);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    console.log(`round ${round} of ${RUNS}: ${failures} failed so far, ${minutes} min`);
  }
}

async function runOnce(job, round) {
  const { program, executor } = job;
  const expectation = program.expectations[executor];
  const command = ['--executor', executor, basename(program.file), ...program.args];
  const run = await start(command, dirname(program.file));
  // A run that was stopped with the soak itself says nothing.
  if (stopped && run.code === -1) return;
  job.runs++;
  job.seconds += run.seconds;
  const outcome = run.hung ? 'hung' : outcomeOf(run, program, expectation);
  if (!run.hung && isAllowed(outcome, expectation)) return;
  job.failures++;
  console.log(
    `FAILED ${program.name} under ${executor}, round ${round}: is to be ${expectation}, was ${outcome}; ` +
      `code ${run.code}, ${run.seconds.toFixed(1)} s\n` +
      `  cd ${dirname(program.file)} && node ${GILSCOPE} ${command.join(' ')}\n` +
      `${indented('stdout', run.stdout)}${indented('stderr', run.stderr)}`,
  );
}

function start(command, cwd) {
  return new Promise((settle, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, [GILSCOPE, ...command], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = [];
    const err = [];
    let hung = false;
    let killer;
    const giveUp = () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      hung = true;
      child.kill('SIGINT');
      killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    };
    // If the soak itself was stopped for a while, the child's end is heard of only after the timers.
    const timer = setTimeout(() => setTimeout(giveUp, 100), TIMEOUT_MS);
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      clearTimeout(killer);
      settle({
        code: code ?? -1,
        hung,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
        seconds: (performance.now() - begin) / 1000,
      });
    });
  });
}

function summarize() {
  const failed = jobs.filter(({ failures }) => failures > 0);
  for (const executor of executors) {
    const own = jobs.filter((job) => job.executor === executor);
    const total = (key) => own.reduce((sum, job) => sum + job[key], 0);
    console.log(
      `${executor}: ${own.length} programs, ${total('runs')} runs, ${total('failures')} failed, ` +
        `${(total('seconds') / Math.max(1, total('runs'))).toFixed(2)} s each`,
    );
  }
  for (const { program, executor, runs, failures } of failed) {
    console.log(`  ${program.name} under ${executor}: ${failures} of ${runs} failed`);
  }
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function positive(name) {
  const value = Number(options[name]);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`soak: --${name} needs a whole number above 0, not "${options[name]}"`);
  process.exit(2);
}

function indented(name, text) {
  return text === '' ? '' : `${text.trimEnd().replace(/^/gm, `  ${name} | `)}\n`;
}
