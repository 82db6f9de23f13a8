// Properties: the getter's frame is pushed where the attribute is read.

import { Action, FunctionLayout as F, PropertyLayout } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { frameRoom, layFrame } from '../frames.ts';
import { entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { hasVersion } from './guesses.ts';
import { takeResult } from './methods.ts';

/** A property's getter runs in a frame of its own, and its result is the attribute. */
export function loadProperty(t: Translator): boolean {
  const { cache, arg, next } = t.at;
  const property = IC[cache + 2] as number;
  const getter = IC[cache + 3] as number;
  const code = H[(getter >> 2) + F.CODE] as number;
  const isCall = (arg & 1) !== 0;
  t.settle(t.depth - 1);
  t.boxLocals();
  const lines = t.raising();
  const value = t.pop();
  const bottom = t.depth + (isCall ? 1 : 0);
  const object = t.word(value);
  const o = object.text;
  const result = t.temporary();
  const room = frameRoom(t, code);
  t.emit(
    `if (${hasVersion(o, IC[cache] as number)} && H[${(property >> 2) + PropertyLayout.GET}] === ${getter} && H[${(getter >> 2) + F.CODE}] === ${code} && ${room.test}) {`,
  );
  t.emitAll(
    t.aside(() => {
      t.incref(o, -1);
      if (object.kind !== Kind.OWNED) t.incref(o, -1);
      t.incref(String(getter), -1);
    }),
  );
  if (isCall) t.emit(`  ${t.slot(bottom - 1)} = 0;`);
  layFrame(t, room, code, String(getter), [o], {
    action: Action.PROPERTY,
    extra: o,
    ip: next,
    depth: bottom,
  });
  t.emit(`  ${result} = ${t.callee(code)}.run(T, ${room.frame});`);
  t.emitAll(t.aside(() => t.checkAnswer(result)));
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  tryLoadAttribute(fp, ${arg & ~1}, ${cache}, ${o});`);
  takeResult(t, result);
  t.emitAll(t.aside(() => t.release(object)));
  t.emit('}');
  if (isCall) t.push(entry(Kind.NULL, '0', UNKNOWN, { slot: bottom - 1 }));
  t.pushOwned(result);
  return true;
}
