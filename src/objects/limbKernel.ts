// The loops over limbs that JavaScript has no arithmetic for: a product of two 32-bit words is 64 bits
// wide, which WebAssembly has in one instruction and JavaScript in some twenty. The module is written
// here as its bytes, by functions that give the encoding of one construct each (WebAssembly Core
// Specification 2.0, chapter 5). Its memory is not the heap but holds the work arrays of limbs.ts,
// whose numbers are brought here and taken back.
//
// Every loop counts addresses in bytes; a local is named by its index.

/** Longer numbers than this many limbs go through BigInt. */
export const LIMBS_MAX = 16384;

const LEFT_AT = 0;
const RIGHT_AT = 4 * (LIMBS_MAX + 16);
const RESULT_AT = 2 * RIGHT_AT;
const PAGES = Math.ceil((2 * RESULT_AT) / 65536);

const I32 = 0x7f;
const I64 = 0x7e;

type Code = readonly number[];

function unsigned(n: number): number[] {
  const bytes: number[] = [];
  for (let rest = n; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function signed(n: number): number[] {
  const bytes: number[] = [];
  for (let rest = n; ; rest >>= 7) {
    if (rest >= -0x40 && rest < 0x40) return [...bytes, rest & 0x7f];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

const code = (...parts: (number | Code)[]): Code => parts.flat();
const get = (local: number): Code => [0x20, local];
const set = (local: number, value: Code): Code => [...value, 0x21, local];
const int = (n: number): Code => [0x41, ...signed(n)];
const long = (n: number): Code => [0x42, ...signed(n)];
const both = (operation: number) => (left: Code, right: Code): Code => [...left, ...right, operation];
const add = both(0x6a);
const subtract = both(0x6b);
const shl = both(0x74);
const shrU = both(0x76);
const or = both(0x72);
const lessU = both(0x49);
const lessS = both(0x48);
const addL = both(0x7c);
const subtractL = both(0x7d);
const multiplyL = both(0x7e);
const divideL = both(0x80);
const orL = both(0x84);
const shlL = both(0x86);
const shrL = both(0x88);
const equalL = both(0x51);
const moreL = both(0x56);
const wrap = (value: Code): Code => [...value, 0xa7];
const extend = (value: Code): Code => [...value, 0xad];
/** Memory accesses: alignment hint 2 (four bytes), a constant offset. */
const load = (at: Code, offset = 0): Code => [...at, 0x28, 2, ...unsigned(offset)];
const loadL = (at: Code, offset = 0): Code => [...at, 0x35, 2, ...unsigned(offset)];
const loadWide = (at: Code, offset = 0): Code => [...at, 0x29, 2, ...unsigned(offset)];
const store = (at: Code, value: Code, offset = 0): Code => [
  ...at,
  ...value,
  0x36,
  2,
  ...unsigned(offset),
];
const storeL = (at: Code, value: Code, offset = 0): Code => [
  ...at,
  ...value,
  0x3e,
  2,
  ...unsigned(offset),
];
const storeWide = (at: Code, value: Code, offset = 0): Code => [
  ...at,
  ...value,
  0x37,
  2,
  ...unsigned(offset),
];
const when = (condition: Code, then: Code): Code => [...condition, 0x04, 0x40, ...then, 0x0b];
const choose = (condition: Code, then: Code, otherwise: Code): Code => [
  ...condition,
  0x04,
  0x40,
  ...then,
  0x05,
  ...otherwise,
  0x0b,
];
/** while (condition) body */
const during = (condition: Code, body: Code): Code => [
  0x03,
  0x40,
  ...when(condition, [...body, 0x0c, 1]),
  0x0b,
];
const call = (fn: number, ...args: Code[]): Code => [...args.flat(), 0x10, fn];
const step = (local: number, by: number): Code => set(local, add(get(local), int(by)));
const bytesOf = (local: number): Code => shl(get(local), int(2));

interface Fn {
  readonly params: number;
  readonly result: boolean;
  readonly ints: number;
  readonly longs: number;
  readonly body: Code;
}

const fn = (params: number, result: boolean, ints: number, longs: number, ...body: Code[]): Fn => ({
  params,
  result,
  ints,
  longs,
  body: body.flat(),
});

/** addProduct(factor, from, end, to): [to...] += [from, end) * factor; gives the carry. */
const addProduct = fn(
  4,
  true,
  0,
  3,
  set(4, extend(get(0))),
  during(
    lessU(get(1), get(2)),
    code(
      set(
        5,
        addL(addL(multiplyL(loadL(get(1)), get(4)), loadL(get(3))), get(6)),
      ),
      storeL(get(3), get(5)),
      set(6, shrL(get(5), long(32))),
      step(1, 4),
      step(3, 4),
    ),
  ),
  wrap(get(6)),
);

/** multiply(n, m): RESULT[0..n+m) = LEFT[0..n) * RIGHT[0..m). */
const multiply = fn(
  2,
  false,
  3,
  2,
  // The first row finds nothing to add to.
  set(5, loadL(int(0), RIGHT_AT)),
  set(3, bytesOf(0)),
  during(
    lessU(get(2), get(3)),
    code(
      set(6, addL(multiplyL(loadL(get(2)), get(5)), get(6))),
      storeL(get(2), get(6), RESULT_AT),
      set(6, shrL(get(6), long(32))),
      step(2, 4),
    ),
  ),
  storeL(get(2), get(6), RESULT_AT),
  set(4, int(4)),
  during(
    lessU(get(4), bytesOf(1)),
    code(
      store(
        add(get(3), get(4)),
        call(
          0,
          load(get(4), RIGHT_AT),
          int(LEFT_AT),
          get(3),
          add(get(4), int(RESULT_AT)),
        ),
        RESULT_AT,
      ),
      step(4, 4),
    ),
  ),
);

/** subtractProduct(factor, from, end, to): [to...] -= [from, end) * factor, one limb further; gives the borrow. */
const subtractProduct = fn(
  4,
  true,
  0,
  4,
  set(4, extend(get(0))),
  during(
    lessU(get(1), get(2)),
    code(
      set(5, addL(multiplyL(loadL(get(1)), get(4)), get(6))),
      set(7, subtractL(loadL(get(3)), extend(wrap(get(5))))),
      storeL(get(3), get(7)),
      set(6, addL(shrL(get(5), long(32)), shrL(get(7), long(63)))),
      step(1, 4),
      step(3, 4),
    ),
  ),
  set(7, subtractL(loadL(get(3)), get(6))),
  storeL(get(3), get(7)),
  wrap(shrL(get(7), long(63))),
);

/** addBack(from, end, to): [to...] += [from, end), one limb further. */
const addBack = fn(
  3,
  false,
  0,
  1,
  during(
    lessU(get(0), get(1)),
    code(
      set(3, addL(addL(loadL(get(0)), loadL(get(2))), get(3))),
      storeL(get(2), get(3)),
      set(3, shrL(get(3), long(32))),
      step(0, 4),
      step(2, 4),
    ),
  ),
  storeL(get(2), addL(loadL(get(2)), get(3))),
);

/**
 * divide(n, m), m >= 2: RESULT[0..n-m] = LEFT / RIGHT, the rest in LEFT. Knuth's algorithm D (TAOCP 2,
 * 4.3.1); the divisor's top bit is set, LEFT has a limb more. Locals: 2 j, 3 end of the divisor;
 * longs: 4 v1, 5 v2, 6 numerator, 7 estimate, 8 rest of the estimate.
 */
const divide = fn(
  2,
  false,
  2,
  5,
  set(3, bytesOf(1)),
  set(4, loadL(get(3), RIGHT_AT - 4)),
  set(5, loadL(get(3), RIGHT_AT - 8)),
  set(2, bytesOf(-1 + 1)),
  set(2, subtract(get(2), get(3))),
  during(
    lessS(int(-1), get(2)),
    code(
      set(6, loadWide(add(add(get(2), get(3)), int(-4)))),
      choose(
        equalL(shrL(get(6), long(32)), get(4)),
        set(7, long(0xffffffff)),
        set(7, divideL(get(6), get(4))),
      ),
      set(8, subtractL(get(6), multiplyL(get(7), get(4)))),
      during(
        code(
          // An estimate is too high only while its rest is one limb.
          0x41,
          0,
          ...lessNarrow(get(8)),
          0x1b + 0,
        ),
        [],
      ),
    ),
  ),
);
