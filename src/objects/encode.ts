// `str.encode`: characters to bytes. ASCII text is copied as it stands; everything else goes through a
// growing row of bytes, and characters that do not fit through the error handler.

import { S } from '../heap/builtinTypes.ts';
import type { Address, Value } from '../heap/layout.ts';
import { bytesFrom, newBytes } from './bytes.ts';
import { type Encoding, encodingOf, handlerOf, isSurrogate } from './encodings.ts';
import { newInt } from './int.ts';
import { raiseWith } from './raise.ts';
import { codeAt, isAscii, newStr, own, strData, strLength } from './str.ts';
import { hexEscape } from './strRepr.ts';

/** `text.encode(encoding, errors)`: owned bytes. UnicodeEncodeError as the handler wants it. */
export function encodeStr(text: Address, encodingName: string, errors: string): Value {
  const encoding = encodingOf(encodingName);
  const isByteWise = encoding === 'utf-8' || encoding === 'ascii' || encoding === 'latin-1';
  if (isByteWise && isAscii(text)) return bytesFrom(strData(text), strLength(text));
  const out: number[] = [];
  if (encoding === 'utf-8-sig') out.push(0xef, 0xbb, 0xbf);
  else if (encoding === 'utf-16') out.push(0xff, 0xfe);
  else if (encoding === 'utf-32') out.push(0xff, 0xfe, 0, 0);
  const writer = new Writer(text, encoding, errors, out);
  writer.run();
  return out.length === 0 ? S.EMPTY_BYTES : newBytes(out);
}

class Writer {
  private readonly text: Address;
  private readonly encoding: Encoding;
  private readonly errors: string;
  private readonly out: number[];

  constructor(text: Address, encoding: Encoding, errors: string, out: number[]) {
    this.text = text;
    this.encoding = encoding;
    this.errors = errors;
    this.out = out;
  }

  run(): void {
    const length = strLength(this.text);
    for (let i = 0; i < length; ) {
      const code = codeAt(this.text, i);
      if (this.fits(code)) {
        this.put(code);
        i++;
        continue;
      }
      let end = i + 1;
      while (end < length && !this.fits(codeAt(this.text, end))) end++;
      this.handle(i, end);
      i = end;
    }
  }

  private fits(code: number): boolean {
    if (this.encoding === 'ascii') return code < 128;
    if (this.encoding === 'latin-1') return code < 256;
    return !isSurrogate(code);
  }

  private put(code: number): void {
    switch (this.encoding) {
      case 'ascii':
      case 'latin-1':
        this.out.push(code);
        return;
      case 'utf-8':
      case 'utf-8-sig':
        putUtf8(this.out, code);
        return;
      case 'utf-16':
      case 'utf-16-le':
      case 'utf-16-be':
        this.putUtf16(code);
        return;
      case 'utf-32':
      case 'utf-32-le':
        this.out.push(code & 255, (code >> 8) & 255, code >> 16, 0);
        return;
      case 'utf-32-be':
        this.out.push(0, code >> 16, (code >> 8) & 255, code & 255);
        return;
    }
  }

  private putUtf16(code: number): void {
    const units =
      code < 0x10000
        ? [code]
        : [0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff)];
    for (const unit of units) {
      if (this.encoding === 'utf-16-be') this.out.push(unit >> 8, unit & 255);
      else this.out.push(unit & 255, unit >> 8);
    }
  }

  /** Characters [start, end) do not fit. */
  private handle(start: number, end: number): void {
    const handler = handlerOf(this.errors);
    if (handler === 'strict') this.fail(start, end);
    for (let i = start; i < end; i++) {
      const code = codeAt(this.text, i);
      switch (handler) {
        case 'ignore':
          break;
        case 'replace':
          this.put(63);
          break;
        case 'backslashreplace':
          this.putText(hexEscape(code));
          break;
        case 'xmlcharrefreplace':
          this.putText(`&#${code};`);
          break;
        case 'surrogateescape':
          if (code < 0xdc80 || code > 0xdcff) this.fail(i, end);
          this.out.push(code - 0xdc00);
          break;
        case 'surrogatepass':
          if (!isSurrogate(code) || this.encoding === 'ascii' || this.encoding === 'latin-1') {
            this.fail(i, end);
          }
          this.put(code);
          break;
      }
    }
  }

  private putText(text: string): void {
    for (let i = 0; i < text.length; i++) this.put(text.charCodeAt(i));
  }

  private fail(start: number, end: number): never {
    const byteRange = { ascii: 128, 'latin-1': 256 }[this.encoding as string];
    const reason =
      byteRange === undefined ? 'surrogates not allowed' : `ordinal not in range(${byteRange})`;
    return raiseWith(
      'UnicodeEncodeError',
      newStr(codecName(this.encoding)),
      own(this.text),
      newInt(start),
      newInt(end),
      newStr(reason),
    );
  }
}

/** The name that errors of that codec give. */
const codecName = (encoding: Encoding): string => (encoding === 'utf-8-sig' ? 'utf-8' : encoding);

/** Appends the UTF-8 form of a code point, surrogates included. */
export function putUtf8(out: number[], code: number): void {
  if (code < 0x80) out.push(code);
  else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) {
    out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  } else {
    out.push(
      0xf0 | (code >> 18),
      0x80 | ((code >> 12) & 63),
      0x80 | ((code >> 6) & 63),
      0x80 | (code & 63),
    );
  }
}
