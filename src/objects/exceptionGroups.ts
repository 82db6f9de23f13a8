// Exception groups (PEP 654): several exceptions raised as one. Message and members are details of the
// group; split and subgroup keep its shape, and make new groups by the group's own `derive`.

import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, ExceptionLayout as E, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { call1 } from './calling.ts';
import { detailName, getDetail, setDetail } from './exceptionDetails.ts';
import {
  builtinException,
  isException,
  isExceptionType,
  newException,
  setPart,
} from './exceptions.ts';
import { listOf } from './list.ts';
import { oneArg } from './natives.ts';
import { newPair } from './pair.ts';
import { collect, isInstance, isStr, isSubtype, isTrueOwned, nameOfType } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { slotsOf, typeOf } from './slots.ts';
import { own, staticName } from './str.ts';
import { describe } from './strArgs.ts';
import { copyToTuple, tupleItem, tupleItems, tupleItemsAt, tupleLength, tupleOf } from './tuple.ts';

const GROUP = builtinException('BaseExceptionGroup');
const EXCEPTION_GROUP = builtinException('ExceptionGroup');
const DERIVE = staticName('derive');

/** `__new__(message, exceptions)`. */
export function createGroup(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const given = kwNames === 0 ? count : count - tupleLength(kwNames);
  if (given !== 2) {
    return typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${given} given)`);
  }
  const message = H[args];
  const sequence = H[args + 1];
  if (!isStr(message)) {
    return typeError(
      `BaseExceptionGroup.__new__() argument 1 must be str, not ${describe(message)}`,
    );
  }
  if (slotsOf(sequence).subscript === undefined) {
    return typeError('second argument (exceptions) must be a sequence');
  }
  const members = tupleOf(collect(sequence));
  try {
    const made = checkMembers(type, members);
    const group = newException(made, copyToTuple(args, 2));
    setDetail(group, detailName('message'), message);
    setDetail(group, detailName('exceptions'), members);
    return group;
  } finally {
    decref(members);
  }
}

/** The type the group really gets: BaseExceptionGroup of plain exceptions becomes ExceptionGroup. */
function checkMembers(type: Address, members: Address): Address {
  const count = tupleLength(members);
  if (count === 0) return valueError('second argument (exceptions) must be a non-empty sequence');
  let plain = true;
  for (let i = 0; i < count; i++) {
    const member = tupleItem(members, i);
    if (!isException(member)) {
      return valueError(`Item ${i} of second argument (exceptions) is not an exception`);
    }
    if (!isInstance(member, T.EXCEPTION)) plain = false;
  }
  if (type === GROUP) return plain ? EXCEPTION_GROUP : GROUP;
  if (plain) return type;
  if (type === EXCEPTION_GROUP) {
    return typeError('Cannot nest BaseExceptions in an ExceptionGroup');
  }
  if (isSubtype(type, T.EXCEPTION)) {
    return typeError(`Cannot nest BaseExceptions in '${nameOfType(type)}'`);
  }
  return type;
}

type Matcher = (exception: Value) => boolean;

/** What `split` and `subgroup` accept: an exception type, a tuple of them, or a function. */
function matcherOf(condition: Value): Matcher {
  if (isExceptionType(condition)) return (e) => isInstance(e, condition);
  if ((condition & 1) === 0 && typeOf(condition) === T.TUPLE) {
    const types = tupleItems(condition);
    for (const type of types) decref(type); // the tuple, an argument, keeps them
    if (types.every(isExceptionType)) return (e) => types.some((type) => isInstance(e, type));
  } else if (typeOf(condition) === T.FUNCTION || slotsOf(condition).call !== undefined) {
    return (e) => isTrueOwned(call1(condition, e));
  }
  return typeError('expected a function, exception type or tuple of exception types');
}

const isGroup = (value: Value): boolean => isInstance(value, GROUP);

/** A group like `group` with these members (each owned), or 0 for none. */
function derived(group: Address, members: Value[]): Value {
  if (members.length === 0) return 0;
  const list = listOf(members);
  try {
    const derive = attributeAccess.find(group, DERIVE);
    if (derive === 0) return typeError('an exception group needs derive');
    const made = callOwned(derive, list);
    if (!isGroup(made)) {
      decref(made);
      return typeError('derive must return an instance of BaseExceptionGroup');
    }
    for (const part of [E.TRACEBACK, E.CAUSE, E.CONTEXT, E.NOTES]) {
      const value = H[(group >> 2) + part];
      if (value !== 0) incref(value);
      setPart(made, part, value);
    }
    return made;
  } finally {
    decref(list);
  }
}

function callOwned(callable: Value, argument: Value): Value {
  try {
    return call1(callable, argument);
  } finally {
    decref(callable);
  }
}

/** Divides an exception into what matches and the rest: two owned values, 0 for nothing. */
function divide(exception: Value, matches: Matcher): [Value, Value] {
  if (matches(exception)) return [own(exception), 0];
  if (!isGroup(exception)) return [0, own(exception)];
  const matching: Value[] = [];
  const rest: Value[] = [];
  const members = getDetail(exception, detailName('exceptions'));
  try {
    for (let i = 0; i < tupleLength(members); i++) {
      const [match, other] = divide(tupleItem(members, i), matches);
      if (match !== 0) matching.push(match);
      if (other !== 0) rest.push(other);
    }
  } finally {
    decref(members);
  }
  return [derived(exception, matching), derived(exception, rest)];
}

const orNone = (value: Value): Value => (value === 0 ? S.NONE : value);

function split(args: WordIndex): Value {
  const [match, rest] = divide(H[args], matcherOf(H[args + 1]));
  return newPair(orNone(match), orNone(rest));
}

function subgroup(args: WordIndex): Value {
  const [match, rest] = divide(H[args], matcherOf(H[args + 1]));
  if (rest !== 0) decref(rest);
  return orNone(match);
}

function derive(args: WordIndex): Value {
  const message = getDetail(H[args], detailName('message'));
  if (message === 0) return raise('RuntimeError', 'the exception group was never initialized');
  const words = tupleOf([message, own(H[args + 1])]);
  try {
    return createGroup(GROUP, tupleItemsAt(words), 2, 0);
  } finally {
    decref(words);
  }
}

export const GROUP_METHODS = [
  oneArg('split', split),
  oneArg('subgroup', subgroup),
  oneArg('derive', derive),
];
