// Attributes of instances by type version and shape, methods without bound-method objects, and names of
// modules. What tier 1's cache does not know, or knows no longer, goes the full way, without leaving.

import { Op } from '../../bytecode/opcodes.ts';
import {
  DictLayout,
  Header,
  InstanceLayout,
  ModuleLayout,
  Thread,
  TypeLayout,
} from '../../heap/layout.ts';
import { AttributeCase, IC } from '../../runtime/inlineCaches.ts';
import { entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { loadModuleNative, loadNativeMethod } from './nativeMethods.ts';

export const TRANSLATIONS = {
  [Op.LOAD_ATTR]: loadAttr,
  [Op.STORE_ATTR]: storeAttr,
};

const hasVersion = (object: string, version: number): string =>
  `(${object} & 1) === 0 && H[(H[(${object} >> 2) + ${Header.TYPE}] >> 2) + ${TypeLayout.VERSION}] === ${version}`;

function loadAttr(t: Translator): void {
  const { cache, arg } = t.at;
  const isCall = (arg & 1) !== 0;
  if (isCall && IC[cache] !== 0 && IC[cache + 1] === AttributeCase.METHOD) {
    if (!loadNativeMethod(t)) loadMethod(t);
    return;
  }
  if (isCall && IC[cache] !== 0 && IC[cache + 1] === AttributeCase.MODULE && loadModuleNative(t)) return;
  const lines = t.raising();
  const value = t.pop();
  const object = t.word(value);
  const name = t.temporary();
  const version = IC[cache] as number;
  const found = IC[cache + 1] as AttributeCase;
  const o = object.text;
  let quick = '';
  if (version !== 0 && found === AttributeCase.INSTANCE) {
    const shape = IC[cache + 2] as number;
    quick = `${hasVersion(o, version)} && H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${shape} ? readSlot(${o}, H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + (IC[cache + 3] as number)}, (${o} >> 2) + ${InstanceLayout.SHAPE}, ${shape}) : 0`;
  } else if (version !== 0 && found === AttributeCase.MODULE) {
    const keys = IC[cache + 2] as number;
    const dict = t.temporary();
    t.emit(`${dict} = ${hasVersion(o, version)} ? H[(${o} >> 2) + ${ModuleLayout.DICT}] : 0;`);
    const kv = `(${dict} >> 2) + ${DictLayout.KEYS_VERSION}`;
    quick = `${dict} !== 0 && H[${kv}] === ${keys} ? readSlot(${dict}, ${IC[cache + 3]}, ${kv}, ${keys}) : 0`;
  }
  const second = isCall ? t.temporary() : '';
  if (quick !== '') {
    t.emit(`${name} = ${quick};`);
    if (isCall) t.emit(`${second} = 0;`);
    t.emit(`if (${name} === RETRY || ${name} === 0) {`);
  } else t.emit('{');
  t.emitAll(lines);
  if (isCall) {
    // A function of the type is called with the object as self: (function, self), else (0, value).
    t.emit(`  ${second} = loadAttributeSlow(fp, ${arg}, ${cache}, ${o});`);
    t.emit(`  ${name} = H[T + ${Thread.RESULT}];`);
    t.emit(`  H[T + ${Thread.RESULT}] = 0;`);
    const self = object.kind === Kind.OWNED ? o : t.temporary();
    t.emit(`  if (${second} === 1) { ${second} = ${name}; ${name} = ${o};`);
    if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, UNKNOWN)));
    t.emit('  } else {');
    if (object.kind === Kind.OWNED) t.emitAll(t.aside(() => t.decref(self, UNKNOWN)));
    t.emit('  }');
    if (quick !== '' && object.kind === Kind.OWNED) {
      t.emit('} else {');
      t.emitAll(t.aside(() => t.decref(o, UNKNOWN)));
    }
    t.emit('}');
    t.push(entry(Kind.OWNED, second, UNKNOWN, { fn: -1 }));
    t.pushOwned(name);
    return;
  }
  t.emit(`  loadAttributeSlow(fp, ${arg}, ${cache}, ${o});`);
  t.emit(`  ${name} = H[T + ${Thread.RESULT}];`);
  t.emit(`  H[T + ${Thread.RESULT}] = 0;`);
  t.emit('}');
  t.release(object);
  t.pushOwned(name);
}

/** (object -- function object) where the function is the type's, found by the type's version. */
function loadMethod(t: Translator): void {
  const { cache, arg } = t.at;
  const fn = IC[cache + 2] as number;
  const shape = IC[cache + 3] as number;
  const lines = t.raising();
  const value = t.pop();
  const object = t.word(value);
  const o = object.text;
  const first = t.temporary();
  const second = t.temporary();
  const shapeTest = shape === 0 ? '' : ` && H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${shape}`;
  t.emit(`if (${hasVersion(o, IC[cache] as number)}${shapeTest}) {`);
  t.emitAll(t.aside(() => t.incref(String(fn), -1)));
  t.emit(`  ${first} = ${fn};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, -1)));
  t.emit(`  ${second} = ${o};`);
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${first} = loadAttributeSlow(fp, ${arg}, ${cache}, ${o});`);
  t.emit(`  ${second} = H[T + ${Thread.RESULT}];`);
  t.emit(`  H[T + ${Thread.RESULT}] = 0;`);
  t.emit(`  if (${first} === 1) { ${first} = ${second}; ${second} = ${o};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, UNKNOWN)));
  t.emit('  } else {');
  if (object.kind === Kind.OWNED) t.emitAll(t.aside(() => t.decref(o, UNKNOWN)));
  t.emit('  }');
  t.emit('}');
  t.push(entry(Kind.OWNED, first, UNKNOWN, { fn }));
  t.pushOwned(second);
}

function storeAttr(t: Translator): void {
  const { cache, arg } = t.at;
  const version = IC[cache] as number;
  const lines = t.raising();
  const target = t.pop();
  const value = t.pop();
  const object = t.word(target);
  const o = object.text;
  const word = t.word(value);
  const slow = [
    ...lines,
    `storeAttributeSlow(fp, ${arg}, ${cache}, ${o}, ${word.text});`,
    ...t.aside(() => t.release(word)),
  ];
  if (version === 0 || IC[cache + 1] !== AttributeCase.INSTANCE) {
    t.emitAll(slow, '');
    t.release(object);
    return;
  }
  const old = t.temporary();
  const done = t.variable(`b${t.nextNumber()}`, 'false');
  t.emit(`${done} = false;`);
  t.emit(`if (${hasVersion(o, version)}) {`);
  t.emit(`  lock(${o});`);
  t.emit(`  if (H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${IC[cache + 2]}) {`);
  t.emit(`    ${old} = H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + (IC[cache + 3] as number)};`);
  t.emit(`    ${done} = true;`);
  t.emit(`    const before = H[${old}];`);
  t.emitAll(t.aside(() => t.emit(`H[${old}] = ${t.own(word)};`)), '    ');
  t.emit(`    unlock(${o});`);
  t.emit('    if (before !== 0) {');
  t.emit(`      ${t.setIp(t.at.offset + 1)}`);
  t.emitAll(t.aside(() => t.decref('before', UNKNOWN)), '      ');
  t.emit('    }');
  t.emit(`  } else unlock(${o});`);
  t.emit('}');
  t.emit(`if (!${done}) {`);
  t.emitAll(slow);
  t.emit('}');
  t.release(object);
}
