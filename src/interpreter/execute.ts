// @hot Tier 1: the switch. One call runs a thread from where its frame stands until it leaves, blocks,
// is asked to pause, or has run its budget; nothing of the thread is then on the JavaScript stack.
//
// Locals of the loop: fp the frame, ip the next word, sp the first free stack slot, cb the first
// constant. Before anything that may raise, call, block or switch, IP and SP are written to the frame
// (IP pointing just behind the opcode word), and operands stay on the stack until the operation has
// succeeded, so that unwinding releases them. An error arrives as RAISED thrown through this function;
// `runner.ts` finds the handler and calls again.
//
// Benchmarks: all of programs/bench. Fast cases stand in line, slow paths have names (`xSlow`).
// KEEP-IN-STEP(opcodes)

import { BinaryOperator as B, CompareOperator, Op } from '../bytecode/opcodes.ts';
import {
  addStat,
  decref,
  incref,
  lock,
  RETRY,
  readItem,
  readSlot,
  traced,
  unlock,
} from '../executors/policy.ts';
import { boot } from '../heap/boot.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  Action,
  CodeLayout as C,
  CellLayout,
  DictLayout,
  FunctionLayout as F,
  Frame,
  GeneratorLayout,
  GeneratorState,
  Header,
  IndexIteratorLayout,
  InstanceLayout,
  IntLayout,
  ListLayout,
  Machine,
  MethodLayout,
  ModuleLayout,
  NativeLayout,
  RangeIteratorLayout,
  Stat,
  Thread,
  TupleLayout,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { F64, H, MACHINE } from '../heap/memory.ts';
import { newFloat } from '../objects/float.ts';
import { newInt } from '../objects/int.ts';
import { listAppendSteal, listPop, newListFromStack } from '../objects/list.ts';
import { BLOCKED } from '../objects/natives.ts';
import { plainOrder } from '../objects/plainOrder.ts';
import {
  binary,
  compare,
  inplace,
  isTrue,
  iterate,
  nextItem,
  storeSubscript,
  subscript,
} from '../objects/protocol.ts';
import { newTupleFromStack } from '../objects/tuple.ts';
import { generatorFrame } from '../runtime/generatorFrames.ts';
import { AttributeCase, IC, OperandBit } from '../runtime/inlineCaches.ts';
import { callNative } from '../runtime/nativeCalls.ts';
import { loadAttributeSlow, storeAttributeSlow, storeCached } from '../runtime/steps/attributes.ts';
import { callSlow, listMethodWords, pushInit } from '../runtime/steps/calls.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { finishGenerator, resumeGenerator, returnGenerator } from '../runtime/steps/generators.ts';
import { beforeWith } from '../runtime/steps/managers.ts';
import { loadGlobalSlow, storeGlobalSlow, unboundLocal } from '../runtime/steps/names.ts';
import { jumpSafepoint, safepoint } from '../runtime/steps/safepoint.ts';
import * as slow from '../runtime/steps/slow.ts';
import { callExtended } from '../runtime/steps/spreadCalls.ts';
import { raiseStatement, reraise, unwind } from '../runtime/steps/unwind.ts';
import { HOT_CALLS, HOT_LOOPS, Left, NO_VALUE, TIERED, tier2 } from '../runtime/tiers.ts';
import { CACHE_WORDS, rareStep } from './rareSteps.ts';

/** Instructions are counted one by one: the simulated scheduler may stop at each. */
const STEPPED = boot.simulated;
const STATS = boot.stats;
/** Counting remembers which instruction counted what. */
const TRACED = traced;
/** CPython to 3.9 looks at its eval breaker before every instruction that is not dispatched fast. */
const EVERY_OP = boot.switchPoints === '3.9';
/** 3.10 looks after calls and taken jumps, forward ones included. */
const TAKEN_JUMPS = boot.switchPoints === '3.10';
/** Comparison and jump may be done as one step where nobody can stop between them. */
const FUSE = !STEPPED && !EVERY_OP;

/** Opcodes that 3.9 dispatched without looking (anchors: fast dispatch, and before SETUP_* and YIELD_FROM). */
const NO_POLL = new Uint8Array(256);
for (const op of [
  Op.LOAD_FAST,
  Op.LOAD_FAST_CHECK,
  Op.STORE_FAST,
  Op.LOAD_CONST,
  Op.POP_TOP,
  Op.COPY,
  Op.SWAP,
  Op.NOP,
  Op.JUMP_FORWARD,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.JUMP_IF_FALSE_OR_POP,
  Op.JUMP_IF_TRUE_OR_POP,
  Op.LOAD_FAST_LOAD_FAST,
  Op.LOAD_FAST_LOAD_CONST,
  Op.STORE_FAST_LOAD_FAST,
  Op.BEFORE_WITH,
  Op.SEND,
  Op.RESUME,
  Op.PUSH_NULL,
  Op.KW_NAMES,
  Op.MAKE_CELL,
  Op.COPY_FREE_VARS,
  Op.RETURN_GENERATOR,
]) {
  NO_POLL[op] = 1;
}

/**
 * Calls and backward jumps after which the loop is left and entered again. V8 compiles a function anew,
 * after an assumption failed, when it is called; a loop that never returns can stay in slow code for
 * good (measured: list_append_pop 4.5 times slower).
 */
const FUEL = 20_000;

/** Instructions left before the simulated scheduler takes over; only read when STEPPED. */
export const budget = { left: 0 };

/** A value has been pushed for the frame `base`: it is the answer. */
function returnedTo(thread: WordIndex, base: WordIndex): Exit {
  const sp = H[base + Frame.SP] - 1;
  H[base + Frame.SP] = sp;
  H[thread + Thread.RESULT] = H[sp];
  return Exit.RETURNED;
}

/** A generator that generated code runs has returned: its frame stands behind the loop already. */
function doneFor(thread: WordIndex): Exit {
  H[thread + Thread.RESULT] = Left.DONE;
  return Exit.RETURNED;
}

