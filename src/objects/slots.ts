// What the runtime can do with an object of a type: CPython's type slots, as functions. A type object
// in the heap holds an index into SLOTS (TypeLayout.SLOTS); the functions are per isolate. Types made
// by class statements use the slots of `runtime/instances.ts`, which look the dunder methods up.
//
// Ownership: arguments are borrowed, results are owned. Errors are raised (raise.ts). Functions of an
// object of the type take it as their first argument, already known to be of the type (or a subtype).

import type { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, Header, TypeLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

export interface TypeSlots {
  /** Releases what the object holds and frees it. Required for every type with instances in the heap. */
  dealloc?: (object: Address) => void;
  /** Releases what the object holds without freeing it: the part of `dealloc` that subtypes reuse. */
  clear?: (object: Address) => void;
  /** Calls `visit` with every value the object holds a counted reference to. For the collector and the verifier. */
  children?: (object: Address, visit: (value: Value) => void) => void;
  /** A 32-bit hash; equal objects have equal hashes. Raises TypeError if unhashable. */
  hash?: (object: Value) => number;
  repr?: (object: Value) => Value;
  str?: (object: Value) => Value;
  /** False for "empty"; absent: by length, else true. */
  truth?: (object: Value) => boolean;
  length?: (object: Value) => number;
  /** May answer NotImplemented (S.NOT_IMPLEMENTED). */
  compare?: (left: Value, right: Value, operator: CompareOperator) => Value;
  /** Binary arithmetic; asked of the left operand's type, then of the right one's (operands in source order). May answer NotImplemented, or 0 after `pend`. The operator is never an in-place one. */
  binary?: (operator: BinaryOperator, left: Value, right: Value) => Value;
  /** In-place arithmetic on the left operand (list +=, set |=); NotImplemented or absent: falls back to `binary`. */
  inplace?: (operator: BinaryOperator, left: Value, right: Value) => Value;
  negative?: (object: Value) => Value;
  positive?: (object: Value) => Value;
  invert?: (object: Value) => Value;
  absolute?: (object: Value) => Value;
  /** `__index__`: an int. */
  index?: (object: Value) => Value;
  subscript?: (object: Value, key: Value) => Value;
  storeSubscript?: (object: Value, key: Value, value: Value) => void;
  deleteSubscript?: (object: Value, key: Value) => void;
  contains?: (object: Value, item: Value) => boolean;
  iterate?: (object: Value) => Value;
  /**
   * All items (each owned) as they are at one moment, for `list(x)` and its like: atomic under every
   * executor that protects objects. Not for subtypes, which may iterate in their own way.
   */
  snapshot?: (object: Value) => Value[];
  /** The next item, or 0 when exhausted. */
  next?: (object: Value) => Value;
  /** Arguments lie in H at [args, args + count); the last ones are named by the tuple kwNames (0: none). */
  call?: (callable: Value, args: WordIndex, count: number, kwNames: Value) => Value;
  /** Attribute access; absent: the generic one of runtime/attributes.ts. */
  getAttribute?: (object: Value, name: Value) => Value;
  /** value 0 deletes. */
  setAttribute?: (object: Value, name: Value, value: Value) => void;
  /** Descriptor protocol: object 0 means access through the type. */
  descriptorGet?: (descriptor: Value, object: Value, type: Address) => Value;
  /** value 0 deletes. */
  descriptorSet?: (descriptor: Value, object: Value, value: Value) => void;
  /** `__new__`: args as in `call`, without the type. Absent: inherited. */
  create?: (type: Address, args: WordIndex, count: number, kwNames: Value) => Value;
  /** `__init__`: args as in `call`, without the object. Absent: inherited. */
  initialize?: (object: Value, args: WordIndex, count: number, kwNames: Value) => void;
  /** The `initialize` that has nothing left to do after `create` with the same arguments and no names. */
  doneByCreate?: (object: Value, args: WordIndex, count: number, kwNames: Value) => void;
  /** `format(object, spec)` with spec a JavaScript string. */
  format?: (object: Value, spec: string) => Value;
}

export const SLOTS: TypeSlots[] = [{}];

/**
 * The same slots with every name present and in one order: where all types' slots have one shape, the
 * engine reads a slot at a fixed place instead of searching for the name.
 */
export const uniformSlots = (slots: TypeSlots): TypeSlots =>
  ({
    dealloc: slots.dealloc,
    clear: slots.clear,
    children: slots.children,
    hash: slots.hash,
    repr: slots.repr,
    str: slots.str,
    truth: slots.truth,
    length: slots.length,
    compare: slots.compare,
    binary: slots.binary,
    inplace: slots.inplace,
    negative: slots.negative,
    positive: slots.positive,
    invert: slots.invert,
    absolute: slots.absolute,
    index: slots.index,
    subscript: slots.subscript,
    storeSubscript: slots.storeSubscript,
    deleteSubscript: slots.deleteSubscript,
    contains: slots.contains,
    iterate: slots.iterate,
    snapshot: slots.snapshot,
    next: slots.next,
    call: slots.call,
    getAttribute: slots.getAttribute,
    setAttribute: slots.setAttribute,
    descriptorGet: slots.descriptorGet,
    descriptorSet: slots.descriptorSet,
    create: slots.create,
    initialize: slots.initialize,
    doneByCreate: slots.doneByCreate,
    format: slots.format,
  }) satisfies Record<keyof TypeSlots, unknown>;

/** Type of any value, small ints included. */
export function typeOf(value: Value): Address {
  return (value & 1) !== 0 ? T.INT : H[(value >> 2) + Header.TYPE];
}

export function slotsOfType(type: Address): TypeSlots {
  return SLOTS[H[(type >> 2) + TypeLayout.SLOTS]] as TypeSlots;
}

export function slotsOf(value: Value): TypeSlots {
  return SLOTS[H[(typeOf(value) >> 2) + TypeLayout.SLOTS]] as TypeSlots;
}

/** Operations that classes have only if they define the method, though their slots are always filled. */
export type OptionalSlot = 'index' | 'iterate';
/** Whether a class made by a class statement has the method behind a slot; filled in by instances.ts. */
export const heapSlot: { present: (type: Address, slot: OptionalSlot) => boolean } = {
  present: () => true,
};

/** Asks a class's reflected method (`__radd__`, ...) of the right operand alone; filled in by instances.ts. */
export const heapReflected: {
  ask: (operator: BinaryOperator, left: Value, right: Value) => Value;
} = { ask: () => 0 };

export const flagsOf = (type: Address): number => H[(type >> 2) + TypeLayout.FLAGS];
