// An exception as CPython 3.11 prints it to stderr: the chain of what caused it, the frames with their
// source lines and marks (carets.ts), the message, notes; groups as trees. Nothing here raises: an
// exception whose str fails says so.

import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  ExceptionLayout as E,
  TracebackLayout as L,
  TypeLayout,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { detailName, detailText, getDetail } from '../objects/exceptionDetails.ts';
import { builtinException } from '../objects/exceptions.ts';
import { numberDetail } from '../objects/exceptionText.ts';
import { lineAt } from '../objects/frameObject.ts';
import '../objects/tracebackType.ts';
import { collect, isInstance, isStr, reprJs, strJs } from '../objects/protocol.ts';
import { RAISED, takePending } from '../objects/raise.ts';
import { slotsOf, typeOf } from '../objects/slots.ts';
import { toJs } from '../objects/str.ts';
import { tupleItem, tupleLength } from '../objects/tuple.ts';
import { marksFor } from './carets.ts';
import { host } from './hostPort.ts';
import { N } from './names.ts';
import { suggestionFor } from './suggestions.ts';
import { lookup } from './typeLookup.ts';

/** Entries of the longest traceback that is printed whole; of a longer one the last ones. */
const ENTRIES_MAX = 1000;
/** Equal entries in a row that are printed before the rest is only counted. */
const REPEATS_SHOWN = 3;
const GROUP_MEMBERS_MAX = 15;

const CAUSED = 'The above exception was the direct cause of the following exception:';
const WHILE = 'During handling of the above exception, another exception occurred:';

/** All that is printed for an uncaught exception, with the newline at the end. */
export function formatException(exception: Address): string {
  const page: Page = { text: '', depth: 0, needClose: false, seen: new Set(), sources: new Map() };
  printChain(page, exception);
  return page.text;
}

/** What has been written so far, and how deep in exception groups. */
interface Page {
  text: string;
  depth: number;
  needClose: boolean;
  readonly seen: Set<Address>;
  readonly sources: Map<string, readonly string[] | undefined>;
}

function write(page: Page, line: string, margin = page.depth > 0 ? '| ' : ''): void {
  page.text += `${'  '.repeat(page.depth)}${margin}${line}\n`;
}

function printChain(page: Page, exception: Address): void {
  page.seen.add(exception);
  const q = exception >> 2;
  const cause = H[q + E.CAUSE];
  const context = H[q + E.CONTEXT];
  if (cause !== 0) {
    if (!page.seen.has(cause)) printLink(page, cause, CAUSED);
  } else if (context !== 0 && H[q + E.SUPPRESS_CONTEXT] === 0 && !page.seen.has(context)) {
    printLink(page, context, WHILE);
  }
  if (isInstance(exception, builtinException('BaseExceptionGroup'))) printGroup(page, exception);
  else printOne(page, exception, '');
}

function printLink(page: Page, exception: Address, text: string): void {
  printChain(page, exception);
  write(page, '');
  write(page, text);
  write(page, '');
}

/** Traceback and message of one exception. */
function printOne(page: Page, exception: Address, groupWord: string): void {
  const traceback = H[(exception >> 2) + E.TRACEBACK];
  if (traceback !== 0) {
    const heading = `${groupWord}Traceback (most recent call last):`;
    if (groupWord !== '' && page.depth === 1) write(page, heading, '+ ');
    else write(page, heading);
    printEntries(page, traceback);
  }
  const isSyntax = isInstance(exception, builtinException('SyntaxError'));
  const place = isSyntax ? printPlace(page, exception) : false;
  for (const line of messageOf(exception, place).split('\n')) write(page, line);
  printNotes(page, exception);
}

function printGroup(page: Page, exception: Address): void {
  const isOuter = page.depth === 0;
  if (isOuter) page.depth = 1;
  printOne(page, exception, 'Exception Group ');
  const members = getDetail(exception, detailName('exceptions'));
  const count = members === 0 ? 0 : tupleLength(members);
  const shown = Math.min(count, GROUP_MEMBERS_MAX + 1);
  page.needClose = false;
  for (let i = 0; i < shown; i++) {
    const isLast = i === shown - 1;
    if (isLast) page.needClose = true;
    const cut = i >= GROUP_MEMBERS_MAX;
    const label = cut ? '...' : `${i + 1}`;
    write(page, `${i === 0 ? '+-' : '  '}+---------------- ${label} ----------------`, '');
    page.depth += 1;
    if (!cut) printChain(page, tupleItem(members, i));
    else {
      const rest = count - GROUP_MEMBERS_MAX;
      write(page, `and ${rest} more exception${rest === 1 ? '' : 's'}`);
    }
    if (isLast && page.needClose) {
      write(page, '+------------------------------------', '');
      page.needClose = false;
    }
    page.depth -= 1;
  }
  if (members !== 0) decref(members);
  if (isOuter) page.depth = 0;
}

