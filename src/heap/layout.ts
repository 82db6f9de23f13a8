// Every word layout of the machine, drawn once. A heap word has 32 bits; `H[address >> 2]` reads it.
// All enums below are offsets in WORDS from the start of the structure unless the name says
// otherwise. No other file writes a bare offset.
//
//   byte 0          the null page: address 0 is no object, and stays zero
//   0x1000          Machine: one control block (locks, counters, run queue, output)
//   0x2000          Workers: one block of 4 KiB per worker
//   ...             Page map, then pages of 16 KiB up to the end of the buffer
//
// See docs/internals/heap.md for the pictures.

/** A tagged word; an even one is an address, so both are one brand. A word index into H is another. */
export type Value = number & { readonly brand?: 'value' };
export type Address = Value;
export type WordIndex = number & { readonly brand?: 'word' };

export const enum Region {
  MACHINE = 0x1000,
  WORKERS = 0x2000,
  WORKER_BYTES = 0x1000,
  WORKER_MAX = 128,
  /** Builtin types stand at known addresses: TYPES + index * TYPE_BYTES (see builtinTypes.ts). */
  TYPES = 0x82000, // WORKERS + WORKER_MAX * WORKER_BYTES
  TYPE_BYTES = 96, // TypeLayout.WORDS * 4
  TYPE_MAX = 168,
  SINGLETONS = 0x86000,
  PAGE_MAP = 0x89000,
  PAGE_BYTES = 0x4000,
  PAGE_SHIFT = 14,
}

/** The four words before every object, for every executor (PEP 703's header, in words). */
export const enum Header {
  REF_LOCAL = 0,
  REF_SHARED = 1,
  /** owner thread << 16 | collector bits << 8 | mutex byte */
  OWNER = 2,
  TYPE = 3,
  WORDS = 4,
}

export const enum OwnerWord {
  MUTEX_MASK = 0xff,
  GC_SHIFT = 8,
  GC_MASK = 0xff00,
  OWNER_SHIFT = 16,
}

/** Collector bits (byte 1 of the owner word). */
export const enum GcBit {
  DEFERRED = 0x01 << 8, // counts from the stack are skipped; freed only by the collector
  FROZEN = 0x02 << 8, // immortal
  FINALIZED = 0x04 << 8, // __del__ has run
}

export const enum IntLayout {
  DIGITS = 4,
  DATA = 5,
} // signed count of 32-bit digits, little end first
export const enum BoolLayout {
  VALUE = 4,
  WORDS = 5,
}
export const enum FloatLayout {
  DATA = 4,
  WORDS = 6,
} // byte 16, so F64[(address >> 3) + 2]
export const enum StrLayout {
  LENGTH = 4,
  HASH = 5,
  KIND = 6,
  DATA = 7,
} // LENGTH in code points; HASH 0 = not yet
export const enum StrKind {
  BYTES_MASK = 7,
  ASCII = 8,
  INTERNED = 16,
} // bytes per code point: 1, 2 or 4
export const enum BytesLayout {
  LENGTH = 4,
  HASH = 5,
  DATA = 6,
}
export const enum TupleLayout {
  LENGTH = 4,
  ITEMS = 5,
}

/** A bytearray: bytes used, address and size in bytes of its raw storage (both 0 at first). */
export const enum BytearrayLayout {
  LENGTH = 4,
  STORAGE = 5,
  CAPACITY = 6,
  WORDS = 8,
}

/** H1: every slot of the storage from SIZE to capacity is 0. H2: SIZE is at most the capacity. */
export const enum ListLayout {
  SIZE = 4,
  STORAGE = 5,
  WORDS = 6,
}
/** A list's storage block: capacity in items, then the items. */
export const enum StorageLayout {
  CAPACITY = 0,
  ITEMS = 1,
}

