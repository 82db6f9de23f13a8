/** Option values: what is read, and what is refused in which words. */

import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../../src/cli/sourceText.ts';
import { tableLines, wrap } from '../../../src/cli/textTable.ts';
import {
  HEAP_MAX,
  parseHeapBytes,
  parseWhole,
  parseWholeList,
  parseWords,
} from '../../../src/cli/values.ts';

describe('a heap size', () => {
  it.each([
    ['256m', 256 * 2 ** 20],
    ['1g', 2 ** 30],
    ['1G', 2 ** 30],
    ['1.5g', 1.5 * 2 ** 30],
    ['65536k', 64 * 2 ** 20],
    ['64MiB', 64 * 2 ** 20],
    ['33554433', 32 * 2 ** 20],
    ['2g', HEAP_MAX],
  ])('%s', (text, bytes) => {
    expect(parseHeapBytes('--heap', text)).toBe(bytes);
  });

  it.each(['', 'x', '1q', '-1g', '1 g', '1e9', '0x10m'])('%j is no size', (text) => {
    expect(() => parseHeapBytes('--heap', text)).toThrow(
      `--heap takes a size like 256m or 1g, not '${text}'`,
    );
  });

  it.each(['15m', '3g', '1000g', '0'])('%s is too small or too large', (text) => {
    expect(() => parseHeapBytes('--heap', text)).toThrow('from 16m to 2g');
  });
});

describe('a number', () => {
  it('is decimal and in its range', () => {
    expect(parseWhole('--seed', '007', 0, 10)).toBe(7);
    for (const text of ['', '-1', '11', '1.5', 'one', '1_0', '0x1', ' 1']) {
      expect(() => parseWhole('--seed', text, 0, 10)).toThrow(
        `--seed takes a whole number from 0 to 10, not '${text}'`,
      );
    }
  });

  it('may come in a list, each once', () => {
    expect(parseWholeList('--threads', '4, 1,4', 1, 8)).toEqual([4, 1]);
    expect(() => parseWholeList('--threads', '1,,2', 1, 8)).toThrow("not ''");
    expect(() => parseWholeList('--threads', '0', 1, 8)).toThrow("not '0'");
  });
});

it('a list of words names what there is', () => {
  expect(parseWords('--executors', 'b,a', ['a', 'b'])).toEqual(['b', 'a']);
  expect(() => parseWords('--executors', 'a,c', ['a', 'b'])).toThrow(
    "--executors knows no 'c'; there are a, b",
  );
});

describe('the bytes of a program', () => {
  it('are UTF-8, with or without a mark', () => {
    expect(decodeSource(Buffer.from('é = 1\n'), 'a.py')).toBe('é = 1\n');
    expect(decodeSource(Buffer.from('\ufeffpass\n'), 'a.py')).toBe('pass\n');
  });

  it('are what their first lines declare', () => {
    const text = '#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\n"é"\n';
    expect(decodeSource(Buffer.from(text, 'latin1'), 'a.py')).toBe(text);
    const late = 'x = 1\n# coding: koi8-r\n';
    expect(decodeSource(Buffer.from(late), 'a.py')).toBe(late);
    expect(() => decodeSource(Buffer.from('# coding: koi8-r\n'), 'a.py')).toThrow("'koi8-r'");
  });

  it('are refused where they are no text', () => {
    expect(() => decodeSource(Buffer.from('a\0b'), 'a.py')).toThrow('NUL bytes');
    const wrong = Buffer.concat([Buffer.from('é\né\n"'), Buffer.from([0xff, 0x22])]);
    expect(() => decodeSource(wrong, 'a.py')).toThrow('byte 0xff in line 3');
  });
});

it('a table aligns its cells by what is seen', () => {
  const rows = [
    ['name', 'n'],
    ['é', '10'],
    ['long one', '5'],
  ];
  const style = (cell: string) => `<${cell}>`;
  expect(tableLines(rows, ['left', 'right'])).toEqual([
    'name       n',
    'é         10',
    'long one   5',
  ]);
  expect(tableLines(rows, ['left', 'right'], style)[1]).toBe('<é>         <10>');
});

it('wrapped text keeps its words whole', () => {
  expect(wrap('one two  three', 7)).toEqual(['one two', 'three']);
  expect(wrap('unbreakable', 4)).toEqual(['unbreakable']);
});