function printEntries(page: Page, traceback: Address): void {
  let depth = 0;
  for (let t = traceback; t !== 0; t = H[(t >> 2) + L.NEXT]) depth++;
  let last = '';
  let repeats = 0;
  for (let t = traceback; t !== 0; t = H[(t >> 2) + L.NEXT], depth--) {
    if (depth > ENTRIES_MAX) continue;
    const code = H[(t >> 2) + L.CODE];
    const file = toJs(H[(code >> 2) + C.FILENAME]);
    const line = lineAt(code, H[(t >> 2) + L.LASTI]);
    const heading = `  File "${file}", line ${line}, in ${toJs(H[(code >> 2) + C.NAME])}`;
    if (heading !== last) {
      printRepeats(page, repeats);
      last = heading;
      repeats = 0;
    }
    repeats++;
    if (repeats > REPEATS_SHOWN) continue;
    write(page, heading);
    printSource(page, code, H[(t >> 2) + L.LASTI], file, line);
  }
  printRepeats(page, repeats);
}

function printRepeats(page: Page, repeats: number): void {
  const more = repeats - REPEATS_SHOWN;
  if (more > 0) write(page, `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]`);
}

function printSource(page: Page, code: Address, offset: number, file: string, line: number): void {
  const source = sourceLines(page, file)?.[line - 1];
  if (source === undefined) return;
  write(page, `    ${source.replace(/^[ \t\f]+/, '')}`);
  const marks = marksFor(code, offset, source);
  if (marks !== '') write(page, `    ${marks}`);
}

function sourceLines(page: Page, file: string): readonly string[] | undefined {
  if (file.startsWith('<')) return undefined;
  if (!page.sources.has(file)) page.sources.set(file, host.readFile(file)?.split(/\r\n|\r|\n/));
  return page.sources.get(file);
}

/** File, line and marked text of a SyntaxError; false if it does not know its place. */
function printPlace(page: Page, exception: Address): boolean {
  const line = numberDetail(exception, 'lineno');
  if (line === undefined) return false;
  write(page, `  File "${detailText(exception, 'filename') ?? '<string>'}", line ${line}`);
  const text = detailText(exception, 'text');
  if (text === undefined || text === '') return true;
  const offset = numberDetail(exception, 'offset') ?? -1;
  const end = numberDetail(exception, 'end_offset') ?? -1;
  printMarkedText(page, text, offset, end);
  return true;
}

/** `offset` and `end` are columns counted from 1. No mark where the offset is left of the text. */
function printMarkedText(page: Page, text: string, offset: number, end: number): void {
  const width = end > 0 && end > offset ? end - offset : 1;
  let shown = text.replace(/^[ \t\f]+/, '');
  let column = offset - 1 - (text.length - shown.length);
  shown = shown.replace(/\n$/, '');
  column = Math.min(column, shown.length);
  for (
    let newline = shown.indexOf('\n');
    newline >= 0 && newline < column;
    newline = shown.indexOf('\n')
  ) {
    shown = shown.slice(newline + 1);
    column -= newline + 1;
  }
  write(page, `    ${shown}`);
  if (column >= 0) write(page, `    ${' '.repeat(column)}${'^'.repeat(width)}`);
}

/** `module.Class: message`. */
function messageOf(exception: Address, hasPlace: boolean): string {
  const name = qualifiedName(typeOf(exception));
  const text = hasPlace ? (detailText(exception, 'msg') ?? 'None') : textOf(exception);
  if (text === undefined) return `${name}: <exception str() failed>`;
  const suggestion = suggestionFor(exception);
  return text === '' && suggestion === '' ? name : `${name}: ${text}${suggestion}`;
}

/** `str(exception)`, undefined if that raises. */
function textOf(exception: Value): string | undefined {
  return quietly(() => strJs(exception));
}

function quietly<R>(compute: () => R): R | undefined {
  try {
    return compute();
  } catch (error) {
    if (error !== RAISED) throw error;
    decref(takePending());
    return undefined;
  }
}

function qualifiedName(type: Address): string {
  const qualname = toJs(H[(type >> 2) + TypeLayout.QUALNAME]);
  const module = lookup(type, N.__module__);
  if (module === 0) return qualname;
  const text = typeOf(module) === T.STR ? toJs(module) : '<unknown>';
  decref(module);
  return text === 'builtins' || text === '__main__' ? qualname : `${text}.${qualname}`;
}

/** Each note on lines of its own; a note that is no str as its str. */
function printNotes(page: Page, exception: Address): void {
  const notes = H[(exception >> 2) + E.NOTES];
  if (notes === 0 || notes === S.NONE) return;
  const items = slotsOf(notes).subscript === undefined ? undefined : quietly(() => collect(notes));
  if (items === undefined) {
    write(page, quietly(() => reprJs(notes)) ?? '<__notes__ repr() failed>');
    return;
  }
  for (const note of items) {
    const text = isStr(note) ? toJs(note) : (textOf(note) ?? '<note str() failed>');
    for (const line of text.split('\n')) write(page, line);
    decref(note);
  }
}
