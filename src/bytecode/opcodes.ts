// The instruction set, in one table. An instruction is one 32-bit word, `opcode | argument << 8`
// (so an argument has 24 bits and EXTENDED_ARG is not needed), followed by one word that holds an
// inline-cache index where the table says `cache`. Jumps are relative, in words, counted from the
// word after the whole instruction; only JUMP_BACKWARD goes back. Stack effects are pictures of the
// operand stack, top at the right, in the notation of CPython's `dis` documentation, whose names
// are used wherever the instruction means the same (3.11 and 3.12).
//
// The enum gives switch labels that esbuild writes as literals; OPCODES gives everything else:
// the disassembler, the compiler's stack-depth computation, the verifier and the documentation
// read it. KEEP-IN-STEP(opcodes): the switch of the interpreter has a case for every line.

export enum Op {
  RESERVED = 0,
  NOP = 1,
  RESUME = 2,
  POP_TOP = 3,
  COPY = 4,
  SWAP = 5,
  PUSH_NULL = 6,
  LOAD_CONST = 7,
  LOAD_FAST = 8,
  LOAD_FAST_CHECK = 9,
  STORE_FAST = 10,
  DELETE_FAST = 11,
  LOAD_GLOBAL = 12,
  STORE_GLOBAL = 13,
  DELETE_GLOBAL = 14,
  LOAD_NAME = 15,
  STORE_NAME = 16,
  DELETE_NAME = 17,
  MAKE_CELL = 18,
  LOAD_CLOSURE = 19,
  LOAD_DEREF = 20,
  STORE_DEREF = 21,
  DELETE_DEREF = 22,
  LOAD_CLASSDEREF = 23,
  COPY_FREE_VARS = 24,
  LOAD_ATTR = 25,
  STORE_ATTR = 26,
  DELETE_ATTR = 27,
  UNARY_NEGATIVE = 28,
  UNARY_POSITIVE = 29,
  UNARY_INVERT = 30,
  UNARY_NOT = 31,
  BINARY_OP = 32,
  COMPARE_OP = 33,
  IS_OP = 34,
  CONTAINS_OP = 35,
  BINARY_SUBSCR = 36,
  STORE_SUBSCR = 37,
  DELETE_SUBSCR = 38,
  BINARY_SLICE = 39,
  STORE_SLICE = 40,
  BUILD_TUPLE = 41,
  BUILD_LIST = 42,
  BUILD_SET = 43,
  BUILD_MAP = 44,
  BUILD_CONST_KEY_MAP = 45,
  BUILD_STRING = 46,
  BUILD_SLICE = 47,
  LIST_APPEND = 48,
  SET_ADD = 49,
  MAP_ADD = 50,
  LIST_EXTEND = 51,
  SET_UPDATE = 52,
  DICT_UPDATE = 53,
  DICT_MERGE = 54,
  LIST_TO_TUPLE = 55,
  FORMAT_VALUE = 56,
  UNPACK_SEQUENCE = 57,
  UNPACK_EX = 58,
  GET_ITER = 59,
  FOR_ITER = 60,
  JUMP_FORWARD = 61,
  JUMP_BACKWARD = 62,
  POP_JUMP_IF_FALSE = 63,
  POP_JUMP_IF_TRUE = 64,
  POP_JUMP_IF_NONE = 65,
  POP_JUMP_IF_NOT_NONE = 66,
  JUMP_IF_FALSE_OR_POP = 67,
  JUMP_IF_TRUE_OR_POP = 68,
  KW_NAMES = 69,
  CALL = 70,
  CALL_FUNCTION_EX = 71,
  MAKE_FUNCTION = 72,
  RETURN_VALUE = 73,
  RETURN_GENERATOR = 74,
  YIELD_VALUE = 75,
  GET_YIELD_FROM_ITER = 76,
  SEND = 77,
  RAISE_VARARGS = 78,
  RERAISE = 79,
  PUSH_EXC_INFO = 80,
  POP_EXCEPT = 81,
  CHECK_EXC_MATCH = 82,
  BEFORE_WITH = 83,
  WITH_EXCEPT_START = 84,
  LOAD_ASSERTION_ERROR = 85,
  LOAD_BUILD_CLASS = 86,
  IMPORT_NAME = 87,
  IMPORT_FROM = 88,
  IMPORT_STAR = 89,
  SETUP_ANNOTATIONS = 90,
  PRINT_EXPR = 91,
  LOAD_FAST_LOAD_FAST = 92,
  LOAD_FAST_LOAD_CONST = 93,
  STORE_FAST_LOAD_FAST = 94,
  COUNT = 95,
}

