// The operand stack while a unit is translated: which JavaScript variable holds which value, what is known
// of its type, and who owns it. An entry may be borrowed, or be no object yet; `own` and `word` make it one.

import { Op } from '../bytecode/opcodes.ts';
import { blockSource, countSource } from '../executors/policy.ts';
import { boot } from '../heap/boot.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, GcBit, Header, Stat } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import type { Instruction } from './flow.ts';
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
import { FLOAT_BYTES, UnitText } from './unitText.ts';

export abstract class Operands extends UnitText {
  state: State = { stack: [], locals: [] };
  /** As things stood before the current instruction. */
  before: State = this.state;
  at!: Instruction;
  /** The instruction behind the current one in its block, if any. */
  following: Instruction | undefined;
  /** Names of the keyword arguments of the CALL that comes next; 0 if there are none. */
  kwNames: Address = 0;

  /** Place of the `%` that a product goes into, whose factors wait on the stack; -1 elsewhere (products.ts). */
  dividedAt = -1;
  /** Text that makes the frame ready for what that product may raise. */
  productLines: readonly string[] = [];

  /** The following instruction has been written together with the current one. */
  joined = false;

  /**
   * From here on the instruction is the following one, and what both do is written as one. Guards that
   * leave come before this: there is no state between the two to leave from.
   */
  joinFollowing(): void {
    this.at = this.following as Instruction;
    this.joined = true;
    if (boot.stats) this.emit(`addStat(${Stat.BYTECODES}, 1);`);
  }

  /** Text that makes the frame ready for what is raised by the current instruction. */
  protected abstract raiseLines(): string[];

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
      (e.kind === Kind.OWNED || e.kind === Kind.PEEKED) && e.text === value.text
        ? { ...e, fact }
        : e,
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
      case Kind.WIDE:
        return entry(Kind.OWNED, this.newWide(value), UNKNOWN);
      case Kind.TRUTH:
        return entry(Kind.CONST, `(${value.text} ? ${S.TRUE} : ${S.FALSE})`, T.BOOL);
      default:
        return value;
    }
  }

  /** The top `count` values become words, which a raise finds on the stack. */
  wordTop(count: number): void {
    let changed = false;
    for (let i = this.depth - count; i < this.depth; i++) {
      const value = this.state.stack[i] as Entry;
      const word = this.word(value);
      if (word === value) continue;
      this.state.stack[i] = word;
      changed = true;
    }
    if (changed) this.before = copyState(this.state);
  }

  /** Lets go of a value that was looked at. */
  release(value: Entry): void {
    if (value.kind === Kind.OWNED) this.decref(value.text, value.fact);
    else if (value.kind === Kind.PEEKED && this.uncounted !== 'true') {
      this.emit(`if (!(${this.uncounted})) {`);
      this.decref(value.text, value.fact);
      this.emit('}');
    }
  }

  /**
   * From here on the values that were only looked at are owned, for what comes next may let go of them, and
   * wide ints are objects.
   */
  hold(): void {
    let changed = false;
    this.state.stack = this.state.stack.map((value) => {
      if (value.kind !== Kind.PEEKED && value.kind !== Kind.WIDE) return value;
      changed = true;
      return entry(Kind.OWNED, this.own(value), value.fact);
    });
    if (changed) this.before = copyState(this.state);
  }

  releaseAll(values: readonly Entry[]): void {
    for (const value of values) this.release(value);
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
      case Kind.PEEKED:
        if (this.uncounted === 'true') this.incref(value.text, value.fact);
        else {
          this.emit(`if (${this.uncounted}) {`);
          this.incref(value.text, value.fact);
          this.emit('}');
        }
        return value.text;
      case Kind.DOUBLE:
        return this.newFloat(value.text);
      case Kind.WIDE:
        return this.newWide(value);
      case Kind.TRUTH:
        return `(${value.text} ? ${S.TRUE} : ${S.FALSE})`;
      default:
        return value.text;
    }
  }

  /** Lets go of the reference to a constant that `own` has taken. */
  dropConstant(value: Entry, text: string): void {
    if (value.fact === SMALL || value.fact === T.BOOL || value.fact === T.NONE) return;
    if (!isImmortal(Number(value.text))) this.decref(text, value.fact);
  }

  /** A double of an entry that is known to be a float or a small int. */
  asDouble(value: Entry): string {
    if (value.kind === Kind.DOUBLE) return value.text;
    if (this.factOf(value) === SMALL) {
      return value.kind === Kind.CONST ? `${Number(value.text) >> 1}` : `(${value.text} >> 1)`;
    }
    return `F64[(${value.text} >> 3) + 2]`;
  }

  /** The words of locals that hold short ints, as far as they are known here. */
  pairs = new Map<number, { readonly low: string; readonly high: string }>();
  /** The same at the beginning of blocks that one edge leads to. */
  protected readonly pairsAt = new Map<number, typeof this.pairs>();

  /** The int of a WIDE entry, in a variable. The frame is made ready for a raise only where that is due. */
  newWide({ text, high, exact }: Entry): string {
    const name = this.temporary();
    const made = exact ?? `boxWide(${text}, ${high})`;
    if (exact === undefined) {
      const isSmall = high === '0' ? '' : `${high} === 0 && `;
      this.emit(`if (${isSmall}(${text} & 0xc0000000) === 0) ${name} = (${text} << 1) | 1;`);
      this.emit(`else if ((${name} = ${made}) === 0) {`);
    } else this.emit(`if ((${name} = ${made}) === 0) {`);
    this.emitAll(this.raiseLines());
    this.emit('  outOfMemory();');
    this.emit('}');
    return name;
  }

  /** A fresh object of that type and size, its fields not yet written, in a variable. */
  newBlock(type: Address, bytes: number): string {
    const name = this.temporary();
    this.emit(blockSource.take(name, bytes));
    this.emit(`if (${name} === 0) {`);
    this.emitAll(this.raiseLines());
    this.emit(`  ${name} = allocate(${bytes});`);
    this.emit('}');
    this.emit(countSource.initHeader(name, type));
    return name;
  }

  /** A fresh float object, in a variable. */
  newFloat(double: string): string {
    const name = this.newBlock(T.FLOAT, FLOAT_BYTES);
    this.emit(`F64[(${name} >> 3) + 2] = ${double};`);
    return name;
  }
}

export const isImmortal = (value: number): boolean =>
  (value & 1) !== 0 || (H[(value >> 2) + Header.OWNER] & GcBit.FROZEN) !== 0;
