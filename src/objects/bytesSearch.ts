// Searching in rows of bytes, for the methods of bytes and bytearray; and the bytes counterparts of what
// str has for splitting and replacing. Everything here is on plain Uint8Arrays, nothing on Python objects.

/** Whether `needle` stands in `text` at `at`; there must be room for it. */
export function matchesBytes(text: Uint8Array, at: number, needle: Uint8Array): boolean {
  for (let i = 0; i < needle.length; i++) if (text[at + i] !== needle[i]) return false;
  return true;
}

/** First index in [start, end) at which `needle` begins and fits, or -1. */
export function findBytes(
  text: Uint8Array,
  needle: Uint8Array,
  start: number,
  end: number,
): number {
  const last = end - needle.length;
  if (last < start) return -1;
  if (needle.length === 0) return start;
  const first = needle[0] as number;
  for (let i = text.indexOf(first, start); i >= 0 && i <= last; i = text.indexOf(first, i + 1)) {
    if (matchesBytes(text, i, needle)) return i;
  }
  return -1;
}

/** Last index in [start, end) at which `needle` begins and fits, or -1. */
export function rfindBytes(
  text: Uint8Array,
  needle: Uint8Array,
  start: number,
  end: number,
): number {
  for (let i = end - needle.length; i >= start; i--) {
    if (matchesBytes(text, i, needle)) return i;
  }
  return -1;
}

/** Number of non-overlapping occurrences in [start, end). */
export function countBytes(
  text: Uint8Array,
  needle: Uint8Array,
  start: number,
  end: number,
): number {
  if (end < start) return 0;
  if (needle.length === 0) return end - start + 1;
  let count = 0;
  for (let i = findBytes(text, needle, start, end); i >= 0; ) {
    count++;
    i = findBytes(text, needle, i + needle.length, end);
  }
  return count;
}

/** The text with up to `limit` occurrences of `old` replaced (all if it is negative). */
export function replaceBytes(
  text: Uint8Array,
  old: Uint8Array,
  fresh: Uint8Array,
  limit: number,
): Uint8Array {
  if (limit === 0 || (text.length === 0 && old.length > 0)) return text;
  const all = countBytes(text, old, 0, text.length);
  const times = limit < 0 ? all : Math.min(all, limit);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let i = 0; i < times; i++) {
    // The empty string occurs before every byte and at the end.
    const at = old.length === 0 ? i : findBytes(text, old, from, text.length);
    parts.push(text.subarray(from, at), fresh);
    from = at + old.length;
  }
  parts.push(text.subarray(from));
  return joinViews(parts);
}

/** The parts one behind the other, as a new array. */
export function joinViews(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const result = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/** The whitespace of bytes: ASCII's. */
export const isByteSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** Parts between separators, at most `most` splits from the left. */
export function splitBytes(text: Uint8Array, separator: Uint8Array, most: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  while (parts.length < most) {
    const at = findBytes(text, separator, from, text.length);
    if (at < 0) break;
    parts.push(text.subarray(from, at));
    from = at + separator.length;
  }
  parts.push(text.subarray(from));
  return parts;
}

/** As `splitBytes`, from the right; the parts are in the order of the text. */
export function rsplitBytes(text: Uint8Array, separator: Uint8Array, most: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = text.length;
  while (parts.length < most) {
    const at = rfindBytes(text, separator, 0, end);
    if (at < 0) break;
    parts.push(text.subarray(at + separator.length, end));
    end = at;
  }
  parts.push(text.subarray(0, end));
  return parts.reverse();
}

/** Words between whitespace, at most `most` splits from the left. */
export function splitByteWords(text: Uint8Array, most: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isByteSpace(text[at] as number)) at++;
    if (at === text.length) return parts;
    if (parts.length >= most) break;
    const from = at;
    while (at < text.length && !isByteSpace(text[at] as number)) at++;
    parts.push(text.subarray(from, at));
  }
  parts.push(text.subarray(at));
  return parts;
}

/** As `splitByteWords`, from the right; the parts are in the order of the text. */
export function rsplitByteWords(text: Uint8Array, most: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = text.length;
  for (;;) {
    while (end > 0 && isByteSpace(text[end - 1] as number)) end--;
    if (end === 0) return parts.reverse();
    if (parts.length >= most) break;
    let from = end;
    while (from > 0 && !isByteSpace(text[from - 1] as number)) from--;
    parts.push(text.subarray(from, end));
    end = from;
  }
  parts.push(text.subarray(0, end));
  return parts.reverse();
}

/** The text without the bytes at its ends that `drops` accepts. */
export function trim(
  text: Uint8Array,
  drops: (byte: number) => boolean,
  side: 'left' | 'right' | 'both',
): Uint8Array {
  let start = 0;
  let end = text.length;
  if (side !== 'right') while (start < end && drops(text[start] as number)) start++;
  if (side !== 'left') while (end > start && drops(text[end - 1] as number)) end--;
  return text.subarray(start, end);
}

/** Lines, which \n, \r and \r\n end. */
export function splitByteLines(text: Uint8Array, ends: 'keep' | 'drop'): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  while (from < text.length) {
    let end = from;
    while (end < text.length && text[end] !== 10 && text[end] !== 13) end++;
    let next = end;
    if (end < text.length) next += text[end] === 13 && text[end + 1] === 10 ? 2 : 1;
    lines.push(text.subarray(from, ends === 'keep' ? next : end));
    from = next;
  }
  return lines;
}
