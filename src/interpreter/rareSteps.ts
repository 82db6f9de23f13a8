// Tier 1: instructions that are rare in loops, change no frame and do not jump. They stand outside the
// interpreter's loop, which V8 compiles as one function: whatever the loop meets for the first time costs
// another compilation (40 ms), and module-level code stands between all loops.
//
// IP and SP have been written to the frame, IP pointing just behind the opcode word.
// KEEP-IN-STEP(opcodes)

import { instructionWords, Op } from '../bytecode/opcodes.ts';
import { decref, incref, lock, RETRY, readSlot, unlock } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import {
  CellLayout,
  DictLayout,
  Frame,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { buildStr } from '../objects/strBuild.ts';
import { IC } from '../runtime/inlineCaches.ts';
import { makeFunction } from '../runtime/steps/calls.ts';
import {
  deleteGlobal,
  deleteName,
  loadClassDeref,
  loadNameSlow,
  storeNameSlow,
  unboundDeref,
  unboundLocal,
} from '../runtime/steps/names.ts';
import * as slow from '../runtime/steps/slow.ts';

/** Words of inline cache behind each instruction, by opcode. */
export const CACHE_WORDS = Uint8Array.from(
  { length: Op.COUNT },
  (_, opcode) => instructionWords(opcode) - 1,
);

/** Runs one instruction. `ip` is the word behind it, `sp` the first free stack slot: answers the new one. */
export function rareStep(
  thread: WordIndex,
  fp: WordIndex,
  ip: WordIndex,
  top: WordIndex,
  word: number,
): WordIndex {
  const arg = word >>> 8;
  let sp = top;
  switch (word & 0xff) {
    case Op.DELETE_FAST: {
      const old: Value = H[fp + arg];
      if (old === 0) unboundLocal(fp, arg);
      H[fp + arg] = 0;
      decref(old);
      break;
    }
    case Op.DELETE_GLOBAL:
      deleteGlobal(fp, arg);
      break;
    case Op.LOAD_NAME: {
      const ci = H[ip];
      const locals = H[fp + Frame.LOCALS] >> 2;
      const version = IC[ci];
      if (version !== 0 && H[locals + DictLayout.KEYS_VERSION] === version) {
        const value = readSlot(locals << 2, IC[ci + 1], locals + DictLayout.KEYS_VERSION, version);
        if (value !== RETRY && value !== 0) {
          H[sp++] = value;
          break;
        }
      }
      const value = loadNameSlow(fp, arg, ci);
      H[sp++] = value;
      break;
    }
    case Op.STORE_NAME: {
      const ci = H[ip];
      const locals = H[fp + Frame.LOCALS];
      const version = IC[ci];
      if (version !== 0) {
        lock(locals);
        if (H[(locals >> 2) + DictLayout.KEYS_VERSION] === version) {
          const slot = IC[ci + 1];
          const old: Value = H[slot];
          H[slot] = H[--sp];
          unlock(locals);
          H[fp + Frame.SP] = sp;
          decref(old);
          break;
        }
        unlock(locals);
      }
      storeNameSlow(fp, arg, ci, H[sp - 1]);
      decref(H[--sp]);
      break;
    }
    case Op.DELETE_NAME:
      deleteName(fp, arg);
      break;
    case Op.DELETE_DEREF: {
      const slot = (H[fp + arg] >> 2) + CellLayout.VALUE;
      const old: Value = H[slot];
      if (old === 0) unboundDeref(fp, arg);
      H[slot] = 0;
      decref(old);
      break;
    }
    case Op.LOAD_CLASSDEREF:
      H[sp] = loadClassDeref(fp, arg);
      sp++;
      break;
    case Op.DELETE_ATTR:
      slow.deleteAttribute(fp, arg, H[sp - 1]);
      decref(H[--sp]);
      break;
    case Op.UNARY_POSITIVE:
      slow.replaceTop(sp, slow.positive(H[sp - 1]));
      break;
    case Op.UNARY_INVERT:
      slow.replaceTop(sp, slow.invert(H[sp - 1]));
      break;
    case Op.DELETE_SUBSCR:
      slow.deleteItem(H[sp - 2], H[sp - 1]);
      sp -= 2;
      decref(H[sp]);
      decref(H[sp + 1]);
      break;
    case Op.BINARY_SLICE:
      H[sp] = slow.binarySlice(H[sp - 3], H[sp - 2], H[sp - 1]);
      sp = slow.dropBelowTop(sp + 1, 3);
      break;
    case Op.STORE_SLICE:
      slow.storeSlice(H[sp - 3], H[sp - 2], H[sp - 1], H[sp - 4]);
      sp = slow.dropTop(sp, 4);
      break;
    case Op.BUILD_SET:
      H[sp] = slow.buildSet(sp - arg, arg);
      sp = slow.dropBelowTop(sp + 1, arg);
      break;
    case Op.BUILD_MAP:
      H[sp] = slow.buildMap(sp - 2 * arg, arg);
      sp = slow.dropBelowTop(sp + 1, 2 * arg);
      break;
    case Op.BUILD_CONST_KEY_MAP:
      H[sp] = slow.buildConstKeyMap(sp - 1 - arg, arg, H[sp - 1]);
      sp = slow.dropBelowTop(sp + 1, arg + 1);
      break;
    case Op.BUILD_STRING:
      H[sp] = buildStr(sp - arg, arg);
      sp = slow.dropBelowTop(sp + 1, arg);
      break;
    case Op.BUILD_SLICE:
      H[sp] = slow.buildSlice(sp - arg, arg);
      sp = slow.dropBelowTop(sp + 1, arg);
      break;
    case Op.SET_ADD:
      slow.setAddValue(H[sp - 1 - arg], H[sp - 1]);
      decref(H[--sp]);
      break;
    case Op.MAP_ADD:
      slow.mapAdd(H[sp - 2 - arg], H[sp - 2], H[sp - 1]);
      sp = slow.dropTop(sp, 2);
      break;
    case Op.LIST_EXTEND:
      slow.listExtendValue(H[sp - 1 - arg], H[sp - 1]);
      decref(H[--sp]);
      break;
    case Op.SET_UPDATE:
      slow.setUpdateValue(H[sp - 1 - arg], H[sp - 1]);
      decref(H[--sp]);
      break;
    case Op.DICT_UPDATE:
      slow.dictUpdateValue(H[sp - 1 - arg], H[sp - 1]);
      decref(H[--sp]);
      break;
    case Op.DICT_MERGE:
      slow.dictMerge(sp, arg, ip);
      sp--;
      break;
    case Op.LIST_TO_TUPLE:
      slow.replaceTop(sp, slow.listToTuple(H[sp - 1]));
      break;
    case Op.FORMAT_VALUE: {
      const withSpec = (arg & 4) !== 0 ? 1 : 0;
      H[sp] = slow.formatOperand(H[sp - 1 - withSpec], arg & 3, withSpec === 1 ? H[sp - 1] : 0);
      sp = slow.dropBelowTop(sp + 1, 1 + withSpec);
      break;
    }
    case Op.UNPACK_EX:
      sp = slow.unpackEx(sp, arg & 0xff, arg >> 8);
      break;
    case Op.MAKE_FUNCTION:
      sp = makeFunction(fp, sp, arg);
      break;
    case Op.GET_YIELD_FROM_ITER:
      slow.yieldFromIterator(sp);
      break;
    case Op.PUSH_EXC_INFO: {
      const exception: Value = H[sp - 1];
      const previous: Value = H[thread + Thread.HANDLED];
      H[sp - 1] = previous === 0 ? S.NONE : previous;
      H[sp++] = exception;
      incref(exception);
      H[thread + Thread.HANDLED] = exception;
      break;
    }
    case Op.POP_EXCEPT: {
      const previous: Value = H[--sp];
      const handled: Value = H[thread + Thread.HANDLED];
      H[thread + Thread.HANDLED] = previous === S.NONE ? 0 : previous;
      H[fp + Frame.SP] = sp;
      if (handled !== 0) decref(handled);
      break;
    }
    case Op.CHECK_EXC_MATCH: {
      const types: Value = H[sp - 1];
      H[sp - 1] = slow.exceptionMatches(H[sp - 2], types) ? S.TRUE : S.FALSE;
      decref(types);
      break;
    }
    case Op.WITH_EXCEPT_START:
      H[sp] = slow.withExceptStart(sp);
      sp++;
      break;
    case Op.LOAD_ASSERTION_ERROR:
      H[sp++] = slow.ASSERTION_ERROR;
      break;
    case Op.LOAD_BUILD_CLASS:
      H[sp] = slow.loadBuildClass(fp);
      sp++;
      break;
    case Op.IMPORT_NAME:
      H[sp] = slow.importName(fp, arg, H[sp - 2], H[sp - 1]);
      sp = slow.dropBelowTop(sp + 1, 2);
      break;
    case Op.IMPORT_FROM:
      H[sp] = slow.importFrom(fp, arg, H[sp - 1]);
      sp++;
      break;
    case Op.IMPORT_STAR:
      slow.importStar(fp, H[sp - 1]);
      decref(H[--sp]);
      break;
    case Op.SETUP_ANNOTATIONS:
      slow.setupAnnotations(fp);
      break;
    case Op.PRINT_EXPR:
      slow.printExpression(H[sp - 1]);
      decref(H[--sp]);
      break;
    default:
      slow.badOpcode(word);
  }
  return sp;
}
