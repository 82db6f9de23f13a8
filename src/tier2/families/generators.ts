// Generators: yielding, delegating and returning from their frames, and resuming one where the inline
// cache knows the code and the place where it stands. What the frames look like meanwhile is told in
// generatorCalls.ts.

import { Op } from '../../bytecode/opcodes.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  CodeLayout as C,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  Header,
  Thread,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { Resumer } from '../../runtime/generatorFrames.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { Left, NO_VALUE } from '../../runtime/tiers.ts';
import { entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { takeResult } from './locals.ts';

export const TRANSLATIONS = {
  [Op.RESUME]: resume,
  [Op.YIELD_VALUE]: yieldValue,
  [Op.GET_YIELD_FROM_ITER]: getYieldFromIter,
  [Op.SEND]: send,
};

/** Behind a `yield` the stack's top is what was sent: None is not counted there (generatorCalls.ts). */
function resume(t: Translator): void {
  t.safepoint();
  if (t.at.arg !== AFTER_YIELD) return;
  const sent = t.top();
  if (t.following?.op !== Op.POP_TOP) {
    t.emit(`if (${sent.text} === ${S.NONE}) {`);
    t.incref(sent.text, -1);
    t.emit('}');
    return;
  }
  t.emit(`if (${sent.text} !== ${S.NONE}) {`);
  t.decref(sent.text, UNKNOWN);
  t.emit('}');
  t.pop();
  t.push(entry(Kind.CONST, String(S.NONE), T.NONE));
}

/** Argument of the RESUME behind a `yield`; 2 is behind a `yield from`, which sends on what it was sent. */
const AFTER_YIELD = 1;

/** From a generator's fp to the object's words. */
export const OBJECT = Frame.HEADER_WORDS + G.FRAME_START;
const own = (field: G): string => `H[fp - ${OBJECT - field}]`;

/** Text for the resumer's frame to be the current one again. */
function backToResumer(t: Translator): void {
  t.emit(`H[T + ${Thread.FRAME}] = H[fp - ${-Frame.PREVIOUS}];`);
  t.emit(`H[T + ${Thread.DEPTH}] = H[T + ${Thread.DEPTH}] - 1;`);
}

/** The value goes to whoever resumed the frame, which is complete in the heap. */
function yieldValue(t: Translator): void {
  const value = t.pop();
  const result = t.variable('result');
  t.emit(`${result} = ${t.own(value)};`);
  t.complete(t.at.next);
  // While no exception is handled on either side there is none to be kept.
  t.emit(
    `if ((H[T + ${Thread.HANDLED}] | ${own(G.YIELD_FROM)}) !== 0) return yieldSlow(T, fp, ${result});`,
  );
  backToResumer(t);
  // Last: another thread may resume it now.
  t.emit(`${own(G.STATE)} = ${GeneratorState.SUSPENDED};`);
  t.emit(`return ${result};`);
}

/** RETURN_VALUE in a generator's frame. */
export function returnFromGenerator(t: Translator): void {
  const result = takeResult(t);
  t.emit(`return generatorReturned(T, fp, ${result});`);
}

function getYieldFromIter(t: Translator): void {
  t.operandsInHeap();
  t.emit(`yieldFromIterator(fp + ${t.localCount + t.depth});`);
  const slot = t.depth - 1;
  const name = t.temporary();
  t.emit(`${name} = ${t.slot(slot)};`);
  t.pop();
  t.pushOwned(name, UNKNOWN, { slot });
}

/** (receiver, sent -- receiver, yielded), or (returned) where it jumps. */
function send(t: Translator): void {
  t.complete(t.at.offset + 1);
  const result = t.temporary();
  t.emit(`${result} = sendFor(T, fp, fp + ${t.localCount + t.depth});`);
  t.pop();
  answer(t, result);
  t.pushOwned(result);
  const fall = t.edgeTo(t.at.next);
  t.pop();
  t.pop();
  const slot = t.depth;
  const returned = t.temporary();
  t.pushOwned(returned, UNKNOWN, { slot });
  const jump = t.edgeTo(t.at.target, [`${returned} = ${t.slot(slot)};`]);
  t.pop();
  t.branch(`${result} === ${Left.DONE}`, jump, fall);
}

/** Passes on what is neither a value nor DONE. */
function answer(t: Translator, result: string): void {
  t.passedOn(`(${result} & ${NO_VALUE}) === 0 && ${result} !== ${Left.DONE}`, result);
}

/** FOR_ITER where a generator has been seen; its frame runs in a call of its unit. */
export function overGenerator(t: Translator, name: string): void {
  t.complete(t.at.next);
  const it = t.top().text;
  const code = IC[t.at.cache + 1] as number;
  if (code === 0) t.emit(`${name} = nextFor(T, fp, ${it});`);
  else resumeKnown(t, it, name, code, IC[t.at.cache + 2] as number);
  answer(t, name);
  t.pushOwned(name);
  const fall = t.edgeTo(t.at.next);
  t.pop();
  t.pop();
  // The iterator has been let go of.
  t.branch(`${name} === ${Left.DONE}`, t.edgeTo(t.at.target), fall);
}

/** Resumes in line a generator that stands at `ip`; any other by the helpers. */
function resumeKnown(t: Translator, it: string, name: string, code: number, ip: number): void {
  const q = code >> 2;
  const unit = t.callee(code, ip - H[q + C.CODE_START]);
  const g = t.temporary();
  const sp = t.temporary();
  t.emit(`${g} = (${it} >> 2) + ${OBJECT};`);
  t.emit(
    `if (H[(${it} >> 2) + ${Header.TYPE}] === ${T.GENERATOR} && H[T + ${Thread.HANDLED}] === 0 && H[T + ${Thread.DEPTH}] < H[T + ${Thread.DEPTH_LIMIT}] && claimSuspended(${it})) {`,
  );
  t.emit(`  if (H[${g} - ${-Frame.IP}] === ${ip} && H[${g} - ${OBJECT - G.EXCEPTION}] === 0) {`);
  t.emit(`    ${sp} = H[${g} - ${-Frame.SP}];`);
  t.emit(`    H[${sp}] = ${S.NONE};`);
  t.emit(`    H[${g} - ${-Frame.SP}] = ${sp} + 1;`);
  t.emit(`    H[${g} - ${-Frame.END}] = ${t.frameEnd()};`);
  t.emit(`    H[${g} - ${-Frame.PREVIOUS}] = fp;`);
  t.emit(`    H[${g} - ${-Frame.EXTRA}] = ${Resumer.FOR_ITER};`);
  t.emit(`    H[T + ${Thread.FRAME}] = ${g};`);
  t.emit(`    H[T + ${Thread.DEPTH}] = H[T + ${Thread.DEPTH}] + 1;`);
  t.emit(`    ${name} = ${unit}.run(T, ${g});`);
  t.emit(`    if ((${name} & ${NO_VALUE}) === 0) ${name} = settleAnswer(T, ${g}, ${name});`);
  t.emit(`  } else ${name} = runClaimed(T, ${it}, ${Resumer.FOR_ITER}, ${S.NONE});`);
  t.emit(`} else ${name} = nextFor(T, fp, ${it});`);
}
