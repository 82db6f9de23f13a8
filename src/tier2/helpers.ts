// The names that generated code is bound to: the heap, the executor's functions, the object library's
// operations, and calls. Bound once per unit as constants, so that V8 can inline them.

import { addStat, allocate, lock, RETRY, readItem, readSlot, unlock } from '../executors/policy.ts';
import { F64, H } from '../heap/memory.ts';
import { dictGet, dictGetName, dictSetName, newDict } from '../objects/dict.ts';
import { IC } from '../runtime/inlineCaches.ts';
import { newTupleFromStack } from '../objects/tuple.ts';
import { newFloat } from '../objects/float.ts';
import { binary, inplace, isTrue, iterate, nextItem, storeSubscript, subscript } from '../objects/protocol.ts';
import { loadAttributeSlow, loadGlobalSlow, loadNameSlow, storeAttributeSlow, storeGlobalSlow, storeNameSlow, unboundLocal } from '../interpreter/names.ts';
import * as slow from '../interpreter/slow.ts';
import { callExtendedGeneric, callGeneric, enterManager, generatorOf, initResult } from './generalCalls.ts';
import type { Support } from './enter.ts';
import {
  claimSuspended,
  generatorReturned,
  nextFor,
  runClaimed,
  sendFor,
  yieldSlow,
} from './generatorCalls.ts';
import { libraryHelpers } from './libraryHelpers.ts';
import { onHeap } from './onHeap.ts';
import { appendOwned, bothStrings, builtinsAre, compareTruth, compareValues, hasKeywordDefault } from './operations.ts';

export const helpers = (support: Support): Readonly<Record<string, unknown>> => ({
  H,
  F64,
  IC,
  RETRY,
  addStat,
  allocate,
  lock,
  unlock,
  readItem,
  readSlot,
  newFloat,
  binary,
  inplace,
  isTrue,
  iterate,
  nextItem,
  subscript,
  storeSubscript,
  loadGlobalSlow,
  loadNameSlow,
  storeGlobalSlow,
  storeNameSlow,
  loadAttributeSlow,
  storeAttributeSlow,
  unboundLocal,
  makeCell: slow.makeCell,
  copyFreeVars: slow.copyFreeVars,
  loadCell: slow.loadCell,
  negative: slow.negative,
  positive: slow.positive,
  invert: slow.invert,
  containsValue: slow.containsValue,
  compareTruth,
  compareValues,
  bothStrings,
  appendOwned,
  builtinsAre,
  dictGet,
  dictGetName,
  dictSetName,
  newDict,
  newTupleFromStack,
  hasKeywordDefault,
  callGeneric,
  callExtendedGeneric,
  enterManager,
  generatorOf,
  initResult,
  claimSuspended,
  generatorReturned,
  nextFor,
  runClaimed,
  sendFor,
  yieldSlow,
  yieldFromIterator: slow.yieldFromIterator,
  onHeap,
  ...libraryHelpers(),
  ...support,
});
