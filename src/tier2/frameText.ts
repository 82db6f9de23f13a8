// The text that makes the heap's frame complete before tier 1, an exception handler or another thread may
// look at it, and the ways out of generated code: guards, safepoints, answers that are no values.

import { CodeFlag } from '../bytecode/code.ts';
import { boot } from '../heap/boot.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, CodeLayout as C, Frame, Stat, Thread } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { Left, NO_VALUE } from '../runtime/tiers.ts';
import { Form, type Move, Way } from './exits.ts';
import { coveredDepth, coveringRow } from './flow.ts';
import { isImmortal, Operands } from './operands.ts';
import { Raised } from './raised.ts';
import {
  copyState,
  type Entry,
  entry,
  Kind,
  type Local,
  SMALL,
  type State,
  UNKNOWN,
} from './state.ts';
import type { Callee, Site } from './units.ts';

export abstract class FrameText extends Operands {
  sites: Site[] = [];
  /** Units that are called. */
  callees: Callee[] = [];
  /** Values that a way out passes at most. */
  protected passed = 0;

  /** The heap's slot `index` holds the value too. */
  protected inHeap(value: Entry, index: number): boolean {
    return value.slot === index;
  }

  /** A row of the exception table covers the instruction: how deep its handler cuts the stack, else -1. */
  handlerDepth(): number {
    return coveredDepth(this.code, this.at.offset);
  }

