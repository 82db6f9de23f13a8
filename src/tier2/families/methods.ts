// Methods without bound-method objects: a function and its object on the stack, found by the type's version.

import { T } from '../../heap/builtinTypes.ts';
import { Header, InstanceLayout, Thread, TypeLayout } from '../../heap/layout.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import type { SeenType } from '../../runtime/seenTypes.ts';
import { type Entry, entry, factOf, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

/** The value is a class of the ordinary kind, and unchanged. */
export const isTypeOf = (o: string, version: number): string =>
  `H[(${o} >> 2) + ${Header.TYPE}] === ${T.TYPE} && H[(${o} >> 2) + ${TypeLayout.VERSION}] === ${version}`;

/** (object -- function object) where the function is what the type has as long as `test` holds. */
export function loadMethod(t: Translator, test: (object: string) => string): void {
  const fn = IC[t.at.cache + 2] as number;
  const lines = t.raising();
  const value = t.pop();
  const object = t.word(value);
  const o = object.text;
  const first = t.temporary();
  const second = t.temporary();
  t.emit(`if (${test(o)}) {`);
  t.emitAll(t.aside(() => t.incref(String(fn), -1)));
  t.emit(`  ${first} = ${fn};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, -1)));
  t.emit(`  ${second} = ${o};`);
  elseLoadEither(t, object, first, second, lines);
  t.push(entry(Kind.OWNED, first, UNKNOWN, { fn }));
  t.pushOwned(second);
}

/** The else of a method that was found at once: the full way, which may lead to anything. */
function elseLoadEither(
  t: Translator,
  object: Entry,
  first: string,
  second: string,
  lines: readonly string[],
): void {
  const { cache, arg } = t.at;
  const o = object.text;
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${first} = tryLoadAttribute(fp, ${arg}, ${cache}, ${o});`);
  takeResult(t, second);
  t.emit(`  if (${first} === 1) { ${first} = ${second}; ${second} = ${o};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, UNKNOWN)));
  t.emit('  } else {');
  if (object.kind === Kind.OWNED) t.emitAll(t.aside(() => t.decref(o, UNKNOWN)));
  t.emit('  }');
  t.emit('}');
}

/** As loadMethod, where several types have come along. */
export function loadOneOf(t: Translator, types: readonly SeenType[]): void {
  const lines = t.raising();
  const object = t.word(t.pop());
  const o = object.text;
  const first = t.temporary();
  const second = t.temporary();
  const version = t.temporary();
  t.emit(
    `${version} = (${o} & 1) === 0 ? H[(H[(${o} >> 2) + ${Header.TYPE}] >> 2) + ${TypeLayout.VERSION}] : 0;`,
  );
  const choices = types.map(([of, , fn, shape]) => {
    const shaped = shape === 0 ? '' : ` && H[(${o} >> 2) + ${InstanceLayout.SHAPE}] === ${shape}`;
    return `${version} === ${of}${shaped} ? ${fn}`;
  });
  t.emit(`${first} = ${choices.join(' : ')} : 0;`);
  t.emit(`if (${first} !== 0) {`);
  t.emitAll(t.aside(() => t.incref(first, -1)));
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, -1)));
  t.emit(`  ${second} = ${o};`);
  elseLoadEither(t, object, first, second, lines);
  const fns = types.map(([, , fn]) => fn).filter((fn) => factOf(fn) === T.FUNCTION);
  t.push(entry(Kind.OWNED, first, UNKNOWN, { fn: -1, fns }));
  t.pushOwned(second);
}

/** `super().name`; the value on the stack is the object. */
export function loadOfSuper(t: Translator): void {
  const { arg } = t.at;
  t.mayRaise();
  const { text: self } = t.pop();
  const first = t.temporary();
  const second = t.temporary();
  t.emit(`${first} = loadSuper(T, fp, ${arg}, ${self});`);
  t.emit(`${second} = H[T + ${Thread.RESULT}];`);
  t.emit(`H[T + ${Thread.RESULT}] = 0;`);
  if ((arg & 1) !== 0) {
    t.emit(`if (${first} === 1) { ${first} = ${second}; ${second} = ${self}; } else {`);
    t.emitAll(t.aside(() => t.decref(self, UNKNOWN)));
    t.emit('}');
    t.push(entry(Kind.OWNED, first, UNKNOWN, { fn: -1 }));
    t.pushOwned(second);
    return;
  }
  t.emitAll(t.aside(() => t.decref(self, UNKNOWN)));
  t.pushOwned(second);
}

/** A callable of any kind: (function, object) if it is a function of the type, else (0, value). */
export function loadEither(
  t: Translator,
  object: Entry,
  name: string,
  lines: readonly string[],
): void {
  const { cache, arg } = t.at;
  const o = object.text;
  const second = t.temporary();
  t.emitAll(lines, '');
  t.emit(`${second} = tryLoadAttribute(fp, ${arg}, ${cache}, ${o});`);
  takeResult(t, name);
  t.emit(`if (${second} === 1) { ${second} = ${name}; ${name} = ${o};`);
  if (object.kind !== Kind.OWNED) t.emitAll(t.aside(() => t.incref(o, UNKNOWN)));
  t.emit('} else {');
  if (object.kind === Kind.OWNED) t.emitAll(t.aside(() => t.decref(o, UNKNOWN)));
  t.emit('}');
  t.push(entry(Kind.OWNED, second, UNKNOWN, { fn: -1 }));
  t.pushOwned(name);
}

/** What tryLoadAttribute has left, if it has found something. */
export function takeResult(t: Translator, name: string): void {
  t.emit(`  ${name} = H[T + ${Thread.RESULT}];`);
  t.checkRaised(name, '  ');
  t.emit(`  H[T + ${Thread.RESULT}] = 0;`);
}
