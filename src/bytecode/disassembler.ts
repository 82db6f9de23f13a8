/**
 * Code as people read it: the columns of CPython 3.11's `dis`.
 *
 * Line number where it changes, `>>` at jump targets, the offset in words, the instruction, its
 * argument and what that stands for. Cache words are not shown, so offsets skip them. Nested code
 * objects follow, and the exception table stands below each code that has one.
 */

import type { Code } from './code.ts';
import { reprConstant } from './literals.ts';
import {
  BINARY_OPERATORS,
  COMPARE_OPERATORS,
  FormatValue,
  instructionWords,
  MakeFunction,
  OPCODES,
  Op,
} from './opcodes.ts';

/** The code and all codes inside it; ends in a line end. */
export function disassemble(code: Code): string {
  const parts: string[] = [listing(code)];
  const pending = nestedCodes(code);
  for (let inner = pending.shift(); inner !== undefined; inner = pending.shift()) {
    const place = `file "${inner.filename}", line ${inner.firstLine}`;
    parts.push(`Disassembly of <code object ${inner.name}, ${place}>:\n${listing(inner)}`);
    pending.unshift(...nestedCodes(inner));
  }
  return parts.join('\n');
}

function nestedCodes(code: Code): Code[] {
  const codes: Code[] = [];
  for (const constant of code.constants) if (constant.type === 'code') codes.push(constant.code);
  return codes;
}

function listing(code: Code): string {
  const targets = jumpTargets(code);
  const lines: string[] = [];
  let line = -1;
  for (let at = 0; at < code.words.length; at += instructionWords(code.words[at] & 0xff)) {
    const own = code.positions[at * 4];
    const changed = own !== line && own !== -1;
    if (changed && lines.length > 0) lines.push('');
    lines.push(instructionLine(code, at, changed ? String(own) : '', targets.has(at)));
    if (own !== -1) line = own;
  }
  return `${lines.join('\n')}\n${exceptionTable(code)}`;
}

function instructionLine(code: Code, at: number, line: string, isTarget: boolean): string {
  const info = OPCODES[(code.words[at] & 0xff) as keyof typeof OPCODES];
  const start = `${line.padStart(3)}     ${isTarget ? '>>' : '  '} ${String(at).padStart(4)} `;
  if (info.argument === 'none') return start + info.name;
  const argument = code.words[at] >>> 8;
  const meaning = describe(code, at);
  const text = `${info.name.padEnd(22)} ${String(argument).padStart(4)}`;
  return start + text + (meaning === '' ? '' : ` (${meaning})`);
}

/** What the argument at that word stands for; '' where the number says it all. */
function describe(code: Code, at: number): string {
  const op: Op = code.words[at] & 0xff;
  const argument = code.words[at] >>> 8;
  const first = argument >> 12;
  const second = argument & 0xfff;
  switch (OPCODES[op as keyof typeof OPCODES].argument) {
    case 'const':
      return reprConstant(code.constants[argument]);
    case 'local':
      return code.localNames[argument];
    case 'local2':
      return `${code.localNames[first]}, ${code.localNames[second]}`;
    case 'localConst':
      return `${code.localNames[first]}, ${reprConstant(code.constants[second])}`;
    case 'name':
      return code.names[argument];
    case 'nameFlag': {
      const name = code.names[argument >> 1];
      if ((argument & 1) === 0) return name;
      return op === Op.LOAD_GLOBAL ? `NULL + ${name}` : `method ${name}`;
    }
    case 'binary':
      return BINARY_OPERATORS[argument];
    case 'compare':
      return COMPARE_OPERATORS[argument];
    case 'invert':
      return argument === 0 ? '' : 'not';
    case 'jump':
      return `to ${jumpTarget(code, at)}`;
    case 'flags':
      return describeFlags(op, argument);
    default:
      return '';
  }
}

function describeFlags(op: Op, argument: number): string {
  const words: string[] = [];
  if (op === Op.MAKE_FUNCTION) {
    if (argument & MakeFunction.DEFAULTS) words.push('defaults');
    if (argument & MakeFunction.KWDEFAULTS) words.push('kwdefaults');
    if (argument & MakeFunction.ANNOTATIONS) words.push('annotations');
    if (argument & MakeFunction.CLOSURE) words.push('closure');
  } else if (op === Op.FORMAT_VALUE) {
    const conversion = ['', 'str', 'repr', 'ascii'][argument & 3];
    if (conversion !== '') words.push(conversion);
    if (argument & FormatValue.WITH_SPEC) words.push('with format');
  }
  return words.join(', ');
}

function jumpTarget(code: Code, at: number): number {
  const op: Op = code.words[at] & 0xff;
  const next = at + instructionWords(op);
  const distance = code.words[at] >>> 8;
  return op === Op.JUMP_BACKWARD ? next - distance : next + distance;
}

function jumpTargets(code: Code): Set<number> {
  const targets = new Set(code.exceptions.map(({ target }) => target));
  for (let at = 0; at < code.words.length; at += instructionWords(code.words[at] & 0xff)) {
    const info = OPCODES[(code.words[at] & 0xff) as keyof typeof OPCODES];
    if (info.argument === 'jump') targets.add(jumpTarget(code, at));
  }
  return targets;
}

/** As CPython prints it: the end of a range is its last instruction. */
function exceptionTable(code: Code): string {
  if (code.exceptions.length === 0) return '';
  const lines = code.exceptions.map(({ start, end, target, depth, pushLasti }) => {
    const lasti = pushLasti ? ' lasti' : '';
    return `  ${start} to ${lastInstruction(code, start, end)} -> ${target} [${depth}]${lasti}`;
  });
  return `ExceptionTable:\n${lines.join('\n')}\n`;
}

function lastInstruction(code: Code, start: number, end: number): number {
  let last = start;
  for (let at = start; at < end; at += instructionWords(code.words[at] & 0xff)) last = at;
  return last;
}
