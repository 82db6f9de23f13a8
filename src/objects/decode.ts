// `bytes.decode` and `str(bytes, encoding)`: bytes to characters. Errors name the bytes as CPython's
// decoders do: for UTF-8 the longest prefix of a well-formed sequence is one error (Unicode 3.9, "maximal
// subparts").

import { S } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';
import { U8 } from '../heap/memory.ts';
import { isBytesLike, viewOf } from './byteSpan.ts';
import { bytesData, bytesLength, newBytes } from './bytes.ts';
import { copyBytes } from './copying.ts';
import { type Encoding, encodingOf, handlerOf, isSurrogate } from './encodings.ts';
import { newInt } from './int.ts';
import { isStr, typeName } from './protocol.ts';
import { raiseWith, typeError } from './raise.ts';
import { newStr, newStrOf, newStrOfCodes, strData, strOfCode, toJs } from './str.ts';
import { hexEscape } from './strRepr.ts';

/** `str(object, encoding, errors)`; encoding and errors may be 0. */
export function decodeValue(object: Value, encoding: Value, errors: Value): Value {
  if (isStr(object)) return typeError('decoding str is not supported');
  if (!isBytesLike(object)) {
    return typeError(`decoding to str: need a bytes-like object, ${typeName(object)} found`);
  }
  return decodeView(
    viewOf(object),
    encoding === 0 ? 'utf-8' : toJs(encoding),
    errors === 0 ? 'strict' : toJs(errors),
  );
}

/** The characters of these bytes: an owned str. UnicodeDecodeError as the handler wants it. */
export function decodeView(bytes: Uint8Array, encodingName: string, errors: string): Value {
  const encoding = encodingOf(encodingName);
  const { length } = bytes;
  if (length === 0) return S.EMPTY_STR;
  const isByteWise = encoding === 'utf-8' || encoding === 'ascii' || encoding === 'latin-1';
  if (isByteWise && length > 1 && isAsciiText(bytes)) {
    const text = newStrOf(length, 1, true);
    U8.set(bytes, strData(text));
    return text;
  }
  return newStrOfCodes(new Reader(bytes, encoding, errors).run());
}

/** `bytes.decode()` of an exact bytes object that holds ASCII only; 0 if it does not. */
export function decodeAscii(bytes: Value): Value {
  const length = bytesLength(bytes);
  if (length === 0) return S.EMPTY_STR;
  const data = bytesData(bytes);
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= U8[data + i];
  if (bits > 127) return 0;
  if (length === 1) return strOfCode(bits);
  const text = newStrOf(length, 1, true);
  copyBytes(strData(text), data, length);
  return text;
}

function isAsciiText(bytes: Uint8Array): boolean {
  let widest = 0;
  for (let i = 0; i < bytes.length; i++) widest |= bytes[i] as number;
  return widest < 128;
}

class Reader {
  private readonly bytes: Uint8Array;
  private readonly encoding: Encoding;
  private readonly errors: string;
  private readonly codes: number[] = [];

