// The commands and their options, for commander: the one place that help, docs/cli.md and reading agree
// on. Programs' own arguments never get here (invocation.ts cuts them off before).

import { Command, Option } from 'commander';
import { version } from '../../package.json';
import { EXECUTOR_NAMES, type ExecutorName } from '../executors/cards.ts';
import type { SwitchPoints, Tier } from '../heap/bootRecord.ts';
import { HEAP_BYTES_DEFAULT } from '../host/node/machineDefaults.ts';
import { writeError, writeOut } from './output.ts';
import { parseHeapBytes, parseWhole, parseWholeList, parseWord, parseWords } from './values.ts';

export interface RunSettings {
  readonly executor: ExecutorName;
  readonly seed?: number;
  readonly switchPoints: SwitchPoints;
  readonly tier: Tier;
  readonly borrow: boolean;
  readonly stats: boolean;
  readonly heap: number;
  readonly workers?: number;
  readonly i: boolean;
  readonly color: boolean;
}

export interface DisSettings {
  readonly tier2: boolean;
  readonly function?: string;
  readonly executor: ExecutorName;
  readonly tier: Tier;
  readonly borrow: boolean;
  readonly heap: number;
  readonly workers?: number;
  readonly color: boolean;
}

export interface CompareSettings {
  readonly threads: readonly number[];
  readonly executors: readonly ExecutorName[];
  readonly repeat: number;
  readonly heap: number;
  readonly workers?: number;
  readonly json?: string;
  readonly expect?: string;
  readonly color: boolean;
}

/** What each command does; the answer is the exit code. */
export interface Actions {
  run(settings: RunSettings): Promise<number>;
  dis(file: string, args: readonly string[], settings: DisSettings): Promise<number>;
  compare(file: string, args: readonly string[], settings: CompareSettings): Promise<number>;
  executors(name: string | undefined, settings: { readonly color: boolean }): Promise<number>;
}

export const SEED_MAX = 2 ** 31 - 1;
export const WORKERS_MAX = 128;
const TIERS: readonly Tier[] = ['1', '2', 'auto'];
const SWITCH_POINTS: readonly SwitchPoints[] = ['3.9', '3.10', '3.11'];

const EXIT_CODES = `
Exit codes: the program's own (0, 1 after an uncaught exception, sys.exit's);
  2 wrong use of the command line    70 memory damage found (executor unsafe)
  71 deadlock                        72 an error inside gilscope
  130 interrupted (Ctrl-C)
`;

const TARGETS = `
What to run:
  FILE [ARGS]      a Python file, or a folder with a __main__.py
  -c CODE [ARGS]   the text of a program
  -m MODULE [ARGS] a module beside the working folder, or of the library
  -                standard input
  (nothing)        a prompt on a terminal, else standard input
All words after it are the program's own: sys.argv[1:].
`;