/** H3: keys version 0 means that no cache knows these keys; any insertion or deletion of a key resets it. */
export const enum DictLayout {
  USED = 4,
  TABLE = 5,
  KEYS_VERSION = 6,
  GENERATION = 7, // counts the tables this dict has had, so that a reused address is told apart
  WORDS = 8,
}
/** A dict's table block: index table of 2**LOG2 words (-1 empty, -2 deleted), then entries. */
export const enum DictTable {
  LOG2 = 0,
  ENTRIES = 1,
  USABLE = 2,
  FIRST = 3,
  INDEX = 4,
} // ENTRIES: slots used so far, deleted ones included
export const enum DictEntry {
  HASH = 0,
  KEY = 1,
  VALUE = 2,
  WORDS = 3,
} // KEY 0: deleted

export const enum SetLayout {
  USED = 4,
  TABLE = 5,
  FILL = 6,
  HASH = 7, // of a frozenset, 0 = not yet
  FINGER = 8, // where pop looks next
  GENERATION = 9, // see objects/set.ts, S2
  WORDS = 10,
}
/** A set's table block: mask, then mask + 1 pairs. KEY 0 empty; KEY 2 a dummy. */
export const enum SetTable {
  MASK = 0,
  ENTRIES = 2,
}
export const enum SetEntry {
  HASH = 0,
  KEY = 1,
  WORDS = 2,
}

export const enum CellLayout {
  VALUE = 4,
  WORDS = 6,
}
export const enum SliceLayout {
  START = 4,
  STOP = 5,
  STEP = 6,
  WORDS = 8,
}
export const enum RangeLayout {
  START = 4,
  STOP = 5,
  STEP = 6,
  LENGTH = 7,
  WORDS = 8,
}
export const enum MethodLayout {
  FUNCTION = 4,
  SELF = 5,
  WORDS = 6,
}
/** A function or method implemented here: index into NATIVES, bound self (0 if none), module or owner. */
export const enum NativeLayout {
  ID = 4,
  SELF = 5,
  NAME = 6,
  OWNER = 7,
  WORDS = 8,
}
export const enum ModuleLayout {
  DICT = 4,
  WORDS = 6,
}
export const enum PropertyLayout {
  GET = 4,
  SET = 5,
  DELETE = 6,
  DOC = 7,
  NAME = 8,
  GETTER_DOC = 9, // 1: DOC was taken from the getter
  WORDS = 10,
}
/** classmethod and staticmethod. */
export const enum WrapperLayout {
  CALLABLE = 4,
  DICT = 5,
  WORDS = 6,
}
export const enum SuperLayout {
  TYPE = 4,
  OBJECT = 5,
  OBJECT_TYPE = 6,
  WORDS = 8,
}
/** A `__slots__` member: word offset in the instance. */
export const enum MemberLayout {
  NAME = 4,
  OWNER = 5,
  OFFSET = 6,
  WORDS = 8,
}
/** A named item of a tuple (collections.namedtuple). */
export const enum TupleGetterLayout {
  INDEX = 4, // an int
  DOC = 5,
  WORDS = 6,
}
/** A computed attribute of a builtin type: NATIVES index of the getter and setter (-1 if none). */
export const enum GetSetLayout {
  NAME = 4,
  OWNER = 5,
  GETTER = 6,
  SETTER = 7,
  WORDS = 8,
}

export const enum FunctionLayout {
  CODE = 4,
  GLOBALS = 5,
  BUILTINS = 6,
  DEFAULTS = 7,
  KWDEFAULTS = 8,
  CLOSURE = 9,
  NAME = 10,
  QUALNAME = 11,
  DICT = 12,
  MODULE = 13,
  ANNOTATIONS = 14,
  DOC = 15,
  WORDS = 16,
}