  constructor(bytes: Uint8Array, encoding: Encoding, errors: string) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.errors = errors;
  }

  run(): number[] {
    switch (this.encoding) {
      case 'latin-1':
        for (const byte of this.bytes) this.codes.push(byte);
        break;
      case 'ascii':
        this.bytes.forEach((byte, i) => {
          if (byte < 128) this.codes.push(byte);
          else this.handle('ascii', i, i + 1, 'ordinal not in range(128)');
        });
        break;
      case 'utf-8':
        this.readUtf8(0);
        break;
      case 'utf-8-sig':
        this.readUtf8(this.startsWith(0xef, 0xbb, 0xbf) ? 3 : 0);
        break;
      case 'utf-16':
      case 'utf-16-le':
      case 'utf-16-be':
        this.readUtf16();
        break;
      case 'utf-32':
      case 'utf-32-le':
      case 'utf-32-be':
        this.readUtf32();
        break;
    }
    return this.codes;
  }

  private startsWith(...prefix: number[]): boolean {
    return prefix.every((byte, i) => this.bytes[i] === byte);
  }

  private readUtf8(from: number): void {
    const { bytes, codes } = this;
    for (let i = from; i < bytes.length; ) {
      const first = bytes[i] as number;
      if (first < 0x80) {
        codes.push(first);
        i++;
        continue;
      }
      const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
      if (size === 0) {
        i = this.handle('utf-8', i, i + 1, 'invalid start byte');
        continue;
      }
      let code = first & (0xff >> (size + 1));
      let good = 1;
      while (good < size && isContinuation(first, good, bytes[i + good])) {
        code = (code << 6) | ((bytes[i + good] as number) & 63);
        good++;
      }
      if (good === size) {
        codes.push(code);
        i += size;
      } else if (i + good >= bytes.length) {
        i = this.handle('utf-8', i, bytes.length, 'unexpected end of data');
      } else if (this.passesSurrogate(i)) i += 3;
      else i = this.handle('utf-8', i, i + good, 'invalid continuation byte');
    }
  }

  private passesSurrogate(i: number): boolean {
    const [a, b, c] = [this.bytes[i] ?? 0, this.bytes[i + 1] ?? 0, this.bytes[i + 2] ?? 0];
    if (this.errors !== 'surrogatepass' || a !== 0xed || (b & 0xe0) !== 0xa0) return false;
    if ((c & 0xc0) !== 0x80) return false;
    this.codes.push(0xd000 | ((b & 63) << 6) | (c & 63));
    return true;
  }

  private readUtf16(): void {
    const { bytes, codes } = this;
    let big = this.encoding === 'utf-16-be';
    let i = 0;
    if (
      this.encoding === 'utf-16' &&
      (this.startsWith(0xff, 0xfe) || this.startsWith(0xfe, 0xff))
    ) {
      big = bytes[0] === 0xfe;
      i = 2;
    }
    const name = this.encoding === 'utf-16' ? (big ? 'utf-16-be' : 'utf-16-le') : this.encoding;
    const unit = (at: number): number =>
      big
        ? ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
        : ((bytes[at + 1] as number) << 8) | (bytes[at] as number);
    while (i < bytes.length) {
      if (i + 1 >= bytes.length) {
        i = this.handle(name, i, bytes.length, 'truncated data');
        continue;
      }
      const first = unit(i);
      if (!isSurrogate(first)) {
        codes.push(first);
        i += 2;
      } else if (first >= 0xdc00) {
        i = this.surrogateUnit(name, i, i + 2, 'illegal encoding', first);
      } else if (i + 3 >= bytes.length) {
        i = this.handle(name, i, bytes.length, 'unexpected end of data');
      } else {
        const second = unit(i + 2);
        if (second >= 0xdc00 && second < 0xe000) {
          codes.push(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
          i += 4;
        } else i = this.surrogateUnit(name, i, i + 2, 'illegal UTF-16 surrogate', first);
      }
    }
  }

  private surrogateUnit(
    name: string,
    i: number,
    end: number,
    reason: string,
    unit: number,
  ): number {
    if (this.errors !== 'surrogatepass') return this.handle(name, i, end, reason);
    this.codes.push(unit);
    return end;
  }

  private readUtf32(): void {
    const { bytes } = this;
    let big = this.encoding === 'utf-32-be';
    let i = 0;
    if (this.encoding === 'utf-32') {
      if (this.startsWith(0xff, 0xfe, 0, 0)) i = 4;
      else if (this.startsWith(0, 0, 0xfe, 0xff)) {
        big = true;
        i = 4;
      }
    }
    const name = this.encoding === 'utf-32' ? (big ? 'utf-32-be' : 'utf-32-le') : this.encoding;
    while (i < bytes.length) {
      if (i + 3 >= bytes.length) {
        i = this.handle(name, i, bytes.length, 'truncated data');
        continue;
      }
      const view = new DataView(bytes.buffer, bytes.byteOffset + i, 4);
      const code = view.getUint32(0, !big);
      if (isSurrogate(code)) {
        const reason = 'code point in surrogate code point range(0xd800, 0xe000)';
        i = this.surrogateUnit(name, i, i + 4, reason, code);
      } else if (code > 0x10ffff) {
        i = this.handle(name, i, i + 4, 'code point not in range(0x110000)');
      } else {
        this.codes.push(code);
        i += 4;
      }
    }
  }

  /** Bytes [start, end) are wrong; returns where to go on. */
  private handle(codec: string, start: number, end: number, reason: string): number {
    const handler = handlerOf(this.errors);
    if (handler === 'ignore') return end;
    if (handler === 'replace') {
      this.codes.push(0xfffd);
      return end;
    }
    if (handler === 'backslashreplace') {
      for (let i = start; i < end; i++) {
        for (const c of hexEscape(this.bytes[i] as number)) this.codes.push(c.charCodeAt(0));
      }
      return end;
    }
    if (handler === 'surrogateescape' && (this.bytes[start] as number) >= 0x80) {
      let i = start;
      while (i < end && (this.bytes[i] as number) >= 0x80) {
        this.codes.push(0xdc00 + (this.bytes[i] as number));
        i++;
      }
      return i;
    }
    if (handler === 'xmlcharrefreplace') {
      return typeError("don't know how to handle UnicodeDecodeError in error callback");
    }
    return raiseWith(
      'UnicodeDecodeError',
      newStr(codec),
      newBytes(this.bytes),
      newInt(start),
      newInt(end),
      newStr(reason),
    );
  }
}

/** Whether a byte can be number `index` of the sequence that `first` begins (Unicode, table 3-7). */
function isContinuation(first: number, index: number, byte: number | undefined): boolean {
  if (byte === undefined || (byte & 0xc0) !== 0x80) return false;
  if (index > 1) return true;
  if (first === 0xe0) return byte >= 0xa0;
  if (first === 0xed) return byte < 0xa0;
  if (first === 0xf0) return byte >= 0x90;
  if (first === 0xf4) return byte < 0x90;
  return true;
}
