// Reading items and attributes without counting them, where what is read is used at once: a float's
// double, a small int, a container that is looked into. What is not as expected leaves for tier 1, and
// the next compilation writes the general form.
//
// It needs an executor under which nothing can run between the read and the use (AccessSource.uncounted).
// Where that holds only for as long as there is one thread, the other way counts, as ever.

import { T } from '../../heap/builtinTypes.ts';
import {
  Header,
  InstanceLayout,
  ListLayout,
  StorageLayout,
  TupleLayout,
} from '../../heap/layout.ts';
import { AttributeCase, IC } from '../../runtime/inlineCaches.ts';
import { doubts } from '../doubts.ts';
import { forecast, Use } from '../forecast.ts';
import { type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { hasVersion } from './guesses.ts';
import { isWord } from './nativeArguments.ts';

/** How the value is used; ANY if it cannot be peeked at. */
function useOf(t: Translator, object: Entry): Use {
  if (t.uncounted === undefined || doubts.has(t.at.cache)) return Use.ANY;
  const use = forecast(t.block.instructions, t.block.instructions.indexOf(t.at));
  // What lies in an object that is let go of here may go with it.
  return use === Use.CONTAINER && object.kind === Kind.OWNED ? Use.ANY : use;
}

/** `object[key]`, a list or tuple and a small int. False, with nothing written, if it is not expected. */
export function peekItem(t: Translator): boolean {
  const key = t.top();
  const object = t.top(1);
  const keyFact = t.factOf(key);
  const fact = t.factOf(object);
  const type = fact === UNKNOWN ? (IC[t.at.cache] as number) : fact;
  if (type !== T.LIST && type !== T.TUPLE) return false;
  if (!isWord(object) || !isWord(key) || (keyFact !== SMALL && keyFact !== UNKNOWN)) return false;
  const use = useOf(t, object);
  if (use === Use.ANY) return false;
  if (object.kind === Kind.OWNED || key.kind === Kind.OWNED) t.hold();
  peek(t, use, itemPlace(t, object, key, type));
  return true;
}

function itemPlace(t: Translator, object: Entry, key: Entry, type: number): Place {
  const o = object.text;
  const q = `(${o} >> 2)`;
  const tests: string[] = [];
  if (t.factOf(key) !== SMALL) tests.push(`(${key.text} & 1) !== 0`);
  if (t.factOf(object) !== type) {
    tests.push(`(${o} & 1) === 0`, `H[${q} + ${Header.TYPE}] === ${type}`);
  }
  const isList = type === T.LIST;
  const index = t.variable(`i${t.nextNumber()}`);
  const size = `H[${q} + ${isList ? ListLayout.SIZE : TupleLayout.LENGTH}]`;
  const isNatural = key.kind === Kind.CONST && Number(key.text) > 0;
  const opening = [`${index} = ${key.text} >> 1;`];
  if (!isNatural) opening.push(`if (${index} < 0) ${index} = (${index} + ${size}) | 0;`);
  const inside = isNatural ? `${index} < ${size}` : `${index} >= 0 && ${index} < ${size}`;
  const place = isList
    ? `(H[${q} + ${ListLayout.STORAGE}] >> 2) + ${StorageLayout.ITEMS} + ${index}`
    : `${q} + ${TupleLayout.ITEMS} + ${index}`;
  const plain = (target: string) => `${target} = ${inside} ? H[${place}] : 0;`;
  const counted = (target: string): string[] =>
    isList
      ? [
          `${target} = 0;`,
          `if (${index} >= 0) {`,
          ...t.aside(() => t.readItem(target, o, `${q} + ${ListLayout.STORAGE}`, index)),
          '}',
        ]
      : [plain(target), ...t.aside(() => t.incref(target, UNKNOWN))];
  const learned = () => {
    t.learn(object, type);
    t.learn(key, SMALL);
    t.pop();
    t.pop();
  };
  return { tests, opening, plain, counted, learned, taken: [object, key] };
}

/** An attribute in an instance's storage, or in a slot of the object. */
export function peekAttribute(t: Translator): boolean {
  const { cache, arg } = t.at;
  const object = t.top();
  const version = IC[cache] as number;
  const found = IC[cache + 1] as AttributeCase;
  if ((arg & 1) !== 0 || version === 0 || object.isSuper === true || !isWord(object)) return false;
  if (found !== AttributeCase.INSTANCE && found !== AttributeCase.MEMBER) return false;
  const use = useOf(t, object);
  if (use === Use.ANY) return false;
  if (object.kind === Kind.OWNED) t.hold();
  peek(t, use, attributePlace(t, object));
  return true;
}

function attributePlace(t: Translator, object: Entry): Place {
  const { cache } = t.at;
  const o = object.text;
  const q = `(${o} >> 2)`;
  const isMember = IC[cache + 1] === AttributeCase.MEMBER;
  const a = IC[cache + 2] as number;
  const shape = `${q} + ${InstanceLayout.SHAPE}`;
  const tests = [hasVersion(o, IC[cache] as number)];
  if (!isMember) tests.push(`H[${shape}] === ${a}`);
  const place = isMember
    ? `${q} + ${a}`
    : `H[${q} + ${InstanceLayout.VALUES}] + ${1 + (IC[cache + 3] as number)}`;
  const type = `${q} + ${Header.TYPE}`;
  const guard = isMember ? `${type}, H[${type}]` : `${shape}, ${a}`;
  return {
    tests,
    opening: [],
    plain: (target) => `${target} = H[${place}];`,
    counted: (target) => [
      `${target} = readSlot(${o}, ${place}, ${guard});`,
      `if (${target} === RETRY) ${target} = 0;`,
    ],
    learned: () => {
      t.pop();
    },
    taken: [object],
  };
}

interface Place {
  /** What must hold for the place to be there. */
  readonly tests: readonly string[];
  readonly opening: readonly string[];
  /** Sets the variable to the value there, borrowed, or to 0. */
  plain(target: string): string;
  /** The same, owned. */
  counted(target: string): string[];
  /** Notes what the tests have shown, and takes the operands off the stack. */
  learned(): void;
  /** The operands, to be let go of. */
  readonly taken: readonly Entry[];
}

/** Text that reads the place and pushes what is there, or leaves. */
function peek(t: Translator, use: Use, place: Place): void {
  const target = t.temporary();
  const label = `x${t.nextNumber()}`;
  const double = use === Use.DOUBLE ? t.variable(`f${t.nextNumber()}`, '0.5') : '';
  const fits =
    use === Use.SMALL
      ? `(${target} & 1) !== 0`
      : use === Use.DOUBLE
        ? `(${target} & 1) === 0 && H[(${target} >> 2) + ${Header.TYPE}] === ${T.FLOAT}`
        : `${target} !== 0`;
  const takes = use === Use.DOUBLE ? [`${double} = F64[(${target} >> 3) + 2];`] : [];
  t.emit(`${label}: {`);
  if (place.tests.length > 0) t.emit(`if (${place.tests.join(' && ')}) {`);
  t.emitAll(place.opening);
  if (t.uncounted !== 'true') t.emit(`if (${t.uncounted}) {`);
  t.emit(`  ${place.plain(target)}`);
  t.emit(`  if (${fits}) {`);
  t.emitAll([...takes, `break ${label};`], '    ');
  t.emit('  }');
  if (t.uncounted !== 'true') {
    t.emit('} else {');
    t.emitAll(place.counted(target));
    t.emit(`  if (${fits}) {`);
    t.emitAll([...takes, ...t.aside(() => use === Use.DOUBLE && t.decref(target, T.FLOAT))]);
    t.emit(`    break ${label};`);
    t.emit('  }');
    t.emitAll(t.aside(() => t.decref(target, UNKNOWN)));
    t.emit('}');
  }
  if (place.tests.length > 0) t.emit('}');
  t.emitAll(t.exitLines('another kind of value', t.before, t.at.offset));
  t.emit('}');
  place.learned();
  if (use === Use.DOUBLE) t.push(entry(Kind.DOUBLE, double, T.FLOAT));
  else if (use === Use.SMALL) t.push(entry(Kind.OWNED, target, SMALL));
  else t.push(entry(Kind.PEEKED, target, UNKNOWN));
  t.releaseAll(place.taken);
}
