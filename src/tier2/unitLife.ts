// The life of a unit: made cold, compiled when it is hot, cold again after too many wrong guesses, and
// refused for good when nothing helps. What has been learnt from a wrong guess is noted where the next
// compilation finds it.

import { type Address, CodeLayout as C, Frame, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { IC, OperandBit } from '../runtime/inlineCaches.ts';
import { type Bindings, bindingsOf, compileUnit } from './compile.ts';
import { counters } from './counters.ts';
import { doubts, slowPlaces, unseen } from './doubts.ts';
import { hotHandlers } from './handlers.ts';
import { helpers } from './helpers.ts';
import { Unsupported } from './translator.ts';
import { type Callee, type Run, Stage, type Unit, unitAt, unitsOf } from './units.ts';

/** Guards that may fail before the code is thrown away, and how often it is compiled at most. */
const FAILURES_MAX = 6;
const COMPILATIONS_MAX = 6;
/** Times that a helper may be wanted at one place of a call in line, before that call is made a real one. */
const SLOW_MAX = 60;
/** What enter.ts puts in: how a unit runs that is not compiled, and what generated code asks of it. */
export const entering: { cold: Run; support: Readonly<Record<string, unknown>> } = {
  cold: () => 0,
  support: {},
};

/** Made with the first unit, when enter.ts has put in what it has. */
let bindings: Bindings | undefined;

export const unitFor = (code: Address, offset: number): Unit => unitAt(code, offset, entering.cold);

export function compile(unit: Unit, fp: WordIndex): boolean {
  if (unit.stage === Stage.REFUSED) return false;
  const locals = H[(unit.code >> 2) + C.LOCALS_PLUS];
  const guessFrom = unit.offset === 0 ? undefined : fp;
  const depth = unit.offset === 0 ? 0 : H[fp + Frame.SP] - fp - locals;
  bindings ??= bindingsOf(helpers(entering.support));
  try {
    const { run, source, translator } = compileUnit(unit, guessFrom, depth, bindings, calleeUnit);
    unit.run = run;
    unit.source = source;
    unit.sites = translator.sites;
    unit.handlers = new Set(hotHandlers(unit.code));
    unit.hasInlined = translator.inlined.size > 0;
    unit.stage = Stage.COMPILED;
    unit.failures = 0;
    unit.compilations++;
    counters.compiled(unit);
    return true;
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    unit.stage = Stage.REFUSED;
    unit.refusal = error.message;
    counters.refused(unit);
    return false;
  }
}

/** Its code is dropped, through no fault of it: more is known now. */
export function makeAgain(unit: Unit): void {
  if (unit.stage !== Stage.COMPILED) return;
  unit.stage = Stage.COLD;
  unit.run = entering.cold;
  unit.compilations--;
}

/** A generator's function only makes the generator: there is nothing to wait for. */
function calleeUnit({ code, offset }: Callee): Unit {
  const unit = unitFor(code, offset);
  if (unit.makesGenerator && unit.stage === Stage.COLD) compile(unit, 0);
  return unit;
}

/** The units of the frame's code, and of those in which it may be written in line, are made anew. */
export function renew(fp: WordIndex): void {
  let at = fp;
  for (let level = 0; at !== 0 && level < 3; level++) {
    for (const unit of unitsOf(H[at + Frame.CODE])) {
      const matters = level === 0 || unit.hasInlined;
      if (unit.stage !== Stage.COMPILED || !matters) continue;
      if (unit.compilations >= COMPILATIONS_MAX) continue;
      unit.stage = Stage.COLD;
      unit.run = entering.cold;
      if (unit.offset === 0) compile(unit, 0);
    }
    at = H[at + Frame.PREVIOUS];
  }
}

/** Exits that are planned: no guess was wrong. */
const PLANNED: ReadonlySet<string> = new Set([
  'raise',
  'not an ordinary return',
  'irreducible',
  'safepoint',
]);

/** A guard has failed. After too many the code is dropped and, when it is hot again, made anew. */
export function failed(unit: Unit, index: number): void {
  const site = unit.sites[index];
  if (site === undefined) return;
  site.count++;
  if (PLANNED.has(site.reason)) return;
  if (site.reason === 'slow way') {
    if (site.count === SLOW_MAX && unit.compilations < COMPILATIONS_MAX) {
      slowPlaces.add(site.cache);
      unit.stage = Stage.COLD;
      unit.run = entering.cold;
    }
    return;
  }
  counters.left(unit, site);
  if (site.reason === 'another iterator') {
    doubts.add(site.cache);
    IC[site.cache] = 0;
  } else if (site.reason.startsWith('another')) doubts.add(site.cache);
  else if (site.reason === 'entry') unit.suspicious = true;
  else if (site.reason === 'not seen') unseen.add(site.cache);
  else if (site.cache !== 0 && unit.compilations > 1 && site.reason !== 'builtin name rebound') {
    // The first time, tier 1 notes what it meets instead of what was guessed.
    IC[site.cache] |= OperandBit.FAILED;
  }
  unit.failures++;
  if (unit.failures < FAILURES_MAX) return;
  unit.stage = unit.compilations >= COMPILATIONS_MAX ? Stage.REFUSED : Stage.COLD;
  unit.refusal = 'every guess failed';
  unit.run = entering.cold;
  counters.dropped(unit);
}
