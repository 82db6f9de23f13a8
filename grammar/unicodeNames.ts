/**
 * Characters by their Unicode names, for `\N{...}`: JavaScript hosts have no such table.
 *
 * Names of ideographs and Hangul syllables are computed; the other 33,000 are packed into text of
 * 215 KB, which is unpacked (about 20 ms) when the first program uses such an escape. The packing:
 * names stand in the order of their code points, each as the number of words that it shares with the
 * name before it and the numbers of its further words, the frequent words in one digit, the others in
 * two or three. KEEP-IN-STEP(unicode-names): test/support/unicodeNames.py writes what this reads.
 */

import { NAME_ALIASES, NAME_WORDS, PACKED_NAMES } from './unicodeNameData.ts';

/** The code point of the character with this name or alias, -1 if there is none. */
export function codePointNamed(name: string): number {
  // CPython compares computed names as they are and all others without regard to case.
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(name);
  if (ideograph !== null) {
    const code = Number.parseInt(ideograph[1], 16);
    return IDEOGRAPHS.some(([first, last]) => code >= first && code <= last) ? code : -1;
  }
  const syllable = HANGUL.exec(name);
  if (syllable !== null) {
    const [initial, vowel, final] = [1, 2, 3].map((i) => JAMO[i - 1].indexOf(syllable[i]));
    return 0xac00 + (initial * JAMO[1].length + vowel) * JAMO[2].length + final;
  }
  table ??= unpack();
  const upper = name.toUpperCase();
  return table.get(upper) ?? rangeMember(upper);
}

let table: Map<string, number> | null = null;

const IDEOGRAPHS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b738],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x30000, 0x3134a],
];

/** Initial consonants, vowels and final consonants in the order of the syllables' code points. */
const JAMO = [
  'G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H',
  'A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I',
  ',G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H',
].map((names) => names.split(','));
const HANGUL = new RegExp(`^HANGUL SYLLABLE ${JAMO.map((j) => `(${j.join('|')})`).join('')}$`);

/** Names that end in the code point, or in a count of three digits. */
const RANGES = [
  { prefix: 'CJK COMPATIBILITY IDEOGRAPH-', first: 0xf900, last: 0xfa6d, start: 0 },
  { prefix: 'CJK COMPATIBILITY IDEOGRAPH-', first: 0xfa70, last: 0xfad9, start: 0 },
  { prefix: 'CJK COMPATIBILITY IDEOGRAPH-', first: 0x2f800, last: 0x2fa1d, start: 0 },
  { prefix: 'KHITAN SMALL SCRIPT CHARACTER-', first: 0x18b00, last: 0x18cd5, start: 0 },
  { prefix: 'NUSHU CHARACTER-', first: 0x1b170, last: 0x1b2fb, start: 0 },
  { prefix: 'TANGUT COMPONENT-', first: 0x18800, last: 0x18aff, start: 1 },
];

function rangeMember(name: string): number {
  for (const { prefix, first, last, start } of RANGES) {
    if (!name.startsWith(prefix)) continue;
    const digits = name.slice(prefix.length);
    if (!/^[0-9A-F]+$/.test(digits)) continue;
    const code =
      start === 0 ? Number.parseInt(digits, 16) : first + Number.parseInt(digits, 10) - start;
    const proper =
      start === 0 ? code.toString(16).toUpperCase() : String(code - first + start).padStart(3, '0');
    if (code >= first && code <= last && digits === proper) return code;
  }
  return -1;
}

const FIRST_DIGIT = 33;
const NOT_DIGITS = '"$\'\\`';
const SHARED_MAX = 11;
/** Behind it three digits: how many code points have no name here. */
const JUMP = SHARED_MAX + 1;
/** Words of one digit. */
const SINGLES = 35;
const FIRST_PAIR = JUMP + 1 + SINGLES;
/** Leading digits of words of three. */
const TRIPLE_LEADS = 2;

/** Value of each character as a digit. */
function digitValues(): { values: Int32Array; base: number } {
  const values = new Int32Array(128);
  let base = 0;
  for (let code = FIRST_DIGIT; code < 127; code++) {
    if (!NOT_DIGITS.includes(String.fromCharCode(code))) values[code] = base++;
  }
  return { values, base };
}

function unpack(): Map<string, number> {
  const { values, base } = digitValues();
  // A word brings its space along; '-' joins without one, and '_' is a space that is spelled out.
  const words = NAME_WORDS.trim()
    .split(/\s/)
    .map((word) => (/^[-_]/.test(word) ? word.replaceAll('_', ' ') : ` ${word}`));
  const packed = PACKED_NAMES.replaceAll('\n', '');
  const firstTriple = base - TRIPLE_LEADS;
  const pairCount = (firstTriple - FIRST_PAIR) * base;
  const names = new Map<string, number>();
  let at = 0;
  const digit = (): number => values[packed.charCodeAt(at++)];
  const wordFrom = (lead: number): string => {
    if (lead < FIRST_PAIR) return words[lead - JUMP - 1];
    if (lead < firstTriple) return words[SINGLES + (lead - FIRST_PAIR) * base + digit()];
    const high = (lead - firstTriple) * base + digit();
    return words[SINGLES + pairCount + high * base + digit()];
  };
  let code = -1;
  let current: string[] = [];
  while (at < packed.length) {
    let lead = digit();
    while (lead === JUMP) {
      code += (digit() * base + digit()) * base + digit();
      lead = digit();
    }
    code++;
    current = current.slice(0, lead);
    while (at < packed.length && values[packed.charCodeAt(at)] > JUMP) {
      current.push(wordFrom(digit()));
    }
    names.set(current.join('').slice(1), code);
  }
  for (const line of NAME_ALIASES.trim().split('\n')) {
    const [hex, alias] = line.split(':');
    names.set(alias, Number.parseInt(hex, 16));
  }
  return names;
}