/** Blocks (words, constants, ...) are given by the WORD index of their first element. */
export const enum CodeLayout {
  NAME = 4,
  QUALNAME = 5,
  FILENAME = 6,
  FIRST_LINE = 7,
  FLAGS = 8,
  ARG_COUNT = 9,
  POSONLY_COUNT = 10,
  KWONLY_COUNT = 11,
  LOCALS_PLUS = 12,
  LOCAL_COUNT = 13,
  CELL_COUNT = 14,
  FREE_COUNT = 15,
  STACK_SIZE = 16,
  CODE_START = 17,
  CODE_WORDS = 18,
  CONSTANTS = 19,
  CONSTANT_COUNT = 20,
  NAMES = 21,
  NAME_COUNT = 22,
  LOCAL_NAMES = 23,
  EXCEPTIONS = 24,
  EXCEPTION_COUNT = 25,
  POSITIONS = 26,
  /** Frame header + locals + operand stack, in words. */
  FRAME_WORDS = 27,
  /** Number of parameters if a call with just that many positional arguments needs no more than copying; else -1. */
  SIMPLE_ARGS = 28,
  HAS_DOCSTRING = 29,
  WORDS = 30,
}
/** An exception table row, in words. LASTI: 1 = push the offset of the raising instruction. */
export const enum ExceptionRow {
  START = 0,
  END = 1,
  TARGET = 2,
  DEPTH = 3,
  LASTI = 4,
  WORDS = 5,
}

/** Attribute storage of an instance, at its type's ATTRIBUTES offset. See objects/attributes.ts. */
export const enum AttributesLayout {
  SHAPE = 0,
  VALUES = 1, // word index of the values block
  DICT = 2,
  CAPACITY = 3, // values that fit inline, behind this word; fixed when the instance is made
  WORDS = 4,
}
export const enum InstanceLayout {
  SHAPE = 4,
  VALUES = 5,
  DICT = 6,
  CAPACITY = 7,
  INLINE = 8,
}
/** A values block: capacity, then values. Inline values have the same form, CAPACITY being its first word. */
export const enum ShapeLayout {
  NAME = 0,
  COUNT = 1,
  PARENT = 2,
  FIRST_CHILD = 3,
  SIBLING = 4,
  TYPE = 5,
  ID = 6,
  WORDS = 8,
}

export const enum ExceptionLayout {
  ARGS = 4,
  TRACEBACK = 5,
  CAUSE = 6,
  CONTEXT = 7,
  SUPPRESS_CONTEXT = 8,
  VALUE = 9,
  NOTES = 10,
  ATTRIBUTES = 11,
  WORDS = 15,
}
export const enum TracebackLayout {
  NEXT = 4,
  CODE = 5,
  LASTI = 6,
  GLOBALS = 7,
  LOCALS = 8,
  WORDS = 10,
}

export const enum TypeLayout {
  NAME = 4,
  QUALNAME = 5,
  BASES = 6,
  MRO = 7,
  DICT = 8,
  FLAGS = 9,
  /** Changes with every change of this type or a base; unique across types; 0 = must be renewed. */
  VERSION = 10,
  /** Index into SLOTS: what the runtime does with instances. */
  SLOTS = 11,
  BASE = 12,
  INSTANCE_WORDS = 13,
  /** Word offset of the attribute storage in instances; 0 = none, -1 = behind the items. */
  ATTRIBUTES = 14,
  SUBCLASSES = 15,
  ROOT_SHAPE = 16,
  INLINE_CAPACITY = 17,
  METATYPE_DATA = 18,
  DOC = 19,
  /** Count of `__slots__` members of this type and its bases. */
  MEMBER_COUNT = 20,
  MODULE = 21,
  /** The word past the last `__slots__` member; instances end here before their inline values. */
  WORDS = 24,
}

export const enum TypeFlag {
  HEAP = 1, // made by a class statement; mutable
  BASE_OK = 2, // may be subclassed
  INT = 4,
  STR = 8,
  BYTES = 16,
  TUPLE = 32,
  LIST = 64,
  DICT = 128,
  SET = 256,
  EXCEPTION = 512,
  TYPE = 1024,
  FLOAT = 2048,
  FROZENSET = 4096,
  HAS_FINALIZER = 1 << 13,
  HAS_GETATTR = 1 << 14,
  HAS_GETATTRIBUTE = 1 << 15,
  HAS_SETATTR = 1 << 16,
  HAS_DELATTR = 1 << 17,
  ABSTRACT = 1 << 18,
  HAS_DICT = 1 << 19,
  VARIABLE_SIZE = 1 << 20,
  HAS_NEW = 1 << 21,
  /** Derives from a builtin type that has no flag of its own. */
  OTHER_BASE = 1 << 26,
  HAS_GET = 1 << 24,
  HAS_SET = 1 << 25,
  HAS_INIT = 1 << 22,
  GENERIC_GETATTR = 1 << 23,
}

