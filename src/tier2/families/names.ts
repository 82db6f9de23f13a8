// Global, builtin and module-level names: the place in the dict's table that the inline cache has found,
// good as long as the dict's keys have not changed (DictLayout.KEYS_VERSION, unique in the machine).
//
// The code reads the cache when it runs: a module that binds one more name makes every place stale, and
// the slow path finds them again without the code being compiled anew.

import { Op } from '../../bytecode/opcodes.ts';
import { accessSource } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import { DictLayout, FunctionLayout as F, Frame } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { isImmortal } from '../operands.ts';
import { entry, factOf, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

export const TRANSLATIONS = {
  [Op.LOAD_GLOBAL]: loadGlobal,
  [Op.LOAD_NAME]: loadName,
  [Op.STORE_GLOBAL]: (t: Translator) => storeName(t, Frame.GLOBALS, 'storeGlobalSlow'),
  [Op.STORE_NAME]: (t: Translator) => storeName(t, Frame.LOCALS, 'storeNameSlow'),
};

function loadGlobal(t: Translator): void {
  if (t.state.stack.some((e) => e.kind === Kind.PEEKED)) t.hold();
  const { cache, arg } = t.at;
  const lines = t.raising();
  const name = t.temporary();
  const slow = [...lines, `${name} = loadGlobalCached(fp, ${arg >> 1}, ${cache});`];
  if ((arg & 1) !== 0) t.push(entry(Kind.NULL, '0', UNKNOWN));
  if (IC[cache] === 0) {
    t.emitAll(slow, '');
    t.pushOwned(name);
    return;
  }
  const value = H[IC[cache + 1] as number];
  const dict = t.temporary();
  t.emit(`${dict} = ${t.globals()};`);
  const fresh = `H[(${dict} >> 2) + ${DictLayout.KEYS_VERSION}] === IC[${cache}]`;
  const inBuiltins = IC[cache + 2] !== 0;
  if (inBuiltins && value !== 0 && isImmortal(value)) {
    // A builtin is immortal: found unchanged in its place, it needs no count.
    t.emit(
      `if (!(${fresh} && builtinsAre(${t.functionText()}, IC[${cache + 2}]) && H[IC[${cache + 1}]] === ${value})) {`,
    );
    t.emitAll(slow);
    t.emitAll(t.aside(() => t.decref(name, UNKNOWN)));
    t.emit(`  if (${name} !== ${value}) {`);
    t.emitAll(t.exitLines('builtin name rebound', t.before, t.at.offset), '    ');
    t.emit('  }');
    t.emit('}');
    t.push(entry(Kind.CONST, String(value), factOf(value)));
    return;
  }
  if (inBuiltins) {
    const builtins = `H[(${t.functionText()} >> 2) + ${F.BUILTINS}]`;
    t.emit(
      `${dict} = ${fresh} && builtinsAre(${t.functionText()}, IC[${cache + 2}]) ? ${builtins} : 0;`,
    );
    readNamed(t, `${dict} !== 0 && IC[${cache + 2}] !== 0`, name, dict, cache, 2);
  } else readNamed(t, `${fresh} && IC[${cache + 2}] === 0`, name, dict, cache, 0);
  t.emit(`if (${name} === RETRY || ${name} === 0) {`);
  t.emitAll(slow);
  t.emit('}');
  const isFunction = factOf(value) === T.FUNCTION;
  t.pushOwned(name, UNKNOWN, isFunction ? { fn: value } : {});
}

/** The value at the cache's place in the table of `dict` if `test` holds, else 0. */
function readNamed(
  t: Translator,
  test: string,
  name: string,
  dict: string,
  cache: number,
  version: number,
): void {
  const guard = `(${dict} >> 2) + ${DictLayout.KEYS_VERSION}`;
  t.emit(`${name} = 0;`);
  t.emit(`if (${test}) {`);
  t.emitAll(
    t.aside(() => t.readSlot(name, dict, `IC[${cache + 1}]`, guard, `IC[${cache + version}]`)),
  );
  t.emit('}');
}

function loadName(t: Translator): void {
  const { cache, arg } = t.at;
  const lines = t.raising();
  const name = t.temporary();
  const slow = [...lines, `${name} = loadNameSlow(fp, ${arg}, ${cache});`];
  if (IC[cache] === 0) {
    t.emitAll(slow, '');
    t.pushOwned(name);
    return;
  }
  const dict = t.temporary();
  t.emit(`${dict} = H[fp - ${-Frame.LOCALS}];`);
  const fresh = `H[(${dict} >> 2) + ${DictLayout.KEYS_VERSION}] === IC[${cache}]`;
  readNamed(t, fresh, name, dict, cache, 0);
  t.emit(`if (${name} === RETRY || ${name} === 0) {`);
  t.emitAll(slow);
  t.emit('}');
  t.pushOwned(name);
}

function storeName(t: Translator, where: number, helper: string): void {
  const { cache, arg } = t.at;
  const lines = t.raising();
  const value = t.word(t.pop());
  const slow = [...lines, `${helper}(fp, ${arg}, ${cache}, ${value.text});`];
  const dropNew = t.aside(() => t.release(value));
  if (IC[cache] === 0) {
    t.emitAll([...slow, ...dropNew], '');
    return;
  }
  const dict = t.temporary();
  const old = t.temporary();
  t.emit(`${dict} = H[fp - ${-where}];`);
  t.emit(`${accessSource.lock(dict)}`);
  t.emit(`if (H[(${dict} >> 2) + ${DictLayout.KEYS_VERSION}] === IC[${cache}]) {`);
  t.emit(`  ${old} = H[IC[${cache + 1}]];`);
  t.emitAll(t.aside(() => t.emit(`H[IC[${cache + 1}]] = ${t.own(value)};`)));
  t.emit(`  ${accessSource.unlock(dict)}`);
  t.emit(`  ${t.setIp(t.at.offset + 1)}`);
  t.emitAll(t.aside(() => t.decref(old, UNKNOWN)));
  t.emit('} else {');
  t.emit(`  ${accessSource.unlock(dict)}`);
  t.emitAll([...slow, ...dropNew]);
  t.emit('}');
}
