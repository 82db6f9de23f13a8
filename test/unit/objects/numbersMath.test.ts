// `math` and `_random` against tables recorded from CPython 3.11 (numbersMath.json, made by recordNumbersMath.py).
// Where the C library's last digits are its own, a relative error of 4e-14 passes, here and nowhere else.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { answerOf, bootHeap, PythonError } from '../../support/heapOnly.ts';

interface Tables {
  math: [name: string, args: string[], approximate: boolean, result: string][];
  sums: [values: string[], sum: string, hypot: string][];
  random: [seed: string, floats: string[], bits: string[]][];
}
const tables = JSON.parse(
  readFileSync(new URL('./numbersMath.json', import.meta.url), 'utf8'),
) as Tables;
const view = new DataView(new ArrayBuffer(8));
function double(bits: string): number {
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}
function bitsOf(x: number): string {
  view.setFloat64(0, Number.isNaN(x) ? Number.NaN : x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

const load = async () => ({
  ...(await import('../../../src/objects/int.ts')),
  ...(await import('../../../src/objects/float.ts')),
  ...(await import('../../../src/objects/protocol.ts')),
  ...(await import('../../../src/objects/tuple.ts')),
  ...(await import('../../../src/objects/define.ts')),
  ...(await import('../../../src/objects/natives.ts')),
  RAISED: (await import('../../../src/objects/raise.ts')).RAISED,
  ...(await import('../../../src/objects/slots.ts')),
  ...(await import('../../../src/stdlib/native/mathNumbers.ts')),
  H: (await import('../../../src/heap/memory.ts')).H,
  allocateRaw: (await import('../../../src/executors/policy.ts')).allocateRaw,
});
let o: Awaited<ReturnType<typeof load>>;
let area: number;

beforeAll(async () => {
  await bootHeap('gil', async () => {
    for (const name of ['strType', 'intType', 'floatType', 'boolType', 'noneTypes', 'tupleType']) {
      await import(`../../../src/objects/${name}.ts`);
    }
    await import('../../../src/stdlib/native/mathModule.ts');
    await import('../../../src/stdlib/native/randomModule.ts');
    o = await load();
  });
  const { raising } = await import('../../../src/objects/raise.ts');
  raising.make = (name, message) => {
    throw new PythonError(name, message ?? '');
  };
  area = o.allocateRaw(256) >> 2;
});

const value = (text: string): number =>
  text.startsWith('i') ? o.newBigInt(BigInt(text.slice(1))) : o.newFloat(double(text));

function shown(result: number): string {
  if (o.isFloat(result)) return bitsOf(o.floatValue(result));
  if (o.isInt(result)) return `i${o.toBigInt(result)}`;
  return o.tupleItems(result).map(shown).join('|');
}

/** Runs a native with these arguments in the heap. */
function run(ids: readonly number[], name: string, args: readonly number[]): string {
  const native = ids.map((id) => o.NATIVES[id]).find((n) => n?.name === name);
  if (native === undefined) throw new Error(`no native ${name}`);
  o.H.fill(0, area, area + 60);
  args.forEach((arg, i) => {
    o.H[area + i] = arg;
  });
  try {
    return shown(answerOf(native.run(area, args.length - native.selfCount, 0), o.RAISED));
  } catch (error) {
    if (error instanceof PythonError) return `!${error.message}`;
    throw error;
  }
}

function agree(got: string, expected: string, approximate: boolean): boolean {
  if (got === expected) return true;
  if (!/^[0-9a-f]{16}$/.test(got) || !/^[0-9a-f]{16}$/.test(expected)) {
    return got.split('|').every((part, i) => {
      const other = expected.split('|')[i] ?? '';
      return part === other || (part === bitsOf(Number.NaN) && Number.isNaN(double(other)));
    });
  }
  const [a, b] = [double(got), double(expected)];
  if (Number.isNaN(a) && Number.isNaN(b)) return true;
  return approximate && Math.abs(a - b) <= Math.abs(b) * 4e-14;
}

it("math's functions are CPython's", () => {
  const module = o.DEFINED_MODULES.find((m) => m.spec.name === 'math');
  const wrong = tables.math
    .map(([name, args, approximate, expected]) => {
      const got = run(module?.functionIds ?? [], name, args.map(value));
      return { name, args, got, expected, approximate };
    })
    .filter((row) => !agree(row.got, row.expected, row.approximate))
    .map(({ name, args, got, expected }) => {
      const show = (text: string) => (/^[0-9a-f]{16}$/.test(text) ? String(double(text)) : text);
      return `${name}(${args.map(show)}) is ${show(got)}, not ${show(expected)}`;
    });
  expect(wrong).toEqual([]);
});

it('fsum rounds once, and hypot', () => {
  for (const [values, sum, hypot] of tables.sums) {
    expect(bitsOf(o.exactSum(values.map(double)) ?? Number.NaN)).toBe(sum);
    expect(bitsOf(o.exactHypot(values.map(double)))).toBe(hypot);
  }
});

it('_random gives the sequences of CPython', () => {
  const type = o.DEFINED_TYPES.find((t) => t.spec.name === 'Random');
  for (const [seed, floats, bits] of tables.random) {
    o.H[area] = o.newBigInt(BigInt(seed));
    const random = type?.spec.slots.create?.(type.address, area, 1, 0) ?? 0;
    const ids = type?.methodIds ?? [];
    expect(floats.map(() => run(ids, 'random', [random]))).toEqual(floats);
    const sizes = [1, 31, 32, 33, 100];
    expect(sizes.map((k) => run(ids, 'getrandbits', [random, o.tag(k)]))).toEqual(
      bits.map((n) => `i${n}`),
    );
  }
});
