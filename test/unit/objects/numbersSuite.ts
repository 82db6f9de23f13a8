// Numbers against tables recorded from CPython 3.11 (numbers.json, made by recordNumbers.py). A float stands
// there as its 64 bits in hex, an expected exception as '!Type: message'.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { T } from '../../../src/heap/builtinTypes.ts';
import { bootHeap, PythonError } from '../../support/heapOnly.ts';

type Row = readonly (string | number | boolean)[];
const tables = JSON.parse(
  readFileSync(new URL('./numbers.json', import.meta.url), 'utf8'),
) as Record<string, readonly Row[]>;

const view = new DataView(new ArrayBuffer(8));
function double(bits: string): number {
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}
function bitsOf(x: number): string {
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}
/** NaNs differ in bits that nobody sees. */
const sameBits = (text: string): string =>
  /^[0-9a-f]{16}$/.test(text) && Number.isNaN(double(text)) ? 'nan' : text;

function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof PythonError) return `!${error.message}`;
    throw error;
  }
}

/** Rows whose outcome differs, so that a failure shows the cases and not a boolean. */
function differences(table: string, run: (row: Row) => string): unknown[] {
  const rows = tables[table] as readonly Row[];
  expect(rows.length).toBeGreaterThan(10);
  return rows
    .map((row) => ({ row, got: sameBits(outcome(() => run(row))) }))
    .filter(({ row, got }) => got !== sameBits(String(row.at(-1))));
}

const OPERATORS = ['+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^'];

