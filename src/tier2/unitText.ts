// The text of one unit as it is written: its lines, the JavaScript variables that they need, and the
// phrases for words of the frame, counts and what objects hold.
//
// First of the parts of a compilation: unitText, operands, frameText, translator. Each knows those before it.

import { accessSource, blockSource, countSource } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, CodeLayout as C, FloatLayout, Frame } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import type { Block, Flow } from './flow.ts';
import { SMALL, UNKNOWN } from './state.ts';

export interface Options {
  /** LOAD_FAST borrows, as CPython 3.14 does (LOAD_FAST_BORROW). */
  readonly borrow: boolean;
}

export const FLOAT_BYTES = FloatLayout.WORDS * 4;

export class UnitText {
  readonly start: number;
  readonly localCount: number;
  block!: Block;
  protected lines: string[] = [];
  /** Initial values of the variables of the whole function, by name. */
  protected readonly variables = new Map<string, string>();
  protected temporaries = 0;

  constructor(
    readonly code: Address,
    readonly flow: Flow,
    readonly options: Options,
    /** The unit is called as a function: it returns the frame's value, or 0. */
    readonly isFunction: boolean,
  ) {
    this.start = H[(code >> 2) + C.CODE_START];
    this.localCount = H[(code >> 2) + C.LOCALS_PLUS];
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

  /** The dict of globals, and the function, that the frame sees. */
  globals(): string {
    return `H[fp - ${-Frame.GLOBALS}]`;
  }

  functionText(): string {
    return `H[fp - ${-Frame.FUNCTION}]`;
  }

  setIp(word: number): string {
    return `H[fp - ${-Frame.IP}] = ${this.start + word};`;
  }

  setSp(depth: number): string {
    return `H[fp - ${-Frame.SP}] = fp + ${this.localCount + depth};`;
  }

  // ---- counts

  incref(text: string, fact: number): void {
    if (fact === SMALL || isUncounted(text)) return;
    this.emit(countSource.incref(text, fact === UNKNOWN));
  }

  decref(text: string, fact: number): void {
    if (fact === SMALL) return;
    const free = fact === T.FLOAT ? blockSource.free(text, FLOAT_BYTES) : undefined;
    this.emit(countSource.decref(text, fact === UNKNOWN, free));
  }

  // ---- what objects hold

  /** See AccessSource.uncounted. */
  readonly uncounted = accessSource.uncounted;

  /** Sets `target` to the owned item `offset` of the storage that the word `field` names; see readItem. */
  readItem(target: string, container: string, field: string, offset: string): void {
    this.emit(accessSource.readItem(target, container, field, offset));
  }

  /** Sets `target` to the owned value of a slot, or to RETRY; see readSlot. */
  readSlot(target: string, container: string, slot: string, guard: string, value: string): void {
    this.emit(accessSource.readSlot(target, container, slot, guard, value));
  }
}

/** The text is an object's address, and the object is not counted. */
const isUncounted = (text: string): boolean =>
  /^\d+$/.test(text) && countSource.uncounted?.(Number(text)) === true;
