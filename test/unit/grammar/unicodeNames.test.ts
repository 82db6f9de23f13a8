/** Names of characters in `\N{...}`, as unicodedata of CPython 3.11 (Unicode 14) knows them. */

import { expect, test } from 'vitest';
import { codePointNamed } from '../../../grammar/unicodeNames.ts';

test.each([
  ['NULL', 0],
  ['LATIN SMALL LETTER A', 0x61],
  ['greek small letter alpha', 0x3b1],
  ['BULLET', 0x2022],
  ['TIBETAN LETTER -A', 0xf60],
  ['CJK UNIFIED IDEOGRAPH-4E00', 0x4e00],
  ['CJK UNIFIED IDEOGRAPH-3134A', 0x3134a],
  ['CJK COMPATIBILITY IDEOGRAPH-FA70', 0xfa70],
  ['HANGUL SYLLABLE A', 0xc544],
  ['HANGUL SYLLABLE HIH', 0xd7a3],
  ['TANGUT COMPONENT-768', 0x18aff],
  ['NUSHU CHARACTER-1B2FB', 0x1b2fb],
  ['GRINNING FACE', 0x1f600],
  ['VARIATION SELECTOR-256', 0xe01ef],
  ['ZWJ', 0x200d],
  ['LATIN CAPITAL LETTER GHA', 0x1a2],
])('%s is U+%#x', (name, code) => {
  expect(codePointNamed(name)).toBe(code);
});

test.each([
  'NO SUCH NAME',
  'BULLET ',
  '',
  'cjk unified ideograph-4e00',
  'CJK UNIFIED IDEOGRAPH-A000',
  'HANGUL SYLLABLE ',
  'TANGUT COMPONENT-0',
  'NUSHU CHARACTER-1B2FC',
])('%j is the name of no character', (name) => {
  expect(codePointNamed(name)).toBe(-1);
});
