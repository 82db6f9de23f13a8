/**
 * Checks that a code object is sound: what both tiers take for granted and do not test while running.
 *
 * V1: words are instructions with known opcodes, cache words are zero. V2: jumps land on the start of
 * an instruction; only JUMP_BACKWARD goes back. V3: the stack depth at an instruction is the same on
 * every path, never below zero, and `stackSize` is at least its maximum. V4: arguments are within
 * their tables. V5: exception ranges are sorted, do not overlap, and their targets and depths fit.
 * V6: control never runs off the end. V7: there is a position for every word.
 */

import type { Code, ExceptionRange } from './code.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, OPCODES, Op, type OpcodeInfo } from './opcodes.ts';

/** Everything that is wrong, in the code and the codes inside it; an empty list if it is sound. */
export function verifyCode(code: Code): string[] {
  const verifier = new Verifier(code);
  const problems = verifier.run().map((problem) => `${code.qualname}: ${problem}`);
  for (const constant of code.constants) {
    if (constant.type === 'code') problems.push(...verifyCode(constant.code));
  }
  return problems;
}

const ENDS_FLOW = new Set<Op>([
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.RETURN_VALUE,
  Op.RAISE_VARARGS,
  Op.RERAISE,
]);

class Verifier {
  private readonly problems: string[] = [];
  private readonly isStart: Uint8Array;
  private readonly depths: Int32Array;
  private readonly pending: number[] = [];
  private deepest = 0;

  constructor(private readonly code: Code) {
    this.isStart = new Uint8Array(code.words.length);
    this.depths = new Int32Array(code.words.length).fill(-1);
  }

  run(): string[] {
    if (this.code.words.length === 0) return ['no instructions'];
    if (!this.markStarts()) return this.problems;
    this.checkTables();
    this.checkRanges();
    this.enter(0, 0, 0);
    for (let at = this.pending.pop(); at !== undefined; at = this.pending.pop()) this.step(at);
    if (this.deepest > this.code.stackSize) {
      this.problem(0, `stack size is ${this.code.stackSize}, depth reaches ${this.deepest}`);
    }
    return this.problems;
  }

  private problem(at: number, text: string): void {
    this.problems.push(`word ${at}: ${text}`);
  }

  private infoAt(at: number): OpcodeInfo | undefined {
    return OPCODES[(this.code.words[at] & 0xff) as keyof typeof OPCODES];
  }

  private markStarts(): boolean {
    const { words } = this.code;
    for (let at = 0; at < words.length; ) {
      const info = this.infoAt(at);
      if (info === undefined || (words[at] & 0xff) === Op.RESERVED) {
        this.problem(at, `unknown opcode ${words[at] & 0xff}`);
        return false;
      }
      this.isStart[at++] = 1;
      if (!info.cache) continue;
      if (words[at] !== 0) this.problem(at, 'cache word is missing or not zero');
      at++;
    }
    return true;
  }

  private checkTables(): void {
    const { code } = this;
    if (code.positions.length !== code.words.length * 4) this.problem(0, 'positions do not match');
    if (code.localCount > code.localNames.length) this.problem(0, 'more locals than slots');
    const parameters = code.argCount + code.kwOnlyCount;
    if (code.posOnlyCount > code.argCount || parameters > code.localCount) {
      this.problem(0, 'parameter counts do not fit');
    }
    for (let at = 0; at < code.words.length; at++) {
      if (this.isStart[at]) this.checkArgument(at, code.words[at] & 0xff, code.words[at] >>> 8);
    }
  }

  private checkArgument(at: number, op: Op, argument: number): void {
    const { code } = this;
    const info = this.infoAt(at);
    const below = (value: number, limit: number, what: string): void => {
      if (value >= limit) this.problem(at, `${info?.name}: ${what} ${value} of ${limit}`);
    };
    switch (info?.argument) {
      case 'const':
        below(argument, code.constants.length, 'constant');
        break;
      case 'local':
        below(argument, code.localNames.length, 'slot');
        if (op <= Op.DELETE_FAST) below(argument, code.localCount, 'fast local');
        break;
      case 'local2':
        below(argument >> 12, code.localCount, 'fast local');
        below(argument & 0xfff, code.localCount, 'fast local');
        break;
      case 'localConst':
        below(argument >> 12, code.localCount, 'fast local');
        below(argument & 0xfff, code.constants.length, 'constant');
        break;
      case 'name':
        below(argument, code.names.length, 'name');
        break;
      case 'nameFlag':
        below(argument >> 1, code.names.length, 'name');
        break;
      case 'binary':
        below(argument, BINARY_OPERATORS.length, 'operator');
        break;
      case 'compare':
        below(argument, COMPARE_OPERATORS.length, 'operator');
        break;
      case 'invert':
        below(argument, 2, 'flag');
        break;
      case 'none':
        below(argument, 1, 'argument');
        break;
    }
  }

  private checkRanges(): void {
    let end = 0;
    for (const range of this.code.exceptions) {
      const { start } = range;
      if (start < end || range.end <= start || range.end > this.code.words.length) {
        this.problem(start, `exception range ${start}-${range.end} is out of order`);
      }
      if (!this.isStart[start]) this.problem(start, 'exception range starts inside an instruction');
      if (!this.isStart[range.target]) this.problem(start, 'handler is no instruction');
      if (range.depth < 0) this.problem(start, 'negative handler depth');
      end = range.end;
    }
  }

  private enter(from: number, at: number, depth: number): void {
    if (at < 0 || at >= this.code.words.length || !this.isStart[at]) {
      this.problem(from, `control goes to ${at}, which is no instruction`);
    } else if (this.depths[at] === -1) {
      this.depths[at] = depth;
      this.pending.push(at);
    } else if (this.depths[at] !== depth) {
      this.problem(at, `depth ${this.depths[at]} and ${depth} (from ${from})`);
    }
  }

  private step(at: number): void {
    const word = this.code.words[at];
    const op: Op = word & 0xff;
    const argument = word >>> 8;
    const info = this.infoAt(at);
    if (info === undefined) return;
    const depth = this.depths[at];
    const next = at + (info.cache ? 2 : 1);
    const effect = typeof info.effect === 'number' ? info.effect : info.effect(argument);
    this.deepest = Math.max(this.deepest, depth, depth + effect);
    if (depth + effect < 0) {
      this.problem(at, `${info.name} takes more than the ${depth} values on the stack`);
      return;
    }
    this.enterHandler(at, depth);
    if (info.argument === 'jump') {
      const target = op === Op.JUMP_BACKWARD ? next - argument : next + argument;
      this.enter(at, target, depth + (info.jumpEffect ?? effect));
    }
    if (!ENDS_FLOW.has(op)) this.enter(at, next, depth + effect);
  }

  private enterHandler(at: number, depth: number): void {
    const range = this.rangeOf(at);
    if (range === undefined) return;
    if (depth < range.depth) {
      this.problem(at, `the stack (${depth}) is below its handler's depth ${range.depth}`);
      return;
    }
    this.enter(at, range.target, range.depth + (range.pushLasti ? 2 : 1));
  }

  private rangeOf(at: number): ExceptionRange | undefined {
    return this.code.exceptions.find((range) => range.start <= at && at < range.end);
  }
}