/**
 * A frame's header lies just before its locals: H[fp + Frame.X], with negative offsets. LOCALS and
 * EXTRA are garbage where nobody reads them (functions; ACTION PUSH).
 */
export const enum Frame {
  PREVIOUS = -10, // fp of the caller's frame, 0 at the bottom
  FUNCTION = -9, // owned
  CODE = -8, // borrowed from the function
  GLOBALS = -7, // borrowed from the function
  LOCALS = -6, // owned mapping of a module or class body; in a function the dict of locals(), or 0
  IP = -5, // word index of the next instruction; written before anything that can raise, call or switch
  SP = -4, // word index of the first free stack slot; written with IP
  ACTION = -3, // Action: what happens with the returned value, and ACTION_CHUNK
  EXTRA = -2, // owned value or raw word that the action needs
  END = -1, // where the next frame may begin: behind this frame, or behind the resumer's of a generator
  HEADER_WORDS = 10,
  /** In ACTION: the frame opened a new chunk of the thread's stack. */
  ACTION_CHUNK = 0x100,
  /** In ACTION: a function's frame has a dict in LOCALS, which locals() made. */
  ACTION_LOCALS = 0x200,
  ACTION_MASK = 0xff,
  /** Words behind the operand stack that natives may use for absent arguments. */
  SLACK = 16,
}

export const enum GeneratorLayout {
  STATE = 4,
  FRAME = 5,
  NAME = 6,
  QUALNAME = 7,
  EXCEPTION = 8,
  FRAME_WORDS = 9,
  YIELD_FROM = 10,
  CODE = 11,
  FRAME_START = 12, // frame header, then locals and stack
  /** Of a finished generator: what it returned, if not None, until somebody takes it. */
  RETURNED = YIELD_FROM,
}
export const enum GeneratorState {
  CREATED = 0,
  SUSPENDED = 1,
  RUNNING = 2,
  FINISHED = 3,
}

/** Iterators over indexable things: what (0 when exhausted), next index. */
export const enum IndexIteratorLayout {
  SEQUENCE = 4,
  INDEX = 5,
  WORDS = 6,
}
export const enum RangeIteratorLayout {
  NEXT = 4,
  STEP = 5,
  REMAINING = 6,
  WORDS = 8,
} // small ints, untagged
/** USED: the dict's size at the start, -1 once it changed. REMAINING -1: exhausted. */
export const enum DictIteratorLayout {
  DICT = 4,
  POSITION = 5,
  USED = 6,
  REMAINING = 7,
  WORDS = 8,
}
/** USED: the set's size at the start, -1 once it changed. REMAINING -1: exhausted. */
export const enum SetIteratorLayout {
  SET = 4,
  POSITION = 5,
  USED = 6,
  REMAINING = 7,
  WORDS = 8,
}
export const enum DictViewLayout {
  DICT = 4,
  WORDS = 6,
}

