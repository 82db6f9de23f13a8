// The library: run a program under an executor, compile one, list the executors. The command line does
// more (programs from files, comparisons, a prompt); what is here stays the same from version to version.
//
// A program runs on workers of this process. Its output goes where the process's own goes (descriptors 1
// and 2), in the order written; its input is the process's. Whoever wants to catch the text starts a
// process. One thing of Python's is missing on purpose: nobody turns signals into KeyboardInterrupt.

import { compile, disassembleSource, formatProblem } from './engine/compilerService.ts';
import type { Program, ThreadStats } from './engine/protocol.ts';
import type { ExecutorName } from './executors/cards.ts';
import type { SwitchPoints, Tier } from './heap/bootRecord.ts';
import { type Run, startRun } from './host/node/coordinator.ts';
import { inputSource } from './host/node/inputSource.ts';
import { HEAP_BYTES_DEFAULT, terminals, workersMaxDefault } from './host/node/machineDefaults.ts';
import { supervise } from './session/supervision.ts';

export type { ThreadStats } from './engine/protocol.ts';
export { CARDS, type Card, EXECUTOR_NAMES, type ExecutorName } from './executors/cards.ts';
export type { SwitchPoints, Tier } from './heap/bootRecord.ts';

export interface ProgramOptions {
  /** The text of `__main__`. */
  readonly source: string;
  /** Its name in tracebacks; `<string>` if not given. */
  readonly filename?: string;
  /** sys.argv; `['']` if not given. */
  readonly argv?: readonly string[];
  /** Folders in which the program's own modules are; the working folder if not given. */
  readonly path?: readonly string[];
  /** `gil` if not given. */
  readonly executor?: ExecutorName;
  /** Where the `gil` executor may switch, by CPython's version; 3.11 if not given. */
  readonly switchPoints?: SwitchPoints;
  /** Which tier runs hot code; default 'auto'. */
  readonly tier?: Tier;
  /** Tier 2 borrows locals instead of counting each load; default true. */
  readonly borrow?: boolean;
  /** A whole number: one loop steps all threads, the same way each time. Real threads if not given. */
  readonly seed?: number;
  /** 1 GiB if not given; at most 2 GiB less 64 KiB, a multiple of 64 KiB. */
  readonly heapBytes?: number;
  /** Workers at most; further threads take turns. Twice the cores, at least 8, if not given. */
  readonly workersMax?: number;
  /** Count per thread what the executor does. False if not given. */
  readonly stats?: boolean;
}

export type ProgramOutcome =
  /** The program ended by itself, perhaps with an exception (exit code 1, its traceback printed). */
  | {
      readonly kind: 'finished';
      readonly exitCode: number;
      readonly stats: readonly ThreadStats[];
    }
  /** The text is no Python; the report is what CPython would print. Nothing ran. */
  | { readonly kind: 'refused'; readonly report: string }
  /** Memory damage was found and the run stopped (executor `unsafe`). */
  | { readonly kind: 'damage'; readonly report: string }
  /** All threads wait for each other for ever; the run was stopped. */
  | { readonly kind: 'deadlock'; readonly report: string };

/**
 * Runs a program to its end; all its workers are gone when the promise settles. Throws RangeError if the
 * heap cannot be reserved, Error for a bug of gilscope.
 */
export async function runProgram(options: ProgramOptions): Promise<ProgramOutcome> {
  const { source, filename = '<string>' } = options;
  const compiled = compile(source, filename, 'exec');
  if (!compiled.ok) return { kind: 'refused', report: formatProblem(compiled.problem) };
  const { argv = [''], path = [''] } = options;
  const run = start(options);
  const program: Program = { code: compiled.code, argv, path, file: undefined, interactive: false };
  try {
    run.send(program);
    const outcome = await run.outcome;
    switch (outcome.kind) {
      case 'finished':
        return outcome;
      case 'damage':
      case 'deadlock':
        return { kind: outcome.kind, report: outcome.report };
      case 'bug':
        throw new Error(`gilscope: ${outcome.message}`, { cause: outcome.trace });
    }
  } finally {
    await run.close();
  }
}

function start({
  executor = 'gil',
  switchPoints = '3.11',
  tier = 'auto',
  borrow = true,
  seed,
  heapBytes = HEAP_BYTES_DEFAULT,
  workersMax = workersMaxDefault(),
  stats = false,
}: ProgramOptions): Run {
  const ttys = terminals();
  const supervision = supervise();
  return startRun({
    executor,
    switchPoints,
    tier,
    borrow,
    stats,
    seed,
    heapBytes,
    observer: (event) => supervision.observe(event),
    input: inputSource(ttys),
    settings: {
      workersMax,
      executable: process.argv[0],
      ttys,
      distribution: import.meta.dirname,
    },
  });
}

/** A listing or code, or, for a text that is no Python, the lines that CPython would print. */
export type Translation =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly report: string };

/** The bytecode of a program as text, for keeping; its form belongs to this version of gilscope. */
export function compileSource(source: string, filename = '<string>'): Translation {
  const result = compile(source, filename, 'exec');
  if (result.ok) return { ok: true, text: result.code };
  return { ok: false, report: formatProblem(result.problem) };
}

/** The bytecode of a program as people read it, like `gilscope dis`. */
export function disassemble(source: string, filename = '<string>'): Translation {
  const { ok, text } = disassembleSource(source, filename);
  return ok ? { ok, text } : { ok, report: text };
}
