// Runs one program under several executors and thread counts, each time in a fresh process, and boils
// the runs down to figures. Rounds are interleaved (every combination once, then all again), so that a
// disturbance of the machine hits all of them and not one.
//
// The runs themselves are somebody else's: `RunProcess` is filled in by the host. What a run says for
// itself: `time: SECONDS` as the last such line on standard error is the program's own wall time, from
// its barrier to its end; without it the wall time of the whole process counts.

import { type Sample, sampleOf } from './statistics.ts';

export interface ComparePlan {
  /** In the order of rows. */
  readonly executors: readonly string[];
  readonly threads: readonly number[];
  readonly repeat: number;
  /** May contain `{threads}`; otherwise the count is put before them. */
  readonly args: readonly string[];
  /** The right output. Undefined: what `reference` prints with the same arguments. */
  readonly expected: string | undefined;
  /** The executor whose output and whose time at the fewest threads are the measure. */
  readonly reference: string;
}

export interface Job {
  readonly executor: string;
  readonly threads: number;
  /** sys.argv[1:] */
  readonly args: readonly string[];
}

export interface ProcessResult {
  /** Undefined if a signal ended it. */
  readonly exitCode: number | undefined;
  readonly timedOut: boolean;
  readonly output: string;
  readonly errors: string;
  readonly wallSeconds: number;
  /** User and system time of all its threads; undefined if it did not come to say. */
  readonly cpuSeconds: number | undefined;
}

export type RunProcess = (job: Job) => Promise<ProcessResult>;

export type Verdict = 'ok' | 'damage' | 'deadlock' | 'timeout' | 'error';

export interface MeasuredRun extends Job {
  readonly round: number;
  readonly verdict: Verdict;
  readonly wallSeconds: number;
  readonly cpuSeconds: number | undefined;
  /** Who measured the wall time. */
  readonly clock: 'program' | 'process';
  /** Undefined where there is nothing to compare with, or the run did not end well. */
  readonly isRight: boolean | undefined;
  /** First line of what it printed on standard error, if it did not end well. */
  readonly complaint: string;
}

/** All runs of one executor at one thread count. */
export interface Row {
  readonly executor: string;
  readonly threads: number;
  readonly runs: number;
  /** Of the runs that ended well; undefined if there are none. */
  readonly wall: Sample | undefined;
  readonly cpu: Sample | undefined;
  /** Time of the base row over this one's: 2 is twice as fast. */
  readonly speed: number | undefined;
  /** This row's time over that of the same executor at the fewest threads. */
  readonly scaling: number | undefined;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly right: number;
  readonly wrong: number;
  readonly complaint: string;
}

export interface Comparison {
  readonly rows: readonly Row[];
  readonly runs: readonly MeasuredRun[];
  readonly clock: 'program' | 'process' | 'mixed';
  /** What speeds are relative to. */
  readonly base: { readonly executor: string; readonly threads: number };
  /** Thread counts at which the reference's own outputs differed, so that nothing can be judged. */
  readonly undecided: readonly number[];
  /** Largest spread of a wall time. */
  readonly noise: number;
}

const DAMAGE = 70;
const DEADLOCK = 71;

/** The jobs of one round. */
export function jobsOf(plan: ComparePlan): Job[] {
  return plan.threads.flatMap((threads) =>
    plan.executors.map((executor) => ({ executor, threads, args: argsFor(plan.args, threads) })),
  );
}

/** What the program gets as sys.argv[1:]. */
export function argsFor(args: readonly string[], threads: number): string[] {
  const count = String(threads);
  if (!args.some((arg) => arg.includes('{threads}'))) return [count, ...args];
  return args.map((arg) => arg.replaceAll('{threads}', count));
}

/** Runs everything. `progress` is called before each run. */
export async function compare(
  plan: ComparePlan,
  runProcess: RunProcess,
  progress: (job: Job, done: number, total: number) => void = () => {},
): Promise<Comparison> {
  const jobs = jobsOf(plan);
  const isExtra = plan.expected === undefined && !plan.executors.includes(plan.reference);
  const extra = isExtra ? jobsOf({ ...plan, executors: [plan.reference] }) : [];
  const total = jobs.length * plan.repeat + extra.length;
  const results: { job: Job; round: number; result: ProcessResult }[] = [];
  const run = async (job: Job, round: number): Promise<void> => {
    progress(job, results.length, total);
    results.push({ job, round, result: await runProcess(job) });
  };
  for (const job of extra) await run(job, -1);
  for (let round = 0; round < plan.repeat; round++) for (const job of jobs) await run(job, round);
  const outputs = expectedOutputs(plan, results);
  const runs = results
    .filter(({ round }) => round >= 0)
    .map(({ job, round, result }) => measure(job, round, result, outputs.get(job.threads)));
  return summarize(plan, runs, outputs);
}

