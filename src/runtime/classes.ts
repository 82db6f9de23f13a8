// Making classes: what `class C(B, metaclass=M): ...` and `type(name, bases, dict)` do.

import { decref, incref, lock, makeDeferred, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  AttributesLayout as A,
  type Address,
  CellLayout,
  ExceptionLayout as E,
  TypeFlag as F,
  Frame,
  TypeLayout as L,
  MemberLayout,
  NativeLayout,
  Thread,
  type Value,
} from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import {
  dictCopy,
  dictDeleteName,
  dictEntries,
  dictGetName,
  dictSetName,
} from '../objects/dict.ts';
import { setPart } from '../objects/exceptions.ts';
import { INHERITED_FLAGS } from '../objects/layTypes.ts';
import { listAppend, listPop, newList } from '../objects/list.ts';
import { newClearedObject, newObject } from '../objects/object.ts';
import {
  collect,
  isInstance,
  isStr,
  isSubtype,
  nameOfType,
  reprJs,
  typeName,
} from '../objects/protocol.ts';
import { RAISED, raise, raiseObject, raising, takePending, typeError } from '../objects/raise.ts';
import { flagsOf, typeOf } from '../objects/slots.ts';
import { intern, internJs, own, toJs } from '../objects/str.ts';
import { tupleItems, tupleOf } from '../objects/tuple.ts';
import { callWords } from './calls.ts';
import { newWrapper } from './descriptors.ts';
import { DICT_DESCRIPTOR } from './dictDescriptor.ts';
import { callMethod, heapSlotsId } from './instances.ts';
import { linearize } from './mro.ts';
import { N } from './names.ts';
import { withWords } from './nativeCalls.ts';
import { invalidate, lookup, lookupAfter, typeVersion } from './typeLookup.ts';

/** Dunder methods whose presence a type's flags record, so that the common case need not look. */
const HOOKS: readonly (readonly [number, number])[] = [
  [N.__del__, F.HAS_FINALIZER],
  [N.__getattr__, F.HAS_GETATTR],
  [N.__getattribute__, F.HAS_GETATTRIBUTE],
  [N.__setattr__, F.HAS_SETATTR],
  [N.__delattr__, F.HAS_DELATTR],
  [N.__new__, F.HAS_NEW],
  [N.__get__, F.HAS_GET],
  [N.__set__, F.HAS_SET],
  [N.__delete__, F.HAS_SET],
];

/** A new class: owned. `dict` is borrowed and copied. Hooks (__set_name__, __init_subclass__) run. */
export function newClass(
  metatype: Address,
  name: Address,
  bases: readonly Address[],
  dict: Address,
  kwNames: readonly Value[],
  kwValues: readonly Value[],
): Address {
  const parents = bases.length === 0 ? [T.OBJECT] : bases;
  for (const base of parents) checkBase(base);
  const base = bestBase(parents);
  const words = Math.max(L.WORDS, H[(metatype >> 2) + L.INSTANCE_WORDS]);
  const type = newClearedObject(metatype, words);
  incref(metatype);
  const q = type >> 2;
  for (const b of parents) incref(b);
  H[q + L.NAME] = own(name);
  H[q + L.BASES] = tupleOf([...parents]);
  H[q + L.BASE] = base;
  H[q + L.DICT] = dictCopy(dict);
  try {
    const mro = linearize(type, parents);
    for (const t of mro) if (t !== type) incref(t);
    H[q + L.MRO] = tupleOf(mro); // refers to the type itself without counting it
    finishDict(type, name);
    layInstances(type, base, parents);
    H[q + L.SLOTS] = heapSlotsId(H[(builtinBase(base) >> 2) + L.SLOTS]);
    computeFlags(type, parents);
    typeVersion(type);
    for (const b of parents) noteSubclass(b, type);
    makeDeferred(type);
    setNames(type);
    initSubclass(type, kwNames, kwValues);
  } catch (error) {
    decref(type);
    throw error;
  }
  return type;
}

function checkBase(base: Value): void {
  if (!isInstance(base, T.TYPE)) typeError('bases must be types');
  if ((flagsOf(base) & (F.HEAP | F.BASE_OK)) === 0 && base !== T.OBJECT) {
    typeError(`type '${nameOfType(base)}' is not an acceptable base type`);
  }
}