/** Iterator over a range beyond small ints: int values, owned. */
export const enum LongRangeLayout {
  NEXT = 4,
  STEP = 5,
  REMAINING = 6,
  WORDS = 8,
}
/** map and filter: the function (None: truth), and a tuple of iterators or the one iterator. */
export const enum MapLayout {
  FUNCTION = 4,
  ITERATORS = 5,
  WORDS = 6,
}
/** zip: a tuple of iterators; STRICT 0 or 1. */
export const enum ZipLayout {
  ITERATORS = 4,
  STRICT = 5,
  WORDS = 6,
}
export const enum EnumerateLayout {
  ITERATOR = 4,
  COUNT = 5,
  WORDS = 6,
}
/** iter(callable, sentinel); both 0 once exhausted. */
export const enum CallableIteratorLayout {
  CALLABLE = 4,
  SENTINEL = 5,
  WORDS = 6,
}
/** A ring of items in a storage block (capacity a power of two) from HEAD on. MAXLEN -1: none. */
export const enum DequeLayout {
  SIZE = 4,
  STORAGE = 5,
  HEAD = 6,
  MAXLEN = 7,
  CHANGES = 8, // counts the changes, for iterators
  WORDS = 10,
}
export const enum DequeIteratorLayout {
  DEQUE = 4,
  POSITION = 5, // items done
  CHANGES = 6, // of the deque at the start
  STEP = 7, // 1 forwards, -1 backwards
  WORDS = 8,
}
/** sys.stdin, sys.stdout, sys.stderr: the number of the host's stream. */
export const enum TextStreamLayout {
  FD = 4,
  WORDS = 6,
}
/** A frame as Python code sees it: how it was when it was asked for. BACK and LOCALS may be 0. */
export const enum FrameObjectLayout {
  CODE = 4,
  GLOBALS = 5,
  LOCALS = 6,
  BACK = 7,
  LASTI = 8,
  WORDS = 10,
}

/** STATE: 0 free, 1 held, 2 held and somebody waits; OWNER: slot of the holder; COUNT: depth of an RLock. */
export const enum LockLayout {
  STATE = 4,
  OWNER = 5,
  COUNT = 6,
  WAITERS = 7, // first waiting thread's state, linked by Thread.NEXT
  WORDS = 8,
}
/** The result of a started thread: DONE is a futex. */
/** A started thread, as its joiners see it. */
export const enum HandleLayout {
  DONE = 4,
  WAITERS = 5,
  FUNCTION = 6,
  IDENT = 7,
  DAEMON = 8,
  WORDS = 10,
}

/** State of one Python thread: plain data, so that any worker can run it. */
export const enum Thread {
  SLOT = 0, // index in the thread table, also the owner id of PEP 703; never 0
  STATUS = 1, // ThreadStatus
  BREAKER = 2, // eval breaker: BreakerBit set; 0 = go on
  FRAME = 3, // fp of the current frame
  STACK_BASE = 4,
  STACK_LIMIT = 5,
  STACK_CHUNK = 6, // word indexes; chunk list
  DEPTH = 7,
  /** Why generated code has left the thread: an Exit (runtime/tiers.ts). */
  EXIT = 8,
  NATIVE_DEPTH = 9,
  HANDLED = 10, // exception being handled (owned) or 0
  PENDING = 11, // exception being raised (owned) or 0
  DICT = 12,
  HANDLE = 13,
  IDENT = 14,
  IS_MAIN = 15,
  IS_DAEMON = 16,
  NEXT = 17, // link in a run or wait queue
  WAIT_OBJECT = 18,
  WAIT_KIND = 19,
  WAIT_DEADLINE = 20, // float64 milliseconds of the monotonic clock in words 20 and 21; 0 = none
  WAKE = 22, // futex of a parked thread
  WAIT_QUEUE = 23, // word index of the head of the queue it waits in, 0 if none
  CRITICAL_DEPTH = 24,
  MERGE_QUEUE = 25,
  QSBR_SEEN = 26,
  ATTACHED = 27,
  TIMED_NEXT = 28, // link in the list of threads with a deadline
  WAIT_RESULT = 29, // WaitResult, for the native that is called again
  /** Owned result of the frame that has just left with Action.LEAVE. */
  RESULT = 30,
  /** First free word above everything the running native may not overwrite; see objects/call.ts. */
  TOP = 31,
  CRITICAL = 32, // 32 words: the stack of critical sections
  STATS = 64, // Stat counters, 56 words
  /** Frames from this depth on are not run by generated code: it needs JavaScript stack. */
  DEPTH_LIMIT = 120,
  WORDS = 128,
}
export const enum ThreadStatus {
  FREE = 0,
  RUNNABLE = 1, // in the run queue
  RUNNING = 2, // on a worker
  BLOCKED = 3, // in a wait queue, on no worker
  FINISHED = 4,
  CREATED = 5,
  BLOCKING = 6, // has joined a wait queue, its worker is still putting it aside
  PARKED = 7, // waits on its worker, because native code is below it
}
/** How a wait ended; 0 while it has not. */
export const enum WaitResult {
  NONE = 0,
  WOKEN = 1,
  TIMED_OUT = 2,
  INTERRUPTED = 3,
}
export const enum WaitKind {
  NONE = 0,
  LOCK = 1,
  JOIN = 2,
  SLEEP = 3,
  INPUT = 4,
  GIL = 5,
  MUTEX = 6,
  PAUSE = 7,
}