/** What the argument of an instruction stands for; the disassembler prints it accordingly. */
export type Argument =
  | 'none'
  | 'count'
  | 'const'
  | 'local'
  | 'local2' // two local slots: first = arg >> 12, second = arg & 0xfff
  | 'localConst' // local slot = arg >> 12, constant = arg & 0xfff
  | 'name'
  | 'nameFlag' // name = arg >> 1; the low bit is a flag of the instruction
  | 'binary' // index into BINARY_OPERATORS
  | 'compare' // index into COMPARE_OPERATORS
  | 'invert' // 1 = negated (is not, not in)
  | 'jump'
  | 'flags';

export interface OpcodeInfo {
  readonly name: string;
  readonly argument: Argument;
  /** The instruction is followed by one word holding the index of its inline cache. */
  readonly cache: boolean;
  /** Net change of stack depth; a function of the argument where it depends on it. */
  readonly effect: number | ((argument: number) => number);
  /** Net change when the jump is taken, where it differs from falling through. */
  readonly jumpEffect?: number;
  /** Picture of the stack and one sentence of meaning. */
  readonly meaning: string;
}

/** `BINARY_OP`'s argument; the in-place form of operator i is i + 13, as in CPython's `nb_ops`. */
export const BINARY_OPERATORS = [
  '+',
  '&',
  '//',
  '<<',
  '@',
  '*',
  '%',
  '|',
  '**',
  '>>',
  '-',
  '/',
  '^',
  '+=',
  '&=',
  '//=',
  '<<=',
  '@=',
  '*=',
  '%=',
  '|=',
  '**=',
  '>>=',
  '-=',
  '/=',
  '^=',
] as const;

export enum BinaryOperator {
  ADD = 0,
  AND = 1,
  FLOOR_DIVIDE = 2,
  LSHIFT = 3,
  MATRIX_MULTIPLY = 4,
  MULTIPLY = 5,
  REMAINDER = 6,
  OR = 7,
  POWER = 8,
  RSHIFT = 9,
  SUBTRACT = 10,
  TRUE_DIVIDE = 11,
  XOR = 12,
  INPLACE = 13,
}

/** `COMPARE_OP`'s argument. */
export const COMPARE_OPERATORS = ['<', '<=', '==', '!=', '>', '>='] as const;

export enum CompareOperator {
  LT = 0,
  LE = 1,
  EQ = 2,
  NE = 3,
  GT = 4,
  GE = 5,
}

/** Bits of `MAKE_FUNCTION`'s argument; each pops one more value, in this order from the deepest. */
export enum MakeFunction {
  DEFAULTS = 1,
  KWDEFAULTS = 2,
  ANNOTATIONS = 4,
  CLOSURE = 8,
}

/** `FORMAT_VALUE`'s argument: the low two bits convert, bit 2 says that a format spec is on top. */
export enum FormatValue {
  NONE = 0,
  STR = 1,
  REPR = 2,
  ASCII = 3,
  WITH_SPEC = 4,
}

const bits = (argument: number): number => {
  let count = 0;
  for (let rest = argument; rest !== 0; rest &= rest - 1) count++;
  return count;
};

const info = (
  name: string,
  argument: Argument,
  effect: OpcodeInfo['effect'],
  meaning: string,
  more: { cache?: boolean; jumpEffect?: number } = {},
): OpcodeInfo => ({
  name,
  argument,
  effect,
  meaning,
  cache: more.cache ?? false,
  ...(more.jumpEffect === undefined ? {} : { jumpEffect: more.jumpEffect }),
});

