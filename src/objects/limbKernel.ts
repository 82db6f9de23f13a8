// The loops over limbs that JavaScript has no arithmetic for: a product of two 32-bit words is 64 bits
// wide, which WebAssembly has in one instruction and JavaScript in some twenty. The module is written
// here as its bytes, by functions that give the encoding of one construct each (WebAssembly Core
// Specification 2.0, chapter 5). Its memory is not the heap but holds the work arrays of limbs.ts,
// whose numbers are brought here and taken back.
//
// Every loop counts addresses in bytes; a local is named by its index.

/** Longer numbers than this many limbs go through BigInt. */
export const LIMBS_MAX = 16384;

/** Addresses of the arrays. Like the limbs of an int they lie four bytes off a multiple of eight: between
 * blocks whose alignment differs, V8 copies byte by byte as long as one of them is shared. */
const LEFT_AT = 4;
const RIGHT_AT = LEFT_AT + 4 * (LIMBS_MAX + 16);
const RESULT_AT = RIGHT_AT + 4 * (LIMBS_MAX + 16);
const PAGES = Math.ceil((RESULT_AT + 8 * (LIMBS_MAX + 16)) / 65536);

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
const both =
  (operation: number) =>
  (left: Code, right: Code): Code => [...left, ...right, operation];
const add = both(0x6a);
const subtract = both(0x6b);
const shl = both(0x74);
const lessU = both(0x49);
const notLessS = both(0x4e);
const and = both(0x71);
const addL = both(0x7c);
const subtractL = both(0x7d);
const multiplyL = both(0x7e);
const divideL = both(0x80);
const orL = both(0x84);
const shlL = both(0x86);
const shrL = both(0x88);
const equalL = both(0x51);
const isZeroL = (value: Code): Code => [...value, 0x50];
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
      set(5, addL(addL(multiplyL(loadL(get(1)), get(4)), loadL(get(3))), get(6))),
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
      set(6, addL(multiplyL(loadL(get(2), LEFT_AT), get(5)), get(6))),
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
          add(get(3), int(LEFT_AT)),
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
 * divide(n, m, bits), m >= 2: both numbers are shifted up by so many bits, so that the divisor's top bit is
 * set; RESULT[0..n-m] = LEFT / RIGHT, the rest in LEFT, which has a limb more. Knuth's algorithm D (TAOCP 2,
 * 4.3.1). Locals: 3 place of the digit, 4 length of the divisor in bytes, 5 its top limb, 6 the next,
 * 7 top of the dividend, 8 estimate, 9 its rest.
 */
const divide = fn(
  3,
  false,
  2,
  5,
  when(
    get(2),
    code(
      call(8, int(RIGHT_AT), get(1), get(2)),
      call(8, int(LEFT_AT), add(get(0), int(1)), get(2)),
    ),
  ),
  set(4, bytesOf(1)),
  set(5, loadL(get(4), RIGHT_AT - 4)),
  set(6, loadL(get(4), RIGHT_AT - 8)),
  set(3, subtract(bytesOf(0), get(4))),
  during(
    notLessS(get(3), int(0)),
    code(
      set(7, loadWide(subtract(add(get(3), get(4)), int(4)), LEFT_AT)),
      choose(
        equalL(shrL(get(7), long(32)), get(5)),
        set(8, extend(int(-1))),
        set(8, divideL(get(7), get(5))),
      ),
      set(9, subtractL(get(7), multiplyL(get(8), get(5)))),
      during(
        and(
          isZeroL(shrL(get(9), long(32))),
          moreL(
            multiplyL(get(8), get(6)),
            orL(shlL(get(9), long(32)), loadL(subtract(add(get(3), get(4)), int(8)), LEFT_AT)),
          ),
        ),
        code(set(8, subtractL(get(8), long(1))), set(9, addL(get(9), get(5)))),
      ),
      when(
        call(2, wrap(get(8)), int(RIGHT_AT), add(get(4), int(RIGHT_AT)), add(get(3), int(LEFT_AT))),
        code(
          set(8, subtractL(get(8), long(1))),
          call(3, int(RIGHT_AT), add(get(4), int(RIGHT_AT)), add(get(3), int(LEFT_AT))),
        ),
      ),
      storeL(get(3), get(8), RESULT_AT),
      step(3, -4),
    ),
  ),
);

/** divideByLimb(n, divisor): RESULT[0..n) = LEFT[0..n) / divisor; gives the rest. */
const divideByLimb = fn(
  2,
  true,
  1,
  4,
  set(4, extend(get(1))),
  set(2, subtract(bytesOf(0), int(4))),
  during(
    notLessS(get(2), int(0)),
    code(
      set(5, orL(shlL(get(3), long(32)), loadL(get(2), LEFT_AT))),
      set(6, divideL(get(5), get(4))),
      storeL(get(2), get(6), RESULT_AT),
      set(3, subtractL(get(5), multiplyL(get(6), get(4)))),
      step(2, -4),
    ),
  ),
  wrap(get(3)),
);

