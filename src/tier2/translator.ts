// One compilation: a flow graph becomes the source text of a JavaScript function. The blocks are run
// through until what is known where they meet does not change any more; then they are written out.
//
// The books are kept by what this class extends: unitText.ts (lines and variables), operands.ts (what
// holds what, and who owns it), frameText.ts (when the heap's frame is complete). What each instruction
// means stands in the files of `families/`.
//
// Rules of the text:
// - guards come before the effects of their instruction, so that a failed one can start it again;
// - IP and SP are written before anything that may raise, and values that the instruction owns then lie
//   on the heap's stack below SP, where the unwinder releases them;
// - before Python code is called, every local and every value that stays on the stack is in the heap.

import { CodeFlag } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { boot } from '../heap/boot.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, CodeLayout as C, Header, Stat, Thread } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { Way } from './exits.ts';
import { type Block, coveredDepth, dominates, type Flow, type Instruction } from './flow.ts';
import { FrameText } from './frameText.ts';
import { describe } from './listing.ts';
import {
  copyState,
  type Entry,
  Kind,
  type Local,
  meetStates,
  merged,
  SMALL,
  type State,
  sameState,
  UNKNOWN,
} from './state.ts';
import {
  type BlockText,
  type Edge,
  type End,
  hasOneWay,
  jumpTo,
  LEFT,
  structured,
} from './structure.ts';
import type { Options } from './unitText.ts';

const PASSES_MAX = 12;

/** Names that operands.ts and the families make with `nextNumber`. */
const TEMPORARY = /^[a-z]\d+_\d+$/;
const HEAP_VIEWS = 'const H = HEAP, F64 = DOUBLES, IC = CACHES;';

/** Instructions that let go of nothing, or see themselves to what is peeked at or wide. */
const KEEPS_LOOSE: ReadonlySet<Op> = new Set([
  Op.LOAD_FAST,
  Op.LOAD_CONST,
  Op.LOAD_FAST_LOAD_FAST,
  Op.LOAD_FAST_LOAD_CONST,
  Op.BINARY_OP,
  Op.BINARY_SUBSCR,
  Op.LOAD_ATTR,
  Op.LOAD_GLOBAL,
  Op.STORE_FAST,
  Op.STORE_FAST_LOAD_FAST,
]);

export interface Mark {
  readonly lines: number;
  readonly sites: number;
  readonly temporaries: number;
  readonly state: State;
  readonly before: State;
}

export class Translator extends FrameText {
  private readonly parameters: number;
  /** The unit whose text this one's stands in (inlined.ts). */
  readonly caller: Translator | undefined = undefined;
  /** Instructions of what is written in line, by the place of the call; -1: refused. */
  readonly inlined = new Map<number, number>();

  protected end: End = { kind: 'none' };
  protected readonly incoming = new Map<number, State>();
  private changed = false;
  private writing = false;

  constructor(
    code: Address,
    flow: Flow,
    options: Options,
    isFunction: boolean,
    /** Writes the current instruction; given from outside, for the families know this class. */
    readonly translate: (t: Translator) => void,
  ) {
    super(code, flow, options, isFunction);
    this.parameters = parameterCount(code);
  }

  /** The lines of the function's body. Throws Unsupported if an instruction cannot be translated. */
  run(entryState: State): string[] {
    this.settleStates(entryState);
    this.sites.length = 0;
    this.passed = 0;
    const body = this.withExits(this.bodyLines());
    const opening = this.aside(() => this.open(this.incoming.get(this.flow.entry) as State));
    const entry = [...this.declarations(), ...opening.map((line) => `  ${line}`)];
    return this.hasHandlers() ? [...entry, ...this.guarded(body)] : [...entry, ...body];
  }

  /** Runs through the blocks until what is known where they meet does not change any more. */
  protected settleStates(entryState: State): void {
    this.incoming.set(this.flow.entry, entryState);
    for (let pass = 0; ; pass++) {
      if (pass > PASSES_MAX) throw new Unsupported('no stable state');
      this.changed = false;
      for (const block of this.flow.order) this.text(block);
      if (!this.changed) break;
    }
  }

  protected bodyLines(): string[] {
    this.writing = true;
    this.variables.clear();
    return structured(this.flow, (block) => this.text(block));
  }

  protected withExits(body: readonly string[]): readonly string[] {
    if (!this.variables.has('x')) return body;
    return ['  exit: {', ...body, '  }', `  ${this.exitTail()}`];
  }

  /** Some instruction of the unit is covered by the exception table. */
  protected hasHandlers(): boolean {
    return this.flow.order.some((block) =>
      block.instructions.some(({ offset }) => coveredDepth(this.code, offset) >= 0),
    );
  }

  /** What natives raise arrives as a JavaScript exception. */
  private guarded(body: readonly string[]): string[] {
    return [
      '  try {',
      ...body.map((line) => `  ${line}`),
      '  } catch (error) {',
      `    ${this.answer('recover(T, fp, U, error)')}`,
      '  }',
    ];
  }