const CACHED = { cache: true };

/** One line per instruction, indexed by opcode. */
export const OPCODES: Readonly<Record<Exclude<Op, Op.COUNT>, OpcodeInfo>> = {
  [Op.RESERVED]: info('RESERVED', 'none', 0, 'Never emitted: a zero word is not an instruction.'),
  [Op.NOP]: info(
    'NOP',
    'none',
    0,
    'Does nothing; keeps a line number that has no other instruction.',
  ),
  [Op.RESUME]: info(
    'RESUME',
    'count',
    0,
    'Start of a function (0) or the place after a yield (1), yield from (2): a safepoint.',
    CACHED,
  ),
  [Op.POP_TOP]: info('POP_TOP', 'none', -1, '(v --) Drops the top.'),
  [Op.COPY]: info(
    'COPY',
    'count',
    1,
    '(-- v) Pushes the i-th value from the top, 1 being the top itself.',
  ),
  [Op.SWAP]: info('SWAP', 'count', 0, 'Exchanges the top with the i-th value from the top.'),
  [Op.PUSH_NULL]: info(
    'PUSH_NULL',
    'none',
    1,
    '(-- NULL) The empty self slot below a callable, see CALL.',
  ),
  [Op.LOAD_CONST]: info('LOAD_CONST', 'const', 1, '(-- constant)'),
  [Op.LOAD_FAST]: info('LOAD_FAST', 'local', 1, '(-- v) A local that the compiler proved bound.'),
  [Op.LOAD_FAST_CHECK]: info(
    'LOAD_FAST_CHECK',
    'local',
    1,
    '(-- v) A local that may be unbound: UnboundLocalError.',
  ),
  [Op.STORE_FAST]: info('STORE_FAST', 'local', -1, '(v --)'),
  [Op.DELETE_FAST]: info(
    'DELETE_FAST',
    'local',
    0,
    'Unbinds a local; UnboundLocalError if it is unbound.',
  ),
  [Op.LOAD_GLOBAL]: info(
    'LOAD_GLOBAL',
    'nameFlag',
    (a) => 1 + (a & 1),
    '(-- [NULL] v) From globals, then builtins; with the flag, NULL is pushed first for a CALL.',
    CACHED,
  ),
  [Op.STORE_GLOBAL]: info('STORE_GLOBAL', 'name', -1, '(v --)', CACHED),
  [Op.DELETE_GLOBAL]: info('DELETE_GLOBAL', 'name', 0, ''),
  [Op.LOAD_NAME]: info(
    'LOAD_NAME',
    'name',
    1,
    '(-- v) From the locals mapping, then globals, then builtins.',
    CACHED,
  ),
  [Op.STORE_NAME]: info('STORE_NAME', 'name', -1, '(v --) Into the locals mapping.', CACHED),
  [Op.DELETE_NAME]: info('DELETE_NAME', 'name', 0, ''),
  [Op.MAKE_CELL]: info(
    'MAKE_CELL',
    'local',
    0,
    'Replaces the local by a new cell holding it (or empty).',
  ),
  [Op.LOAD_CLOSURE]: info('LOAD_CLOSURE', 'local', 1, '(-- cell)'),
  [Op.LOAD_DEREF]: info(
    'LOAD_DEREF',
    'local',
    1,
    '(-- v) What the cell in that slot holds; NameError or UnboundLocalError if empty.',
  ),
  [Op.STORE_DEREF]: info('STORE_DEREF', 'local', -1, '(v --)'),
  [Op.DELETE_DEREF]: info('DELETE_DEREF', 'local', 0, ''),
  [Op.LOAD_CLASSDEREF]: info(
    'LOAD_CLASSDEREF',
    'local',
    1,
    '(-- v) As LOAD_DEREF, but the locals mapping of the class body is asked first.',
  ),
  [Op.COPY_FREE_VARS]: info(
    'COPY_FREE_VARS',
    'count',
    0,
    "Copies the closure's n cells into the last n local slots.",
  ),
  [Op.LOAD_ATTR]: info(
    'LOAD_ATTR',
    'nameFlag',
    (a) => a & 1,
    '(o -- v), or with the flag (o -- NULL v | function o): the second form binds nothing, see CALL.',
    CACHED,
  ),
  [Op.STORE_ATTR]: info('STORE_ATTR', 'name', -2, '(v o --) o.name = v', CACHED),
  [Op.DELETE_ATTR]: info('DELETE_ATTR', 'name', -1, '(o --)'),
  [Op.UNARY_NEGATIVE]: info('UNARY_NEGATIVE', 'none', 0, '(v -- -v)'),
  [Op.UNARY_POSITIVE]: info('UNARY_POSITIVE', 'none', 0, '(v -- +v)'),
  [Op.UNARY_INVERT]: info('UNARY_INVERT', 'none', 0, '(v -- ~v)'),
  [Op.UNARY_NOT]: info('UNARY_NOT', 'none', 0, '(v -- not v)'),
  [Op.BINARY_OP]: info('BINARY_OP', 'binary', -1, '(l r -- l op r)', CACHED),
  [Op.COMPARE_OP]: info('COMPARE_OP', 'compare', -1, '(l r -- l op r)', CACHED),
  [Op.IS_OP]: info('IS_OP', 'invert', -1, '(l r -- bool)'),
  [Op.CONTAINS_OP]: info('CONTAINS_OP', 'invert', -1, '(item container -- bool)'),
  [Op.BINARY_SUBSCR]: info('BINARY_SUBSCR', 'none', -1, '(o key -- o[key])', CACHED),
  [Op.STORE_SUBSCR]: info('STORE_SUBSCR', 'none', -3, '(v o key --) o[key] = v', CACHED),
  [Op.DELETE_SUBSCR]: info('DELETE_SUBSCR', 'none', -2, '(o key --)'),
  [Op.BINARY_SLICE]: info('BINARY_SLICE', 'none', -2, '(o start stop -- o[start:stop])'),
  [Op.STORE_SLICE]: info('STORE_SLICE', 'none', -4, '(v o start stop --)'),
  [Op.BUILD_TUPLE]: info('BUILD_TUPLE', 'count', (a) => 1 - a, '(n values -- tuple)'),
  [Op.BUILD_LIST]: info('BUILD_LIST', 'count', (a) => 1 - a, '(n values -- list)'),
  [Op.BUILD_SET]: info('BUILD_SET', 'count', (a) => 1 - a, '(n values -- set)'),
  [Op.BUILD_MAP]: info('BUILD_MAP', 'count', (a) => 1 - 2 * a, '(n times key value -- dict)'),
  [Op.BUILD_CONST_KEY_MAP]: info(
    'BUILD_CONST_KEY_MAP',
    'count',
    (a) => -a,
    '(n values, tuple of n keys -- dict)',
  ),
  [Op.BUILD_STRING]: info(
    'BUILD_STRING',
    'count',
    (a) => 1 - a,
    '(n strings -- their concatenation)',
  ),
  [Op.BUILD_SLICE]: info(
    'BUILD_SLICE',
    'count',
    (a) => 1 - a,
    '(start stop [step] -- slice), argument 2 or 3',
  ),
  [Op.LIST_APPEND]: info(
    'LIST_APPEND',
    'count',
    -1,
    '(v --) Appends to the list that is i-th from the top after the pop, 1 being the top itself.',
  ),
  [Op.SET_ADD]: info(
    'SET_ADD',
    'count',
    -1,
    '(v --) Adds to the set that is i-th from the top after the pop.',
  ),
  [Op.MAP_ADD]: info(
    'MAP_ADD',
    'count',
    -2,
    '(key v --) Stores into the dict that is i-th from the top after the pops.',
  ),
  [Op.LIST_EXTEND]: info(
    'LIST_EXTEND',
    'count',
    -1,
    '(iterable --) Extends the list that is i-th from the top after the pop.',
  ),
  [Op.SET_UPDATE]: info('SET_UPDATE', 'count', -1, '(iterable --)'),
  [Op.DICT_UPDATE]: info('DICT_UPDATE', 'count', -1, '(mapping --) For {**m}.'),
  [Op.DICT_MERGE]: info(
    'DICT_MERGE',
    'count',
    -1,
    '(mapping --) For f(**m): TypeError on a repeated key; the callable lies 2 + i below the top, as in CPython.',
  ),
  [Op.LIST_TO_TUPLE]: info('LIST_TO_TUPLE', 'none', 0, '(list -- tuple)'),
  [Op.FORMAT_VALUE]: info(
    'FORMAT_VALUE',
    'flags',
    (a) => (a & 4 ? -1 : 0),
    '(v [spec] -- str), see FormatValue.',
  ),
  [Op.UNPACK_SEQUENCE]: info(
    'UNPACK_SEQUENCE',
    'count',
    (a) => a - 1,
    '(iterable -- n values, first on top)',
  ),
  [Op.UNPACK_EX]: info(
    'UNPACK_EX',
    'count',
    (a) => (a & 0xff) + (a >> 8),
    '(iterable -- values, first on top) a & 0xff before the star, a >> 8 after it.',
  ),
  [Op.GET_ITER]: info('GET_ITER', 'none', 0, '(iterable -- iterator)'),
  [Op.FOR_ITER]: info(
    'FOR_ITER',
    'jump',
    1,
    '(iterator -- iterator item), or pops the iterator and jumps when it is exhausted.',
    { cache: true, jumpEffect: -1 },
  ),
  [Op.JUMP_FORWARD]: info('JUMP_FORWARD', 'jump', 0, ''),
  [Op.JUMP_BACKWARD]: info(
    'JUMP_BACKWARD',
    'jump',
    0,
    'Closes a loop: a safepoint. The only backward jump.',
    CACHED,
  ),
  [Op.POP_JUMP_IF_FALSE]: info('POP_JUMP_IF_FALSE', 'jump', -1, '(v --)'),
  [Op.POP_JUMP_IF_TRUE]: info('POP_JUMP_IF_TRUE', 'jump', -1, '(v --)'),
  [Op.POP_JUMP_IF_NONE]: info('POP_JUMP_IF_NONE', 'jump', -1, '(v --)'),
  [Op.POP_JUMP_IF_NOT_NONE]: info('POP_JUMP_IF_NOT_NONE', 'jump', -1, '(v --)'),
  [Op.JUMP_IF_FALSE_OR_POP]: info(
    'JUMP_IF_FALSE_OR_POP',
    'jump',
    -1,
    '(v -- v | ) Keeps v and jumps if it is false, else pops it.',
    { jumpEffect: 0 },
  ),
  [Op.JUMP_IF_TRUE_OR_POP]: info(
    'JUMP_IF_TRUE_OR_POP',
    'jump',
    -1,
    '(v -- v | ) Keeps v and jumps if it is true, else pops it.',
    { jumpEffect: 0 },
  ),
  [Op.KW_NAMES]: info(
    'KW_NAMES',
    'const',
    0,
    'The tuple of keyword names of the CALL that follows at once.',
  ),
  [Op.CALL]: info(
    'CALL',
    'count',
    (a) => -1 - a,
    '(NULL callable, or callable self; then n arguments -- result) Keyword values come last. In the second form the callable may be of any type: decorators, comprehensions, assert and the cleanup of with use it too.',
    CACHED,
  ),
  [Op.CALL_FUNCTION_EX]: info(
    'CALL_FUNCTION_EX',
    'flags',
    (a) => -2 - (a & 1),
    '(NULL callable args [kwargs-dict] -- result) Flag 1: a dict is there. args is a tuple, or in f(*x) the x itself: any iterable.',
  ),
  [Op.MAKE_FUNCTION]: info(
    'MAKE_FUNCTION',
    'flags',
    (a) => -bits(a),
    '(parts as MakeFunction says, code -- function) The qualified name is in the code.',
  ),
  [Op.RETURN_VALUE]: info('RETURN_VALUE', 'none', -1, '(v --) Leaves the frame.'),
  [Op.RETURN_GENERATOR]: info(
    'RETURN_GENERATOR',
    'none',
    1,
    '(-- sent) First instruction of a generator: moves the frame into a new generator and returns that. When it is resumed, the sent value is on the stack; POP_TOP and RESUME follow.',
  ),
  [Op.YIELD_VALUE]: info('YIELD_VALUE', 'none', 0, '(v -- sent) Suspends the generator.'),
  [Op.GET_YIELD_FROM_ITER]: info(
    'GET_YIELD_FROM_ITER',
    'none',
    0,
    '(iterable -- iterator) As GET_ITER, but a generator stays itself.',
  ),
  [Op.SEND]: info(
    'SEND',
    'jump',
    0,
    '(receiver v -- receiver yielded), or (receiver v -- returned) and a jump when the receiver has returned.',
    { jumpEffect: -1 },
  ),
  [Op.RAISE_VARARGS]: info(
    'RAISE_VARARGS',
    'count',
    (a) => -a,
    '0: re-raise; 1: (exception); 2: (exception cause).',
  ),
  [Op.RERAISE]: info(
    'RERAISE',
    'count',
    -1,
    '(exception --) Raises it again with its traceback; argument n > 0: the instruction index lies n below it (1 = directly below) and is restored; with statements use 2.',
  ),
  [Op.PUSH_EXC_INFO]: info(
    'PUSH_EXC_INFO',
    'none',
    1,
    '(exception -- previous exception) The exception becomes the handled one.',
  ),
  [Op.POP_EXCEPT]: info(
    'POP_EXCEPT',
    'none',
    -1,
    '(previous --) The previous handled exception is handled again.',
  ),
  [Op.CHECK_EXC_MATCH]: info('CHECK_EXC_MATCH', 'none', 0, '(exception type -- exception bool)'),
  [Op.BEFORE_WITH]: info(
    'BEFORE_WITH',
    'none',
    1,
    '(manager -- bound __exit__, result of __enter__)',
  ),
  [Op.WITH_EXCEPT_START]: info(
    'WITH_EXCEPT_START',
    'none',
    1,
    '(exit lasti previous exception -- ... result) Calls exit(type, value, traceback); exit is fourth from the top.',
  ),
  [Op.LOAD_ASSERTION_ERROR]: info('LOAD_ASSERTION_ERROR', 'none', 1, '(-- AssertionError)'),
  [Op.LOAD_BUILD_CLASS]: info('LOAD_BUILD_CLASS', 'none', 1, '(-- builtins.__build_class__)'),
  [Op.IMPORT_NAME]: info('IMPORT_NAME', 'name', -1, '(level fromlist -- module)'),
  [Op.IMPORT_FROM]: info('IMPORT_FROM', 'name', 1, '(module -- module attribute)'),
  [Op.IMPORT_STAR]: info(
    'IMPORT_STAR',
    'none',
    -1,
    '(module --) Copies its public names into the locals mapping.',
  ),
  [Op.SETUP_ANNOTATIONS]: info(
    'SETUP_ANNOTATIONS',
    'none',
    0,
    'Makes __annotations__ in the locals mapping if it is missing.',
  ),
  [Op.PRINT_EXPR]: info('PRINT_EXPR', 'none', -1, '(v --) Interactive mode: sys.displayhook(v).'),
  [Op.LOAD_FAST_LOAD_FAST]: info(
    'LOAD_FAST_LOAD_FAST',
    'local2',
    2,
    '(-- v w) Two LOAD_FAST in one.',
  ),
  [Op.LOAD_FAST_LOAD_CONST]: info('LOAD_FAST_LOAD_CONST', 'localConst', 2, '(-- v constant)'),
  [Op.STORE_FAST_LOAD_FAST]: info(
    'STORE_FAST_LOAD_FAST',
    'local2',
    0,
    '(v -- w) Stores into the first local, loads the second.',
  ),
};

/** Words that the instruction occupies, its cache word included. */
export function instructionWords(opcode: Op): number {
  return OPCODES[opcode as Exclude<Op, Op.COUNT>].cache ? 2 : 1;
}
