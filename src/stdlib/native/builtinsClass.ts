// `__build_class__`: what a class statement calls with its body as a function, its name, bases and
// keywords. The body runs with the namespace that the metaclass prepared as its locals.

import { decref, incref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { CellLayout, TupleLayout, type Value, type WordIndex } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { calling, callWith } from '../../objects/calling.ts';
import { dictSetName, newDict } from '../../objects/dict.ts';
import { raw } from '../../objects/natives.ts';
import { isInstance, isStr, storeSubscript, typeName } from '../../objects/protocol.ts';
import { raise, typeError } from '../../objects/raise.ts';
import { typeOf } from '../../objects/slots.ts';
import { own, staticName, toJs } from '../../objects/str.ts';
import { tupleOf } from '../../objects/tuple.ts';
import { getAttributeOrZero } from '../../runtime/attributes.ts';
import { namedCount } from '../../runtime/calls.ts';
import { winnerMetaclass } from '../../runtime/classes.ts';
import { N } from '../../runtime/names.ts';
import { runBody } from '../../runtime/runCode.ts';

interface ClassStatement {
  readonly body: Value;
  readonly name: Value;
  readonly originals: readonly Value[];
  readonly names: Value[];
  readonly values: Value[];
}

function buildClass(args: WordIndex, count: number, kwNames: Value): Value {
  const named = namedCount(kwNames);
  const given = count - named;
  if (given < 2) return typeError('__build_class__: not enough arguments');
  if (typeOf(H[args]) !== T.FUNCTION) return typeError('__build_class__: func must be a function');
  if (!isStr(H[args + 1])) return typeError('__build_class__: name is not a string');
  const names: Value[] = [];
  const values: Value[] = [];
  let metaclass: Value = 0;
  for (let k = 0; k < named; k++) {
    const name = H[(kwNames >> 2) + TupleLayout.ITEMS + k];
    const value = H[args + given + k];
    if (toJs(name) === 'metaclass') metaclass = value;
    else {
      names.push(name);
      values.push(value);
    }
  }
  const originals = Array.from(H.subarray(args + 2, args + given));
  return makeClass({ body: H[args], name: H[args + 1], originals, names, values }, metaclass);
}

function makeClass(statement: ClassStatement, explicit: Value): Value {
  const bases = resolveBases(statement.originals);
  try {
    const metaclass = chooseMetaclass(explicit, bases);
    const namespace = prepare(metaclass, statement, bases);
    try {
      return runStatement(statement, metaclass, namespace, bases);
    } finally {
      decref(namespace);
    }
  } finally {
    for (const base of bases) decref(base);
  }
}

/** `__mro_entries__` of bases that are no classes (PEP 560): owned bases. */
function resolveBases(originals: readonly Value[]): Value[] {
  const bases: Value[] = [];
  const tuple = tupleOf(originals.map(own));
  for (const base of originals) {
    if (isInstance(base, T.TYPE)) {
      bases.push(own(base));
      continue;
    }
    const hook = getAttributeOrZero(base, N.__mro_entries__);
    if (hook === 0) {
      bases.push(own(base));
      continue;
    }
    const entries = callWith(hook, [tuple]);
    decref(hook);
    if (typeOf(entries) !== T.TUPLE) typeError('__mro_entries__ must return a tuple');
    for (let i = 0; i < H[(entries >> 2) + TupleLayout.LENGTH]; i++) {
      bases.push(own(H[(entries >> 2) + TupleLayout.ITEMS + i]));
    }
    decref(entries);
  }
  decref(tuple);
  return bases;
}

function chooseMetaclass(explicit: Value, bases: readonly Value[]): Value {
  if (explicit === 0)
    return bases.length === 0 ? T.TYPE : winnerMetaclass(typeOf(bases[0] as Value), bases);
  return isInstance(explicit, T.TYPE) ? winnerMetaclass(explicit, bases) : explicit;
}

/** The namespace for the body: owned. */
function prepare(metaclass: Value, statement: ClassStatement, bases: readonly Value[]): Value {
  if (metaclass === T.TYPE) return newDict();
  const hook = getAttributeOrZero(metaclass, N.__prepare__);
  if (hook === 0) return newDict();
  const tuple = tupleOf(bases.map(own));
  try {
    return callNamed(hook, [statement.name, tuple], statement);
  } finally {
    decref(tuple);
    decref(hook);
  }
}

function callNamed(
  callable: Value,
  args: readonly Value[],
  { names, values }: ClassStatement,
): Value {
  const kwNames = names.length === 0 ? 0 : tupleOf(names.map(own));
  try {
    return calling.call(callable, [...args, ...values], kwNames);
  } finally {
    if (kwNames !== 0) decref(kwNames);
  }
}

function runStatement(
  statement: ClassStatement,
  metaclass: Value,
  namespace: Value,
  bases: readonly Value[],
): Value {
  incref(statement.body);
  const cell = runBody(statement.body, namespace);
  const tuple = tupleOf(bases.map(own));
  try {
    noteOriginalBases(statement, bases, namespace);
    const made = callNamed(metaclass, [statement.name, tuple, namespace], statement);
    if (cell !== S.NONE && typeOf(cell) === T.CELL && isInstance(made, T.TYPE))
      checkClassCell(cell, made, statement.name);
    return made;
  } finally {
    decref(tuple);
    decref(cell);
  }
}

function noteOriginalBases(
  statement: ClassStatement,
  bases: readonly Value[],
  namespace: Value,
): void {
  if (
    statement.originals.length === bases.length &&
    statement.originals.every((b, i) => b === bases[i])
  )
    return;
  const tuple = tupleOf(statement.originals.map(own));
  if (isInstance(namespace, T.DICT)) dictSetName(namespace, ORIGINAL_BASES, tuple);
  else storeSubscript(namespace, ORIGINAL_BASES, tuple);
  decref(tuple);
}

const ORIGINAL_BASES = staticName('__orig_bases__');

/** type.__new__ fills the `__class__` cell; a metaclass that forgot to pass it on is told. */
function checkClassCell(cell: Value, made: Value, name: Value): void {
  const value = H[(cell >> 2) + CellLayout.VALUE];
  if (value === made) return;
  if (value === 0) {
    raise(
      'RuntimeError',
      `__class__ not set defining '${toJs(name)}' as ${typeName(made)}. Was __classcell__ propagated to type.__new__?`,
    );
  }
}

export const CLASS_FUNCTIONS = [raw('__build_class__', buildClass)];