/** sum(n, m), n >= m: RESULT[0..n] = LEFT[0..n) + RIGHT[0..m). */
const sum = fn(
  2,
  false,
  1,
  1,
  during(
    lessU(get(2), bytesOf(1)),
    code(
      set(3, addL(addL(loadL(get(2), LEFT_AT), loadL(get(2), RIGHT_AT)), get(3))),
      storeL(get(2), get(3), RESULT_AT),
      set(3, shrL(get(3), long(32))),
      step(2, 4),
    ),
  ),
  during(
    lessU(get(2), bytesOf(0)),
    code(
      set(3, addL(loadL(get(2), LEFT_AT), get(3))),
      storeL(get(2), get(3), RESULT_AT),
      set(3, shrL(get(3), long(32))),
      step(2, 4),
    ),
  ),
  storeL(get(2), get(3), RESULT_AT),
);

/** difference(n, m): RESULT[0..n) = LEFT[0..n) - RIGHT[0..m), which is not negative. */
const difference = fn(
  2,
  false,
  1,
  2,
  during(
    lessU(get(2), bytesOf(1)),
    code(
      set(3, subtractL(subtractL(loadL(get(2), LEFT_AT), loadL(get(2), RIGHT_AT)), get(4))),
      storeL(get(2), get(3), RESULT_AT),
      set(4, shrL(get(3), long(63))),
      step(2, 4),
    ),
  ),
  during(
    lessU(get(2), bytesOf(0)),
    code(
      set(3, subtractL(loadL(get(2), LEFT_AT), get(4))),
      storeL(get(2), get(3), RESULT_AT),
      set(4, shrL(get(3), long(63))),
      step(2, 4),
    ),
  ),
);

/** shiftUp(from, count, bits): count >= 1, 0 <= bits < 32. */
const shiftUp = fn(
  3,
  false,
  1,
  1,
  set(4, extend(get(2))),
  set(3, subtract(add(get(0), bytesOf(1)), int(4))),
  during(
    lessU(get(0), get(3)),
    code(
      storeL(get(3), shrL(shlL(loadWide(subtract(get(3), int(4))), get(4)), long(32))),
      step(3, -4),
    ),
  ),
  store(get(0), shl(load(get(0)), get(2))),
);

/** The order is that of the indexes in `call`. */
const FUNCTIONS: Readonly<Record<string, Fn>> = {
  addProduct,
  multiply,
  subtractProduct,
  addBack,
  divide,
  divideByLimb,
  sum,
  difference,
  shiftUp,
};

const vector = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (content: Code): Code => [...unsigned(content.length), ...content];
const section = (id: number, content: Code): Code => [id, ...sized(content)];
const nameOf = (text: string): Code => sized([...text].map((c) => c.charCodeAt(0)));

/** Types, imported memory, functions, exports, bodies. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const all = Object.entries(FUNCTIONS);
  const types = all.map(([, f]) => [
    0x60,
    ...vector(Array.from({ length: f.params }, () => [I32])),
    ...vector(f.result ? [[I32]] : []),
  ]);
  const bodies = all.map(([, f]) =>
    sized([
      ...vector([
        [...unsigned(f.ints), I32],
        [...unsigned(f.longs), I64],
      ]),
      ...f.body,
      0x0b,
    ]),
  );
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([[...nameOf('limbs'), ...nameOf('memory'), 2, 0, ...unsigned(PAGES)]])),
    ...section(3, vector(all.map((_, i) => unsigned(i)))),
    ...section(7, vector(all.map(([name], i) => [...nameOf(name), 0, ...unsigned(i)]))),
    ...section(10, vector(bodies)),
  ]);
}

interface Kernel {
  multiply(n: number, m: number): void;
  divide(n: number, m: number, bits: number): void;
  divideByLimb(n: number, divisor: number): number;
  sum(n: number, m: number): void;
  difference(n: number, m: number): void;
}

/** What is used of the host's WebAssembly: the types of Node.js declare none of its values. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number; maximum: number }) => { buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { exports: object };
};

const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });

let made: Kernel | undefined;

/** Made at the first use: most programs have no numbers so long, and it takes a millisecond. */
function makeKernel(): Kernel {
  const module = new WebAssembly.Module(moduleBytes());
  const { exports } = new WebAssembly.Instance(module, { limbs: { memory } });
  made = exports as unknown as Kernel;
  return made;
}

/** The functions work on the arrays below, and trust their arguments. */
export const kernel = (): Kernel => made ?? makeKernel();

export const LEFT = new Int32Array(memory.buffer, LEFT_AT, LIMBS_MAX + 8);
export const RIGHT = new Int32Array(memory.buffer, RIGHT_AT, LIMBS_MAX + 8);
export const RESULT = new Int32Array(memory.buffer, RESULT_AT, 2 * LIMBS_MAX + 8);
