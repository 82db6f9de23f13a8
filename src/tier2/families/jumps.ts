// Jumps, and leaving the frame.

import { CodeFlag } from '../../bytecode/code.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { S } from '../../heap/builtinTypes.ts';
import { Action, CodeLayout as C, Frame, Thread } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { entry, Kind } from '../state.ts';
import type { Translator } from '../translator.ts';
import { truthOf } from './comparisons.ts';
import { returnFromGenerator } from './generators.ts';
import { takeResult } from './locals.ts';

export const TRANSLATIONS = {
  [Op.JUMP_FORWARD]: (t: Translator) => t.goto(t.at.target),
  [Op.JUMP_BACKWARD]: jumpBackward,
  [Op.POP_JUMP_IF_FALSE]: (t: Translator) => jumpIf(t, false),
  [Op.POP_JUMP_IF_TRUE]: (t: Translator) => jumpIf(t, true),
  [Op.POP_JUMP_IF_NONE]: (t: Translator) => jumpIfNone(t, '==='),
  [Op.POP_JUMP_IF_NOT_NONE]: (t: Translator) => jumpIfNone(t, '!=='),
  [Op.JUMP_IF_FALSE_OR_POP]: (t: Translator) => jumpKeeping(t, false),
  [Op.JUMP_IF_TRUE_OR_POP]: (t: Translator) => jumpKeeping(t, true),
  [Op.RETURN_VALUE]: returnValue,
};

/**
 * As seen from a handler or a yield, a jump backwards need not close a loop of the unit: it looks up all the
 * same, for the loop may be closed by raising. A RESUME in the same block has just done so.
 */
function jumpBackward(t: Translator): void {
  const { target } = t.at;
  const closes = (t.flow.blocks.get(target)?.order ?? 0) <= t.block.order;
  if (!closes && t.block.instructions[0]?.op !== Op.RESUME) {
    t.emit(`if (H[T + ${Thread.BREAKER}] !== 0) {`);
    t.emit(`  ${t.again(target)}`);
    t.emit('}');
  }
  t.goto(target);
}

function jumpIf(t: Translator, wanted: boolean): void {
  const test = truthOf(t);
  t.branch(wanted ? test : `!(${test})`, t.edgeTo(t.at.target), t.edgeTo(t.at.next));
}

function jumpIfNone(t: Translator, sign: string): void {
  const value = t.word(t.pop());
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  t.emit(`${name} = ${value.text} ${sign} ${S.NONE};`);
  t.release(value);
  t.branch(name, t.edgeTo(t.at.target), t.edgeTo(t.at.next));
}

/** `and` and `or`: the value stays on the stack where it is jumped. */
function jumpKeeping(t: Translator, wanted: boolean): void {
  const value = t.top();
  const word = t.word(value);
  t.state.stack[t.depth - 1] = word;
  const kept = word.kind === Kind.OWNED ? { ...word } : word;
  // The test must not let go of the value: it is looked at as something borrowed.
  t.state.stack[t.depth - 1] = entry(Kind.CONST, word.text, t.factOf(word));
  const test = truthOf(t);
  t.push(kept);
  const jump = t.edgeTo(t.at.target);
  t.pop();
  const drop = t.aside(() => t.release(kept));
  t.branch(wanted ? test : `!(${test})`, jump, t.edgeTo(t.at.next, drop));
}

/** The result of the frame goes to whoever called this code; other callers are tier 1's business. */
function returnValue(t: Translator): void {
  if (t.returnInLine()) return;
  if ((H[(t.code >> 2) + C.FLAGS] & CodeFlag.GENERATOR) !== 0) return returnFromGenerator(t);
  const action = t.temporary();
  t.emit(`${action} = H[fp - ${-Frame.ACTION}];`);
  // A class body or module has a mapping to let go of, which tier 1 does.
  const isPlain = (H[(t.code >> 2) + C.FLAGS] & CodeFlag.OPTIMIZED) !== 0;
  t.emit(isPlain ? `if (${action} > ${Action.COMPARE}) {` : '{');
  t.emitAll(t.exitLines('not an ordinary return', t.before, t.at.offset));
  t.emit('}');
  const result = takeResult(t);
  const fn = t.temporary();
  t.emit(`${fn} = H[fp - ${-Frame.FUNCTION}];`);
  t.emit(`H[T + ${Thread.FRAME}] = H[fp - ${-Frame.PREVIOUS}];`);
  t.emit(`H[T + ${Thread.DEPTH}] = H[T + ${Thread.DEPTH}] - 1;`);
  t.decref(fn, -1);
  t.emit(`if (${action} !== ${Action.PUSH}) return specialReturn(T, fp, ${action}, ${result});`);
  t.emit(`return ${result};`);
}