  /**
   * What the frame holds at the entry is read into the variables. Temporaries are written before they are
   * read: with `var` they cost nothing until then. The heap's views are called by names of the function's
   * own, for V8 checks at each use whether a constant of an outer function has its value yet.
   */
  private declarations(): string[] {
    const isLoaded = (index: number) =>
      Number.isInteger(index) && (!this.isFunction || index < this.parameters);
    const temporaries: string[] = [];
    const declared = [...this.variables].flatMap(([name, value]) => {
      if (TEMPORARY.test(name)) {
        temporaries.push(name);
        return [];
      }
      const index = Number(name.slice(1));
      if (name.startsWith('l') && isLoaded(index)) return `${name} = ${this.local(index)}`;
      if (name.startsWith('s') && !this.isFunction && Number.isInteger(index))
        return `${name} = ${this.slot(index)}`;
      return `${name} = ${value}`;
    });
    return [
      `  ${HEAP_VIEWS}`,
      ...(temporaries.length === 0 ? [] : [`  var ${temporaries.join(', ')};`]),
      ...(declared.length === 0 ? [] : [`  let ${declared.join(', ')};`]),
    ];
  }

  /** Checks what was guessed of the frame, then unboxes what is kept unboxed. */
  private open(state: State): void {
    const site = (): number => {
      const words = this.localCount + state.stack.length;
      const row = { way: Way.GUARD, offset: this.flow.entry, jump: 0, words, moves: [] };
      return this.sites.push({ ...row, reason: 'entry', cache: 0, count: 0 }) - 1;
    };
    state.stack.forEach((value, i) => {
      if (value.kind !== Kind.OWNED || value.fact === UNKNOWN) return;
      this.emit(
        `if (H[(${this.variable(`s${i}`)} >> 2) + ${Header.TYPE}] !== ${value.fact}) return stay(U, ${site()});`,
      );
    });
    state.locals.forEach((local, i) => {
      if (this.isFunction || (local.fact !== SMALL && local.fact !== T.FLOAT)) return;
      const name = this.localVariable(i);
      const test =
        local.fact === SMALL
          ? `(${name} & 1) === 0`
          : `(${name} & 1) !== 0 || ${name} === 0 || H[(${name} >> 2) + ${Header.TYPE}] !== ${T.FLOAT}`;
      this.emit(`if (${test}) return stay(U, ${site()});`);
    });
    state.locals.forEach((local, i) => {
      if (!local.unboxed) return;
      const name = this.localVariable(i);
      this.emit(`${this.doubleVariable(i)} = F64[(${name} >> 3) + 2];`);
      this.emit(`${this.local(i)} = 0;`);
      this.decref(name, T.FLOAT);
    });
  }

  private text(block: Block): BlockText {
    this.block = block;
    this.lines = [];
    this.end = { kind: 'none' };
    const incoming = this.incoming.get(block.offset);
    // No way leads here: all of them have left before, or nothing that the handler covers raises here.
    if (incoming === undefined) return { lines: [], end: this.end };
    this.state = copyState(incoming);
    this.temporaries = 0;
    this.pairs = new Map(this.pairsAt.get(block.offset));
    for (const value of this.state.stack) {
      if (value.kind === Kind.OWNED && value.text.startsWith('s')) this.variable(value.text);
    }
    block.instructions.forEach((instruction, i) => {
      if (this.joined) {
        this.joined = false;
        if (this.writing) this.emit(`// ${describe(this.code, instruction)}`);
        return;
      }
      this.at = instruction;
      this.following = block.instructions[i + 1];
      if (!KEEPS_LOOSE.has(instruction.op)) this.hold();
      this.before = copyState(this.state);
      if (this.writing) this.emit(`// ${describe(this.code, instruction)}`);
      if (boot.stats) this.emit(`addStat(${Stat.BYTECODES}, 1);`);
      this.instruction();
    });
    const last = block.instructions[block.instructions.length - 1] as Instruction;
    if (this.end.kind === 'none' && block.fall >= 0 && block.jump < 0) {
      this.at = { ...last, offset: last.next };
      this.goto(block.fall);
    }
    return { lines: this.lines, end: this.end };
  }

  protected instruction(): void {
    this.translate(this);
  }

  /** What `reset` needs to take back all that an attempt has written. */
  mark(): Mark {
    const { temporaries, state, before } = this;
    return { lines: this.lines.length, sites: this.sites.length, temporaries, state, before };
  }

  reset({ lines, sites, temporaries, state, before }: Mark): void {
    this.lines.length = lines;
    this.sites.length = sites;
    this.temporaries = temporaries;
    this.state = state;
    this.before = before;
  }

