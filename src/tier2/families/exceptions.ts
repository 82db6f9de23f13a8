// Raising, and the first and last instructions of handlers. Where the handler is a block of the unit, an
// exception gets from where it is raised into the `except` clause by a jump, and no more is called than
// what makes its traceback.

import { Op } from '../../bytecode/opcodes.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { Header, Thread } from '../../heap/layout.ts';
import { isExceptionType } from '../../objects/exceptions.ts';
import { Raised } from '../raised.ts';
import { entry, Kind } from '../state.ts';
import type { Translator } from '../translator.ts';

export const TRANSLATIONS = {
  [Op.RAISE_VARARGS]: raise,
  [Op.RERAISE]: reraise,
  [Op.PUSH_EXC_INFO]: pushExceptionInfo,
  [Op.CHECK_EXC_MATCH]: checkMatch,
  [Op.POP_EXCEPT]: popExcept,
};

function raise(t: Translator): void {
  t.operandsInHeap();
  const how = t.temporary();
  t.emit(`${how} = raiseStatement(T, fp + ${t.localCount + t.depth}, ${t.at.arg});`);
  t.emitAll(t.raisedLines(how), '');
}

function reraise(t: Translator): void {
  t.operandsInHeap();
  t.emit(`reraise(T, fp, fp + ${t.localCount + t.depth});`);
  t.emitAll(t.raisedLines(Raised.AGAIN), '');
}

/** (exception -- handled before, exception), which is the one being handled now. */
function pushExceptionInfo(t: Translator): void {
  const { text, fact } = t.word(t.pop());
  const previous = t.temporary();
  t.emit(`${previous} = H[T + ${Thread.HANDLED}] || ${S.NONE};`);
  t.emit(`H[T + ${Thread.HANDLED}] = ${text};`);
  t.incref(text, -1);
  t.pushOwned(previous);
  t.pushOwned(text, fact);
}

/** (handled before -- ) */
function popExcept(t: Translator): void {
  const previous = t.pop();
  const handled = t.temporary();
  t.emit(`${handled} = H[T + ${Thread.HANDLED}];`);
  const before = t.own(previous);
  t.emit(`H[T + ${Thread.HANDLED}] = ${before} === ${S.NONE} ? 0 : ${before};`);
  t.emit(t.setIp(t.at.offset + 1));
  t.emit(`if (${handled} !== 0) {`);
  t.decref(handled, -1);
  t.emit('}');
}

/** (exception, types -- exception, truth) */
function checkMatch(t: Translator): void {
  const types = t.top();
  const constant = types.kind === Kind.CONST ? Number(types.text) : 0;
  const isType = constant !== 0 && isExceptionType(constant);
  const lines = isType ? [] : t.raising();
  t.pop();
  const exception = t.top();
  const wanted = t.word(types).text;
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  t.emit(`${name} = H[(${exception.text} >> 2) + ${Header.TYPE}] === ${wanted};`);
  t.emit(`if (!${name}) {`);
  t.emitAll(lines);
  t.emit(`  ${name} = exceptionMatches(${exception.text}, ${wanted});`);
  t.emit('}');
  t.release(types);
  t.push(entry(Kind.TRUTH, name, T.BOOL));
}