  /** Values that a handler or a callee may need are owned and in the heap, up to stack depth `below`. */
  settle(below: number): void {
    for (let i = 0; i < below; i++) {
      const value = this.state.stack[i] as Entry;
      if (value.kind === Kind.OWNED && this.inHeap(value, i)) continue;
      if (value.kind === Kind.NULL) {
        this.emit(`${this.slot(i)} = 0;`);
        continue;
      }
      const fact = this.factOf(value);
      const owned = this.own(value);
      // A word that never changes needs no variable, and a call still knows what it calls.
      const isFixed = value.kind === Kind.CONST && isImmortal(Number(owned));
      const name = value.kind === Kind.OWNED || isFixed ? owned : this.temporary();
      if (name !== owned) this.emit(`${name} = ${owned};`);
      this.emit(`${this.slot(i)} = ${name};`);
      const { fn, fns } = value;
      this.state.stack[i] = entry(Kind.OWNED, name, fact, { slot: i, fn, ...(fns && { fns }) });
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

  protected boxLocal(index: number): void {
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

  protected raiseLines(): string[] {
    const { stack } = this.before;
    let top = Math.max(0, Math.min(this.handlerDepth(), stack.length));
    stack.forEach((value, i) => {
      if (value.kind === Kind.OWNED) top = Math.max(top, i + 1);
    });
    const lines: string[] = [];
    for (let i = 0; i < top; i++) {
      const value = stack[i] as Entry;
      if (value.kind !== Kind.OWNED) lines.push(`${this.slot(i)} = 0;`);
      else if (!this.inHeap(value, i)) lines.push(`${this.slot(i)} = ${value.text};`);
    }
    lines.push(this.setIp(this.at.offset + 1), this.setSp(top));
    return lines;
  }

  /** The edge to a handler of the unit, in a state of which its lines may make what they like. */
  protected abstract handlerEdge(target: number, state: State): string[];

  /**
   * Text for a place where the current instruction has raised: the exception is pending, and the frame is
   * as `raising` or a call has left it. A handler in the unit is jumped to, else the frame is left.
   */
  raisedLines(how: Raised | string): string[] {
    const row = coveringRow(this.code, this.at.offset);
    if (row === undefined || !this.isCaughtHere) {
      return [this.answer(`raised(T, fp, U, ${how})`)];
    }
    const stack = this.state.stack.slice(0, row.depth);
    const lines: string[] = [];
    if (row.lasti) {
      const place = this.temporary();
      lines.push(`${place} = ((H[fp - ${-Frame.IP}] - ${this.start + 1}) << 1) | 1;`);
      lines.push(`${this.slot(row.depth)} = ${place};`);
      stack.push(entry(Kind.OWNED, place, SMALL, { slot: row.depth }));
    }
    const exception = this.temporary();
    const bottom = `fp + ${this.localCount + row.depth}`;
    lines.push(`${exception} = caughtHere(T, fp, ${bottom}, ${how});`);
    lines.push(`${this.slot(stack.length)} = ${exception};`);
    stack.push(entry(Kind.OWNED, exception, UNKNOWN, { slot: stack.length }));
    const state = { stack, locals: [...this.state.locals] };
    return [...lines, ...this.handlerEdge(row.target, state)];
  }

  /** Behind a helper that answers 0 when it has raised. */
  checkRaised(answer: string, indent = ''): void {
    this.emit(`${indent}if (${answer} === 0) {`);
    this.emitAll(this.raisedLines(Raised.HERE), `${indent}  `);
    this.emit(`${indent}}`);
  }

  /** A handler that covers the instruction is in this unit: exceptions come here often. */
  get isCaughtHere(): boolean {
    const target = coveringRow(this.code, this.at.offset)?.target;
    return target !== undefined && this.block.handlers.includes(target);
  }

  /** If `test` holds, `raise` makes an exception pending. Before any effect of the instruction. */
  raiseIf(test: string, raise: string): void {
    const lines = this.raising();
    this.emit(`if (${test}) {`);
    this.emitAll([...lines, `${raise};`, ...this.raisedLines(Raised.HERE)]);
    this.emit('}');
  }

  /** Text that makes the heap's frame complete for `state`, without changing what is known here. */
  completeLines(state: State, ip: number): string[] {
    const kept = this.state;
    this.state = copyState(state);
    const lines = this.aside(() => {
      state.locals.forEach((local, i) => {
        if (local.unboxed) this.emit(`${this.local(i)} = newFloat(${this.doubleVariable(i)});`);
      });
      state.stack.forEach((value, i) => {
        if (value.kind === Kind.NULL) this.emit(`${this.slot(i)} = 0;`);
        else if (value.kind === Kind.DOUBLE)
          this.emit(`${this.slot(i)} = newFloat(${value.text});`);
        else if (value.kind !== Kind.OWNED || !this.inHeap(value, i))
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
    // Tier 1 runs the instruction, and counts it, again.
    const isAgain = boot.stats && offset === this.at.offset && reason !== 'irreducible';
    const uncount = isAgain ? [`addStat(${Stat.BYTECODES}, -1);`] : [];
    return [...uncount, this.exitBy(Way.GUARD, reason, cache, state, offset)];
  }

  /** Leaves by a row of its own, to go on at the word `offset` in `state`; see exits.ts. */
  exitBy(way: Way, reason: string, cache: number, state: State, offset: number): string {
    const values: string[] = [];
    const moves = this.moves(state, values);
    const words = this.localCount + state.stack.length;
    const jump = this.at.next;
    const row = this.sites.push({ way, offset, jump, words, moves, reason, cache, count: 0 }) - 1;
    const given = values.map((text, i) => `${this.variable(`x${i}`)} = ${text}; `);
    this.passed = Math.max(this.passed, values.length);
    return `${given.join('')}${this.variable('x')} = ${row}; break exit; // ${reason}`;
  }

  /** What the frame lacks of `state`; `values` gets the texts of the values that must be passed. */
  private moves(state: State, values: string[]): Move[] {
    const moves: Move[] = [];
    const passed = (at: number, form: Form, text: string) =>
      moves.push({ at, form, value: values.push(text) - 1 });
    state.locals.forEach((local, i) => {
      if (local.unboxed) passed(i, Form.DOUBLE, this.doubleVariable(i));
    });
    state.stack.forEach((value, i) => {
      const at = this.localCount + i;
      if (value.kind === Kind.NULL) moves.push({ at, form: Form.CONSTANT, value: 0 });
      else if (value.kind === Kind.DOUBLE) passed(at, Form.DOUBLE, value.text);
      else if (value.kind === Kind.TRUTH) {
        passed(at, Form.WORD, `(${value.text} ? ${S.TRUE} : ${S.FALSE})`);
      } else if (value.kind === Kind.LOCAL) {
        const { fact } = state.locals[value.local] as Local;
        passed(at, fact === SMALL ? Form.WORD : Form.BORROWED, value.text);
      } else if (value.kind === Kind.PEEKED) this.passPeeked(value, at, passed);
      else if (value.kind === Kind.WIDE) {
        if (value.exact !== undefined) passed(at, Form.MADE, value.exact);
        else {
          passed(at, Form.WIDE, value.text);
          values.push(value.high as string);
        }
      } else if (value.kind === Kind.OWNED) {
        if (value.slot !== i) passed(at, Form.WORD, value.text);
      } else if (Number.isNaN(Number(value.text))) passed(at, Form.WORD, value.text);
      else moves.push({ at, form: constantForm(value), value: Number(value.text) });
    });
    return moves;
  }

  /** A value that was only looked at is counted, unless it has been. */
  private passPeeked(
    { text }: Entry,
    at: number,
    passed: (at: number, form: Form, text: string) => void,
  ): void {
    if (this.uncounted === 'true') passed(at, Form.BORROWED, text);
    else passed(at, Form.WORD, `(${this.uncounted} ? counted(${text}) : ${text})`);
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
    this.passedOn(`(${answer} & ${NO_VALUE}) === 0`, answer);
  }

  /** If `test` holds, the answer of a call is no value: an exception, or a reason to leave. */
  passedOn(test: string, answer: string): void {
    this.emit(`if (${test}) {`);
    this.emit(`  if (${answer} !== ${Left.RAISED}) return ${answer};`);
    this.emitAll(this.raisedLines(Raised.BELOW));
    this.emit('}');
  }

  /** Ends the activation with what a function of enter.ts answers, which may be AGAIN. */
  answer(call: string): string {
    return this.isFunction ? `return finish(T, fp, ${call});` : `return ${call};`;
  }

  /** The frame in the heap is as tier 1 would have it, to go on at the word `ip`. */
  complete(ip: number): void {
    this.settle(this.depth);
    this.boxLocals();
    this.emit(this.setIp(ip));
    this.emit(this.setSp(this.depth));
  }

  /** Every operand is owned and in the heap, for a helper that works on the stack there and may raise. */
  operandsInHeap(): void {
    this.settle(this.depth);
    if (this.handlerDepth() >= 0) this.boxLocals();
    this.emit(this.setIp(this.at.offset + 1));
    this.emit(this.setSp(this.depth));
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
    return `unit${index}`;
  }

  /** Behind the body: what every way out comes to. */
  protected exitTail(): string {
    const values = Array.from({ length: this.passed }, (_, i) => `, x${i}`);
    return `return depart(T, fp, U, x${values.join('')});`;
  }
}

function constantForm({ fact, text }: Entry): Form {
  const uncounted = fact === T.BOOL || fact === T.NONE || isImmortal(Number(text));
  return uncounted ? Form.CONSTANT : Form.COUNTED_CONSTANT;
}
