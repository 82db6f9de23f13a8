// Instructions that work on the heap's stack, as tier 1 does: everything is put there, a function shared by
// both tiers does the work, and what it leaves is taken up again. For what is rare, or long in itself.

import { OPCODES, Op } from '../../bytecode/opcodes.ts';
import { UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

/** Runs `onHeap.<name>(T, fp, sp, arg)` on the complete frame. */
export function onHeap(t: Translator, name: string, inputs: number): void {
  t.operandsInHeap();
  t.emit(`onHeap.${name}(T, fp, fp + ${t.localCount + t.depth}, ${t.at.arg});`);
  const info = OPCODES[t.at.op as keyof typeof OPCODES];
  const effect = typeof info.effect === 'number' ? info.effect : info.effect(t.at.arg);
  const outputs = inputs + effect;
  for (let i = 0; i < inputs; i++) t.pop();
  for (let i = 0; i < outputs; i++) {
    const variable = t.temporary();
    const slot = t.depth;
    t.emit(`${variable} = ${t.slot(slot)};`);
    t.pushOwned(variable, UNKNOWN, { slot });
  }
}

/** How many values each takes off the stack, by its argument. */
const INPUTS: Partial<Record<Op, [string, (arg: number) => number]>> = {
  [Op.DELETE_GLOBAL]: ['deleteGlobal', () => 0],
  [Op.DELETE_NAME]: ['deleteName', () => 0],
  [Op.DELETE_DEREF]: ['deleteDeref', () => 0],
  [Op.LOAD_CLASSDEREF]: ['loadClassDeref', () => 0],
  [Op.DELETE_ATTR]: ['deleteAttribute', () => 1],
  [Op.DELETE_SUBSCR]: ['deleteSubscript', () => 2],
  [Op.BINARY_SLICE]: ['binarySlice', () => 3],
  [Op.STORE_SLICE]: ['storeSlice', () => 4],
  [Op.BUILD_TUPLE]: ['buildTuple', (a) => a],
  [Op.BUILD_LIST]: ['buildList', (a) => a],
  [Op.BUILD_SET]: ['buildSet', (a) => a],
  [Op.BUILD_MAP]: ['buildMap', (a) => 2 * a],
  [Op.BUILD_CONST_KEY_MAP]: ['buildConstKeyMap', (a) => a + 1],
  [Op.BUILD_STRING]: ['buildString', (a) => a],
  [Op.BUILD_SLICE]: ['buildSlice', (a) => a],
  [Op.LIST_APPEND]: ['listAppend', () => 1],
  [Op.SET_ADD]: ['setAdd', () => 1],
  [Op.MAP_ADD]: ['mapAdd', () => 2],
  [Op.LIST_EXTEND]: ['listExtend', () => 1],
  [Op.SET_UPDATE]: ['setUpdate', () => 1],
  [Op.DICT_UPDATE]: ['dictUpdate', () => 1],
  [Op.DICT_MERGE]: ['dictMerge', (a) => a + 1],
  [Op.LIST_TO_TUPLE]: ['listToTuple', () => 1],
  [Op.FORMAT_VALUE]: ['formatValue', (a) => ((a & 4) !== 0 ? 2 : 1)],
  [Op.UNPACK_SEQUENCE]: ['unpackSequence', () => 1],
  [Op.UNPACK_EX]: ['unpackEx', () => 1],
  [Op.MAKE_FUNCTION]: ['makeFunction', (a) => 1 + bits(a)],
  [Op.LOAD_ASSERTION_ERROR]: ['loadAssertionError', () => 0],
  [Op.LOAD_BUILD_CLASS]: ['loadBuildClass', () => 0],
  [Op.IMPORT_NAME]: ['importName', () => 2],
  [Op.IMPORT_FROM]: ['importFrom', () => 0],
  [Op.IMPORT_STAR]: ['importStar', () => 1],
  [Op.SETUP_ANNOTATIONS]: ['setupAnnotations', () => 0],
};

const bits = (flags: number): number => [1, 2, 4, 8].filter((bit) => (flags & bit) !== 0).length;

export const TRANSLATIONS: Partial<Record<Op, (t: Translator) => void>> = Object.fromEntries(
  Object.entries(INPUTS).map(([op, [name, inputs]]) => [
    op,
    (t: Translator) => onHeap(t, name, inputs(t.at.arg)),
  ]),
);
