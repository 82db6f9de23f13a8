// The questions that an executor answers, one interface each (architecture.md section 3). A strategy
// is a record of plain functions over the shared buffer; an executor names one per question.
//
// Words used below: a value is "owned" by whoever must give it away or `decref` it, and "borrowed"
// by whoever relies on another owner. Tagged small ints are values without a count; every function
// here that takes a Value skips them.

import type { Address, Value, WordIndex } from '../heap/layout.ts';

/**
 * The source text that tier 2 writes into its code for a strategy (architecture.md section 3). Each
 * function gives a JavaScript statement; `value` is the name of a variable. The names that the text uses
 * beside `H` stand in `names`. What the text does is what the function of the same name does: a unit
 * test holds them together.
 */
export interface CountSource {
  readonly names: Readonly<Record<string, unknown>>;
  /** INCREF; with `tagged` the value may be a small int. */
  incref(value: string, tagged: boolean): string;
  /** DECREF; `free`, if given, is a statement that frees an object which holds nothing, as a float. */
  decref(value: string, tagged: boolean, free?: string): string;
  /**
   * A test that the reference in `value` is the only one and nobody can be about to take another, so
   * that an immutable object may be written anew instead of being freed; undefined if nobody can tell.
   */
  onlyReference?(value: string): string;
  /** True if this object is not counted, now and for ever: its INCREF does nothing. */
  uncounted?(object: Address): boolean;
  /** Writes the header of the fresh block whose address is in `target`. */
  initHeader(target: string, type: Address): string;
}

/** Text that reads what a mutable object holds: sets `target`, a variable, to what the function answers. */
export interface AccessSource {
  readonly names: Readonly<Record<string, unknown>>;
  readItem(target: string, container: string, field: string, offset: string): string;
  readSlot(target: string, container: string, slot: string, guard: string, value: string): string;
  /** For a few lines that run no other code; the empty text where nothing protects. */
  lock(object: string): string;
  unlock(object: string): string;
  /**
   * A test that a value just read, by a plain load, may be used without being counted until other code
   * runs; undefined if that is never so. While it holds, nobody else can run.
   */
  readonly uncounted?: string;
}

/** Text that takes and gives small blocks of a known size. */
export interface AllocationSource {
  readonly names: Readonly<Record<string, unknown>>;
  /** Sets `target` to the address of a block, or to 0 if the quick way has none. */
  take(target: string, bytes: number): string;
  free(address: string, bytes: number): string;
}

/** How references are counted. */
export interface CountStrategy {
  readonly name: string;
  /** Counting looks at the running instruction: tier 1 writes Frame.IP before each one. */
  readonly traced: boolean;
  /** The owner counts apart from all others, and some objects are not counted: `--stats` tells them apart. */
  readonly biased: boolean;
  /** Writes the header of a fresh object: one reference, held by the caller. */
  initHeader(address: Address, type: Address): void;
  /** INCREF of an object that somebody is known to own. */
  incref(value: Value): void;
  /** DECREF; an object whose last reference goes is deallocated before this returns. */
  decref(value: Value): void;
  /**
   * INCREF for a reader without a lock, of an object that may just now be losing its last reference.
   * False: it could not be counted, and the reader must start again under the lock.
   */
  tryIncref(value: Value): boolean;
  /** INCREF under the container's lock that also lets later readers use `tryIncref`. */
  increfShareable(value: Value): void;
  /** What `sys.getrefcount` adds up: all counted references. */
  countOf(address: Address): number;
  /** True if the caller's reference is the only one, so that the object may be changed in place. */
  isUnique(address: Address): boolean;
  /** From now on never freed. */
  makeImmortal(address: Address): void;
  /** Counted lazily or not at all, freed only by the collector: functions, types, modules. */
  makeDeferred(address: Address): void;
  /** Served at a safepoint when BreakerBit.MERGE is set; called at thread exit too. */
  mergeQueued(): void;
  readonly source: CountSource;
}

/** How a mutable object is protected while an operation looks at or changes it. */
export interface AccessStrategy {
  readonly name: string;
  /** `lock` does lock something: `--stats` counts it. */
  readonly protects: boolean;
  /** Excludes other writers, and readers that lock. Pairs with `unlock` on every path. */
  lock(object: Address): void;
  unlock(object: Address): void;
  /**
   * The same for a few lines that run no other code, neither Python nor another section: nothing has to be
   * remembered of them while nobody else can want the lock.
   */
  lockBriefly(object: Address): void;
  unlockBriefly(object: Address): void;
  /** Both at once, in a fixed order; the two may be the same object. */
  lockPair(first: Address, second: Address): void;
  unlockPair(first: Address, second: Address): void;
  /**
   * Owned item `offset` of the storage block that word `field` (a word index) of `container` holds
   * the address of. 0 if that is beyond the capacity or the slot is empty. Word 0 of the storage is
   * its capacity (StorageLayout).
   */
  readItem(container: Address, field: WordIndex, offset: number): Value;
  /**
   * Owned value of the word `slot`, which belongs to `container`; 0 if it is empty. `guard` is a word
   * that must still hold `guardValue` afterwards (the table pointer); if not, RETRY is returned and
   * the caller starts again under the lock.
   */
  readSlot(container: Address, slot: WordIndex, guard: WordIndex, guardValue: number): Value;
  /** A second look at a word by a reader without a lock: has it changed since the first, or since a count? */
  lookAgain(word: WordIndex): number;
  /** Stores a word through which a reader without a lock comes to what was stored before it. */
  publish(word: WordIndex, value: number): void;
  /** Readers may use `readSlot` without holding the lock (and must then be ready for RETRY). */
  readonly lockFreeReads: boolean;
  /**
   * A reader may use a reference that it has read but not counted while another thread changes the
   * object: then an iterator keeps its container until it is freed itself (as CPython's free-threaded
   * build does), else it lets it go at its end.
   */
  readonly borrowedReads: boolean;
  /** Lets go of everything locked by this thread before it blocks; `resume` takes back what is needed. */
  suspend(): void;
  resume(): void;
  readonly source: AccessSource;
}

/** Answer of `readSlot`: not a value, since addresses are multiples of 8. */
export const RETRY = 2;

export interface AllocationStrategy {
  readonly name: string;
  /** A block for an object; its first two words are set by `initHeader`. May throw HeapExhausted. */
  allocate(bytes: number): Address;
  free(address: Address, bytes: number): void;
  /** A block for raw storage, never taken for an object. */
  allocateRaw(bytes: number): Address;
  freeRaw(address: Address, bytes: number): void;
  readonly source: AllocationSource;
}

/** When storage that a lock-free reader may still look at can be freed. */
export interface ReclamationStrategy {
  readonly name: string;
  retire(address: Address, bytes: number): void;
  /** This thread holds no pointer into any storage just now. */
  quiesce(): void;
}

/** Who may run. */
export interface SchedulingStrategy {
  readonly name: string;
  /** Only one thread runs Python at a time. */
  readonly exclusive: boolean;
  /** Before a thread runs its next bytecode. May block. */
  attach(): void;
  /** When a thread stops running Python: it ends, or is about to block. */
  detach(): void;
  /** At a safepoint whose breaker says GIL_DROP. */
  yieldNow(): void;
}

export interface Executor {
  readonly name: string;
  readonly counts: CountStrategy;
  readonly access: AccessStrategy;
  readonly allocation: AllocationStrategy;
  readonly reclamation: ReclamationStrategy;
  readonly scheduling: SchedulingStrategy;
}
