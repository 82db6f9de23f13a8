// Reads Python files as bytes and decides what text they are (PEP 263): UTF-8, unless a declaration in
// one of the first two lines says otherwise. What is no text is refused in one line.

import { readFileSync } from 'node:fs';
import { UsageError } from './usageError.ts';

const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;

/** The text of a file. Throws UsageError, with CPython's words where CPython has some. */
export function readSource(path: string): string {
  return decodeSource(readBytes(path), path);
}

/** Standard input up to its end, as a program. */
export function readStandardInput(): string {
  return decodeSource(readBytes(0), '<stdin>');
}

/** Throws UsageError if the bytes are not the text of a Python program. */
export function decodeSource(bytes: Buffer, name: string): string {
  if (bytes.includes(0)) {
    throw new UsageError(`can't run '${name}': it contains NUL bytes, so it is no Python source`);
  }
  const encoding = declaredEncoding(bytes);
  if (/^(latin-?1|iso-?8859-1)$/.test(encoding)) return bytes.toString('latin1');
  if (!/^(utf-?8(-sig)?|u8|ascii|us-ascii)$/.test(encoding)) {
    throw new UsageError(`can't run '${name}': its encoding '${encoding}' is not supported`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { offset, line } = firstWrongByte(bytes);
    const value = bytes[offset].toString(16).padStart(2, '0');
    throw new UsageError(
      `can't run '${name}': it is not UTF-8 (byte 0x${value} in line ${line}), and declares no encoding`,
    );
  }
}

function readBytes(path: string | 0): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, errno } = error as NodeJS.ErrnoException;
    if (path === 0 && (code === 'EOF' || code === 'EBADF')) return Buffer.alloc(0);
    const name = path === 0 ? '<stdin>' : path;
    throw new UsageError(`can't open file '${name}': [Errno ${-(errno ?? 0)}] ${reason(code)}`);
  }
}

function reason(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
      return 'No such file or directory';
    case 'EACCES':
      return 'Permission denied';
    case 'EISDIR':
      return 'Is a directory';
    case 'ENOTDIR':
      return 'Not a directory';
    case 'ELOOP':
      return 'Too many levels of symbolic links';
    case 'ENAMETOOLONG':
      return 'File name too long';
    default:
      return code ?? 'unknown error';
  }
}

function declaredEncoding(bytes: Buffer): string {
  const [first = '', second = ''] = bytes.subarray(0, 400).toString('latin1').split('\n', 2);
  const line = DECLARATION.test(first) || !/^[ \t\f]*(#.*)?\r?$/.test(first) ? first : second;
  return (DECLARATION.exec(line)?.[1] ?? 'utf-8').toLowerCase().replaceAll('_', '-');
}

function firstWrongByte(bytes: Buffer): { offset: number; line: number } {
  // What decodes with replacement first differs from what was encoded.
  const again = Buffer.from(bytes.toString('utf8'));
  let offset = 0;
  while (offset < bytes.length - 1 && bytes[offset] === again[offset]) offset++;
  const line = bytes.subarray(0, offset).toString('latin1').split('\n').length;
  return { offset, line };
}
