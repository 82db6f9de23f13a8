// A call of a small Python function that is written in line: the callee's text stands in its caller's,
// and no frame is laid as long as nobody could see it.
//
// What holds. The callee's parameters are borrowed from the caller where it holds them. On every way that
// somebody may look at frames from (a raise, a guard that fails, the eval breaker) both frames are made
// complete first (`layLines`), and from then on the callee's frame is one like any other, current until
// the call ends: `laid` says so. A failed guard leaves the callee's frame to tier 1, whose answer comes
// back as that of a call (`word`). Code that may call Python, has handlers, loops or cells is not written
// in line: it throws Unsupported.
//
// Names of both texts would meet: when the callee's is finished, its own get a suffix (`suffixed`). The line
// OUTER stands for what makes the caller's frame complete, in the caller's names.

import { CodeFlag } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { boot } from '../heap/boot.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Stat,
  Thread,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { IC } from '../runtime/inlineCaches.ts';
import { slowPlaces, unseen } from './doubts.ts';
import { Way } from './exits.ts';
import { dropLocals } from './families/locals.ts';
import { flowFrom } from './flow.ts';
import { copyState, Kind, type Local, type State, UNKNOWN } from './state.ts';
import { LEFT } from './structure.ts';
import { Translator, Unsupported } from './translator.ts';

export const OUTER = '@outer';
/** Between the lines of the body and those behind its exits. */
export const END_OF_BODY = '@exits';

/** Instructions of a callee that is written in line, at most. */
const SIZE_MAX = 24;

/** Instructions whose inline cache is empty as long as they have not been run. */
const CACHED: ReadonlySet<Op> = new Set([Op.LOAD_GLOBAL, Op.LOAD_ATTR, Op.STORE_ATTR]);

/** The callee's own names. */
const OWN_NAMES =
  /(?<![\w$.])((?:fp|fn|laid|word|site|extra|outerFp|result|returned|isTrueResult|goodWay|slowWay|exitWay|answered|[ldsBL]\d+|[a-z]\d+_\d+)(?:\$\d+_\d+)*)(?![\w$])/g;

/** What a call in line leaves: a word, a double, a truth value, or always the same constant. */
export type ResultKind = Kind.OWNED | Kind.DOUBLE | Kind.TRUTH | Kind.CONST;

interface Returned {
  readonly kind: Kind;
  readonly fact: number;
  readonly text: string;
}

/** Whether a function's code can be written in line at all. */
export function isInlinable(code: Address): boolean {
  const q = code >> 2;
  const flags = H[q + C.FLAGS];
  if ((flags & CodeFlag.OPTIMIZED) === 0 || (flags & CodeFlag.GENERATOR) !== 0) return false;
  if (H[q + C.EXCEPTION_COUNT] !== 0) return false;
  return (flags & (CodeFlag.VARARGS | CodeFlag.VARKEYWORDS)) === 0;
}

export class InlinedTranslator extends Translator {
  private readonly ownSize: number;
  private readonly returns = new Map<number, Returned>();

  constructor(
    override readonly caller: Translator,
    code: Address,
    private readonly action: Action,
    /** The function's reference is not the call's to give away. */
    private readonly isFunctionBorrowed: boolean,
  ) {
    super(code, flowFrom(code, 0), caller.options, true, caller.translate);
    this.sites = caller.sites;
    this.callees = caller.callees;
    let size = 0;
    for (const block of this.flow.order) {
      if (block.isLoop) throw new Unsupported('a loop');
      size += block.instructions.length;
    }
    if (size > SIZE_MAX) throw new Unsupported('too long');
    this.ownSize = size;
  }

  /** Instructions, those of its own calls in line included. */
  get size(): number {
    return [...this.inlined.values()].reduce((sum, n) => sum + Math.max(0, n), this.ownSize);
  }

  /** Parameters that the code never stores to can be borrowed. */
  storesTo(index: number): boolean {
    return this.flow.order.some((block) =>
      block.instructions.some(({ op, arg }) => {
        if (op === Op.STORE_FAST || op === Op.DELETE_FAST || op === Op.MAKE_CELL)
          return arg === index;
        return op === Op.STORE_FAST_LOAD_FAST && arg >>> 12 === index;
      }),
    );
  }

