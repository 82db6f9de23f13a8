// Global, builtin and module-level names: the place in the dict's table that tier 1's cache has found,
// good as long as the dict's keys have not changed (DictLayout.KEYS_VERSION, unique in the machine).

import { Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { DictLayout, Frame, FunctionLayout as F } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { entry, factOf, Kind, UNKNOWN } from '../state.ts';
import { isImmortal, type Translator } from '../translator.ts';

export const TRANSLATIONS = {
  [Op.LOAD_GLOBAL]: loadGlobal,
  [Op.LOAD_NAME]: loadName,
  [Op.STORE_GLOBAL]: (t: Translator) => storeName(t, Frame.GLOBALS, 'storeGlobalSlow'),
  [Op.STORE_NAME]: (t: Translator) => storeName(t, Frame.LOCALS, 'storeNameSlow'),
};

function loadGlobal(t: Translator): void {
  const { cache, arg } = t.at;
  const version = IC[cache] as number;
  const slot = IC[cache + 1] as number;
  const builtins = IC[cache + 2] as number;
  const lines = t.raising();
  const name = t.temporary();
  const slow = [...lines, `${name} = loadGlobalSlow(fp, ${arg >> 1}, ${cache});`];
  if ((arg & 1) !== 0) t.push(entry(Kind.NULL, '0', UNKNOWN));
  if (version === 0) {
    t.emitAll(slow, '');
    t.pushOwned(name);
    return;
  }
  const value = H[slot];
  const globals = t.temporary();
  t.emit(`${globals} = H[fp - ${-Frame.GLOBALS}];`);
  const fresh = `H[(${globals} >> 2) + ${DictLayout.KEYS_VERSION}] === ${version}`;
  if (builtins !== 0 && isImmortal(value) && value !== 0) {
    // A builtin is immortal: found unchanged in its place, it needs no count.
    t.exitIf(`!(${fresh}) || !builtinsAre(fp, ${builtins}) || H[${slot}] !== ${value}`, 'builtin name rebound');
    t.push(entry(Kind.CONST, String(value), factOf(value)));
    return;
  }
  if (builtins !== 0) {
    t.emit(`${globals} = ${fresh} && builtinsAre(fp, ${builtins}) ? H[(H[fp - ${-Frame.FUNCTION}] >> 2) + ${F.BUILTINS}] : 0;`);
    readNamed(t, `${globals} !== 0`, name, globals, slot, builtins);
  } else readNamed(t, fresh, name, globals, slot, version);
  t.emit(`if (${name} === RETRY || ${name} === 0) {`);
  t.emitAll(slow);
  t.emit('}');
  const isFunction = factOf(value) === T.FUNCTION;
  t.pushOwned(name, UNKNOWN, isFunction ? { fn: value } : {});
}

/** The value at a place in a dict's table if `test` holds, else 0. */
function readNamed(
  t: Translator,
  test: string,
  name: string,
  dict: string,
  slot: number,
  version: number,
): void {
  const guard = `(${dict} >> 2) + ${DictLayout.KEYS_VERSION}`;
  t.emit(`${name} = 0;`);
  t.emit(`if (${test}) {`);
  t.emitAll(t.aside(() => t.readSlot(name, dict, String(slot), guard, String(version))));
  t.emit('}');
}

function loadName(t: Translator): void {
  const { cache, arg } = t.at;
  const version = IC[cache] as number;
  const slot = IC[cache + 1] as number;
  const lines = t.raising();
  const name = t.temporary();
  const slow = [...lines, `${name} = loadNameSlow(fp, ${arg}, ${cache});`];
  if (version === 0) {
    t.emitAll(slow, '');
    t.pushOwned(name);
    return;
  }
  const dict = t.temporary();
  t.emit(`${dict} = H[fp - ${-Frame.LOCALS}];`);
  const fresh = `H[(${dict} >> 2) + ${DictLayout.KEYS_VERSION}] === ${version}`;
  readNamed(t, fresh, name, dict, slot, version);
  t.emit(`if (${name} === RETRY || ${name} === 0) {`);
  t.emitAll(slow);
  t.emit('}');
  t.pushOwned(name);
}

function storeName(t: Translator, where: number, helper: string): void {
  const { cache, arg } = t.at;
  const version = IC[cache] as number;
  const slot = IC[cache + 1] as number;
  const lines = t.raising();
  const value = t.word(t.pop());
  const slow = [...lines, `${helper}(fp, ${arg}, ${cache}, ${value.text});`];
  const dropNew = t.aside(() => t.release(value));
  if (version === 0) {
    t.emitAll([...slow, ...dropNew], '');
    return;
  }
  const dict = t.temporary();
  const old = t.temporary();
  t.emit(`${dict} = H[fp - ${-where}];`);
  t.emit(`lock(${dict});`);
  t.emit(`if (H[(${dict} >> 2) + ${DictLayout.KEYS_VERSION}] === ${version}) {`);
  t.emit(`  ${old} = H[${slot}];`);
  t.emitAll(t.aside(() => t.emit(`H[${slot}] = ${t.own(value)};`)));
  t.emit(`  unlock(${dict});`);
  t.emit(`  ${t.setIp(t.at.offset + 1)}`);
  t.emitAll(t.aside(() => t.decref(old, UNKNOWN)));
  t.emit('} else {');
  t.emit(`  unlock(${dict});`);
  t.emitAll([...slow, ...dropNew]);
  t.emit('}');
}
