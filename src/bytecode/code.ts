// A compiled unit (module, function, class body, lambda, comprehension) as plain data, before it is
// laid into the heap. It can be written as JSON (see `serialize.ts`) for the frozen library, and it
// holds no address: constants are descriptions, names are strings.
//
// Locals follow CPython 3.11's "localsplus": parameters first (positional-only, positional-or-keyword,
// keyword-only, then *args, then **kwargs), other locals, then cells that are no locals, then free
// variables. A parameter that is captured keeps its slot and is wrapped by MAKE_CELL.

export enum CodeFlag {
  OPTIMIZED = 0x01, // locals are fast slots, no mapping
  NEWLOCALS = 0x02,
  VARARGS = 0x04,
  VARKEYWORDS = 0x08,
  NESTED = 0x10,
  GENERATOR = 0x20,
}

export type Constant =
  | { readonly type: 'None' | 'True' | 'False' | 'Ellipsis' }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'tuple' | 'frozenset'; readonly items: readonly Constant[] }
  | { readonly type: 'code'; readonly code: Code };

/** One protected range: [start, end) jumps to target with the stack cut to depth. Word offsets. */
export interface ExceptionRange {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly depth: number;
  /** Push the offset of the raising instruction below the exception, for RERAISE 1. */
  readonly pushLasti: boolean;
}

export interface Code {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  /** CodeFlag bits. */
  readonly flags: number;
  /** Positional parameters, positional-only ones included; *args and **kwargs not. */
  readonly argCount: number;
  readonly posOnlyCount: number;
  readonly kwOnlyCount: number;
  /** Names of all local slots ("localsplus"), in slot order. */
  readonly localNames: readonly string[];
  /** How many of them are plain fast locals (varnames). */
  readonly localCount: number;
  /** Names that are cells here (some of them also parameters), and names taken from the closure. */
  readonly cellNames: readonly string[];
  readonly freeNames: readonly string[];
  /** Words of operand stack that the frame needs. */
  readonly stackSize: number;
  /** Instruction words, cache words (zero) included. */
  readonly words: Int32Array;
  readonly constants: readonly Constant[];
  readonly names: readonly string[];
  /** Sorted; inner ranges are found first: the LAST listed range that covers an offset wins no tie, ranges do not overlap. */
  readonly exceptions: readonly ExceptionRange[];
  /** Four numbers per word: line, end line, column, end column (columns in code points, 0-based; -1 = unknown). */
  readonly positions: Int32Array;
  /** First statement's docstring, if any (also constant 0). */
  readonly hasDocstring: boolean;
}