/** Notes for tier 2 what kinds of operands an instruction has met. */
function noteOperands(ci: number, left: Value, right: Value): void {
  if (ci === 0) return;
  const kinds = kindBit(left) | (kindBit(right) << OperandBit.RIGHT_SHIFT);
  IC[ci] |= kinds;
  if ((kinds & EITHER_OTHER) !== 0) {
    IC[ci + 1] = (left & 1) !== 0 ? 0 : H[(left >> 2) + Header.TYPE];
    IC[ci + 2] = (right & 1) !== 0 ? 0 : H[(right >> 2) + Header.TYPE];
  }
  if ((left & right & 1) !== 0) IC[ci] |= OperandBit.OVERFLOW;
  if (isLong(left)) IC[ci] |= OperandBit.LEFT_LONG;
  if (isLong(right)) IC[ci] |= OperandBit.RIGHT_LONG;
}

const EITHER_OTHER = OperandBit.OTHER | (OperandBit.OTHER << OperandBit.RIGHT_SHIFT);

/** An int that does not fit in 64 bits without a sign. */
function isLong(value: Value): boolean {
  if ((value & 1) !== 0) return value < 0;
  if (H[(value >> 2) + Header.TYPE] !== T.INT) return false;
  const digits = H[(value >> 2) + IntLayout.DIGITS];
  return digits !== 1 && digits !== 2;
}

/** Notes for tier 2 where the generator of a loop stands between two items. */
function noteGenerator(ci: number, generator: Value): void {
  if (H[(generator >> 2) + GeneratorLayout.STATE] !== GeneratorState.SUSPENDED) return;
  IC[ci + 1] = H[(generator >> 2) + GeneratorLayout.CODE];
  IC[ci + 2] = H[generatorFrame(generator) + Frame.IP];
}

function kindBit(value: Value): OperandBit {
  if ((value & 1) !== 0) return OperandBit.SMALL;
  return H[(value >> 2) + Header.TYPE] === T.FLOAT ? OperandBit.FLOAT : OperandBit.OTHER;
}

/**
 * Runs the thread whose state is at word `thread`, from its current frame, until a frame has returned to
 * the frame `base` (Exit.RETURNED; no frame is 0) or something else stops it.
 */
