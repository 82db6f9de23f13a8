// `gilscope dis --tier2`: the JavaScript that tier 2 writes for a program, in the order in which it is written.
// For that the program has to be run: what is specialised, and to what, shows only then.

import type { Tier2Event } from '../engine/protocol.ts';
import { Frame, Header, Thread } from '../heap/layout.ts';
import type { DisSettings, RunSettings } from './commands.ts';
import type { Invocation, Target } from './invocation.ts';
import { writeError, writeOut } from './output.ts';
import { runCommand } from './runCommand.ts';

const LEGEND = `// H, F64     the heap, as 32-bit integers and as doubles; address >> 2 is an index of H
// a value    2 * n + 1 for a small int n, otherwise an even address
// T, fp      indexes of the thread's state and of the frame: H[fp + i] is local i, the operands follow
// l0 d0      local 0: its value, also in the heap; or the double in it, the heap's word being 0
// s0         value 0 of the operand stack, also in the heap;   t f b  temporaries: value, double, truth
// x x0 exit  a way out: the row of a table, and the values that it says where to put in the frame
// U depart   this unit; makes the frame complete, and goes on in tier 1 or wherever the row says
// A number before a name is the place of the bytecode instruction that the lines below it do.
const PREVIOUS = ${Frame.PREVIOUS}, FUNCTION = ${Frame.FUNCTION}, CODE = ${Frame.CODE}, GLOBALS = ${Frame.GLOBALS}, LOCALS = ${Frame.LOCALS};
const IP = ${Frame.IP}, SP = ${Frame.SP}, ACTION = ${Frame.ACTION}, EXTRA = ${Frame.EXTRA}, END = ${Frame.END}; // of a frame, before its locals
const BREAKER = ${Thread.BREAKER}, FRAME = ${Thread.FRAME}, STACK_LIMIT = ${Thread.STACK_LIMIT}, DEPTH = ${Thread.DEPTH}, EXIT = ${Thread.EXIT};
const HANDLED = ${Thread.HANDLED}, DEPTH_LIMIT = ${Thread.DEPTH_LIMIT}; // of a thread's state
const TYPE = ${Header.TYPE}; // of an object's header
`;

/** Runs the program with its output on standard error, and prints the units that were compiled. */
export async function listTier2(
  file: string,
  args: readonly string[],
  { function: wanted, ...settings }: DisSettings,
): Promise<number> {
  let count = 0;
  const show = (_worker: number, event: Tier2Event) => {
    if (event.kind !== 'compiled') return;
    if (wanted !== undefined && !isNamed(event.name, wanted)) return;
    if (count++ === 0) writeOut(LEGEND);
    writeOut(`\n// ${heading(event)}\n${event.source}\n`);
  };
  const target: Target = file === '-' ? { kind: 'stdin' } : { kind: 'file', path: file };
  const invocation: Invocation = { command: 'run', options: [], target, args };
  const run: RunSettings = {
    ...settings,
    seed: undefined,
    switchPoints: '3.11',
    i: false,
    stats: false,
  };
  const exitCode = await runCommand(invocation, run, undefined, show);
  if (count === 0) writeError(nothingHot(wanted));
  return exitCode;
}

const heading = ({ name, place, offset, reason }: Tier2Event): string =>
  `${name} (${place}) from ${offset}: ${reason}`;

const isNamed = (qualname: string, wanted: string): boolean =>
  qualname === wanted || qualname.endsWith(`.${wanted}`);

function nothingHot(wanted: string | undefined): string {
  const what = wanted === undefined ? 'nothing' : `nothing of ${wanted}`;
  return `gilscope: ${what} became hot in this run; with --tier 2 whatever runs again does\n`;
}
