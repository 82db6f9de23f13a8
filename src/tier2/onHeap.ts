// Instructions done on the heap's stack as tier 1 does them, one function each. The frame is complete
// when they are called; they leave their results where tier 1 would, and need not write SP.
// KEEP-IN-STEP(opcodes): the cases of the same names in interpreter/execute.ts.

import { decref, incref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  CellLayout,
  Frame,
  Header,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { listAppendSteal, newListFromStack } from '../objects/list.ts';
import { buildStr } from '../objects/strBuild.ts';
import { newTupleFromStack } from '../objects/tuple.ts';
import { makeFunction } from '../runtime/steps/calls.ts';
import { deleteGlobal, deleteName, loadClassDeref, unboundDeref } from '../runtime/steps/names.ts';
import * as slow from '../runtime/steps/slow.ts';

type OnHeap = (thread: WordIndex, fp: WordIndex, sp: WordIndex, arg: number) => void;

/** The value takes the place of the `count` values on top. */
function give(sp: WordIndex, count: number, value: Value): void {
  H[sp] = value;
  slow.dropBelowTop(sp + 1, count);
}

export const onHeap: Readonly<Record<string, OnHeap>> = {
  deleteGlobal: (_t, fp, _sp, arg) => deleteGlobal(fp, arg),
  deleteName: (_t, fp, _sp, arg) => deleteName(fp, arg),
  deleteDeref(_t, fp, _sp, arg) {
    const slot = (H[fp + arg] >> 2) + CellLayout.VALUE;
    const old: Value = H[slot];
    if (old === 0) unboundDeref(fp, arg);
    H[slot] = 0;
    decref(old);
  },
  loadClassDeref(_t, fp, sp, arg) {
    H[sp] = loadClassDeref(fp, arg);
  },
  deleteAttribute(_t, fp, sp, arg) {
    slow.deleteAttribute(fp, arg, H[sp - 1]);
    decref(H[sp - 1]);
  },
  deleteSubscript(_t, _fp, sp) {
    slow.deleteItem(H[sp - 2], H[sp - 1]);
    decref(H[sp - 2]);
    decref(H[sp - 1]);
  },
  binarySlice: (_t, _fp, sp) => give(sp, 3, slow.binarySlice(H[sp - 3], H[sp - 2], H[sp - 1])),
  storeSlice(_t, _fp, sp) {
    slow.storeSlice(H[sp - 3], H[sp - 2], H[sp - 1], H[sp - 4]);
    slow.dropTop(sp, 4);
  },
  buildTuple(_t, _fp, sp, arg) {
    H[sp - arg] = newTupleFromStack(sp - arg, arg);
  },
  buildList(_t, _fp, sp, arg) {
    H[sp - arg] = newListFromStack(sp - arg, arg);
  },
  buildSet: (_t, _fp, sp, arg) => give(sp, arg, slow.buildSet(sp - arg, arg)),
  buildMap: (_t, _fp, sp, arg) => give(sp, 2 * arg, slow.buildMap(sp - 2 * arg, arg)),
  buildConstKeyMap: (_t, _fp, sp, arg) =>
    give(sp, arg + 1, slow.buildConstKeyMap(sp - 1 - arg, arg, H[sp - 1])),
  buildString: (_t, _fp, sp, arg) => give(sp, arg, buildStr(sp - arg, arg)),
  buildSlice: (_t, _fp, sp, arg) => give(sp, arg, slow.buildSlice(sp - arg, arg)),
  listAppend(_t, _fp, sp, arg) {
    listAppendSteal(H[sp - 1 - arg], H[sp - 1]);
  },
  setAdd(_t, _fp, sp, arg) {
    slow.setAddValue(H[sp - 1 - arg], H[sp - 1]);
    decref(H[sp - 1]);
  },
  mapAdd(_t, _fp, sp, arg) {
    slow.mapAdd(H[sp - 2 - arg], H[sp - 2], H[sp - 1]);
    slow.dropTop(sp, 2);
  },
  listExtend(_t, _fp, sp, arg) {
    slow.listExtendValue(H[sp - 1 - arg], H[sp - 1]);
    decref(H[sp - 1]);
  },
  setUpdate(_t, _fp, sp, arg) {
    slow.setUpdateValue(H[sp - 1 - arg], H[sp - 1]);
    decref(H[sp - 1]);
  },
  dictUpdate(_t, _fp, sp, arg) {
    slow.dictUpdateValue(H[sp - 1 - arg], H[sp - 1]);
    decref(H[sp - 1]);
  },
  dictMerge: (_t, fp, sp, arg) => slow.dictMerge(sp, arg, H[fp + Frame.IP]),
  listToTuple: (_t, _fp, sp) => slow.replaceTop(sp, slow.listToTuple(H[sp - 1])),
  formatValue(_t, _fp, sp, arg) {
    const withSpec = (arg & 4) !== 0 ? 1 : 0;
    const spec = withSpec === 1 ? H[sp - 1] : 0;
    give(sp, 1 + withSpec, slow.formatOperand(H[sp - 1 - withSpec], arg & 3, spec));
  },
  unpackSequence(_t, _fp, sp, arg) {
    const sequence: Value = H[sp - 1];
    if (
      (sequence & 1) === 0 &&
      H[(sequence >> 2) + Header.TYPE] === T.TUPLE &&
      H[(sequence >> 2) + TupleLayout.LENGTH] === arg
    ) {
      for (let i = arg - 1, at = sp - 1; i >= 0; i--, at++) {
        const value: Value = H[(sequence >> 2) + TupleLayout.ITEMS + i];
        incref(value);
        H[at] = value;
      }
      decref(sequence);
    } else slow.unpackSequence(sp, arg);
  },
  unpackEx(_t, _fp, sp, arg) {
    slow.unpackEx(sp, arg & 0xff, arg >> 8);
  },
  makeFunction(_t, fp, sp, arg) {
    makeFunction(fp, sp, arg);
  },
  loadAssertionError(_t, _fp, sp) {
    H[sp] = slow.ASSERTION_ERROR;
  },
  loadBuildClass(_t, fp, sp) {
    H[sp] = slow.loadBuildClass(fp);
  },
  importName: (_t, fp, sp, arg) => give(sp, 2, slow.importName(fp, arg, H[sp - 2], H[sp - 1])),
  importFrom(_t, fp, sp, arg) {
    H[sp] = slow.importFrom(fp, arg, H[sp - 1]);
  },
  importStar(_t, fp, sp) {
    slow.importStar(fp, H[sp - 1]);
    decref(H[sp - 1]);
  },
  setupAnnotations: (_t, fp) => slow.setupAnnotations(fp),
};
