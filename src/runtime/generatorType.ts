// The type generator: iteration, send, throw and close from native code. Loops in Python code resume
// generators without coming here (steps/generators.ts). See generatorResume.ts for who may touch
// a generator's frame when.

import { free, incref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from '../objects/define.ts';
import { noArgs, oneArg } from '../objects/natives.ts';
import { generatorStep, isStr } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { newStr, own, toJs } from '../objects/str.ts';
import {
  addressText,
  clearField,
  fieldOrNone,
  identityHash,
  readOnlyField,
  setField,
  visitFields,
} from './fields.ts';
import { delegate, generatorFrame } from './generatorFrames.ts';
import { releaseFrame, resumeWith, stateOf, stopIterationOf } from './generatorResume.ts';
import { closeGenerator, finalizeGenerator, THROW } from './generatorThrow.ts';

function sendMethod(args: WordIndex): Value {
  const yielded = resumeWith(H[args], H[args + 1]);
  return yielded !== 0 ? yielded : stopIterationOf(H[args]);
}

const step = (generator: Address): Value => resumeWith(generator, S.NONE);
generatorStep.next = step;

function clearGenerator(generator: Address): void {
  const state = stateOf(generator);
  if (state !== GeneratorState.FINISHED && state !== GeneratorState.RUNNING)
    releaseFrame(generator);
  clearField(generator, G.EXCEPTION);
  if (state !== GeneratorState.RUNNING) clearField(generator, G.RETURNED);
}

function deallocGenerator(generator: Address): void {
  if (stateOf(generator) !== GeneratorState.FINISHED) {
    if (finalizeGenerator(generator)) return;
    clearGenerator(generator);
  } else {
    clearField(generator, G.EXCEPTION);
    clearField(generator, G.RETURNED);
  }
  clearField(generator, G.NAME);
  clearField(generator, G.QUALNAME);
  clearField(generator, G.CODE);
  free(generator, H[(generator >> 2) + G.FRAME_WORDS] << 2);
}

function visitGenerator(generator: Address, visit: (value: Value) => void): void {
  visitFields(generator, G.NAME, G.EXCEPTION, visit);
  visitFields(generator, G.CODE, G.CODE, visit);
  const state = stateOf(generator);
  if (state === GeneratorState.FINISHED)
    return visitFields(generator, G.RETURNED, G.RETURNED, visit);
  if (state === GeneratorState.RUNNING) return; // its frame is one of a thread's
  const fp = generatorFrame(generator);
  visit(H[fp + Frame.FUNCTION]);
  for (let i = fp; i < H[fp + Frame.SP]; i++) if (H[i] !== 0) visit(H[i]);
}

function setText(field: G, name: string): (generator: Address, value: Value) => void {
  return (generator, value) => {
    if (value === 0 || !isStr(value)) typeError(`${name} must be set to a string object`);
    setField(generator, field, value);
  };
}

/** The iterator a suspended generator delegates to: owned, or None. */
function delegateOrNone(generator: Address): Value {
  lock(generator);
  const iterator = delegate(generator);
  if (iterator !== 0) incref(iterator);
  unlock(generator);
  return iterator === 0 ? S.NONE : iterator;
}

const truth = (flag: boolean): Value => (flag ? S.TRUE : S.FALSE);

defineType(T.GENERATOR, {
  name: 'generator',
  words: 0,
  slots: {
    dealloc: deallocGenerator,
    clear: clearGenerator,
    children: visitGenerator,
    hash: identityHash,
    repr: (generator) =>
      newStr(
        `<generator object ${toJs(H[(generator >> 2) + G.QUALNAME])} at ${addressText(generator)}>`,
      ),
    iterate: own,
    next: step,
    create: undefined,
  },
  methods: [
    oneArg('send', sendMethod),
    THROW,
    noArgs('close', (args) => {
      closeGenerator(H[args]);
      return S.NONE;
    }),
  ],
  getset: [
    {
      name: '__name__',
      get: (generator) => fieldOrNone(generator, G.NAME),
      set: setText(G.NAME, '__name__'),
    },
    {
      name: '__qualname__',
      get: (generator) => fieldOrNone(generator, G.QUALNAME),
      set: setText(G.QUALNAME, '__qualname__'),
    },
    { name: 'gi_yieldfrom', get: delegateOrNone },
    {
      name: 'gi_running',
      get: (generator) => truth(stateOf(generator) === GeneratorState.RUNNING),
    },
    {
      name: 'gi_suspended',
      get: (generator) => truth(stateOf(generator) === GeneratorState.SUSPENDED),
    },
    {
      name: 'gi_frame',
      get: (generator) =>
        stateOf(generator) === GeneratorState.FINISHED
          ? S.NONE
          : raise(
              'AttributeError',
              'gilscope has no frame object for a generator that is not finished',
            ),
    },
    readOnlyField('gi_code', G.CODE),
  ],
});