/** The base whose instances' layout the class extends. */
function bestBase(bases: readonly Address[]): Address {
  let best = bases[0] as Address;
  for (const base of bases.slice(1)) {
    const solidBest = solid(best);
    const solidBase = solid(base);
    if (solidBase === solidBest || isSubtype(solidBest, solidBase)) continue;
    if (!isSubtype(solidBase, solidBest))
      typeError('multiple bases have instance lay-out conflict');
    best = base;
  }
  return best;
}

/** The nearest ancestor that adds something to the layout of instances. */
function solid(type: Address): Address {
  let t = type;
  for (;;) {
    const base = H[(t >> 2) + L.BASE];
    if (base === 0) return t;
    if (
      (flagsOf(t) & F.HEAP) === 0 &&
      H[(t >> 2) + L.INSTANCE_WORDS] !== H[(base >> 2) + L.INSTANCE_WORDS]
    )
      return t;
    if ((flagsOf(t) & F.HEAP) === 0 && (flagsOf(t) & F.VARIABLE_SIZE) !== 0) return t;
    if (H[(t >> 2) + L.MEMBER_COUNT] !== H[(base >> 2) + L.MEMBER_COUNT]) return t;
    t = base;
  }
}

/** The nearest ancestor that is builtin. */
export function builtinBase(type: Address): Address {
  let t = type;
  while ((flagsOf(t) & F.HEAP) !== 0) t = H[(t >> 2) + L.BASE];
  return t;
}

/** What every class dict has: __module__, __doc__, __qualname__ taken out, wrapped special methods. */
function finishDict(type: Address, name: Address): void {
  const dict = H[(type >> 2) + L.DICT];
  fillClassCell(type, dict);
  const qualname = dictGetName(dict, N.__qualname__);
  if (qualname !== 0) {
    if (!isStr(qualname)) typeError(`type __qualname__ must be a str, not ${typeName(qualname)}`);
    dictDeleteName(dict, N.__qualname__);
    H[(type >> 2) + L.QUALNAME] = qualname;
  } else H[(type >> 2) + L.QUALNAME] = own(name);
  noteModule(dict);
  const doc = dictGetName(dict, N.__doc__);
  if (doc === 0) dictSetName(dict, N.__doc__, S.NONE);
  else decref(doc);
  wrapSpecial(dict, N.__new__, T.STATICMETHOD);
  wrapSpecial(dict, N.__init_subclass__, T.CLASSMETHOD);
  wrapSpecial(dict, N.__class_getitem__, T.CLASSMETHOD);
  const equal = dictGetName(dict, N.__eq__);
  if (equal !== 0) {
    decref(equal);
    const hash = dictGetName(dict, N.__hash__);
    if (hash === 0) dictSetName(dict, N.__hash__, S.NONE);
    else decref(hash);
  }
}

/** A class that does not say its module is of the module whose code makes it. */
function noteModule(dict: Address): void {
  const known = dictGetName(dict, N.__module__);
  if (known !== 0) return decref(known);
  const fp = H[(H[CURRENT_THREAD] >> 2) + Thread.FRAME];
  const name = fp === 0 ? 0 : dictGetName(H[fp + Frame.GLOBALS], N.__name__);
  if (name === 0) return;
  dictSetName(dict, N.__module__, name);
  decref(name);
}

/** The cell behind `__class__` and zero-argument super(). */
function fillClassCell(type: Address, dict: Address): void {
  const cell = dictGetName(dict, N.__classcell__);
  if (cell === 0) return;
  dictDeleteName(dict, N.__classcell__);
  if (typeOf(cell) !== T.CELL)
    typeError(`type.__new__ __classcell__ must be a nonlocal cell, not ${typeName(cell)}`);
  incref(type);
  H[(cell >> 2) + CellLayout.VALUE] = type;
  decref(cell);
}

function wrapSpecial(dict: Address, name: Address, wrapper: Address): void {
  const value = dictGetName(dict, name);
  if (value === 0) return;
  if (typeOf(value) === T.FUNCTION) {
    const wrapped = newWrapper(wrapper, value);
    dictSetName(dict, name, wrapped);
    decref(wrapped);
  }
  decref(value);
}