/** Output by thread count; null where the reference contradicts itself. */
type Outputs = Map<number, string | null>;

function expectedOutputs(
  { expected, reference, threads }: ComparePlan,
  results: readonly { job: Job; result: ProcessResult }[],
): Outputs {
  if (expected !== undefined) return new Map(threads.map((count) => [count, expected]));
  const outputs: Outputs = new Map();
  for (const { job, result } of results) {
    if (job.executor !== reference || result.exitCode !== 0) continue;
    const known = outputs.get(job.threads);
    outputs.set(job.threads, known === undefined || known === result.output ? result.output : null);
  }
  return outputs;
}

function measure(
  job: Job,
  round: number,
  result: ProcessResult,
  expected: string | null | undefined,
): MeasuredRun {
  const verdict = verdictOf(result);
  const own = ownTime(result.errors);
  const isJudged = verdict === 'ok' && expected !== undefined && expected !== null;
  return {
    ...job,
    round,
    verdict,
    wallSeconds: own ?? result.wallSeconds,
    cpuSeconds: result.cpuSeconds,
    clock: own === undefined ? 'process' : 'program',
    isRight: isJudged ? result.output === expected : undefined,
    complaint: verdict === 'ok' ? '' : complaintOf(result.errors),
  };
}

function verdictOf({ exitCode, timedOut }: ProcessResult): Verdict {
  if (timedOut) return 'timeout';
  if (exitCode === 0) return 'ok';
  if (exitCode === DAMAGE) return 'damage';
  return exitCode === DEADLOCK ? 'deadlock' : 'error';
}

/** Seconds of the last line `time: SECONDS`. */
export function ownTime(errors: string): number | undefined {
  const found = [...errors.matchAll(/^time: ([0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?)\r?$/gm)].at(-1);
  return found === undefined ? undefined : Number(found[1]);
}

/** A traceback says what it is about in its last line, everything else in its first. */
function complaintOf(errors: string): string {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  const place = lines[0]?.startsWith('Traceback') ? lines.length - 1 : 0;
  return (lines[place] ?? '').trim();
}

function summarize(plan: ComparePlan, runs: readonly MeasuredRun[], outputs: Outputs): Comparison {
  const fewest = Math.min(...plan.threads);
  const base = {
    executor: plan.executors.includes(plan.reference) ? plan.reference : plan.executors[0],
    threads: fewest,
  };
  const runsOf = (executor: string, threads: number): MeasuredRun[] =>
    runs.filter((run) => run.executor === executor && run.threads === threads);
  const wallOf = (executor: string, threads: number): Sample | undefined =>
    sampleOf(wellEnded(runsOf(executor, threads)).map((run) => run.wallSeconds));
  const baseWall = wallOf(base.executor, base.threads);
  const rows = plan.executors.flatMap((executor) =>
    plan.threads.map((threads): Row => {
      const own = runsOf(executor, threads);
      const wall = wallOf(executor, threads);
      const cpu = wellEnded(own).flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
      return {
        executor,
        threads,
        runs: own.length,
        wall,
        cpu: sampleOf(cpu),
        speed: ratio(baseWall, wall),
        scaling: ratio(wall, wallOf(executor, fewest)),
        verdicts: countVerdicts(own),
        right: own.filter((run) => run.isRight === true).length,
        wrong: own.filter((run) => run.isRight === false).length,
        complaint: own.find((run) => run.complaint !== '')?.complaint ?? '',
      };
    }),
  );
  const clocks = new Set(wellEnded(runs).map((run) => run.clock));
  return {
    rows,
    runs,
    base,
    clock: clocks.size === 2 ? 'mixed' : ([...clocks][0] ?? 'process'),
    undecided: plan.threads.filter((threads) => outputs.get(threads) === null),
    noise: Math.max(0, ...rows.map((row) => row.wall?.spread ?? 0)),
  };
}

function wellEnded(runs: readonly MeasuredRun[]): MeasuredRun[] {
  return runs.filter((run) => run.verdict === 'ok');
}

function ratio(over: Sample | undefined, under: Sample | undefined): number | undefined {
  if (over === undefined || under === undefined || under.median === 0) return undefined;
  return over.median / under.median;
}

function countVerdicts(runs: readonly MeasuredRun[]): Record<Verdict, number> {
  const counts = { ok: 0, damage: 0, deadlock: 0, timeout: 0, error: 0 };
  for (const { verdict } of runs) counts[verdict]++;
  return counts;
}