  /** RETURN_VALUE of a call that is written in line (inlined.ts) is no return: false elsewhere. */
  returnInLine(): boolean {
    return false;
  }

  // ---- ways out of the block

  goto(target: number): void {
    this.end = { kind: 'goto', edge: this.edgeTo(target) };
  }

  branch(test: string, jump: Edge, fall: Edge): void {
    this.end = { kind: 'branch', test, yes: jump, no: fall };
  }

  /** The edge to `target` in the present state; `first` are lines to be run on it before all else. */
  edgeTo(target: number, first: readonly string[] = []): Edge {
    const kept = this.state;
    this.state = copyState(kept);
    let arrives = true;
    const lines = [
      ...first,
      ...this.aside(() => {
        arrives = this.convert(target);
      }),
    ];
    this.state = kept;
    if (hasOneWay(this.flow, target)) this.pairsAt.set(target, new Map(this.pairs));
    return { to: arrives ? target : LEFT, lines };
  }

  protected handlerEdge(target: number, state: State): string[] {
    const kept = this.state;
    this.state = state;
    const lines = this.aside(() => {
      if (this.convert(target)) {
        this.emit(jumpTo(this.block, this.flow.blocks.get(target) as Block));
      }
    });
    this.state = kept;
    return lines;
  }

  /** False if the way ends in tier 1 instead. */
  protected convert(target: number): boolean {
    const back = (this.flow.blocks.get(target) as Block).order <= this.block.order;
    if (back && !dominates(this.flow, target, this.block.offset)) {
      this.emitAll(this.exitLines('irreducible', this.state, target), '');
      return false;
    }
    if (hasOneWay(this.flow, target)) {
      this.receive(target, this.state, false);
      return true;
    }
    this.receive(target, this.state, true);
    this.toState(this.incoming.get(target) as State);
    if (back) this.loopEdge(target);
    return true;
  }

  private receive(target: number, state: State, merge: boolean): void {
    const known = this.incoming.get(target);
    if (known === undefined) {
      this.incoming.set(target, merge ? merged(state) : copyState(state));
      this.changed = true;
      return;
    }
    const met = merge ? meetStates(known, state) : state;
    if (!sameState(known, met)) {
      if (this.writing) throw new Error(`bug: the state at ${target} changed while writing`);
      this.changed = true;
      this.incoming.set(target, copyState(met));
    }
  }

  /** Text that turns the present state into that of a merge. */
  private toState(target: State): void {
    const crossing = this.state.stack.some(
      (e, i) => e.kind === Kind.OWNED && e.text.startsWith('s') && e.text !== `s${i}`,
    );
    if (crossing) {
      this.state.stack = this.state.stack.map((e, i) => {
        if (e.kind !== Kind.OWNED || !e.text.startsWith('s') || e.text === `s${i}`) return e;
        const name = this.temporary();
        this.emit(`${name} = ${e.text};`);
        return { ...e, text: name, slot: -1 };
      });
    }
    target.stack.forEach((to, i) => {
      const from = this.state.stack[i] as Entry;
      if (to.kind === Kind.NULL) return;
      const name = this.variable(`s${i}`);
      if (from.kind === Kind.OWNED && from.text === name && from.slot === i) return;
      const owned = from.kind === Kind.NULL ? '0' : this.own(from);
      if (owned !== name) this.emit(`${name} = ${owned};`);
      this.emit(`${this.slot(i)} = ${name};`);
    });
    target.locals.forEach((to, i) => {
      const from = this.state.locals[i] as Local;
      if (to.unboxed === from.unboxed) return;
      if (!to.unboxed) {
        this.boxLocal(i);
        return;
      }
      const name = this.localVariable(i);
      this.emit(`${this.doubleVariable(i)} = F64[(${name} >> 3) + 2];`);
      this.emit(`${this.local(i)} = 0;`);
      this.decref(name, T.FLOAT);
    });
    this.state = copyState(target);
  }

  /** A backward jump: V8 wants the function to return now and then, and others may want the thread. */
  private loopEdge(target: number): void {
    this.variable('fuel', '20000');
    this.emit(`if (--fuel < 0 || H[T + ${Thread.BREAKER}] !== 0) {`);
    this.emit(`  ${this.again(target)}`);
    this.emit('}');
  }

  /** At a backward jump to `target`: somebody may want the thread. */
  again(target: number): string {
    return this.exitBy(Way.AGAIN, 'backward jump', 0, this.state, target);
  }
}

/** Locals that a call fills: parameters of all kinds. */
export function parameterCount(code: Address): number {
  const q = code >> 2;
  const flags = H[q + C.FLAGS];
  const starred = [CodeFlag.VARARGS, CodeFlag.VARKEYWORDS].filter((f) => (flags & f) !== 0).length;
  return H[q + C.ARG_COUNT] + H[q + C.KWONLY_COUNT] + starred;
}

/** The instruction has no translation (yet); the unit is not compiled. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