/** Lays out instances: the base's words, `__slots__` members, attribute storage. */
function layInstances(type: Address, base: Address, parents: readonly Address[]): void {
  const q = type >> 2;
  const b = base >> 2;
  const dict = H[q + L.DICT];
  const slots = dictGetName(dict, N.__slots__);
  const baseOffset = H[b + L.ATTRIBUTES];
  const baseEnd = H[b + L.INSTANCE_WORDS];
  const variable = (flagsOf(base) & F.VARIABLE_SIZE) !== 0;
  // A class keeps its attributes in its own dict, whatever its metaclass is.
  const isMeta = isSubtype(base, T.TYPE);
  let wantsDict = !isMeta && (slots === 0 || parents.some((p) => H[(p >> 2) + L.ATTRIBUTES] !== 0));
  let fixedEnd = baseOffset > 0 ? baseOffset : baseEnd;
  let members = H[b + L.MEMBER_COUNT];
  if (slots !== 0) {
    const names = slotNames(slots);
    decref(slots);
    if (names.includes(N.__dict__)) wantsDict = !isMeta;
    const own = names.filter((n) => n !== N.__dict__ && n !== N.__weakref__);
    if (own.length > 0 && (variable || isMeta)) {
      typeError(`nonempty __slots__ not supported for subtype of '${nameOfType(base)}'`);
    }
    for (const name of own) {
      addMember(type, mangled(type, name), fixedEnd);
      fixedEnd++;
      members++;
    }
  }
  H[q + L.MEMBER_COUNT] = members;
  if (wantsDict && baseOffset === 0) dictSetName(dict, N.__dict__, DICT_DESCRIPTOR);
  if (variable) {
    H[q + L.ATTRIBUTES] = wantsDict ? -1 : baseOffset;
    H[q + L.INSTANCE_WORDS] = baseEnd;
  } else {
    H[q + L.ATTRIBUTES] = wantsDict ? fixedEnd : 0;
    H[q + L.INSTANCE_WORDS] = fixedEnd + (wantsDict ? A.WORDS : 0);
  }
  const learned = H[b + L.INLINE_CAPACITY];
  H[q + L.INLINE_CAPACITY] = learned;
}

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

function slotNames(slots: Value): Address[] {
  const items = isStr(slots) ? [own(slots)] : collect(slots);
  return items.map((item) => {
    if (!isStr(item)) return typeError(`__slots__ items must be strings, not '${typeName(item)}'`);
    if (!IDENTIFIER.test(toJs(item))) return typeError('__slots__ must be identifiers');
    return intern(item);
  });
}

function mangled(type: Address, name: Address): Address {
  const text = toJs(name);
  if (!text.startsWith('__') || text.endsWith('__')) return name;
  return internJs(`_${toJs(H[(type >> 2) + L.NAME]).replace(/^_+/, '')}${text}`);
}

function addMember(type: Address, name: Address, offset: number): void {
  const dict = H[(type >> 2) + L.DICT];
  const clash = dictGetName(dict, name);
  if (clash !== 0) {
    decref(clash);
    raise('ValueError', `${reprJs(name)} in __slots__ conflicts with class variable`);
  }
  const member = newObject(T.MEMBER, MemberLayout.WORDS);
  const m = member >> 2;
  H[m + MemberLayout.NAME] = name;
  H[m + MemberLayout.OWNER] = type;
  H[m + MemberLayout.OFFSET] = offset;
  dictSetName(dict, name, member);
  decref(member);
}

/** Flags: what kind of thing instances are, and which hooks the class or a base defines. */
function computeFlags(type: Address, parents: readonly Address[]): void {
  let flags = F.HEAP | F.BASE_OK;
  for (const base of parents)
    flags |= flagsOf(base) & (INHERITED_FLAGS | F.HAS_GET | F.HAS_SET | F.OTHER_BASE);
  const root = builtinBase(H[(type >> 2) + L.BASE]);
  const kinds =
    F.INT |
    F.STR |
    F.BYTES |
    F.TUPLE |
    F.LIST |
    F.DICT |
    F.SET |
    F.EXCEPTION |
    F.TYPE |
    F.FLOAT |
    F.FROZENSET;
  if (root !== T.OBJECT && (flagsOf(root) & kinds) === 0) flags |= F.OTHER_BASE;
  H[(type >> 2) + L.FLAGS] = flags;
  updateHooks(type);
}