/** The tree of commands. Its `parseAsync` ends in one of the actions or throws CommanderError. */
export function commandTree(actions: Actions, done: (exitCode: number) => void): Command {
  const program = new Command('gilscope')
    .description('Runs Python programs under interchangeable executors, on real threads.')
    .usage('[options] FILE [ARGS]  |  gilscope COMMAND ...')
    .version(`gilscope ${version}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'help for a command')
    .enablePositionalOptions();
  addRunOptions(program);
  program.addHelpText('after', TARGETS + EXIT_CODES);
  program.action(async () => done(await actions.run(program.opts<RunSettings>())));

  const run = program.command('run').usage('[options] FILE [ARGS]');
  run.description('run a program, as gilscope FILE does');
  addRunOptions(run);
  run.addHelpText('after', TARGETS + EXIT_CODES);
  run.action(async () => done(await actions.run(run.opts<RunSettings>())));

  const dis = program.command('dis').usage('[options] FILE [-- ARGS]');
  describeDis(dis);
  dis.action(async (file: string, args: string[]) =>
    done(await actions.dis(file, args, dis.opts<DisSettings>())),
  );

  const compare = program.command('compare').usage('[options] FILE [-- ARGS]');
  describeCompare(compare);
  compare.action(async (file: string, args: string[]) =>
    done(await actions.compare(file, args, compare.opts<CompareSettings>())),
  );

  const executors = program
    .command('executors')
    .description('list the executors, or show one card');
  executors.argument('[name]', EXECUTOR_NAMES.join(', ')).addOption(noColor());
  executors.action(async (name?: string) =>
    done(await actions.executors(name, executors.opts<{ color: boolean }>())),
  );

  for (const command of [program, ...program.commands]) quieten(command);
  return program;
}

/** The words of `run`'s options that take a value, for invocation.ts. */
export function valueOptions(tree: Command): Set<string> {
  const words = tree.options
    .filter((option) => option.required)
    .flatMap((option) => [option.short, option.long]);
  return new Set(words.filter((word) => word !== undefined));
}

function addRunOptions(command: Command): void {
  command
    .addOption(executorOption())
    .addOption(
      new Option('--seed <n>', 'run all threads in one loop, switching as the seed says').argParser(
        (text) => parseWhole('--seed', text, 0, SEED_MAX),
      ),
    )
    .addOption(
      new Option(
        '--switch-points <version>',
        `where the GIL is polled: ${SWITCH_POINTS.join(', ')}`,
      )
        .argParser((text) => parseWord('--switch-points', text, SWITCH_POINTS))
        .default('3.11'),
    )
    .addOption(tierOption())
    .option('--no-borrow', 'tier 2 counts every load of a local')
    .option('--stats', 'print what each thread did, on standard error', false)
    .addOption(heapOption())
    .addOption(workersOption())
    .option('-i', 'go on with a prompt when the program has ended', false)
    .addOption(noColor());
  // -c and -m are cut off with their values before; these lines are for the case without a value.
  command.addOption(new Option('-c <code>').hideHelp());
  command.addOption(new Option('-m <module>').hideHelp());
}

function describeDis(command: Command): void {
  command
    .description("print a program's bytecode in the style of CPython's dis")
    .argument('<file>', 'a Python file, or - for standard input')
    .argument('[args...]', 'with --tier2: arguments of the program')
    .option(
      '--tier2',
      'run the program, its output on standard error, and print the JavaScript that tier 2 wrote',
      false,
    )
    .option('--function <name>', 'with --tier2: only of this function')
    .addOption(executorOption())
    .addOption(tierOption())
    .option('--no-borrow', 'tier 2 counts every load of a local')
    .addOption(heapOption())
    .addOption(workersOption())
    .addOption(noColor());
}

function describeCompare(compare: Command): void {
  compare
    .description('run a program under several executors and thread counts, and compare')
    .argument('<file>', 'a Python file; it gets the thread count as sys.argv[1]')
    .argument('[args...]', 'further arguments; {threads} in one of them puts the count there')
    .addOption(
      new Option('-t, --threads <list>', 'thread counts')
        .argParser((text) => parseWholeList('--threads', text, 1, 1000))
        .default([1, 2, 4], '1,2,4'),
    )
    .addOption(
      new Option('-x, --executors <list>', 'which executors')
        .argParser((text) => parseWords('--executors', text, EXECUTOR_NAMES))
        .default([...EXECUTOR_NAMES], EXECUTOR_NAMES.join(',')),
    )
    .addOption(
      new Option('-r, --repeat <n>', 'runs of each')
        .argParser((text) => parseWhole('--repeat', text, 1, 1000))
        .default(5),
    )
    .addOption(new Option('--expect <file>', "the right output (otherwise gil's own decides)"))
    .option('--json <file>', 'write all figures to a file')
    .addOption(heapOption())
    .addOption(workersOption())
    .addOption(noColor());
}

function executorOption(): Option {
  return new Option('-x, --executor <name>', EXECUTOR_NAMES.join(', '))
    .argParser((text) => parseWord('--executor', text, EXECUTOR_NAMES))
    .default('gil');
}

function tierOption(): Option {
  return new Option(
    '--tier <tier>',
    'tier 1 only, everything in tier 2, or what is hot: 1, 2, auto',
  )
    .argParser((text) => parseWord('--tier', text, TIERS))
    .default('auto');
}

function heapOption(): Option {
  return new Option('--heap <size>', 'heap to reserve, like 256m or 2g')
    .argParser((text) => parseHeapBytes('--heap', text))
    .default(HEAP_BYTES_DEFAULT, '1g');
}

function workersOption(): Option {
  return new Option('--workers <n>', 'most workers at a time; more threads take turns').argParser(
    (text) => parseWhole('--workers', text, 1, WORKERS_MAX),
  );
}

function noColor(): Option {
  return new Option('--no-color', 'no colours (as does NO_COLOR in the environment)');
}

/** Errors in one line of ours; commander throws instead of ending the process. */
function quieten(command: Command): void {
  command.exitOverride().configureOutput({
    writeOut,
    writeErr: writeError,
    outputError: (text) => {
      const line = text
        .trim()
        .replace(/^error: /, '')
        .replace(/\s*\n\s*/g, ' ');
      writeError(`gilscope: ${line}\n`);
    },
  });
}
