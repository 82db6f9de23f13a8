// `gilscope compare`: runs a program under several executors and prints what came of it.

import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import { version } from '../../package.json';
import { ExitCode } from '../engine/protocol.ts';
import { runScript } from '../host/node/processRunner.ts';
import { type ComparePlan, type Comparison, compare, type Job } from '../lab/compare.ts';
import type { CompareSettings } from './commands.ts';
import { comparisonText } from './comparisonText.ts';
import { writeError, writeOut } from './output.ts';
import { readSource } from './sourceText.ts';
import { styleFor, terminalWidth } from './style.ts';
import { UsageError } from './usageError.ts';

const REFERENCE = 'gil';
/** A single run longer than this is taken for one that hangs. */
const TIMEOUT_SECONDS = 300;

/** Exit code 0 if any run ended well, whatever the others did; else 1. Throws UsageError. */
export async function compareCommand(
  file: string,
  args: readonly string[],
  settings: CompareSettings,
): Promise<number> {
  const path = resolve(file);
  readSource(path); // Only to say now what every run would say.
  if (settings.json !== undefined) checkWritable(settings.json);
  const plan: ComparePlan = {
    executors: settings.executors,
    threads: settings.threads,
    repeat: settings.repeat,
    args,
    expected: settings.expect === undefined ? undefined : readSource(resolve(settings.expect)),
    reference: REFERENCE,
  };
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  const options = ['--heap', String(settings.heap)];
  if (settings.workers !== undefined) options.push('--workers', String(settings.workers));
  const run = (job: Job) => {
    if (cancel.signal.aborted) throw new Interrupted();
    const words = ['run', ...options, '--executor', job.executor, '--', path, ...job.args];
    return runScript(process.argv[1], words, TIMEOUT_SECONDS, cancel.signal);
  };
  const progress = isatty(2) ? showProgress : () => {};
  let comparison: Comparison;
  try {
    comparison = await compare(plan, run, progress);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return ExitCode.INTERRUPTED;
  } finally {
    if (isatty(2)) writeError('\r\x1b[K');
  }
  if (cancel.signal.aborted) return ExitCode.INTERRUPTED;
  const style = styleFor(1, settings.color);
  const title = `${file} ${args.join(' ')}`.trim();
  const where = `${availableParallelism()} cores, Node ${process.versions.node}`;
  writeOut(
    comparisonText(comparison, { title, where, repeat: plan.repeat }, style, terminalWidth()),
  );
  if (settings.json !== undefined) writeJson(settings.json, path, plan, comparison);
  return comparison.runs.some((run) => run.verdict === 'ok') ? 0 : 1;
}

class Interrupted extends Error {}

function showProgress({ executor, threads }: Job, done: number, total: number): void {
  const plural = threads === 1 ? '' : 's';
  writeError(`\r\x1b[K${done + 1}/${total}: ${executor}, ${threads} thread${plural} ...`);
}

/** Before minutes of measuring rather than after. */
function checkWritable(file: string): void {
  try {
    if (existsSync(file)) return;
    writeFileSync(file, '');
  } catch (error) {
    throw new UsageError(`--json cannot write to '${file}': ${(error as Error).message}`);
  }
}

function writeJson(file: string, path: string, plan: ComparePlan, comparison: Comparison): void {
  const machine = {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  };
  const figures = { gilscope: version, program: path, machine, plan, ...comparison };
  writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`);
}