/** Recomputes the flags of hooks from the MRO: after creation, and when a dunder method is assigned. */
export function updateHooks(type: Address): void {
  let flags = H[(type >> 2) + L.FLAGS];
  for (const [, flag] of HOOKS) flags &= ~flag;
  for (const [name, flag] of HOOKS) {
    const found = lookup(type, name);
    if (found === 0) continue;
    const kind = typeOf(found);
    // What builtin types do under this name needs no hook; another native under it does
    // (`__getattr__ = dict.__getitem__`).
    const native =
      (kind === T.SLOT_WRAPPER || kind === T.METHOD_DESCRIPTOR || kind === T.NATIVE) &&
      H[(found >> 2) + NativeLayout.NAME] === name;
    if (!native || flag === F.HAS_GET || flag === F.HAS_SET) flags |= flag;
    decref(found);
  }
  const abstract = lookup(type, N.__abstractmethods__);
  flags &= ~F.ABSTRACT;
  if (abstract !== 0) {
    if (isInstance(abstract, T.FROZENSET) || isInstance(abstract, T.SET)) {
      if (H[(abstract >> 2) + 4] > 0) flags |= F.ABSTRACT;
    }
    decref(abstract);
  }
  H[(type >> 2) + L.FLAGS] = flags;
}

function noteSubclass(base: Address, type: Address): void {
  const word = (base >> 2) + L.SUBCLASSES;
  lock(base);
  if (H[word] === 0) H[word] = newList(0);
  unlock(base);
  listAppend(H[word], type);
}

/** Calls __set_name__ of everything in the class that has it. */
function setNames(type: Address): void {
  const { keys, values } = dictEntries(H[(type >> 2) + L.DICT]);
  try {
    for (let i = 0; i < keys.length; i++) {
      const value = values[i] as Value;
      if ((value & 1) !== 0) continue;
      const hook = lookup(typeOf(value), N.__set_name__);
      if (hook !== 0) callSetName(hook, value, type, keys[i] as Value);
    }
  } finally {
    for (const v of [...keys, ...values]) decref(v);
  }
}

/** What a `__set_name__` (consumed) raises becomes the cause of a RuntimeError that says where. */
function callSetName(hook: Value, value: Value, type: Address, key: Value): void {
  try {
    decref(callMethod(hook, value, [type, key]));
  } catch (error) {
    if (error !== RAISED) throw error;
    const cause = takePending();
    const text = `Error calling __set_name__ on '${typeName(value)}' instance ${reprJs(key)} in '${nameOfType(type)}'`;
    const exception = raising.make('RuntimeError', text);
    setPart(exception, E.CAUSE, own(cause));
    setPart(exception, E.CONTEXT, cause);
    H[(exception >> 2) + E.SUPPRESS_CONTEXT] = 1;
    raiseObject(exception);
  }
}

/** `super(cls, cls).__init_subclass__(**kwargs)`. */
function initSubclass(type: Address, kwNames: readonly Value[], kwValues: readonly Value[]): void {
  const hook = lookupAfter(type, type, N.__init_subclass__);
  if (hook === 0) return;
  if (typeOf(hook) === T.CLASSMETHOD_DESCRIPTOR || typeOf(hook) === T.METHOD_DESCRIPTOR) {
    decref(hook);
    if (kwNames.length > 0)
      typeError(`${nameOfType(type)}.__init_subclass__() takes no keyword arguments`);
    return;
  }
  const fn = typeOf(hook) === T.CLASSMETHOD ? H[(hook >> 2) + 4] : hook;
  const names = kwNames.length === 0 ? 0 : tupleOf(kwNames.map(own));
  try {
    decref(withWords([type, ...kwValues], (at) => callWords(fn, at, 1 + kwValues.length, names)));
  } finally {
    if (names !== 0) decref(names);
    decref(hook);
  }
}

/** The metaclass for these bases: the most derived one; TypeError on conflict. */
export function winnerMetaclass(start: Address, bases: readonly Value[]): Address {
  let winner = start;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (isSubtype(winner, candidate)) continue;
    if (isSubtype(candidate, winner)) winner = candidate;
    else {
      typeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
  }
  return winner;
}

