// From a hot place to a JavaScript function: the flow graph from there, the text, `new Function`.

import { accessSource, blockSource, countSource } from '../executors/policy.ts';
import { boot } from '../heap/boot.ts';
import { T } from '../heap/builtinTypes.ts';
import { CodeLayout as C, Header, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { flowFrom } from './flow.ts';
import { hotHandlers } from './handlers.ts';
import { unitName } from './listing.ts';
import { copyState, entry, factOf, Kind, type Local, SMALL, type State, UNKNOWN } from './state.ts';
import { translate } from './translate.ts';
import { parameterCount, Translator, Unsupported } from './translator.ts';
import type { Callee, Run, Unit } from './units.ts';

export interface Compiled {
  readonly run: Run;
  readonly source: string;
  readonly translator: Translator;
}

/** What generated code calls by name, and the text that binds the names. */
export interface Bindings {
  readonly names: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The same for all units: `helpers` and what the executor's texts name. */
export function bindingsOf(helpers: Readonly<Record<string, unknown>>): Bindings {
  const names = { ...helpers, ...countSource.names, ...accessSource.names, ...blockSource.names };
  const all = Object.keys(names).join(', ');
  return { names, text: `const { ${all}, H: HEAP, F64: DOUBLES, IC: CACHES } = R;` };
}

/**
 * Compiles a unit. `fp`, if it is given, is a frame that stands at the entry: what its locals hold now is
 * what they are guessed to hold. Throws Unsupported.
 */
export function compileUnit(
  unit: Unit,
  fp: WordIndex | undefined,
  depth: number,
  bindings: Bindings,
  calleeUnit: (callee: Callee) => Unit,
): Compiled {
  const { code, offset } = unit;
  const { translator, lines } = translated(unit, entryState(unit, fp, depth));
  const source = [
    bindings.text,
    ...translator.callees.map((_, i) => `const unit${i} = units[${i}];`),
    `return function ${unitName(code, offset)}(T, fp) {`,
    ...lines,
    '};',
  ].join('\n');
  try {
    const factory = new Function('R', 'U', 'units', source) as (
      names: unknown,
      unit: Unit,
      units: readonly Unit[],
    ) => Run;
    return {
      run: factory(bindings.names, unit, translator.callees.map(calleeUnit)),
      source,
      translator,
    };
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Error(
        `bug: tier 2 wrote no JavaScript for ${unitName(code, offset)}: ${error.message}\n${source}`,
      );
    }
    throw error;
  }
}

interface Translated {
  readonly translator: Translator;
  readonly lines: readonly string[];
}

/** The unit with its hot handlers, or without them if something in there cannot be translated. */
function translated(unit: Unit, state: State): Translated {
  const handlers = hotHandlers(unit.code);
  if (handlers.size === 0) return translateWith(unit, state, handlers);
  try {
    return translateWith(unit, state, handlers);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return translateWith(unit, state, new Set());
  }
}

function translateWith(unit: Unit, state: State, handlers: ReadonlySet<number>): Translated {
  const flow = flowFrom(unit.code, unit.offset, handlers);
  const options = { borrow: boot.borrow };
  const translator = new Translator(unit.code, flow, options, unit.offset === 0, translate);
  return { translator, lines: translator.run(copyState(state)) };
}

function entryState(unit: Unit, fp: WordIndex | undefined, depth: number): State {
  const q = unit.code >> 2;
  const count = H[q + C.LOCALS_PLUS];
  const parameters = parameterCount(unit.code);
  const guess = fp !== undefined && !unit.suspicious;
  const locals: Local[] = [];
  for (let i = 0; i < count; i++) {
    const fact = guess ? guessable(H[(fp as number) + i]) : UNKNOWN;
    locals.push({
      unboxed: false,
      fact,
      bound: fact !== UNKNOWN || (unit.offset === 0 && i < parameters),
    });
  }
  const stack = Array.from({ length: depth }, (_, i) => {
    const fact = guess ? iteratorFact(H[(fp as number) + count + i]) : UNKNOWN;
    return entry(Kind.OWNED, `s${i}`, fact, { slot: i });
  });
  return { stack, locals };
}

/** Facts about locals that are worth a guard at the entry. */
function guessable(value: Value): number {
  const fact = factOf(value);
  return fact === SMALL || fact === T.FLOAT ? fact : UNKNOWN;
}

function iteratorFact(value: Value): number {
  if (value === 0 || (value & 1) !== 0) return UNKNOWN;
  const type = H[(value >> 2) + Header.TYPE];
  return type === T.RANGE_ITERATOR || type === T.LIST_ITERATOR ? type : UNKNOWN;
}
