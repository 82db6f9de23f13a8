// Generated code as people read it: fields of frames, threads and headers get their names back, types are
// named beside their addresses, long lines are laid out. The code that runs has plain numbers, which V8
// takes fastest; with the constants of LEGEND declared, this text means the same.

import { type Address, Frame, Header, Region, Thread, TypeLayout } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { toJs } from '../objects/str.ts';

const WIDTH = 96;
/** Begins the further lines of a declaration. */
const CONTINUED = '\t';

const FRAME: Readonly<Record<number, string>> = {
  [Frame.PREVIOUS]: 'PREVIOUS',
  [Frame.FUNCTION]: 'FUNCTION',
  [Frame.CODE]: 'CODE',
  [Frame.GLOBALS]: 'GLOBALS',
  [Frame.LOCALS]: 'LOCALS',
  [Frame.IP]: 'IP',
  [Frame.SP]: 'SP',
  [Frame.ACTION]: 'ACTION',
  [Frame.EXTRA]: 'EXTRA',
  [Frame.END]: 'END',
};

const THREAD: Readonly<Record<number, string>> = {
  [Thread.BREAKER]: 'BREAKER',
  [Thread.FRAME]: 'FRAME',
  [Thread.STACK_LIMIT]: 'STACK_LIMIT',
  [Thread.DEPTH]: 'DEPTH',
  [Thread.EXIT]: 'EXIT',
  [Thread.HANDLED]: 'HANDLED',
  [Thread.DEPTH_LIMIT]: 'DEPTH_LIMIT',
};

/** The function's text, from `return function` on, without what binds its names. */
export function readable(source: string): string {
  const lines = source.split('\n');
  const from = lines.findIndex((line) => line.startsWith('return function'));
  const shown = indented(lines.slice(from).map(named).flatMap(laidOut));
  return [shown[0].replace('return ', ''), ...shown.slice(1, -1), '}'].join('\n');
}

/** Every line as deep as the braces around it. */
function indented(lines: readonly string[]): string[] {
  let depth = 0;
  return lines.map((line) => {
    const text = line.trim();
    if (text.startsWith('//')) return '  '.repeat(depth) + text;
    const own = text.startsWith('}') ? depth - 1 : depth;
    for (const char of text) depth += char === '{' ? 1 : char === '}' ? -1 : 0;
    return (line.startsWith(CONTINUED) ? '    ' : '  '.repeat(own)) + text;
  });
}

function named(line: string): string {
  if (line.trimStart().startsWith('//')) return line;
  return line
    .replace(/\[(\w+) - (\d+)\]/g, (all, base, offset) => {
      const field = FRAME[-offset];
      return field === undefined ? all : `[${base} + ${field}]`;
    })
    .replace(/\[T \+ (\d+)\]/g, (all, offset) => {
      const field = THREAD[offset];
      return field === undefined ? all : `[T + ${field}]`;
    })
    .replaceAll(new RegExp(`>> 2\\) \\+ ${Header.TYPE}\\]`, 'g'), '>> 2) + TYPE]')
    .replace(/\[fp \+ 0\]/g, '[fp]')
    .replace(/(TYPE\] [!=]== )(\d+)/g, (all, test, address) => {
      const type = builtinName(Number(address));
      return type === '' ? all : `${test}${address} /* ${type} */`;
    });
}

function builtinName(address: Address): string {
  const past = Region.TYPES + Region.TYPE_BYTES * Region.TYPE_MAX;
  if (address < Region.TYPES || address >= past) return '';
  return toJs(H[(address >> 2) + TypeLayout.NAME]);
}

/** A line that is too long: declarations are wrapped, a block on one line gets a line per statement. */
function laidOut(line: string): string[] {
  if (line.length <= WIDTH || line.trimStart().startsWith('//')) return [line];
  return line.trimStart().startsWith('let ') ? wrapped(line) : unfolded(line);
}

function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const part of line.split(/(?<=,) /)) {
    if (current !== '' && current.length + part.length >= WIDTH) {
      lines.push(current);
      current = CONTINUED + part;
    } else current = current === '' ? part : `${current} ${part}`;
  }
  return [...lines, current];
}

/** Statements of a line, each on its own. No text that is generated has braces or semicolons in strings. */
function unfolded(line: string): string[] {
  const lines: string[] = [];
  let parentheses = 0;
  let current = '';
  const flush = () => {
    if (current.trim() !== '') lines.push(current.trim());
    current = '';
  };
  const text = line.trim();
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '(') parentheses++;
    if (char === ')') parentheses--;
    if (char === '}' && parentheses === 0) {
      flush();
      current = '}';
      if (!text.startsWith(' else', i + 1)) flush();
    } else {
      current += char;
      if (parentheses > 0 || (char !== '{' && char !== ';')) continue;
      flush();
    }
  }
  flush();
  return lines;
}