/** `C.__bases__ = (...)`: allowed among classes whose instances are laid out alike. */
export function setBases(type: Address, value: Value): void {
  const name = nameOfType(type);
  if ((flagsOf(type) & F.HEAP) === 0)
    typeError(`cannot set '__bases__' attribute of immutable type '${name}'`);
  if (value === 0) typeError(`cannot delete '__bases__' attribute of type '${name}'`);
  if (!isInstance(value, T.TUPLE))
    typeError(`can only assign tuple to ${name}.__bases__, not ${typeName(value)}`);
  const bases = tupleItems(value);
  if (bases.length === 0) typeError(`can only assign non-empty tuple to ${name}.__bases__, not ()`);
  for (const base of bases) {
    if (!isInstance(base, T.TYPE)) {
      typeError(`${name}.__bases__ must be tuple of classes, not '${typeName(base)}'`);
    }
    if (isSubtype(base, type)) typeError('a __bases__ item causes an inheritance cycle');
    checkBase(base);
  }
  const base = bestBase(bases);
  const old = H[(type >> 2) + L.BASE];
  const fits = [L.ATTRIBUTES, L.INSTANCE_WORDS, L.MEMBER_COUNT].every(
    (field) => H[(base >> 2) + field] === H[(old >> 2) + field],
  );
  if (!fits || builtinBase(base) !== builtinBase(old)) {
    typeError(
      `__bases__ assignment: '${nameOfType(base)}' object layout differs from '${nameOfType(old)}'`,
    );
  }
  rebase(type, base, bases);
}

function rebase(type: Address, base: Address, bases: readonly Address[]): void {
  const q = type >> 2;
  const orders = new Map<Address, Address[]>();
  for (const t of [type, ...descendants(type)]) {
    const parents = t === type ? bases : tupleItems(H[(t >> 2) + L.BASES]);
    orders.set(t, linearize(t, parents, orders));
  }
  const old = H[q + L.BASES];
  for (const b of tupleItems(old)) forgetSubclass(b, type);
  H[q + L.BASES] = tupleOf(bases.map(own));
  H[q + L.BASE] = base;
  for (const b of bases) noteSubclass(b, type);
  invalidate(type);
  for (const [t, order] of orders) {
    for (const c of order) if (c !== t) incref(c);
    // The old order may be being walked by another thread: it stays.
    H[(t >> 2) + L.MRO] = tupleOf(order);
  }
  invalidate(type);
  updateAll(type);
  decref(old);
}

/** All classes below a class, bases before their subclasses. */
function descendants(type: Address): Address[] {
  const list = H[(type >> 2) + L.SUBCLASSES];
  if (list === 0) return [];
  const below: Address[] = [];
  for (const child of collect(list)) {
    decref(child);
    below.push(child, ...descendants(child));
  }
  return below.filter((t, i) => below.lastIndexOf(t) === i);
}

function forgetSubclass(base: Address, type: Address): void {
  const list = H[(base >> 2) + L.SUBCLASSES];
  if (list === 0) return;
  const subclasses = collect(list);
  const at = subclasses.indexOf(type);
  for (const subclass of subclasses) decref(subclass);
  if (at >= 0) decref(listPop(list, at));
}

/** Sets or deletes (value 0) an attribute of a class and forgets what was cached about it. */
export function setClassAttribute(type: Address, name: Address, value: Value): void {
  if ((flagsOf(type) & F.HEAP) === 0) {
    typeError(`cannot set '${toJs(name)}' attribute of immutable type '${nameOfType(type)}'`);
  }
  const dict = H[(type >> 2) + L.DICT];
  invalidate(type);
  if (value !== 0) dictSetName(dict, name, value);
  else if (!dictDeleteName(dict, name)) {
    raise('AttributeError', `type object '${nameOfType(type)}' has no attribute '${toJs(name)}'`);
  }
  invalidate(type);
  if (HOOKS.some(([hook]) => hook === name) || name === N.__abstractmethods__) updateAll(type);
}

function updateAll(type: Address): void {
  updateHooks(type);
  const subclasses = H[(type >> 2) + L.SUBCLASSES];
  if (subclasses === 0) return;
  const storage = H[(subclasses >> 2) + 5] >> 2;
  for (let i = 0; i < H[(subclasses >> 2) + 4]; i++) updateAll(H[storage + 1 + i]);
}