/** The whole suite for one executor. */
export function numbersSuite(executor: string): void {
  const load = async () => ({
    ...(await import('../../../src/objects/int.ts')),
    ...(await import('../../../src/objects/float.ts')),
    ...(await import('../../../src/objects/str.ts')),
    ...(await import('../../../src/objects/protocol.ts')),
    ...(await import('../../../src/objects/floatRepr.ts')),
    ...(await import('../../../src/objects/floatHex.ts')),
    ...(await import('../../../src/objects/numberFormat.ts')),
    ...(await import('../../../src/objects/numericHash.ts')),
    ...(await import('../../../src/objects/numberText.ts')),
    ...(await import('../../../src/objects/rounding.ts')),
    ...(await import('../../../src/objects/intArithmetic.ts')),
    ...(await import('../../../src/objects/slots.ts')),
    H: (await import('../../../src/heap/memory.ts')).H,
    allocateRaw: (await import('../../../src/executors/policy.ts')).allocateRaw,
  });
  let o: Awaited<ReturnType<typeof load>>;
  beforeAll(async () => {
    await bootHeap(executor, async () => {
      await import('../../../src/objects/strType.ts');
      await import('../../../src/objects/intType.ts');
      await import('../../../src/objects/floatType.ts');
      await import('../../../src/objects/boolType.ts');
      await import('../../../src/objects/noneTypes.ts');
      o = await load();
    });
    // The exceptions' own module may be among those loaded.
    const { raising } = await import('../../../src/objects/raise.ts');
    raising.make = (name, message) => {
      throw new PythonError(name, message ?? '');
    };
  });
  const shown = (value: number): string =>
    o.isFloat(value) ? bitsOf(o.floatValue(value)) : o.reprJs(value);

  describe(`numbers under ${executor} are as CPython 3.11's`, () => {
    it('repr(float)', () => {
      expect(differences('repr', ([bits]) => o.floatRepr(double(String(bits))))).toEqual([]);
    });
    it('format(float, spec)', () => {
      const run = ([bits, spec]: Row) => o.formatFloat(double(String(bits)), String(spec));
      expect(differences('formatFloat', run)).toEqual([]);
    });
    it('format(int, spec)', () => {
      const run = ([n, spec]: Row) => o.formatInt(BigInt(String(n)), String(spec));
      expect(differences('formatInt', run)).toEqual([]);
    });
    it('format(str, spec)', () => {
      const run = ([text, spec]: Row) => o.formatStr(String(text), String(spec));
      expect(differences('formatStr', run)).toEqual([]);
    });
    it('percent formatting of floats', () => {
      const run = ([bits, conversion, precision, alternate]: Row) =>
        o.percentFloat(
          double(String(bits)),
          String(conversion),
          Number(precision),
          alternate === true,
        );
      expect(differences('percent', run)).toEqual([]);
    });
    it('round(float, n)', () => {
      const run = ([bits, n]: Row) =>
        shown(o.roundNumber(o.newFloat(double(String(bits))), o.tag(Number(n))));
      expect(differences('round', run)).toEqual([]);
    });
    it('operators on ints', () => {
      const run = ([a, operator, b]: Row) =>
        shown(
          o.binary(
            OPERATORS.indexOf(String(operator)),
            o.newBigInt(BigInt(String(a))),
            o.newBigInt(BigInt(String(b))),
          ),
        );
      expect(differences('ints', run)).toEqual([]);
    });
    it('operators on floats', () => {
      const run = ([a, operator, b]: Row) =>
        shown(
          o.binary(
            OPERATORS.indexOf(String(operator)),
            o.newFloat(double(String(a))),
            o.newFloat(double(String(b))),
          ),
        );
      expect(differences('floats', run)).toEqual([]);
    });
    it('hash() of floats and ints', () => {
      const ofFloat = ([bits]: Row) => String(o.pythonHash(o.newFloat(double(String(bits)))));
      expect(differences('hash', ofFloat)).toEqual([]);
      const ofInt = ([n]: Row) => String(o.pythonHash(o.newBigInt(BigInt(String(n)))));
      expect(differences('hashInts', ofInt)).toEqual([]);
    });
    it('equal ints and floats have equal hashes in the heap', () => {
      for (const n of [0, -1, 5, 2 ** 31, -(2 ** 31), 2 ** 52 + 1, 2 ** 61, 2 ** 90, -(2 ** 70)]) {
        expect(o.hash(o.newBigInt(BigInt(n)))).toBe(o.hash(o.newFloat(n)));
      }
    });
    it('int(text, base) and float(text)', () => {
      const value = (text: unknown) => o.newStr(String(text));
      const asInt = ([text, base]: Row) => {
        const str = value(text);
        return String(o.parseInteger(String(o.numberText(str)), Number(base), str));
      };
      expect(differences('parseInt', asInt)).toEqual([]);
      const asFloat = ([text]: Row) => {
        const str = value(text);
        return bitsOf(o.parseFloatText(String(o.numberText(str)), str));
      };
      expect(differences('parseFloat', asFloat)).toEqual([]);
    });
    it('float.hex and float.fromhex', () => {
      expect(differences('hex', ([bits]) => o.floatToHex(double(String(bits))))).toEqual([]);
      expect(differences('fromhex', ([text]) => bitsOf(o.floatFromHex(String(text))))).toEqual([]);
    });
    it('pow(a, b, c)', () => {
      const run = ([a, b, c]: Row) =>
        String(o.powerModulo(BigInt(String(a)), BigInt(String(b)), BigInt(String(c))));
      expect(differences('powMod', run)).toEqual([]);
    });
    it('compares ints with floats by their exact values', () => {
      const big = o.newBigInt(2n ** 53n + 1n);
      expect(o.equals(big, o.newFloat(2 ** 53))).toBe(false);
      expect(o.lessThan(o.newFloat(2 ** 53), big)).toBe(true);
      expect(o.lessThan(big, o.newFloat(Infinity))).toBe(true);
      expect(o.equals(o.newFloat(3), 7)).toBe(true);
      expect(o.lessThan(3, o.newFloat(1.5))).toBe(true);
    });
    it('int(x), float(x), bool(x) and their errors', () => {
      const args = o.allocateRaw(64) >> 2;
      const make = (type: number, ...values: number[]): string => {
        values.forEach((value, i) => {
          o.H[args + i] = value;
        });
        return outcome(() =>
          o.reprJs(o.slotsOfType(type).create?.(type, args, values.length, 0) ?? 0),
        );
      };
      const text = o.newStr('1f');
      expect(make(T.INT)).toBe('0');
      expect(make(T.INT, o.newFloat(-3.7))).toBe('-3');
      expect(make(T.INT, o.newFloat(1e22))).toBe('10000000000000000000000');
      expect(make(T.INT, text, o.tag(16))).toBe('31');
      expect(make(T.INT, text, o.tag(40))).toContain('int() base must be >= 2 and <= 36, or 0');
      expect(make(T.INT, o.newFloat(Number.NaN))).toContain('cannot convert float NaN to integer');
      expect(make(T.FLOAT, o.newStr(' 2.5 '))).toBe('2.5');
      expect(make(T.FLOAT, o.tag(3))).toBe('3.0');
      expect(make(T.FLOAT, o.newBigInt(10n ** 400n))).toContain('int too large to convert');
      expect(make(T.BOOL, o.tag(0))).toBe('False');
      expect(make(T.BOOL, o.newFloat(0.5))).toBe('True');
    });
  });
}