  /** The finished lines, in names that end in `suffix`, and the initial values of its variables. */
  write(
    locals: readonly Local[],
    suffix: string,
  ): { lines: string[]; variables: [string, string][] } {
    this.settleStates({ stack: [], locals: [...locals] });
    const lines = [...this.bodyLines(), END_OF_BODY, ...this.calleeTail(locals)];
    const rename = (line: string) =>
      line.trimStart().startsWith('//')
        ? line
        : line.replace(OWN_NAMES, (_, name: string) => `${name}${suffix}`);
    return {
      lines: lines.map(rename),
      variables: [...this.variables].map(([name, value]) => [`${name}${suffix}`, value]),
    };
  }

  /** What every way through the code returns. */
  get result(): Returned {
    const all = [...this.returns.values()];
    const first = all[0];
    if (first === undefined) throw new Unsupported('no return');
    const fact = all.every((r) => r.fact === first.fact) ? first.fact : UNKNOWN;
    const isSame = all.every((r) => r.kind === first.kind);
    if (isSame && (first.kind === Kind.DOUBLE || first.kind === Kind.TRUTH)) return first;
    if (isSame && first.kind === Kind.CONST && all.every((r) => r.text === first.text))
      return first;
    return { kind: Kind.OWNED, fact, text: '' };
  }

  // ---- what is different without a frame

  override globals(): string {
    return `H[(fn >> 2) + ${F.GLOBALS}]`;
  }

  override functionText(): string {
    return 'fn';
  }

  protected override inHeap(): boolean {
    return false;
  }

  /** Both frames become real, if they are not yet. */
  private layLines(locals: readonly Local[]): string[] {
    const counted = this.aside(() => {
      if (this.isFunctionBorrowed) this.incref('fn', -1);
      locals.forEach((local, i) => {
        const name = this.localVariable(i);
        if (local.borrowed === true) this.incref(name, local.fact);
      });
    });
    return [
      'if (!laid) {',
      '  laid = true;',
      OUTER,
      ...counted.map((line) => `  ${line}`),
      `  layInline(T, outerFp, fp, fn, ${this.action}, extra);`,
      ...locals.map((local, i) => `  ${this.local(i)} = ${local.unboxed ? 0 : `l${i}`};`),
      '}',
    ];
  }

  override completeLines(state: State, ip: number): string[] {
    return [...this.layLines(state.locals), ...super.completeLines(state, ip)];
  }

  protected override raiseLines(): string[] {
    return [...this.layLines(this.before.locals), ...super.raiseLines()];
  }

  /** Writes what only this place knows; the rest is done once for all exits (`calleeTail`). */
  override exitBy(way: Way, reason: string, cache: number, state: State, offset: number): string {
    if (way !== Way.GUARD) return this.refuse();
    const row = { way, offset, jump: 0, words: 0, moves: [], reason, cache, count: 0 };
    const index = this.sites.push(row) - 1;
    const boxed = state.locals.flatMap(({ unboxed }, i) =>
      unboxed ? [`${this.localVariable(i)} = newFloat(${this.doubleVariable(i)});`] : [],
    );
    const locals = state.locals.map((local) => ({ ...local, unboxed: false }));
    const complete = super.completeLines({ stack: state.stack, locals }, offset);
    return [...boxed, ...complete, `site = ${index}; break exitWay;`].join('\n');
  }

  override exitLinesFor(reason: string, cache: number, state: State, offset: number): string[] {
    const uncount = boot.stats ? [`addStat(${Stat.BYTECODES}, -1);`] : [];
    return [...uncount, ...this.exitBy(Way.GUARD, reason, cache, state, offset).split('\n')];
  }

  /** Behind all exits: the frames become real ones, and tier 1 goes on with the callee's. */
  calleeTail(locals: readonly Local[]): string[] {
    const params = locals.map((local) => ({ ...local, unboxed: false }));
    return [
      ...this.layLines(params),
      ...locals.map((_, i) => `${this.local(i)} = ${this.localVariable(i)};`),
      'word = leaveInline(T, fp, U, site);',
    ];
  }

