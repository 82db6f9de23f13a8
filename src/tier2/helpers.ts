// The names that generated code is bound to: the heap, the executor's functions, the object library's
// operations, and calls. Bound once per unit as constants, so that V8 can inline them.

import { addStat, allocate, lock, RETRY, readItem, readSlot, unlock } from '../executors/policy.ts';
import { F64, H, U8 } from '../heap/memory.ts';
import { dictGet, dictGetName, dictSetName, newDict } from '../objects/dict.ts';
import { newFloat } from '../objects/float.ts';
import { powDoubles } from '../objects/floatPower.ts';
import {
  addInts,
  andInts,
  floorDivideInts,
  multiplyInts,
  orInts,
  remainderInts,
  shiftLeft,
  shiftRight,
  subtractInts,
  xorInts,
} from '../objects/intArithmetic.ts';
import { multiplyModulo } from '../objects/multiplyModulo.ts';
import {
  isTrue,
  iterate,
  nextItem,
  storeSubscript,
  subscript,
  tryInplace,
} from '../objects/protocol.ts';
import { newTupleFromStack } from '../objects/tuple.ts';
import { highProduct } from '../objects/twoLimbs.ts';
import { dropInline, layInline } from '../runtime/frames.ts';
import { IC } from '../runtime/inlineCaches.ts';
import { newInstanceOf } from '../runtime/instances.ts';
import {
  readComputed,
  storeAttributeSlow,
  storeMember,
  storeNew,
  tryLoadAttribute,
  tupleItem,
  valueOfType,
} from '../runtime/steps/attributes.ts';
import { makeGenerator } from '../runtime/steps/generators.ts';
import {
  loadNameSlow,
  storeGlobalSlow,
  storeNameSlow,
  unboundLocal,
} from '../runtime/steps/names.ts';
import * as slow from '../runtime/steps/slow.ts';
import { loadSuper } from '../runtime/superType.ts';
import { containerHelpers } from './containerHelpers.ts';
import {
  callExtendedGeneric,
  callGeneric,
  enterManager,
  exitManager,
  generatorOf,
  specialReturn,
} from './generalCalls.ts';
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
import {
  appendOwned,
  bothStrings,
  boxWide,
  builtinsAre,
  combineOwned,
  compareTruth,
  compareValues,
  counted,
  hasKeywordDefault,
  outOfMemory,
} from './operations.ts';

/** `support` is what enter.ts adds of its own. */
export const helpers = (
  support: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  H,
  F64,
  U8,
  IC,
  RETRY,
  addStat,
  allocate,
  lock,
  unlock,
  readItem,
  readSlot,
  newFloat,
  powDoubles,
  addInts,
  andInts,
  floorDivideInts,
  multiplyInts,
  multiplyModulo,
  orInts,
  remainderInts,
  shiftLeft,
  shiftRight,
  subtractInts,
  xorInts,
  highProduct,
  boxWide,
  combineOwned,
  counted,
  outOfMemory,
  tryInplace,
  isTrue,
  iterate,
  nextItem,
  subscript,
  storeSubscript,
  loadNameSlow,
  storeGlobalSlow,
  storeNameSlow,
  readComputed,
  tryLoadAttribute,
  storeAttributeSlow,
  storeMember,
  storeNew,
  tupleItem,
  valueOfType,
  newInstanceOf,
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
  loadSuper,
  makeGenerator,
  callExtendedGeneric,
  enterManager,
  exitManager,
  generatorOf,
  layInline,
  dropInline,
  specialReturn,
  claimSuspended,
  generatorReturned,
  nextFor,
  runClaimed,
  sendFor,
  yieldSlow,
  yieldFromIterator: slow.yieldFromIterator,
  exceptionMatches: slow.exceptionMatches,
  onHeap,
  ...libraryHelpers(),
  ...containerHelpers(),
  ...support,
});