/** Why a running thread should look up at its next safepoint. */
export const enum BreakerBit {
  GIL_DROP = 1,
  INTERRUPT = 2,
  STOP_THE_WORLD = 4,
  MERGE = 8,
  TIME_SLICE = 16,
  KILL = 32,
  QUIESCENT = 64,
  TRACE = 128,
}

/** Fixed words of one worker, from Region.WORKERS + index * WORKER_BYTES. */
export const enum Worker {
  THREAD = 0, // address of the running thread's state, 0 if idle
  OWNER_BITS = 1, // slot of the running thread << 16, as in Header.OWNER
  STATE = 2, // WorkerState: an idle worker sleeps on it
  INDEX = 3,
  RETIRED = 4,
  RETIRED_COUNT = 5, // list of storage waiting for readers
  COUNT_HISTORY = 6, // unsafe: ring of count operations, see strategies/countHistory.ts
  FREE_LISTS = 64, // one head per size class: object classes, then storage classes
  FREE_COUNTS = 256, // blocks in each of these lists, at most
  QUARANTINE = 448, // unsafe: ring of freed blocks, see strategies/quarantine.ts
}

/** Whether a worker can be given a thread (runtime/idleWorkers.ts). */
export const enum WorkerState {
  BUSY = 0,
  IDLE = 1,
  CALLED = 2,
}

/** The machine's control block, from Region.MACHINE. */
export const enum Machine {
  MAGIC = 0,
  HEAP_BYTES = 1,
  PAGE_COUNT = 2,
  FIRST_PAGE = 3,
  PAGE_LOCK = 4,
  PAGE_NEXT = 5,
  PAGE_FREE_RUNS = 6,
  CENTRAL_LOCK = 7,
  TYPE_VERSION = 8,
  KEYS_VERSION = 9,
  CACHE_NEXT = 10,
  SHAPE_ID = 11,
  READY = 12, // set when the boot heap is complete
  // the GIL (executors/strategies/gil.ts)
  GIL_LOCKED = 16,
  GIL_SWITCH_NUMBER = 17,
  GIL_LAST_HOLDER = 18,
  GIL_WAITERS = 19,
  SWITCH_INTERVAL_US = 20,
  // scheduler (engine/scheduler.ts)
  SCHED_LOCK = 24,
  RUN_HEAD = 25,
  RUN_TAIL = 26,
  RUN_COUNT = 27,
  IDLE_WORKERS = 29,
  LIVE_THREADS = 30,
  BLOCKED_FOREVER = 31,
  STOPPING = 32,
  MAIN_THREAD = 33, // address of its state
  WORKER_COUNT = 34,
  EXIT_CODE = 35,
  WORKERS_WANTED = 36,
  /** Threads that are not blocked; blocked ones that will wake by themselves; both under SCHED_LOCK. */
  ACTIVE_COUNT = 37,
  TIMED_COUNT = 38,
  TIMED_HEAD = 39,
  // output (engine/output.ts)
  OUT_LOCK = 40,
  OUT_START = 41,
  OUT_LENGTH = 42,
  OUT_TTY = 43,
  INTERN_LOCK = 44,
  INTERN_TABLE = 45,
  INTERN_SIZE = 46,
  INTERN_USED = 47,
  STATIC_COUNT = 48,
  STATIC_TABLE = 49,
  SYS_MODULES = 50,
  BUILTINS = 51,
  QSBR_SEQUENCE = 52,
  THREAD_TABLE = 53,
  THREAD_SLOTS = 54,
  THREAD_FREE = 55,
  DAMAGE = 56,
  DAMAGE_REPORT = 57,
  PAUSE_REQUESTED = 58,
  PAUSED_COUNT = 59,
  RECURSION_LIMIT = 60,
  THREAD_NUMBER = 61,
  HASH_SEED = 62,
  INTERRUPTED = 63,
  LARGE_FREE = 64, // heads of free lists of large blocks by class
  CENTRAL_LISTS = 128, // heads by size class, both families
  CLASS_LOCKS = 352, // one lock per size class
  RESERVE = 563, // pages kept back for the MemoryError itself; how many
  RESERVE_PAGES = 564,
  PARALLEL = 562, // a second thread has been started
  MODULE_LOCK = 560,
  MODULE_LOCK_OWNER = 561,
  // what the module gc was told; the thresholds take three words
  GC_DISABLED = 576,
  GC_THRESHOLDS = 577,
  THREAD_STACK_SIZE = 580, // what _thread.stack_size() was told, in bytes, 0 for the default: two words, low first
  WORDS = 1024,
}

