// How builtin types, their methods and builtin functions are declared. A declaration registers the
// JavaScript side at once, in every isolate (slots and natives get equal numbers everywhere, because
// the order of modules is the same); the objects in the heap are made later, by worker 0, when all
// modules are there (runtime/boot.ts), and dunder methods are derived from the slots then.

import { T } from '../heap/builtinTypes.ts';
import { type Address, Region } from '../heap/layout.ts';
import { bug } from '../heap/memory.ts';
import { type NativeSpec, registerNative } from './natives.ts';
import { SLOTS, type TypeSlots, uniformSlots } from './slots.ts';

export interface GetSetSpec {
  readonly name: string;
  /** Native without arguments but self: an owned value. */
  readonly get: (object: Address) => number;
  /** value 0 deletes. */
  readonly set?: (object: Address, value: number) => void;
}

export interface TypeSpec {
  readonly name: string;
  /** Default: object. */
  readonly base?: Address;
  /** TypeFlag bits; those of the base are inherited where they say what it is. */
  readonly flags?: number;
  /** Size of an instance in words; 0 for variable size. */
  readonly words: number;
  readonly slots: TypeSlots;
  /** Word offset of the attribute storage in instances (TypeLayout.ATTRIBUTES); default: the base's. */
  readonly attributes?: number;
  /** A second base whose own first base is `base`'s too: ExceptionGroup is also an Exception. */
  readonly secondBase?: Address;
  readonly methods?: readonly NativeSpec[];
  readonly getset?: readonly GetSetSpec[];
  readonly doc?: string;
  /** `__module__`; default builtins. */
  readonly module?: string;
}

export interface DefinedType {
  readonly address: Address;
  readonly spec: TypeSpec;
  readonly slotsId: number;
  /** Native ids of `methods`, in order; of getters and setters (-1: none). */
  readonly methodIds: readonly number[];
  readonly getterIds: readonly number[];
  readonly setterIds: readonly number[];
}

export const DEFINED_TYPES: DefinedType[] = [];
const TYPE_AT = new Map<Address, DefinedType>();
let nextType: Address = T.FIRST_DYNAMIC;

/** Address of a builtin type that has no name in T. Call while modules are evaluated. */
export function staticType(): Address {
  const address = nextType;
  nextType += Region.TYPE_BYTES;
  if (address >= Region.TYPES + Region.TYPE_BYTES * Region.TYPE_MAX) bug('too many builtin types');
  return address;
}

/** Declares a builtin type; its slots inherit from its base's when `inheritSlots` runs. */
export function defineType(address: Address, spec: TypeSpec): Address {
  const slots: TypeSlots = { ...spec.slots };
  SLOTS.push(slots);
  const method = (m: NativeSpec): number =>
    registerNative({ ...m, selfCount: m.kind === 'staticmethod' ? 0 : 1 });
  const getset = spec.getset ?? [];
  const defined: DefinedType = {
    address,
    spec: { ...spec, slots },
    slotsId: SLOTS.length - 1,
    methodIds: (spec.methods ?? []).map(method),
    getterIds: getset.map((g) => accessor(g.name, g.get)),
    setterIds: getset.map((g) => (g.set === undefined ? -1 : setter(g.name, g.set))),
  };
  DEFINED_TYPES.push(defined);
  TYPE_AT.set(address, defined);
  return address;
}

/** The declared types, every base before its subtypes. */
export function typesBaseFirst(): DefinedType[] {
  const sorted = new Set<DefinedType>();
  const place = (type: DefinedType): void => {
    if (sorted.has(type)) return;
    const base = baseOf(type);
    if (base !== undefined) place(base);
    sorted.add(type);
  };
  for (const type of DEFINED_TYPES) place(type);
  return [...sorted];
}

/** Name of a builtin type with its module, as CPython's static types are called in its messages. */
export function fullName(address: Address): string | undefined {
  const spec = DEFINED_TYPES.find((type) => type.address === address)?.spec;
  return spec?.module === undefined || spec.module === 'builtins'
    ? spec?.name
    : `${spec.module}.${spec.name}`;
}

export function baseOf(type: DefinedType): DefinedType | undefined {
  const address = type.spec.base ?? T.OBJECT;
  return address === type.address ? undefined : TYPE_AT.get(address);
}

/**
 * Slots that a type does not declare are its base's; one that declares none, like most exceptions, shares
 * its base's record. Call once, when all types are declared.
 */
export function inheritSlots(): void {
  for (const type of typesBaseFirst()) {
    const base = baseOf(type);
    if (base === undefined) continue;
    const spec: { slots: TypeSlots } = type.spec;
    if (Object.keys(spec.slots).length === 0) {
      spec.slots = base.spec.slots;
      SLOTS[type.slotsId] = base.spec.slots;
    } else Object.assign(spec.slots, { ...base.spec.slots, ...spec.slots });
  }
  const uniform = new Map(SLOTS.map((slots) => [slots, uniformSlots(slots)]));
  SLOTS.forEach((slots, id) => {
    SLOTS[id] = uniform.get(slots) as TypeSlots;
  });
}

/** Accessors get their object and value straight, see runtime/descriptors.ts: GETTERS and SETTERS. */
export const GETTERS: ((object: Address) => number)[] = [];
export const SETTERS: ((object: Address, value: number) => void)[] = [];

function accessor(_name: string, get: (object: Address) => number): number {
  GETTERS.push(get);
  return GETTERS.length - 1;
}

function setter(_name: string, set: (object: Address, value: number) => void): number {
  SETTERS.push(set);
  return SETTERS.length - 1;
}

/** A native module: functions by name, and constants made when it is first imported. */
export interface ModuleSpec {
  readonly name: string;
  readonly functions: readonly NativeSpec[];
  /** `__doc__` of functions, by name. */
  readonly docs?: Readonly<Record<string, string>>;
  /** Types to be found in the module, by name. */
  readonly types?: Readonly<Record<string, Address>>;
  /** Further attributes: owned values, made in the first isolate that imports the module. */
  readonly constants?: () => Readonly<Record<string, number>>;
}

export interface DefinedModule {
  readonly spec: ModuleSpec;
  readonly functionIds: readonly number[];
}

export const DEFINED_MODULES: DefinedModule[] = [];

export function defineModule(spec: ModuleSpec): void {
  const functionIds = spec.functions.map((f) =>
    registerNative({ ...f, doc: spec.docs?.[f.name] ?? f.doc, selfCount: 0 }),
  );
  DEFINED_MODULES.push({ spec, functionIds });
  for (const id of functionIds) moduleNames.set(id, spec.name);
}

const moduleNames = new Map<number, string>();

/** Name of the module that a native function belongs to; undefined for methods. */
export const moduleOfNative = (id: number): string | undefined => moduleNames.get(id);