  /** What a helper would have to be called for is left to tier 1. */
  override raising(): string[] {
    const { cache, offset } = this.at;
    if (cache !== 0 && slowPlaces.has(cache)) throw new Unsupported('often slow');
    return this.exitLinesFor('slow way', cache, this.before, offset);
  }

  override safepoint(): void {
    if (boot.stats) this.emit(`addStat(${Stat.CALLS}, 1);`);
    this.emit(`if (H[T + ${Thread.BREAKER}] !== 0) {`);
    if (boot.stats) this.emit(`  addStat(${Stat.CALLS}, -1);`);
    this.emitAll(this.exitLinesFor('safepoint', 0, this.before, this.at.offset));
    this.emit('}');
  }

  protected override instruction(): void {
    if (this.end.kind === 'goto') return;
    const { op, cache, offset } = this.at;
    if (CACHED.has(op) && IC[cache] === 0) {
      if (unseen.has(cache)) throw new Unsupported('unsure');
      this.emitAll(this.exitLinesFor('not seen', cache, this.before, offset), '');
      this.end = { kind: 'goto', edge: { to: LEFT, lines: [] } };
      return;
    }
    super.instruction();
  }

  /** `raising` has left before anything could raise. */
  override raisedLines(): string[] {
    return [];
  }

  override returnInLine(): boolean {
    const value = this.pop();
    this.returns.set(this.at.offset, {
      kind: value.kind,
      fact: this.factOf(value),
      text: value.text,
    });
    const { kind } = this.result;
    const isOwn = value.kind === Kind.LOCAL && this.state.locals[value.local]?.borrowed !== true;
    const given = kind === Kind.OWNED && isOwn ? value.local : -1;
    if (kind === Kind.DOUBLE) {
      this.emit(`${this.variable('returned', '0.5')} = ${value.text};`);
    } else if (kind === Kind.TRUTH) {
      this.emit(`${this.variable('isTrueResult', 'false')} = ${value.text};`);
    } else if (kind === Kind.OWNED) {
      this.emit(`${this.variable('result')} = ${given >= 0 ? value.text : this.own(value)};`);
    }
    dropLocals(this, given);
    this.emit('break goodWay;');
    return true;
  }

  // ---- what only a frame can do

  private refuse(): never {
    throw new Unsupported('not a leaf');
  }
  override mayRaise(): void {
    this.refuse();
  }
  override settle(): void {
    this.refuse();
  }
  override complete(): void {
    this.refuse();
  }
  override operandsInHeap(): void {
    this.refuse();
  }
  override passedOn(): void {
    this.refuse();
  }
  override answer(): string {
    return this.refuse();
  }
  override again(): string {
    return this.refuse();
  }
}

/** What `completeLines` has put into the frame for unboxed locals goes again. */
export function unboxAgain(t: Translator, locals: readonly Local[]): string[] {
  return t.aside(() => {
    locals.forEach((local, i) => {
      if (!local.unboxed) return;
      const name = t.temporary();
      t.emit(`${name} = ${t.local(i)};`);
      t.emit(`${t.local(i)} = 0;`);
      t.decref(name, T.FLOAT);
    });
  });
}

/** Undoes `completeLines(state)` where the caller goes on: what it counted and boxed. */
export function undoLines(t: Translator, state: State): string[] {
  const kept = t.state;
  t.state = copyState(state);
  const lines = t.aside(() => {
    state.stack.forEach((value, i) => {
      if (value.kind === Kind.OWNED || value.kind === Kind.NULL) return;
      const name = t.temporary();
      t.emit(`${name} = ${t.slot(i)};`);
      if (value.kind === Kind.DOUBLE) t.decref(name, T.FLOAT);
      else if (value.kind === Kind.LOCAL) t.decref(name, t.factOf(value));
      else if (value.kind === Kind.CONST) t.dropConstant(value, name);
    });
  });
  t.state = kept;
  return [...lines, ...unboxAgain(t, state.locals)];
}