/** What happens with the value that a frame returns (Frame.ACTION). */
export const enum Action {
  PUSH = 0, // onto the caller's stack
  LEAVE = 1, // the interpreter loop returns it to a native caller
  INIT = 2, // from __init__: must be None; EXTRA (the new instance) is pushed instead
  PROPERTY = 3, // from a property's getter: pushed; EXTRA is the object, for an AttributeError
  BINARY = 4, // may be NotImplemented: then the operator goes on; EXTRA is its number
  COMPARE = 5, // as BINARY, of a comparison
  GENERATOR = 6, // the frame belongs to generator EXTRA
  THREAD = 11, // bottom frame of a thread
}

/** Counters kept per thread when statistics are on (Thread.STATS + this). Pairs of words: low, high. */
export const enum Stat {
  BYTECODES = 0,
  INCREF = 1,
  DECREF = 2,
  INCREF_SHARED = 3,
  DECREF_SHARED = 4,
  INCREF_SKIPPED = 5,
  DECREF_SKIPPED = 6,
  MERGES = 7,
  QUEUED = 8,
  ALLOCATIONS = 9,
  FREES = 10,
  LOCKS = 11,
  LOCKS_CONTENDED = 12,
  LOCK_WAIT_US = 13,
  GIL_HANDOVERS = 14,
  GIL_DROP_REQUESTS = 15,
  OPTIMISTIC_READS = 16,
  OPTIMISTIC_RETRIES = 17,
  SUSPENSIONS = 18,
  GIL_WAIT_US = 19,
  RETIRED = 20,
  CALLS = 21,
  COUNT = 22,
}

/** A Mersenne Twister: next word to use (624: all used), then the 624 words of its state. */
export const enum RandomLayout {
  INDEX = 4,
  STATE = 5,
  WORDS = 630,
}

/** `list[int]`. */
export const enum GenericAliasLayout {
  ORIGIN = 4,
  ARGS = 5, // a tuple
  WORDS = 6,
}

/** `int | str`. */
export const enum UnionLayout {
  ARGS = 4, // a tuple without duplicates
  WORDS = 5,
}

/** A dict with a factory behind it, 0 for none. */
export const enum DefaultDictLayout {
  FACTORY = 8, // DictLayout.WORDS
  WORDS = 10,
}
/** An iterator of the module itertools: values, then numbers. */
export const enum ItertoolLayout {
  A = 4,
  B = 5,
  C = 6,
  D = 7,
  I = 8,
  J = 9,
  K = 10,
  L = 11,
  WORDS = 12,
}
