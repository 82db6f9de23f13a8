// One compilation: a flow graph becomes the source text of a JavaScript function. The blocks are run
// through until what is known where they meet does not change any more; then they are written out.
//
// This file keeps the books: which JavaScript variable holds what, who owns it, and the text that makes
// the heap's frame complete before tier 1, an exception handler or another thread may look at it. What
// each instruction means stands in the files of `families/`.
//
// Rules of the text:
// - guards come before the effects of their instruction, so that a failed one can start it again;
// - IP and SP are written before anything that may raise, and values that the instruction owns then lie
//   on the heap's stack below SP, where the unwinder releases them;
// - before Python code is called, every local and every value that stays on the stack is in the heap.

import { CodeFlag } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { accessSource, blockSource, countSource } from '../executors/policy.ts';
import { boot } from '../heap/boot.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  FloatLayout,
  Frame,
  GcBit,
  Header,
  Stat,
  Thread,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { NO_VALUE } from '../runtime/tiers.ts';
import type { Block, Flow, Instruction } from './flow.ts';
import { dominates } from './flow.ts';
import { describe } from './listing.ts';
import {
  copyState,
  type Entry,
  entry,
  Kind,
  type Local,
  merged,
  meetStates,
  SMALL,
  type State,
  sameState,
  UNKNOWN,
} from './state.ts';
import { type BlockText, type Edge, type End, isMerge, LEFT, structured } from './structure.ts';
import { translate } from './translate.ts';

/** A place where the code gives up an assumption. */
export interface Site {
  readonly offset: number;
  readonly reason: string;
  /** The inline cache that remembers that the assumption failed; 0 if there is none. */
  readonly cache: number;
  count: number;
}

export interface Callee {
  readonly code: Address;
  readonly offset: number;
}

export interface Options {
  /** LOAD_FAST borrows, as CPython 3.14 does (LOAD_FAST_BORROW). */
  readonly borrow: boolean;
}

const PASSES_MAX = 12;
const FLOAT_BYTES = FloatLayout.WORDS * 4;

export class Translator {
  readonly start: number;
  readonly localCount: number;
  private readonly parameters: number;
  readonly sites: Site[] = [];
  /** Units that are called. */
  readonly callees: Callee[] = [];
  state: State = { stack: [], locals: [] };
  /** As things stood before the current instruction. */
  before: State = this.state;
  at!: Instruction;
  block!: Block;
  /** The instruction behind the current one in its block, if any. */
  following: Instruction | undefined;
  /** Names of the keyword arguments of the CALL that comes next; 0 if there are none. */
  kwNames: Address = 0;
  private lines: string[] = [];
  private end: End = { kind: 'none' };
  private readonly incoming = new Map<number, State>();
  private changed = false;
  private writing = false;
  private readonly variables = new Map<string, string>();
  private temporaries = 0;

  constructor(
    readonly code: Address,
    readonly flow: Flow,
    readonly options: Options,
    /** The unit is called as a function: it returns the frame's value, or 0. */
    readonly isFunction: boolean,
  ) {
    this.start = H[(code >> 2) + C.CODE_START];
    this.localCount = H[(code >> 2) + C.LOCALS_PLUS];
    this.parameters = parameterCount(code);
  }

  /** The lines of the function's body. Throws Unsupported if an instruction cannot be translated. */
  run(entryState: State): string[] {
    this.incoming.set(this.flow.entry, entryState);
    for (let pass = 0; ; pass++) {
      if (pass > PASSES_MAX) throw new Unsupported('no stable state');
      this.changed = false;
      for (const block of this.flow.order) if (this.incoming.has(block.offset)) this.text(block);
      if (!this.changed) break;
    }
    this.sites.length = 0;
    this.writing = true;
    this.variables.clear();
    const body = structured(this.flow, (block) => this.text(block));
    const opening = this.aside(() => this.open(this.incoming.get(this.flow.entry) as State));
    const entry = [...this.declarations(), ...opening.map((line) => `  ${line}`)];
    return this.hasHandlers() ? [...entry, ...this.guarded(body)] : [...entry, ...body];
  }

  /** Some instruction of the unit is covered by the exception table. */
  private hasHandlers(): boolean {
    return this.flow.order.some((block) =>
      block.instructions.some(({ offset }) => coveredDepth(this.code, offset) >= 0),
    );
  }

