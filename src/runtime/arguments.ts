// Binding the arguments of a call to the parameters of a Python function: positions, names, defaults,
// *args and **kwargs, with CPython's error messages.
//
// `bindArguments` fills the locals of a fresh frame (newFrame) from `count` words at `args`, of which
// the last ones are named by the tuple kwNames (0: none). Arguments are borrowed; locals own.

import { CodeFlag } from '../bytecode/code.ts';
import { incref } from '../executors/policy.ts';
import {
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictContains, dictGetName, dictSet, newDict } from '../objects/dict.ts';
import { typeError } from '../objects/raise.ts';
import { strEquals, toJs } from '../objects/str.ts';
import { copyToTuple } from '../objects/tuple.ts';

export function bindArguments(
  fp: WordIndex,
  fn: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): void {
  const q = H[(fn >> 2) + F.CODE] >> 2;
  const flags = H[q + C.FLAGS];
  const named = kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];
  const given = count - named;
  const positional = H[q + C.ARG_COUNT];
  const total = positional + H[q + C.KWONLY_COUNT];
  const direct = given < positional ? given : positional;
  for (let i = 0; i < direct; i++) setLocal(fp, i, H[args + i]);
  if ((flags & CodeFlag.VARARGS) !== 0) {
    H[fp + total] = copyToTuple(args + direct, given - direct);
  }
  const starKw = total + ((flags & CodeFlag.VARARGS) !== 0 ? 1 : 0);
  if ((flags & CodeFlag.VARKEYWORDS) !== 0) H[fp + starKw] = newDict();
  if (named > 0)
    bindNamed(fp, fn, q, args + given, kwNames, (flags & CodeFlag.VARKEYWORDS) !== 0 ? starKw : -1);
  if (given > positional && (flags & CodeFlag.VARARGS) === 0) tooMany(fp, fn, q, given);
  fillDefaults(fp, fn, q, given);
}

function setLocal(fp: WordIndex, index: number, value: Value): void {
  incref(value);
  H[fp + index] = value;
}

function bindNamed(
  fp: WordIndex,
  fn: Address,
  q: number,
  values: WordIndex,
  kwNames: Value,
  starKw: number,
): void {
  const named = H[(kwNames >> 2) + TupleLayout.LENGTH];
  const total = H[q + C.ARG_COUNT] + H[q + C.KWONLY_COUNT];
  for (let k = 0; k < named; k++) {
    const name = H[(kwNames >> 2) + TupleLayout.ITEMS + k];
    const value = H[values + k];
    const index = parameterIndex(q, name, H[q + C.POSONLY_COUNT], total);
    if (index >= 0) {
      if (H[fp + index] !== 0) {
        typeError(`${qualname(fn)}() got multiple values for argument '${toJs(name)}'`);
      }
      setLocal(fp, index, value);
    } else if (starKw >= 0) {
      if (dictContains(H[fp + starKw], name)) {
        typeError(`${qualname(fn)}() got multiple values for keyword argument '${toJs(name)}'`);
      }
      dictSet(H[fp + starKw], name, value);
    } else unexpectedName(fn, q, kwNames, name);
  }
}

/** Index of a parameter that may be given by name, or -1. */
export function parameterIndex(q: number, name: Value, from: number, to: number): number {
  const names = H[q + C.LOCAL_NAMES];
  for (let i = from; i < to; i++) if (H[names + i] === name) return i;
  for (let i = from; i < to; i++) if (strEquals(H[names + i], name)) return i;
  return -1;
}

function unexpectedName(fn: Address, q: number, kwNames: Value, name: Value): never {
  const wrong: string[] = [];
  for (let k = 0; k < H[(kwNames >> 2) + TupleLayout.LENGTH]; k++) {
    const given = H[(kwNames >> 2) + TupleLayout.ITEMS + k];
    if (parameterIndex(q, given, 0, H[q + C.POSONLY_COUNT]) >= 0) wrong.push(toJs(given));
  }
  if (wrong.length > 0) {
    return typeError(
      `${qualname(fn)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`,
    );
  }
  return typeError(`${qualname(fn)}() got an unexpected keyword argument '${toJs(name)}'`);
}

function fillDefaults(fp: WordIndex, fn: Address, q: number, given: number): void {
  const positional = H[q + C.ARG_COUNT];
  const defaults = H[(fn >> 2) + F.DEFAULTS];
  const defaultCount = defaults === 0 ? 0 : H[(defaults >> 2) + TupleLayout.LENGTH];
  const firstDefault = positional - defaultCount;
  if (given < positional) {
    const missing: string[] = [];
    for (let i = given; i < positional; i++) {
      if (H[fp + i] !== 0) continue;
      if (i < firstDefault) missing.push(localName(q, i));
      else setLocal(fp, i, H[(defaults >> 2) + TupleLayout.ITEMS + i - firstDefault]);
    }
    if (missing.length > 0) missingArguments(fn, missing, 'positional');
  }
  const keywordOnly = H[q + C.KWONLY_COUNT];
  if (keywordOnly === 0) return;
  const kwDefaults = H[(fn >> 2) + F.KWDEFAULTS];
  const missing: string[] = [];
  for (let i = positional; i < positional + keywordOnly; i++) {
    if (H[fp + i] !== 0) continue;
    const value = kwDefaults === 0 ? 0 : dictGetName(kwDefaults, H[H[q + C.LOCAL_NAMES] + i]);
    if (value === 0) missing.push(localName(q, i));
    else H[fp + i] = value;
  }
  if (missing.length > 0) missingArguments(fn, missing, 'keyword-only');
}

const localName = (q: number, index: number): string => toJs(H[H[q + C.LOCAL_NAMES] + index]);
const qualname = (fn: Address): string => toJs(H[(fn >> 2) + F.QUALNAME]);

function missingArguments(fn: Address, names: string[], kind: string): never {
  const quoted = names.map((name) => `'${name}'`);
  const list =
    quoted.length === 1
      ? quoted[0]
      : quoted.length === 2
        ? `${quoted[0]} and ${quoted[1]}`
        : `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
  return typeError(
    `${qualname(fn)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}

function tooMany(fp: WordIndex, fn: Address, q: number, given: number): never {
  const positional = H[q + C.ARG_COUNT];
  const defaults = H[(fn >> 2) + F.DEFAULTS];
  const defaultCount = defaults === 0 ? 0 : H[(defaults >> 2) + TupleLayout.LENGTH];
  let keywordGiven = 0;
  for (let i = positional; i < positional + H[q + C.KWONLY_COUNT]; i++)
    if (H[fp + i] !== 0) keywordGiven++;
  const least = positional - defaultCount;
  const takes = defaultCount > 0 ? `from ${least} to ${positional}` : `${positional}`;
  const plural = defaultCount > 0 || positional !== 1 ? 's' : '';
  const extra =
    keywordGiven > 0
      ? ` positional argument${given === 1 ? '' : 's'} (and ${keywordGiven} keyword-only argument${keywordGiven === 1 ? '' : 's'})`
      : '';
  const verb = given === 1 && keywordGiven === 0 ? 'was' : 'were';
  return typeError(
    `${qualname(fn)}() takes ${takes} positional argument${plural} but ${given}${extra} ${verb} given`,
  );
}
