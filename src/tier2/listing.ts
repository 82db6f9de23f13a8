// Bytecode in words, for the comments of generated code.

import { BINARY_OPERATORS, COMPARE_OPERATORS, OPCODES } from '../bytecode/opcodes.ts';
import { type Address, CodeLayout as C } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { reprJs } from '../objects/protocol.ts';
import { toJs } from '../objects/str.ts';
import type { Instruction } from './flow.ts';

/** `12 LOAD_FAST n`, on one line whatever the constant. */
export function describe(code: Address, { offset, op, arg, target }: Instruction): string {
  const info = OPCODES[op as keyof typeof OPCODES];
  const what = target >= 0 ? `to ${target}` : argument(code, info.argument, arg);
  return `${offset} ${info.name}${what === '' ? '' : ` ${what}`}`;
}

function argument(code: Address, kind: string, arg: number): string {
  const q = code >> 2;
  const local = (index: number) => toJs(H[H[q + C.LOCAL_NAMES] + index]);
  const constant = (index: number) => shorten(reprJs(H[H[q + C.CONSTANTS] + index]));
  switch (kind) {
    case 'none':
      return '';
    case 'local':
      return local(arg);
    case 'local2':
      return `${local(arg >>> 12)}, ${local(arg & 0xfff)}`;
    case 'localConst':
      return `${local(arg >>> 12)}, ${constant(arg & 0xfff)}`;
    case 'const':
      return constant(arg);
    case 'name':
      return toJs(H[H[q + C.NAMES] + arg]);
    case 'nameFlag':
      return `${toJs(H[H[q + C.NAMES] + (arg >> 1)])}${(arg & 1) !== 0 ? ' (for a call)' : ''}`;
    case 'binary':
      return BINARY_OPERATORS[arg] as string;
    case 'compare':
      return COMPARE_OPERATORS[arg] as string;
    default:
      return String(arg);
  }
}

/** Fit for a comment: one line, no end of a comment, not long. */
const shorten = (text: string): string => {
  const line = text.replace(/[^\x20-\x7e]/g, '?').replaceAll('*/', '* /');
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
};

/** What people call a code object. */
export function unitPlace(code: Address): { readonly name: string; readonly place: string } {
  const q = code >> 2;
  return {
    name: toJs(H[q + C.QUALNAME]),
    place: `${toJs(H[q + C.FILENAME])}:${H[q + C.FIRST_LINE]}`,
  };
}

/** A name for the generated function. */
export function unitName(code: Address, offset: number): string {
  const name = toJs(H[(code >> 2) + C.NAME]).replace(/[^A-Za-z0-9_]/g, '_');
  return offset === 0 ? `py_${name}` : `py_${name}_at_${offset}`;
}
