// The encodings we know, by their many names, and what to do with characters or bytes that do not fit:
// the error handlers. Encoding is encode.ts, decoding decode.ts.

import { raise } from './raise.ts';

export type Encoding =
  | 'utf-8'
  | 'utf-8-sig'
  | 'ascii'
  | 'latin-1'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be';

const NAMES: ReadonlyMap<string, Encoding> = new Map<string, Encoding>(
  Object.entries({
    utf_8: 'utf-8',
    utf8: 'utf-8',
    u8: 'utf-8',
    utf: 'utf-8',
    cp65001: 'utf-8',
    utf_8_sig: 'utf-8-sig',
    ascii: 'ascii',
    us_ascii: 'ascii',
    '646': 'ascii',
    ansi_x3_4_1968: 'ascii',
    latin_1: 'latin-1',
    latin1: 'latin-1',
    latin: 'latin-1',
    l1: 'latin-1',
    iso_8859_1: 'latin-1',
    iso8859_1: 'latin-1',
    '8859': 'latin-1',
    cp819: 'latin-1',
    iso8859: 'latin-1',
    utf_16: 'utf-16',
    utf16: 'utf-16',
    u16: 'utf-16',
    utf_16_le: 'utf-16-le',
    utf_16le: 'utf-16-le',
    utf_16_be: 'utf-16-be',
    utf_16be: 'utf-16-be',
    utf_32: 'utf-32',
    utf32: 'utf-32',
    u32: 'utf-32',
    utf_32_le: 'utf-32-le',
    utf_32le: 'utf-32-le',
    utf_32_be: 'utf-32-be',
    utf_32be: 'utf-32-be',
  } satisfies Record<string, Encoding>),
);

/** Encodings as programs spell them. */
const spelled = new Map<string, Encoding>();
const SPELLED_MAX = 64;

/** The encoding of that name; LookupError if there is none. */
export function encodingOf(name: string): Encoding {
  const known = spelled.get(name);
  if (known !== undefined) return known;
  const key = name.toLowerCase().replace(/[-\s.]+/g, '_');
  const encoding = NAMES.get(key);
  if (encoding === undefined) return raise('LookupError', `unknown encoding: ${name}`);
  if (spelled.size < SPELLED_MAX) spelled.set(name, encoding);
  return encoding;
}

export type ErrorHandler =
  | 'strict'
  | 'ignore'
  | 'replace'
  | 'backslashreplace'
  | 'xmlcharrefreplace'
  | 'surrogateescape'
  | 'surrogatepass';

const HANDLERS: readonly ErrorHandler[] = [
  'strict',
  'ignore',
  'replace',
  'backslashreplace',
  'xmlcharrefreplace',
  'surrogateescape',
  'surrogatepass',
];

/** Looked up only when an error occurs, as CPython does. */
export function handlerOf(name: string): ErrorHandler {
  const handler = HANDLERS.find((h) => h === name);
  return handler ?? raise('LookupError', `unknown error handler name '${name}'`);
}

export const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;