  /** What natives raise arrives as a JavaScript exception. */
  private guarded(body: readonly string[]): string[] {
    const recover = this.isFunction ? 'recoverFunction' : 'recover';
    return ['  try {', ...body.map((line) => `  ${line}`), '  } catch (error) {', `    return ${recover}(T, fp, error);`, '  }'];
  }

  /** What the frame holds at the entry is read into the variables. */
  private declarations(): string[] {
    const isLoaded = (index: number) => !this.isFunction || index < this.parameters;
    const declared = [...this.variables].map(([name, value]) => {
      const index = Number(name.slice(1));
      if (name.startsWith('l') && isLoaded(index)) return `${name} = ${this.local(index)}`;
      if (name.startsWith('s') && !this.isFunction) return `${name} = ${this.slot(index)}`;
      return `${name} = ${value}`;
    });
    return declared.length === 0 ? [] : [`  let ${declared.join(', ')};`];
  }

  /** Checks what was guessed of the frame, then unboxes what is kept unboxed. */
  private open(state: State): void {
    const site = (): number => {
      this.sites.push({ offset: this.flow.entry, reason: 'entry', cache: 0, count: 0 });
      return this.sites.length - 1;
    };
    state.stack.forEach((value, i) => {
      if (value.kind !== Kind.OWNED || value.fact === UNKNOWN) return;
      this.emit(`if (H[(${this.variable(`s${i}`)} >> 2) + ${Header.TYPE}] !== ${value.fact}) return stay(U, ${site()});`);
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
    this.state = copyState(this.incoming.get(block.offset) as State);
    this.temporaries = 0;
    for (const value of this.state.stack) {
      if (value.kind === Kind.OWNED && value.text.startsWith('s')) this.variable(value.text);
    }
    block.instructions.forEach((instruction, i) => {
      this.at = instruction;
      this.following = block.instructions[i + 1];
      this.before = copyState(this.state);
      if (this.writing) this.emit(`// ${describe(this.code, instruction)}`);
      if (boot.stats) this.emit(`addStat(${Stat.BYTECODES}, 1);`);
      translate(this);
    });
    const last = block.instructions[block.instructions.length - 1] as Instruction;
    if (this.end.kind === 'none' && block.fall >= 0 && block.jump < 0) {
      this.at = { ...last, offset: last.next };
      this.goto(block.fall);
    }
    return { lines: this.lines, end: this.end };
  }

  // ---- text

  emit(line: string): void {
    this.lines.push(line);
  }

  /** Declares a variable of the whole function. */
  variable(name: string, initial = '0'): string {
    this.variables.set(name, initial);
    return name;
  }

  /** A number for a variable's name: the same in every pass, for what is known of a value names it. */
  nextNumber(): string {
    return `${this.block.order}_${this.temporaries++}`;
  }

  temporary(): string {
    return this.variable(`t${this.nextNumber()}`);
  }

  /** Lines that `write` emits, taken out of the text. */
  aside(write: () => void): string[] {
    const kept = this.lines;
    this.lines = [];
    write();
    const written = this.lines;
    this.lines = kept;
    return written;
  }

  emitAll(lines: readonly string[], indent = '  '): void {
    for (const line of lines) this.emit(indent + line);
  }

  // ---- places

  /** Word of a local or of a stack slot. */
  local(index: number): string {
    return `H[fp + ${index}]`;
  }

  slot(index: number): string {
    return `H[fp + ${this.localCount + index}]`;
  }

  localVariable(index: number): string {
    return this.variable(`l${index}`);
  }

  doubleVariable(index: number): string {
    return this.variable(`d${index}`, '0.5');
  }

  setIp(word: number): string {
    return `H[fp - ${-Frame.IP}] = ${this.start + word};`;
  }

  setSp(depth: number): string {
    return `H[fp - ${-Frame.SP}] = fp + ${this.localCount + depth};`;
  }

  // ---- counts

  incref(text: string, fact: number): void {
    if (fact !== SMALL) this.emit(countSource.incref(text, fact === UNKNOWN));
  }

  decref(text: string, fact: number): void {
    if (fact === SMALL) return;
    const free = fact === T.FLOAT ? blockSource.free(text, FLOAT_BYTES) : undefined;
    this.emit(countSource.decref(text, fact === UNKNOWN, free));
  }

  // ---- what objects hold

  /** Sets `target` to the owned item `offset` of the storage that the word `field` names; see readItem. */
  readItem(target: string, container: string, field: string, offset: string): void {
    this.emit(accessSource.readItem(target, container, field, offset));
  }

  /** Sets `target` to the owned value of a slot, or to RETRY; see readSlot. */
  readSlot(target: string, container: string, slot: string, guard: string, value: string): void {
    this.emit(accessSource.readSlot(target, container, slot, guard, value));
  }

  /** A fresh float object, in a variable. */
  newFloat(double: string): string {
    const name = this.temporary();
    this.emit(blockSource.take(name, FLOAT_BYTES));
    this.emit(`if (${name} === 0) {`);
    this.emitAll(this.raiseLines());
    this.emit(`  ${name} = allocate(${FLOAT_BYTES});`);
    this.emit('}');
    this.emit(countSource.initHeader(name, T.FLOAT));
    this.emit(`F64[(${name} >> 3) + 2] = ${double};`);
    return name;
  }

  // ---- the operand stack

  push(value: Entry): void {
    this.state.stack.push(value);
  }

  pop(): Entry {
    return this.state.stack.pop() as Entry;
  }

  top(below = 0): Entry {
    return this.state.stack[this.state.stack.length - 1 - below] as Entry;
  }

  get depth(): number {
    return this.state.stack.length;
  }

  factOf(value: Entry): number {
    return value.kind === Kind.LOCAL ? (this.state.locals[value.local] as Local).fact : value.fact;
  }

  /** From here on the value's exact type is known. */
  learn(value: Entry, fact: number): void {
    if (value.kind === Kind.LOCAL) {
      const local = this.state.locals[value.local] as Local;
      this.state.locals[value.local] = { ...local, fact };
    }
    this.state.stack = this.state.stack.map((e) =>
      e.kind === Kind.OWNED && e.text === value.text ? { ...e, fact } : e,
    );
  }

  pushOwned(text: string, fact: number = UNKNOWN, more: Partial<Entry> = {}): void {
    this.push(entry(Kind.OWNED, text, fact, more));
  }

  /** A fresh variable with an owned value. */
  pushResult(expression: string, fact: number = UNKNOWN): void {
    const name = this.temporary();
    this.emit(`${name} = ${expression};`);
    this.pushOwned(name, fact);
  }

  pushDouble(expression: string): void {
    const name = this.variable(`f${this.nextNumber()}`, '0.5');
    this.emit(`${name} = ${expression};`);
    this.push(entry(Kind.DOUBLE, name, T.FLOAT));
  }

  /** A truth value; an expression is used at once if a jump follows, else kept in a variable. */
  pushTruth(expression: string): void {
    const op = this.following?.op;
    if (op === Op.POP_JUMP_IF_FALSE || op === Op.POP_JUMP_IF_TRUE || op === Op.UNARY_NOT) {
      this.push(entry(Kind.TRUTH, `(${expression})`, T.BOOL));
      return;
    }
    const name = this.variable(`b${this.nextNumber()}`, 'false');
    this.emit(`${name} = ${expression};`);
    this.push(entry(Kind.TRUTH, name, T.BOOL));
  }

  /** The value as a word, for a look at it: what is owned stays owned by the entry returned. */
  word(value: Entry): Entry {
    switch (value.kind) {
      case Kind.DOUBLE:
        return entry(Kind.OWNED, this.newFloat(value.text), T.FLOAT);
      case Kind.TRUTH:
        return entry(Kind.CONST, `(${value.text} ? ${S.TRUE} : ${S.FALSE})`, T.BOOL);
      default:
        return value;
    }
  }

  /** Lets go of a value that was looked at. */
  release(value: Entry): void {
    if (value.kind === Kind.OWNED) this.decref(value.text, value.fact);
  }

  /** An expression whose value the reader owns. */
  own(value: Entry): string {
    switch (value.kind) {
      case Kind.CONST:
        if (value.fact !== SMALL && value.fact !== T.BOOL && value.fact !== T.NONE) {
          if (!isImmortal(Number(value.text))) this.incref(value.text, value.fact);
        }
        return value.text;
      case Kind.LOCAL:
        this.incref(value.text, this.factOf(value));
        return value.text;
      case Kind.DOUBLE:
        return this.newFloat(value.text);
      case Kind.TRUTH:
        return `(${value.text} ? ${S.TRUE} : ${S.FALSE})`;
      default:
        return value.text;
    }
  }

  /** A double of an entry that is known to be a float or a small int. */
  asDouble(value: Entry): string {
    if (value.kind === Kind.DOUBLE) return value.text;
    if (this.factOf(value) === SMALL) {
      return value.kind === Kind.CONST ? `${Number(value.text) >> 1}` : `(${value.text} >> 1)`;
    }
    return `F64[(${value.text} >> 3) + 2]`;
  }

  // ---- the frame in the heap

  /** A row of the exception table covers the instruction: how deep its handler cuts the stack, else -1. */
  handlerDepth(): number {
    return coveredDepth(this.code, this.at.offset);
  }

  /** Values that a handler or a callee may need are owned and in the heap, up to stack depth `below`. */
  settle(below: number): void {
    for (let i = 0; i < below; i++) {
      const value = this.state.stack[i] as Entry;
      if (value.kind === Kind.OWNED && value.slot === i) continue;
      if (value.kind === Kind.NULL) {
        this.emit(`${this.slot(i)} = 0;`);
        continue;
      }
      const fact = this.factOf(value);
      const owned = this.own(value);
      const name = value.kind === Kind.OWNED ? value.text : this.temporary();
      if (name !== owned) this.emit(`${name} = ${owned};`);
      this.emit(`${this.slot(i)} = ${name};`);
      this.state.stack[i] = entry(Kind.OWNED, name, fact, { slot: i, fn: value.fn });
    }
    this.before = {
      stack: [...this.state.stack.slice(0, below), ...this.before.stack.slice(below)],
      locals: this.before.locals,
    };
  }

  /** Every unboxed local becomes a float object in its place. */
  boxLocals(): void {
    this.state.locals.forEach((local, i) => {
      if (local.unboxed) this.boxLocal(i);
    });
    this.before = { stack: this.before.stack, locals: [...this.state.locals] };
  }

  private boxLocal(index: number): void {
    const name = this.localVariable(index);
    this.emit(`${name} = ${this.newFloat(this.doubleVariable(index))};`);
    this.emit(`${this.local(index)} = ${name};`);
    this.state.locals[index] = { unboxed: false, fact: T.FLOAT, bound: true };
    // Its double stays where it is, so a value read from it earlier stays right.
  }

  /** Before anything that may raise, on the main path. Operands that were owned lie on the heap's stack. */
  mayRaise(): void {
    const handler = this.handlerDepth();
    if (handler >= 0) {
      this.settle(Math.min(handler, this.depth));
      this.boxLocals();
    }
    this.emitAll(this.raiseLines(), '');
  }

  /** Text for a path on the side that may raise. If a handler may catch it, the main path pays. */
  raising(): string[] {
    const handler = this.handlerDepth();
    if (handler >= 0) {
      this.settle(Math.min(handler, this.depth));
      this.boxLocals();
    }
    return this.raiseLines();
  }

  private raiseLines(): string[] {
    const { stack } = this.before;
    let top = Math.max(0, Math.min(this.handlerDepth(), stack.length));
    stack.forEach((value, i) => {
      if (value.kind === Kind.OWNED) top = Math.max(top, i + 1);
    });
    const lines: string[] = [];
    for (let i = 0; i < top; i++) {
      const value = stack[i] as Entry;
      if (value.kind !== Kind.OWNED) lines.push(`${this.slot(i)} = 0;`);
      else if (value.slot !== i) lines.push(`${this.slot(i)} = ${value.text};`);
    }
    lines.push(this.setIp(this.at.offset + 1), this.setSp(top));
    return lines;
  }

  /** Text that makes the heap's frame complete for `state`, without changing what is known here. */
  completeLines(state: State, ip: number): string[] {
    const kept = this.state;
    this.state = copyState(state);
    const lines = this.aside(() => {
      state.locals.forEach((local, i) => {
        if (local.unboxed)
          this.emit(`${this.local(i)} = newFloat(${this.doubleVariable(i)});`);
      });
      state.stack.forEach((value, i) => {
        if (value.kind === Kind.NULL) this.emit(`${this.slot(i)} = 0;`);
        else if (value.kind === Kind.DOUBLE) this.emit(`${this.slot(i)} = newFloat(${value.text});`);
        else if (value.kind !== Kind.OWNED || value.slot !== i)
          this.emit(`${this.slot(i)} = ${this.own(value)};`);
      });
    });
    this.state = kept;
    return [...lines, this.setIp(ip), this.setSp(state.stack.length)];
  }

  /** Leaves for tier 1 in front of the current instruction if `test` holds. */
  exitIf(test: string, reason: string): void {
    this.emit(`if (${test}) {`);
    this.emitAll(this.exitLines(reason, this.before, this.at.offset));
    this.emit('}');
  }

  exitLines(reason: string, state: State, offset: number): string[] {
    return this.exitLinesFor(reason, this.at.cache, state, offset);
  }

  exitLinesFor(reason: string, cache: number, state: State, offset: number): string[] {
    const index = this.sites.length;
    this.sites.push({ offset, reason, cache, count: 0 });
    // Tier 1 runs the instruction, and counts it, again.
    const isAgain = boot.stats && offset === this.at.offset && reason !== 'irreducible';
    const uncount = isAgain ? [`addStat(${Stat.BYTECODES}, -1);`] : [];
    return [...uncount, ...this.completeLines(state, offset), this.leave(index)];
  }

  /** Looks up whether somebody wants the thread, at the start of a function or behind a yield. */
  safepoint(): void {
    if (boot.stats && this.at.arg === 0) this.emit(`addStat(${Stat.CALLS}, 1);`);
    this.emit(`if (H[T + ${Thread.BREAKER}] !== 0) {`);
    this.emitAll(this.completeLines(this.state, this.at.next));
    this.emit('  if (poll(T)) return 0;');
    this.emit('}');
  }

  /** Behind a call: if there is no value the thread has left, or an exception is on its way. */
  checkAnswer(answer: string): void {
    const passOn = this.isFunction ? 'passOnFunction' : 'passOn';
    this.emit(`if ((${answer} & ${NO_VALUE}) === 0) return ${passOn}(T, fp, ${answer});`);
  }

  /** Word index behind this frame. A generator's lies elsewhere: its callees stand behind its resumer. */
  frameEnd(): string {
    if ((H[(this.code >> 2) + C.FLAGS] & CodeFlag.GENERATOR) !== 0) return `H[fp - ${-Frame.END}]`;
    return `fp + ${H[(this.code >> 2) + C.FRAME_WORDS] - Frame.HEADER_WORDS}`;
  }

  /** Name of the variable that holds a unit that is called here: a function's, or where a generator goes on. */
  callee(code: Address, offset = 0): string {
    let index = this.callees.findIndex((c) => c.code === code && c.offset === offset);
    if (index < 0) index = this.callees.push({ code, offset }) - 1;
    return `U${index}`;
  }

  /** Ends the activation: tier 1 goes on with the complete frame. */
  leave(site: number): string {
    return this.isFunction ? `return leave(T, fp, U, ${site});` : `return stay(U, ${site});`;
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
    return { to: arrives ? target : LEFT, lines };
  }

  /** False if the way ends in tier 1 instead. */
  private convert(target: number): boolean {
    const to = this.flow.blocks.get(target) as Block;
    const back = to.order <= this.block.order;
    if (back && !dominates(this.flow, target, this.block.offset)) {
      this.emitAll(this.exitLines('irreducible', this.state, target), '');
      return false;
    }
    if (!isMerge(this.flow, to) && !to.isLoop) {
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
    this.emitAll(this.completeLines(this.state, target));
    this.emit(`  return ${this.isFunction ? 'againFunction' : 'again'}(T, fp, ${this.start + this.at.next}, ${this.start + target});`);
    this.emit('}');
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

export const isImmortal = (value: number): boolean =>
  (value & 1) !== 0 || (H[(value >> 2) + Header.OWNER] & GcBit.FROZEN) !== 0;

/** Depth of the innermost handler that covers an instruction, -1 if none does. */
export function coveredDepth(code: Address, offset: number): number {
  const q = code >> 2;
  const rows = H[q + C.EXCEPTIONS];
  for (let i = H[q + C.EXCEPTION_COUNT] - 1; i >= 0; i--) {
    const row = rows + i * 5;
    if (offset >= H[row] && offset < H[row + 1]) return H[row + 3];
  }
  return -1;
}
