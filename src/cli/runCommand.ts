// `gilscope run`: loads a program, runs it on a machine and says how it ended.
//
// The order is for speed: worker 0 is told to start as soon as the text has been read, and the compiler, the
// statecharts and the statistics' table are loaded while it boots. Events that come before the
// statecharts are there wait for them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { version } from '../../package.json';
import type * as compilerService from '../engine/compilerService.ts';
import { ExitCode, type Program } from '../engine/protocol.ts';
import { loadBundle } from '../host/node/bundle.ts';
import {
  type Run,
  type RunEvent,
  type RunOptions,
  type RunOutcome,
  startRun,
} from '../host/node/coordinator.ts';
import { inputSource } from '../host/node/inputSource.ts';
import { terminals, workersMaxDefault } from '../host/node/machineDefaults.ts';
import type { Supervision } from '../session/supervision.ts';
import type { RunSettings } from './commands.ts';
import type { Invocation } from './invocation.ts';
import { complain, writeError } from './output.ts';
import type { WorkerEvent } from './statsTable.ts';
import { type LoadedProgram, loadTarget } from './target.ts';
import { UsageError } from './usageError.ts';

type Tier2Listener = NonNullable<RunOptions['tier2']>;

/**
 * Runs what the invocation names. The answer is the exit code. If somebody listens to tier 2, standard
 * output is his, and the program's goes to standard error.
 */
export async function runCommand(
  invocation: Invocation | undefined,
  settings: RunSettings,
  thread?: Worker,
  listener?: Tier2Listener,
): Promise<number> {
  if (invocation?.command !== 'run') throw new UsageError('there is nothing to run');
  const distribution = import.meta.dirname;
  const ttys = terminals();
  const program = loadTarget(invocation.target, invocation.args, distribution, ttys[0]);
  const interactive = settings.i || program.isPrompt;
  const watch = new Watch();
  const events: WorkerEvent[] = [];
  const report: Tier2Listener = (worker, event) => events.push({ worker, event });
  const tier2 = { listener: listener ?? report, isListing: listener !== undefined };
  const run = start(settings, distribution, ttys, watch, tier2, thread);
  watchSignals(run, interactive);
  const compiler = loadCompiler(distribution);
  const code = compileProgram(compiler, program);
  if (program.isPrompt) writeError(banner(settings));
  if (code === undefined && !interactive) return 1;
  const { argv, path, file } = program;
  const sent: Program = { code: code ?? nothing(compiler), argv, path, file, interactive };
  run.send(sent);
  watch.begin((await import('../session/supervision.ts')).supervise());
  const outcome = await Promise.race([run.outcome, watch.objection]);
  if (settings.stats && 'stats' in outcome) {
    const { statsTable, tier2Table } = await import('./statsTable.ts');
    writeError(statsTable(outcome.stats) + tier2Table(events));
  }
  reportUsage();
  return conclude(outcome);
}

function start(
  settings: RunSettings,
  distribution: string,
  ttys: readonly [boolean, boolean, boolean],
  watch: Watch,
  tier2: { readonly listener: Tier2Listener; readonly isListing: boolean },
  thread: Worker | undefined,
): Run {
  try {
    const options: RunOptions = {
      executor: settings.executor,
      switchPoints: settings.switchPoints,
      tier: settings.tier,
      borrow: settings.borrow,
      stats: settings.stats,
      seed: settings.seed,
      heapBytes: settings.heap,
      observer: (event) => watch.see(event),
      tier2: tier2.listener,
      input: inputSource(ttys),
      settings: {
        workersMax: settings.workers ?? workersMaxDefault(),
        executable: process.argv[1],
        ttys,
        distribution,
        outputTo: tier2.isListing ? 2 : 1,
        tellsTier2: settings.stats || tier2.isListing,
      },
    };
    return startRun(options, thread);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`a heap of ${settings.heap} bytes cannot be reserved on this machine`);
  }
}

/** Undefined after the lines that CPython prints for a SyntaxError. */
function compileProgram(
  compiler: typeof compilerService,
  { body }: LoadedProgram,
): string | undefined {
  if (body.kind === 'code') return body.code;
  const result = compiler.compile(body.text, body.filename, 'exec');
  if (result.ok) return result.code;
  writeError(compiler.formatProblem(result.problem));
  return undefined;
}

function nothing(compiler: typeof compilerService): string {
  const result = compiler.compile('', '<stdin>', 'exec');
  if (!result.ok) throw new Error('the empty program does not compile');
  return result.code;
}

function loadCompiler(distribution: string): typeof compilerService {
  return loadBundle<typeof compilerService>(join(distribution, 'compiler.cjs'));
}

function banner({ executor }: RunSettings): string {
  return `gilscope ${version}, executor ${executor} (Python 3.11's library and messages)
Ctrl-D or exit() to leave.
`;
}

/**
 * Keeps events until the statecharts are loaded, then shows them all. An objection to a kept event comes
 * too late to be an answer, hence `objection`.
 */
class Watch {
  readonly #kept: RunEvent[] = [];
  #supervision: Supervision | undefined;
  #object: (outcome: RunOutcome) => void = () => {};
  readonly objection = new Promise<RunOutcome>((resolve) => {
    this.#object = resolve;
  });

  see(event: RunEvent): string | undefined {
    if (this.#supervision !== undefined) return this.#supervision.observe(event);
    this.#kept.push(event);
    return undefined;
  }

  begin(supervision: Supervision): void {
    for (const event of this.#kept) {
      const message = supervision.observe(event);
      if (message !== undefined) this.#object({ kind: 'bug', message, trace: '' });
    }
    this.#supervision = supervision;
  }
}

/** The first Ctrl-C is Python's KeyboardInterrupt; a second ends the process, at a prompt only if the first was not taken. */
function watchSignals(run: Run, interactive: boolean): void {
  let count = 0;
  process.on('SIGINT', () => {
    const taken = run.interrupt();
    count++;
    if (taken && (interactive || count === 1)) return;
    process.exit(ExitCode.INTERRUPTED);
  });
}

function conclude(outcome: RunOutcome): number {
  switch (outcome.kind) {
    case 'finished':
      return outcome.exitCode;
    case 'damage':
      writeError(endLine(outcome.report));
      return ExitCode.DAMAGE;
    case 'deadlock':
      writeError(endLine(outcome.report));
      return ExitCode.DEADLOCK;
    case 'bug':
      complain(`internal error: ${outcome.message}`);
      if (process.env.GILSCOPE_DEBUG && outcome.trace !== '') writeError(endLine(outcome.trace));
      return ExitCode.INTERNAL;
  }
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** For `compare`, which runs us as a child: CPU seconds and peak memory of this process. */
function reportUsage(): void {
  const file = process.env.GILSCOPE_USAGE_FILE;
  if (file === undefined || file === '') return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { user: userCPUTime / 1e6, system: systemCPUTime / 1e6, maxRssKb: maxRSS };
  writeFileSync(file, JSON.stringify(usage));
}