export function execute(thread: WordIndex, base: WordIndex): Exit {
  const breaker = thread + Thread.BREAKER;
  let fp: WordIndex = H[thread + Thread.FRAME];
  let ip: WordIndex = H[fp + Frame.IP];
  let sp: WordIndex = H[fp + Frame.SP];
  let cb: WordIndex = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
  let kwNames: Value = 0;
  let fuel = FUEL;

  for (;;) {
    const word = H[ip++];
    const arg = word >>> 8;
    if (STEPPED && --budget.left < 0 && kwNames === 0) {
      H[fp + Frame.IP] = ip - 1;
      H[fp + Frame.SP] = sp;
      return Exit.SUSPENDED;
    }
    if (STATS) addStat(Stat.BYTECODES, 1);
    if (TRACED) H[fp + Frame.IP] = ip;
    if (EVERY_OP && H[breaker] !== 0 && NO_POLL[word & 0xff] === 0 && kwNames === 0) {
      // What is raised here is raised by the instruction that is about to run.
      H[fp + Frame.IP] = ip;
      H[fp + Frame.SP] = sp;
      if (safepoint(thread)) {
        H[fp + Frame.IP] = ip - 1;
        return Exit.SUSPENDED;
      }
    }
    switch (word & 0xff) {
      case Op.NOP:
        break;
      case Op.RESUME:
        if (STATS && arg === 0) addStat(Stat.CALLS, 1);
        ip++;
        if (--fuel < 0) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          return Exit.ENTERED;
        }
        if (H[breaker] !== 0) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          if (safepoint(thread)) return Exit.SUSPENDED;
        }
        if (TIERED && (IC[H[ip - 1] + 1] > 0 || ++IC[H[ip - 1]] > HOT_CALLS)) {
          H[fp + Frame.IP] = ip - 2;
          H[fp + Frame.SP] = sp;
          const value = tier2.enter(thread, fp, H[ip - 1]);
          if (value !== Left.STAY) {
            if (value === Left.THREAD && H[thread + Thread.EXIT] !== Exit.ENTERED)
              return H[thread + Thread.EXIT];
            if (value === Left.RAISED && !unwind(thread, true, base)) return Exit.RAISED;
            fp = H[thread + Thread.FRAME];
            ip = H[fp + Frame.IP];
            sp = H[fp + Frame.SP];
            cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
            if ((value & NO_VALUE) !== 0) {
              if (fp === base) {
                H[thread + Thread.RESULT] = value;
                return Exit.RETURNED;
              }
              H[sp++] = value;
            } else if (value === Left.DONE && fp === base) return doneFor(thread);
          } else if (H[thread + Thread.FRAME] !== fp || H[fp + Frame.IP] !== ip - 2) {
            fp = H[thread + Thread.FRAME];
            ip = H[fp + Frame.IP];
            sp = H[fp + Frame.SP];
            cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
          }
        }
        break;
      case Op.POP_TOP:
        decref(H[--sp]);
        break;
      case Op.COPY: {
        const value: Value = H[sp - arg];
        incref(value);
        H[sp++] = value;
        break;
      }
      case Op.SWAP: {
        const value = H[sp - 1];
        H[sp - 1] = H[sp - arg];
        H[sp - arg] = value;
        break;
      }
      case Op.PUSH_NULL:
        H[sp++] = 0;
        break;
      case Op.LOAD_CONST: {
        const value: Value = H[cb + arg];
        incref(value);
        H[sp++] = value;
        break;
      }
      case Op.LOAD_FAST: {
        const value: Value = H[fp + arg];
        incref(value);
        H[sp++] = value;
        break;
      }
      case Op.LOAD_FAST_LOAD_FAST: {
        const first: Value = H[fp + (arg >>> 12)];
        incref(first);
        H[sp++] = first;
        const second: Value = H[fp + (arg & 0xfff)];
        incref(second);
        H[sp++] = second;
        break;
      }
      case Op.LOAD_FAST_LOAD_CONST: {
        const first: Value = H[fp + (arg >>> 12)];
        incref(first);
        H[sp++] = first;
        const second: Value = H[cb + (arg & 0xfff)];
        incref(second);
        H[sp++] = second;
        break;
      }
      case Op.STORE_FAST_LOAD_FAST: {
        const slot = fp + (arg >>> 12);
        const old: Value = H[slot];
        H[slot] = H[sp - 1];
        if (old !== 0) {
          H[fp + Frame.IP] = ip;
          decref(old);
        }
        const value: Value = H[fp + (arg & 0xfff)];
        incref(value);
        H[sp - 1] = value;
        break;
      }
      case Op.LOAD_FAST_CHECK: {
        const value: Value = H[fp + arg];
        if (value === 0) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          unboundLocal(fp, arg);
        }
        incref(value);
        H[sp++] = value;
        break;
      }
      case Op.STORE_FAST: {
        const old: Value = H[fp + arg];
        H[fp + arg] = H[--sp];
        if (old !== 0) {
          H[fp + Frame.IP] = ip;
          decref(old);
        }
        break;
      }
      case Op.LOAD_GLOBAL: {
        const ci = H[ip];
        const globals = H[fp + Frame.GLOBALS] >> 2;
        const version = IC[ci];
        if (version !== 0 && H[globals + DictLayout.KEYS_VERSION] === version) {
          let dict = globals;
          let expected = version;
          if (IC[ci + 2] !== 0) {
            dict = H[(H[fp + Frame.FUNCTION] >> 2) + F.BUILTINS] >> 2;
            expected = IC[ci + 2];
          }
          const value = readSlot(dict << 2, IC[ci + 1], dict + DictLayout.KEYS_VERSION, expected);
          if (value !== RETRY && value !== 0) {
            ip++;
            if ((arg & 1) !== 0) H[sp++] = 0;
            H[sp++] = value;
            break;
          }
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const value = loadGlobalSlow(fp, arg >> 1, ci);
        ip++;
        if ((arg & 1) !== 0) H[sp++] = 0;
        H[sp++] = value;
        break;
      }
      case Op.STORE_GLOBAL: {
        const ci = H[ip];
        const globals = H[fp + Frame.GLOBALS];
        const version = IC[ci];
        if (version !== 0) {
          lock(globals);
          if (H[(globals >> 2) + DictLayout.KEYS_VERSION] === version) {
            const slot = IC[ci + 1];
            const old: Value = H[slot];
            H[slot] = H[--sp];
            unlock(globals);
            ip++;
            H[fp + Frame.IP] = ip;
            decref(old);
            break;
          }
          unlock(globals);
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        storeGlobalSlow(fp, arg, ci, H[sp - 1]);
        ip++;
        decref(H[--sp]);
        break;
      }
      case Op.MAKE_CELL:
        slow.makeCell(fp, arg);
        break;
      case Op.LOAD_CLOSURE: {
        const value: Value = H[fp + arg];
        incref(value);
        H[sp++] = value;
        break;
      }
      case Op.LOAD_DEREF: {
        const cell = H[fp + arg];
        const slot = (cell >> 2) + CellLayout.VALUE;
        const value = readSlot(cell, slot, slot, H[slot]);
        if (value === RETRY || value === 0) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          H[sp] = slow.loadCell(fp, arg);
          sp++;
          break;
        }
        H[sp++] = value;
        break;
      }
      case Op.STORE_DEREF: {
        const cell = H[fp + arg];
        lock(cell);
        const old: Value = H[(cell >> 2) + CellLayout.VALUE];
        H[(cell >> 2) + CellLayout.VALUE] = H[--sp];
        unlock(cell);
        H[fp + Frame.IP] = ip;
        if (old !== 0) decref(old);
        break;
      }
      case Op.COPY_FREE_VARS:
        slow.copyFreeVars(fp, arg);
        break;
      case Op.LOAD_ATTR: {
        const ci = H[ip];
        const object: Value = H[sp - 1];
        if ((object & 1) === 0) {
          const o = object >> 2;
          const version = IC[ci];
          if (version !== 0 && H[(H[o + Header.TYPE] >> 2) + TypeLayout.VERSION] === version) {
            const found = IC[ci + 1];
            if (found === AttributeCase.INSTANCE) {
              const shape = IC[ci + 2];
              if (H[o + InstanceLayout.SHAPE] === shape) {
                const value = readSlot(
                  object,
                  H[o + InstanceLayout.VALUES] + 1 + IC[ci + 3],
                  o + InstanceLayout.SHAPE,
                  shape,
                );
                if (value !== RETRY && value !== 0) {
                  ip++;
                  if ((arg & 1) !== 0) {
                    H[sp - 1] = 0;
                    H[sp++] = value;
                  } else H[sp - 1] = value;
                  H[fp + Frame.IP] = ip;
                  decref(object);
                  break;
                }
              }
            } else if (found === AttributeCase.METHOD && (arg & 1) !== 0) {
              const shape = IC[ci + 3];
              if (shape === 0 || H[o + InstanceLayout.SHAPE] === shape) {
                const fn: Value = IC[ci + 2];
                incref(fn);
                ip++;
                H[sp - 1] = fn;
                H[sp++] = object;
                break;
              }
            } else if (found === AttributeCase.MODULE) {
              const dict = H[o + ModuleLayout.DICT];
              const kv = (dict >> 2) + DictLayout.KEYS_VERSION;
              if (H[kv] === IC[ci + 2]) {
                const value = readSlot(dict, IC[ci + 3], kv, IC[ci + 2]);
                if (value !== RETRY && value !== 0) {
                  ip++;
                  if ((arg & 1) !== 0) {
                    H[sp - 1] = 0;
                    H[sp++] = value;
                  } else H[sp - 1] = value;
                  decref(object);
                  break;
                }
              }
            } else if (found === AttributeCase.MEMBER) {
              const value = readSlot(object, o + IC[ci + 2], o + Header.TYPE, H[o + Header.TYPE]);
              if (value !== RETRY && value !== 0) {
                ip++;
                if ((arg & 1) !== 0) {
                  H[sp - 1] = 0;
                  H[sp++] = value;
                } else H[sp - 1] = value;
                H[fp + Frame.IP] = ip;
                decref(object);
                break;
              }
            }
          }
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const second = loadAttributeSlow(fp, arg, ci, object);
        // The slow path leaves one value, or function and self (self 0: the value was bound).
        ip++;
        const value: Value = H[thread + Thread.RESULT];
        H[thread + Thread.RESULT] = 0;
        if ((arg & 1) === 0) {
          H[sp - 1] = value;
          decref(object);
        } else if (second === 1) {
          H[sp - 1] = value;
          H[sp++] = object;
        } else {
          H[sp - 1] = 0;
          H[sp++] = value;
          decref(object);
        }
        break;
      }
      case Op.STORE_ATTR: {
        const ci = H[ip];
        const object: Value = H[sp - 1];
        const o = object >> 2;
        const version = IC[ci];
        if (
          version !== 0 &&
          (object & 1) === 0 &&
          H[(H[o + Header.TYPE] >> 2) + TypeLayout.VERSION] === version
        ) {
          if (IC[ci + 1] === AttributeCase.INSTANCE) {
            lock(object);
            if (H[o + InstanceLayout.SHAPE] === IC[ci + 2]) {
              const slot = H[o + InstanceLayout.VALUES] + 1 + IC[ci + 3];
              const old: Value = H[slot];
              H[slot] = H[sp - 2];
              unlock(object);
              sp -= 2;
              ip++;
              H[fp + Frame.IP] = ip;
              if (old !== 0) decref(old);
              decref(object);
              break;
            }
            unlock(object);
          } else {
            H[fp + Frame.IP] = ip;
            if (storeCached(ci, object, H[sp - 2])) {
              sp -= 2;
              ip++;
              decref(object);
              break;
            }
          }
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        storeAttributeSlow(fp, arg, ci, object, H[sp - 2]);
        ip++;
        sp -= 2;
        decref(H[sp + 1]);
        decref(H[sp]);
        break;
      }
      case Op.UNARY_NEGATIVE: {
        const value: Value = H[sp - 1];
        if ((value & 1) !== 0 && value !== -0x7fffffff) {
          H[sp - 1] = 2 - value;
          break;
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        H[sp - 1] = slow.negative(value);
        decref(value);
        break;
      }
      case Op.UNARY_NOT: {
        const value: Value = H[sp - 1];
        if (value === S.TRUE || value === S.FALSE) {
          H[sp - 1] = value === S.TRUE ? S.FALSE : S.TRUE;
          break;
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        H[sp - 1] = isTrue(value) ? S.FALSE : S.TRUE;
        decref(value);
        break;
      }
      case Op.BINARY_OP: {
        const right: Value = H[sp - 1];
        const left: Value = H[sp - 2];
        if ((left & right & 1) !== 0) {
          switch (arg) {
            case B.ADD:
            case B.ADD + B.INPLACE: {
              const sum = (left + right - 1) | 0;
              if (((left ^ sum) & (right ^ sum)) >= 0) {
                H[--sp - 1] = sum;
                ip++;
                continue;
              }
              break;
            }
            case B.SUBTRACT:
            case B.SUBTRACT + B.INPLACE: {
              const difference = (left - right) | 0;
              if (((left ^ right) & (left ^ difference)) >= 0) {
                H[--sp - 1] = difference | 1;
                ip++;
                continue;
              }
              break;
            }
            case B.MULTIPLY:
            case B.MULTIPLY + B.INPLACE: {
              const product = (left >> 1) * (right >> 1);
              if (product >= -0x40000000 && product <= 0x3fffffff) {
                H[--sp - 1] = (product << 1) | 1;
              } else if (product > -9007199254740992 && product < 9007199254740992) {
                H[--sp - 1] = newInt(product);
              } else break;
              ip++;
              continue;
            }
            case B.FLOOR_DIVIDE:
            case B.FLOOR_DIVIDE + B.INPLACE:
              if (right > 1) {
                H[--sp - 1] = (Math.floor((left >> 1) / (right >> 1)) << 1) | 1;
                ip++;
                continue;
              }
              break;
            case B.REMAINDER:
            case B.REMAINDER + B.INPLACE:
              if (right > 1) {
                let rest = (left >> 1) % (right >> 1);
                if (rest < 0) rest += right >> 1;
                H[--sp - 1] = (rest << 1) | 1;
                ip++;
                continue;
              }
              break;
            case B.TRUE_DIVIDE:
            case B.TRUE_DIVIDE + B.INPLACE:
              if (right !== 1) {
                H[--sp - 1] = newFloat((left >> 1) / (right >> 1));
                ip++;
                continue;
              }
              break;
            case B.AND:
            case B.AND + B.INPLACE:
              H[--sp - 1] = left & right;
              ip++;
              continue;
            case B.OR:
            case B.OR + B.INPLACE:
              H[--sp - 1] = left | right;
              ip++;
              continue;
            case B.XOR:
            case B.XOR + B.INPLACE:
              H[--sp - 1] = (left ^ right) | 1;
              ip++;
              continue;
            case B.RSHIFT:
            case B.RSHIFT + B.INPLACE:
              if (right > 0 && right < 64) {
                H[--sp - 1] = (((left >> 1) >> (right >> 1)) << 1) | 1;
                ip++;
                continue;
              }
              break;
            default:
              break;
          }
        } else if (
          ((left | right) & 1) === 0 &&
          H[(left >> 2) + Header.TYPE] === T.FLOAT &&
          H[(right >> 2) + Header.TYPE] === T.FLOAT
        ) {
          const l = F64[(left >> 3) + 2];
          const r = F64[(right >> 3) + 2];
          let result = 0;
          let done = true;
          switch (arg) {
            case B.ADD:
            case B.ADD + B.INPLACE:
              result = l + r;
              break;
            case B.SUBTRACT:
            case B.SUBTRACT + B.INPLACE:
              result = l - r;
              break;
            case B.MULTIPLY:
            case B.MULTIPLY + B.INPLACE:
              result = l * r;
              break;
            case B.TRUE_DIVIDE:
            case B.TRUE_DIVIDE + B.INPLACE:
              if (r === 0) done = false;
              else result = l / r;
              break;
            default:
              done = false;
          }
          if (done) {
            H[--sp - 1] = newFloat(result);
            if (TIERED)
              IC[H[ip]] |= OperandBit.FLOAT | (OperandBit.FLOAT << OperandBit.RIGHT_SHIFT);
            ip++;
            decref(left);
            decref(right);
            break;
          }
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        if (TIERED) noteOperands(H[ip], left, right);
        if (arg === B.ADD + B.INPLACE && slow.canAppendString(left, right)) {
          H[sp - 2] = 0;
          const joined = slow.appendString(fp, ip, left, right);
          sp--;
          H[sp - 1] = joined;
          ip++;
          decref(right);
          break;
        }
        const value =
          arg >= B.INPLACE ? inplace(arg - B.INPLACE, left, right) : binary(arg, left, right);
        ip++;
        sp--;
        H[sp - 1] = value;
        decref(left);
        decref(right);
        break;
      }
      case Op.COMPARE_OP: {
        const right: Value = H[sp - 1];
        const left: Value = H[sp - 2];
        let truth = false;
        if ((left & right & 1) !== 0) {
          switch (arg) {
            case CompareOperator.LT:
              truth = left < right;
              break;
            case CompareOperator.LE:
              truth = left <= right;
              break;
            case CompareOperator.EQ:
              truth = left === right;
              break;
            case CompareOperator.NE:
              truth = left !== right;
              break;
            case CompareOperator.GT:
              truth = left > right;
              break;
            default:
              truth = left >= right;
          }
          ip++;
        } else {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          if (TIERED) noteOperands(H[ip], left, right);
          const fast = plainOrder(arg, left, right);
          if (fast < 0) {
            const value = compare(left, right, arg);
            ip++;
            sp--;
            H[sp - 1] = value;
            decref(left);
            decref(right);
            break;
          }
          truth = fast === 1;
          ip++;
          decref(left);
          decref(right);
        }
        sp -= 2;
        if (FUSE) {
          const next = H[ip];
          if ((next & 0xff) === Op.POP_JUMP_IF_FALSE) {
            if (STATS) addStat(Stat.BYTECODES, 1);
            ip++;
            if (!truth) {
              ip += next >>> 8;
              if (
                TAKEN_JUMPS &&
                H[breaker] !== 0 &&
                jumpSafepoint(thread, fp, ip, sp, next >>> 8)
              ) {
                return Exit.SUSPENDED;
              }
            }
            break;
          }
        }
        H[sp++] = truth ? S.TRUE : S.FALSE;
        break;
      }
      case Op.IS_OP: {
        const right: Value = H[--sp];
        const left: Value = H[sp - 1];
        H[sp - 1] = (left === right) !== (arg === 1) ? S.TRUE : S.FALSE;
        decref(left);
        decref(right);
        break;
      }
      case Op.CONTAINS_OP: {
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const found = slow.containsValue(H[sp - 1], H[sp - 2]);
        sp--;
        const item: Value = H[sp - 1];
        H[sp - 1] = found !== (arg === 1) ? S.TRUE : S.FALSE;
        decref(item);
        decref(H[sp]);
        break;
      }
      case Op.BINARY_SUBSCR: {
        const key: Value = H[sp - 1];
        const object: Value = H[sp - 2];
        if (TIERED && (object & 1) === 0) IC[H[ip]] = H[(object >> 2) + Header.TYPE];
        if ((object & 1) === 0 && (key & 1) !== 0) {
          const type = H[(object >> 2) + Header.TYPE];
          if (type === T.LIST) {
            let index = key >> 1;
            if (index < 0) index += H[(object >> 2) + ListLayout.SIZE];
            const value =
              index < 0 ? 0 : readItem(object, (object >> 2) + ListLayout.STORAGE, index);
            if (value !== 0) {
              H[--sp - 1] = value;
              ip++;
              decref(object);
              break;
            }
          } else if (type === T.TUPLE) {
            const length = H[(object >> 2) + TupleLayout.LENGTH];
            let index = key >> 1;
            if (index < 0) index += length;
            if (index >= 0 && index < length) {
              const value: Value = H[(object >> 2) + TupleLayout.ITEMS + index];
              incref(value);
              H[--sp - 1] = value;
              ip++;
              decref(object);
              break;
            }
          }
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const value = subscript(object, key);
        ip++;
        sp--;
        H[sp - 1] = value;
        decref(object);
        decref(key);
        break;
      }
      case Op.STORE_SUBSCR: {
        const key: Value = H[sp - 1];
        const object: Value = H[sp - 2];
        if (TIERED && (object & 1) === 0) IC[H[ip]] = H[(object >> 2) + Header.TYPE];
        if (
          (key & 1) !== 0 &&
          (object & 1) === 0 &&
          H[(object >> 2) + Header.TYPE] === T.LIST &&
          key > 0
        ) {
          lock(object);
          const index = key >> 1;
          if (index < H[(object >> 2) + ListLayout.SIZE]) {
            const slot = (H[(object >> 2) + ListLayout.STORAGE] >> 2) + 1 + index;
            const old: Value = H[slot];
            H[slot] = H[sp - 3];
            unlock(object);
            sp -= 3;
            ip++;
            H[fp + Frame.IP] = ip;
            decref(old);
            decref(object);
            break;
          }
          unlock(object);
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        storeSubscript(object, key, H[sp - 3]);
        ip++;
        sp -= 3;
        decref(H[sp]);
        decref(object);
        decref(key);
        break;
      }
      case Op.BUILD_TUPLE:
        sp -= arg;
        H[sp] = newTupleFromStack(sp, arg);
        sp++;
        break;
      case Op.BUILD_LIST:
        sp -= arg;
        H[sp] = newListFromStack(sp, arg);
        sp++;
        break;
      case Op.LIST_APPEND: {
        H[fp + Frame.SP] = sp;
        const value: Value = H[--sp];
        listAppendSteal(H[sp - arg], value);
        break;
      }
      case Op.UNPACK_SEQUENCE: {
        const sequence: Value = H[sp - 1];
        if (
          (sequence & 1) === 0 &&
          H[(sequence >> 2) + Header.TYPE] === T.TUPLE &&
          H[(sequence >> 2) + TupleLayout.LENGTH] === arg
        ) {
          sp--;
          for (let i = arg - 1; i >= 0; i--) {
            const value: Value = H[(sequence >> 2) + TupleLayout.ITEMS + i];
            incref(value);
            H[sp++] = value;
          }
          decref(sequence);
          break;
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        sp = slow.unpackSequence(sp, arg);
        break;
      }
      case Op.GET_ITER: {
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const iterable: Value = H[sp - 1];
        H[sp - 1] = iterate(iterable);
        decref(iterable);
        break;
      }
      case Op.FOR_ITER: {
        const iterator: Value = H[sp - 1];
        const it = iterator >> 2;
        const type = H[it + Header.TYPE];
        let value: Value = 0;
        if (TIERED) IC[H[ip]] = type;
        if (type === T.RANGE_ITERATOR) {
          // Sharing an iterator between threads may skip or repeat, as CPython documents; each step is whole.
          const rest = H[it + RangeIteratorLayout.REMAINING];
          if (rest > 0) {
            const n = H[it + RangeIteratorLayout.NEXT];
            H[it + RangeIteratorLayout.REMAINING] = rest - 1;
            H[it + RangeIteratorLayout.NEXT] = n + H[it + RangeIteratorLayout.STEP];
            ip++;
            H[sp++] = (n << 1) | 1;
            break;
          }
        } else if (type === T.LIST_ITERATOR) {
          const list = H[it + IndexIteratorLayout.SEQUENCE];
          if (list !== 0) {
            const index = H[it + IndexIteratorLayout.INDEX];
            value = readItem(list, (list >> 2) + ListLayout.STORAGE, index);
            if (value !== 0) {
              H[it + IndexIteratorLayout.INDEX] = index + 1;
              ip++;
              H[sp++] = value;
              break;
            }
          }
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          value = nextItem(iterator);
        } else if (
          type === T.GENERATOR &&
          H[it + GeneratorLayout.STATE] <= GeneratorState.SUSPENDED
        ) {
          if (TIERED) noteGenerator(H[ip], iterator);
          H[fp + Frame.IP] = ip + 1;
          H[fp + Frame.SP] = sp;
          const resumed = resumeGenerator(thread, iterator, slow.GENERATOR_FOR_ITER, S.NONE);
          if (resumed !== 0) {
            fp = resumed;
            ip = H[fp + Frame.IP];
            sp = H[fp + Frame.SP];
            cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
            break;
          }
        } else {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          value = nextItem(iterator);
        }
        ip++;
        if (value !== 0) H[sp++] = value;
        else {
          ip += arg;
          decref(H[--sp]);
        }
        break;
      }
      case Op.JUMP_FORWARD:
        ip += arg;
        break;
      case Op.JUMP_BACKWARD: {
        const ci = H[ip];
        ip += 1 - arg;
        if (--fuel < 0) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          return Exit.ENTERED;
        }
        if (H[breaker] !== 0 && jumpSafepoint(thread, fp, ip, sp, -arg)) return Exit.SUSPENDED;
        if (TIERED && (IC[ci + 1] > 0 || ++IC[ci] > HOT_LOOPS)) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          const value = tier2.enter(thread, fp, ci);
          if (value === Left.THREAD && H[thread + Thread.EXIT] !== Exit.ENTERED)
            return H[thread + Thread.EXIT];
          if (value === Left.RAISED && !unwind(thread, true, base)) return Exit.RAISED;
          fp = H[thread + Thread.FRAME];
          ip = H[fp + Frame.IP];
          sp = H[fp + Frame.SP];
          cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
          if ((value & NO_VALUE) !== 0) {
            if (fp === base) {
              H[thread + Thread.RESULT] = value;
              return Exit.RETURNED;
            }
            H[sp++] = value;
          } else if (value === Left.DONE && fp === base) return doneFor(thread);
        }
        break;
      }
      case Op.POP_JUMP_IF_FALSE: {
        const value: Value = H[--sp];
        if (value === S.FALSE) ip += arg;
        else if (value !== S.TRUE) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp + 1;
          const truth = isTrue(value);
          decref(value);
          if (truth) break;
          ip += arg;
        } else break;
        if (TAKEN_JUMPS && H[breaker] !== 0 && jumpSafepoint(thread, fp, ip, sp, arg)) {
          return Exit.SUSPENDED;
        }
        break;
      }
      case Op.POP_JUMP_IF_TRUE: {
        const value: Value = H[--sp];
        if (value === S.TRUE) ip += arg;
        else if (value !== S.FALSE) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp + 1;
          const truth = isTrue(value);
          decref(value);
          if (!truth) break;
          ip += arg;
        } else break;
        if (TAKEN_JUMPS && H[breaker] !== 0 && jumpSafepoint(thread, fp, ip, sp, arg)) {
          return Exit.SUSPENDED;
        }
        break;
      }
      case Op.POP_JUMP_IF_NONE: {
        const value: Value = H[--sp];
        if (value === S.NONE) ip += arg;
        decref(value);
        break;
      }
      case Op.POP_JUMP_IF_NOT_NONE: {
        const value: Value = H[--sp];
        if (value !== S.NONE) ip += arg;
        decref(value);
        break;
      }
      case Op.JUMP_IF_FALSE_OR_POP: {
        const value: Value = H[sp - 1];
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        if (isTrue(value)) {
          sp--;
          decref(value);
        } else ip += arg;
        break;
      }
      case Op.JUMP_IF_TRUE_OR_POP: {
        const value: Value = H[sp - 1];
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        if (isTrue(value)) ip += arg;
        else {
          sp--;
          decref(value);
        }
        break;
      }
      case Op.KW_NAMES:
        kwNames = H[cb + arg];
        break;
      case Op.CALL: {
        let base = sp - arg;
        let callable: Value = H[base - 2];
        if (callable === 0) callable = H[base - 1];
        else base--;
        let type = (callable & 1) !== 0 ? T.INT : H[(callable >> 2) + Header.TYPE];
        if (type === T.METHOD && H[sp - arg - 2] === 0) {
          // A bound method is taken apart into (function, self).
          const method = callable;
          callable = H[(method >> 2) + MethodLayout.FUNCTION];
          const self: Value = H[(method >> 2) + MethodLayout.SELF];
          incref(callable);
          incref(self);
          H[sp - arg - 2] = callable;
          H[sp - arg - 1] = self;
          base = sp - arg - 1;
          decref(method);
          if (TIERED) IC[H[ip] + 3] = T.METHOD;
          type = (callable & 1) !== 0 ? T.INT : H[(callable >> 2) + Header.TYPE];
        }
        const count = sp - base;
        if (type === T.FUNCTION) {
          const code = H[(callable >> 2) + F.CODE];
          const c = code >> 2;
          if (TIERED) IC[H[ip] + 2] = code;
          if (H[c + C.SIMPLE_ARGS] === count && kwNames === 0) {
            const at = H[fp + Frame.END];
            const end = at + H[c + C.FRAME_WORDS];
            const depth = H[thread + Thread.DEPTH];
            if (
              end <= H[thread + Thread.STACK_LIMIT] &&
              depth < H[MACHINE + Machine.RECURSION_LIMIT]
            ) {
              const callee = at + Frame.HEADER_WORDS;
              for (let i = 0; i < count; i++) H[callee + i] = H[base + i];
              const locals = callee + H[c + C.LOCALS_PLUS];
              for (let i = callee + count; i < locals; i++) H[i] = 0;
              H[fp + Frame.IP] = ip + 1;
              H[fp + Frame.SP] = sp - arg - 2;
              H[callee + Frame.PREVIOUS] = fp;
              H[callee + Frame.FUNCTION] = callable;
              H[callee + Frame.CODE] = code;
              H[callee + Frame.GLOBALS] = H[(callable >> 2) + F.GLOBALS];
              H[callee + Frame.ACTION] = Action.PUSH;
              H[callee + Frame.END] = end;
              H[thread + Thread.FRAME] = callee;
              H[thread + Thread.DEPTH] = depth + 1;
              fp = callee;
              ip = H[c + C.CODE_START];
              sp = locals;
              cb = H[c + C.CONSTANTS];
              // Readable before the first instruction runs: tracebacks and damage reports look here.
              H[fp + Frame.IP] = ip;
              break;
            }
          }
        } else if (
          type === T.METHOD_DESCRIPTOR ||
          (type === T.NATIVE && H[(callable >> 2) + NativeLayout.SELF] === 0)
        ) {
          const ci = H[ip];
          if (IC[ci] === callable && IC[ci + 1] === count && kwNames === 0) {
            // list.append(x) and list.pop() called as methods, without the way through a native: the
            // argument's reference moves into the list, the item's out of it.
            const list: Value = H[base];
            if ((list & 1) === 0 && H[(list >> 2) + Header.TYPE] === T.LIST) {
              let result: Value = S.NONE;
              H[fp + Frame.IP] = ip;
              if (count === 2) {
                H[fp + Frame.SP] = sp - 1;
                listAppendSteal(list, H[sp - 1]);
              } else result = listPop(list, -1);
              if (result !== 0) {
                ip++;
                // The callable, with or without the NULL below it, gives way to the result.
                sp = sp - arg - 1;
                H[sp - 1] = result;
                decref(list);
                decref(callable);
                if (H[breaker] !== 0) {
                  H[fp + Frame.IP] = ip;
                  H[fp + Frame.SP] = sp;
                  if (safepoint(thread)) return Exit.SUSPENDED;
                }
                break;
              }
            }
          }
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp;
          if (ci !== 0 && IC[ci] === 0) {
            IC[ci + 1] = listMethodWords(callable);
            IC[ci] = IC[ci + 1] === 0 ? -1 : callable;
          }
          const value = callNative(callable, base, count, kwNames);
          if (value === BLOCKED) {
            H[fp + Frame.IP] = kwNames === 0 ? ip - 1 : ip - 2;
            return Exit.BLOCKED;
          }
          kwNames = 0;
          ip++;
          const bottom = sp - arg - 2;
          H[sp] = value;
          for (let i = sp - 1; i >= bottom; i--) {
            const used: Value = H[i];
            if (used !== 0) decref(used);
          }
          sp = bottom;
          H[sp] = value;
          sp++;
          if (H[breaker] !== 0) {
            H[fp + Frame.IP] = ip;
            H[fp + Frame.SP] = sp;
            if (safepoint(thread)) return Exit.SUSPENDED;
          }
          break;
        } else if (type === T.TYPE) {
          if (TIERED) IC[H[ip] + 3] = callable;
          H[fp + Frame.IP] = ip + 1;
          H[fp + Frame.SP] = sp;
          const callee = kwNames === 0 ? pushInit(thread, callable, base, count, sp - arg - 2) : 0;
          if (callee !== 0) {
            fp = callee;
            ip = H[fp + Frame.IP];
            sp = H[fp + Frame.SP];
            cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
            break;
          }
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const outcome = callSlow(thread, callable, base, count, kwNames, sp - arg - 2);
        if (outcome === Exit.BLOCKED) {
          H[fp + Frame.IP] = kwNames === 0 ? ip - 1 : ip - 2;
          return Exit.BLOCKED;
        }
        kwNames = 0;
        // Either a frame was pushed (it returns to the word behind the cache), or the result is there.
        if (outcome === Exit.ENTERED) H[fp + Frame.IP] = ip + 1;
        else ip++;
        if (H[thread + Thread.FRAME] !== fp) {
          fp = H[thread + Thread.FRAME];
          ip = H[fp + Frame.IP];
          cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        }
        sp = H[fp + Frame.SP];
        if (H[breaker] !== 0) {
          H[fp + Frame.IP] = ip;
          if (safepoint(thread)) return Exit.SUSPENDED;
        }
        break;
      }
      case Op.CALL_FUNCTION_EX: {
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const outcome = callExtended(thread, sp, arg);
        if (outcome === Exit.BLOCKED) {
          H[fp + Frame.IP] = ip - 1;
          return Exit.BLOCKED;
        }
        if (H[thread + Thread.FRAME] !== fp) {
          fp = H[thread + Thread.FRAME];
          ip = H[fp + Frame.IP];
          cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        }
        sp = H[fp + Frame.SP];
        break;
      }
      case Op.RETURN_VALUE: {
        const value: Value = H[--sp];
        const action = H[fp + Frame.ACTION];
        if (action === Action.PUSH) {
          // The common return, in line: leaveFrame for a function whose result goes to its caller. Only
          // functions are entered with PUSH, so there is no locals mapping to release.
          for (let i = fp; i < sp; i++) {
            const local: Value = H[i];
            if (local !== 0) decref(local);
          }
          const fn: Value = H[fp + Frame.FUNCTION];
          fp = H[fp + Frame.PREVIOUS];
          H[thread + Thread.FRAME] = fp;
          H[thread + Thread.DEPTH] = H[thread + Thread.DEPTH] - 1;
          ip = H[fp + Frame.IP];
          sp = H[fp + Frame.SP];
          cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
          decref(fn);
          if (fp === base) {
            H[thread + Thread.RESULT] = value;
            return Exit.RETURNED;
          }
          H[sp++] = value;
          break;
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const exit = slow.returnFrom(thread, fp, sp, value);
        if (exit !== Exit.ENTERED) return exit;
        fp = H[thread + Thread.FRAME];
        if (fp === base)
          return (action & Frame.ACTION_MASK) === Action.GENERATOR
            ? doneFor(thread)
            : returnedTo(thread, fp);
        ip = H[fp + Frame.IP];
        sp = H[fp + Frame.SP];
        cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        break;
      }
      case Op.RETURN_GENERATOR: {
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const exit = returnGenerator(thread, fp);
        if (exit !== Exit.ENTERED) return exit;
        fp = H[thread + Thread.FRAME];
        if (fp === base) return returnedTo(thread, fp);
        ip = H[fp + Frame.IP];
        sp = H[fp + Frame.SP];
        cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        break;
      }
      case Op.YIELD_VALUE: {
        const value: Value = H[--sp];
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const exit = finishGenerator.yieldValue(thread, fp, value);
        if (exit !== Exit.ENTERED) return exit;
        fp = H[thread + Thread.FRAME];
        if (fp === base) return returnedTo(thread, fp);
        ip = H[fp + Frame.IP];
        sp = H[fp + Frame.SP];
        cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        break;
      }
      case Op.SEND: {
        const receiver: Value = H[sp - 2];
        const sent: Value = H[sp - 1];
        if (
          H[(receiver >> 2) + Header.TYPE] === T.GENERATOR &&
          H[(receiver >> 2) + GeneratorLayout.STATE] <= GeneratorState.SUSPENDED
        ) {
          H[fp + Frame.IP] = ip;
          H[fp + Frame.SP] = sp - 1;
          const resumed = resumeGenerator(thread, receiver, slow.GENERATOR_SEND, sent);
          if (resumed !== 0) {
            fp = resumed;
            decref(sent);
            ip = H[fp + Frame.IP];
            sp = H[fp + Frame.SP];
            cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
            break;
          }
        }
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        const yielded = slow.sendTo(thread, receiver, sent);
        H[sp - 1] = H[thread + Thread.RESULT];
        H[thread + Thread.RESULT] = 0;
        decref(sent);
        if (!yielded) {
          // (receiver v -- returned)
          H[sp - 2] = H[sp - 1];
          sp--;
          decref(receiver);
          ip += arg;
        }
        break;
      }
      case Op.RAISE_VARARGS:
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        if (!unwind(thread, raiseStatement(thread, sp, arg), base)) return Exit.RAISED;
        fp = H[thread + Thread.FRAME];
        ip = H[fp + Frame.IP];
        sp = H[fp + Frame.SP];
        cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        break;
      case Op.RERAISE:
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        reraise(thread, fp, sp);
        if (!unwind(thread, false, base)) return Exit.RAISED;
        fp = H[thread + Thread.FRAME];
        ip = H[fp + Frame.IP];
        sp = H[fp + Frame.SP];
        cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        break;
      case Op.BEFORE_WITH:
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        {
          const outcome = beforeWith(thread, sp);
          if (outcome === Exit.BLOCKED) {
            H[fp + Frame.IP] = ip - 1;
            return Exit.BLOCKED;
          }
          fp = H[thread + Thread.FRAME];
          ip = H[fp + Frame.IP];
          sp = H[fp + Frame.SP];
          cb = H[(H[fp + Frame.CODE] >> 2) + C.CONSTANTS];
        }
        break;
      default:
        H[fp + Frame.IP] = ip;
        H[fp + Frame.SP] = sp;
        sp = rareStep(thread, fp, ip, sp, word);
        ip += CACHE_WORDS[word & 0xff] as number;
    }
  }
}
