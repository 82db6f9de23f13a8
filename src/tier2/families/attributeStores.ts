// Stores of attributes: into a place that the shape knows, into a member's, or into a new place.

import { Op } from '../../bytecode/opcodes.ts';
import { accessSource } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import { InstanceLayout } from '../../heap/layout.ts';
import { AttributeCase, IC } from '../../runtime/inlineCaches.ts';
import { type Entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { isRewritable, storeDouble } from './doubles.ts';
import { hasVersion } from './guesses.ts';

export const TRANSLATIONS = {
  [Op.STORE_ATTR]: storeAttr,
};

/** `object.name = double`, the place known by the shape. */
function storeDoubleAttribute(
  t: Translator,
  lines: readonly string[],
  object: Entry,
  double: string,
): void {
  const { cache, arg } = t.at;
  const o = object.text;
  const slot = t.temporary();
  const old = t.temporary();
  t.emit(
    `if (${hasVersion(o, IC[cache] as number)} && H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${IC[cache + 2]}) {`,
  );
  t.emit(
    `  ${slot} = H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + (IC[cache + 3] as number)};`,
  );
  t.emit(`  ${old} = H[${slot}];`);
  t.emitAll(t.aside(() => storeDouble(t, slot, old, double)));
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${old} = newFloat(${double});`);
  t.emit(`  storeAttributeSlow(fp, ${arg}, ${cache}, ${o}, ${old});`);
  t.emitAll(t.aside(() => t.decref(old, T.FLOAT)));
  t.emit('}');
  t.release(object);
}

function storeAttr(t: Translator): void {
  const { cache, arg } = t.at;
  const version = IC[cache] as number;
  const lines = t.raising();
  const target = t.pop();
  const value = t.pop();
  const object = t.word(target);
  const o = object.text;
  if (isRewritable(value) && version !== 0 && IC[cache + 1] === AttributeCase.INSTANCE) {
    storeDoubleAttribute(t, lines, object, value.text);
    return;
  }
  const word = t.word(value);
  const slow = [
    ...lines,
    `storeAttributeSlow(fp, ${arg}, ${cache}, ${o}, ${word.text});`,
    ...t.aside(() => t.release(word)),
  ];
  if (
    version !== 0 &&
    (IC[cache + 1] === AttributeCase.MEMBER || IC[cache + 1] === AttributeCase.ADD)
  ) {
    storeTaken(t, o, word, slow);
    t.release(object);
    return;
  }
  if (version === 0 || IC[cache + 1] !== AttributeCase.INSTANCE) {
    t.emitAll(slow, '');
    t.release(object);
    return;
  }
  const old = t.temporary();
  const done = t.variable(`b${t.nextNumber()}`, 'false');
  t.emit(`${done} = false;`);
  t.emit(`if (${hasVersion(o, version)}) {`);
  t.emit(`  ${accessSource.lock(o)}`);
  t.emit(`  if (H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${IC[cache + 2]}) {`);
  t.emit(
    `    ${old} = H[(${o} >> 2) + ${InstanceLayout.VALUES}] + ${1 + (IC[cache + 3] as number)};`,
  );
  t.emit(`    ${done} = true;`);
  t.emit(`    const before = H[${old}];`);
  t.emitAll(
    t.aside(() => t.emit(`H[${old}] = ${t.own(word)};`)),
    '    ',
  );
  t.emit(`    ${accessSource.unlock(o)}`);
  t.emit('    if (before !== 0) {');
  t.emit(`      ${t.setIp(t.at.offset + 1)}`);
  t.emitAll(
    t.aside(() => t.decref('before', UNKNOWN)),
    '      ',
  );
  t.emit('    }');
  t.emit(`  } else { ${accessSource.unlock(o)} }`);
  t.emit('}');
  t.emit(`if (!${done}) {`);
  t.emitAll(slow);
  t.emit('}');
  t.release(object);
}

/** A member, or an attribute that the object has not had: the value's reference goes into the object. */
function storeTaken(t: Translator, o: string, word: Entry, slow: readonly string[]): void {
  const { cache, offset } = t.at;
  const a = IC[cache + 2] as number;
  const b = IC[cache + 3] as number;
  t.emit(`if (${hasVersion(o, IC[cache] as number)}`);
  if (IC[cache + 1] === AttributeCase.MEMBER) {
    t.emit(') {');
    t.emit(`  ${t.setIp(offset + 1)}`);
    t.emitAll(t.aside(() => t.emit(`storeMember(${o}, (${o} >> 2) + ${a}, ${t.own(word)});`)));
  } else {
    t.emit(`  && storeNew(${o}, ${word.text}, ${a}, ${b}, ${word.kind !== Kind.OWNED})) {`);
  }
  t.emit('} else {');
  t.emitAll(slow);
  t.emit('}');
}
