// A syntax error found by the compiler, as a Python exception with CPython's attributes.

import { decref } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import type { Address, Value } from '../heap/layout.ts';
import { setExceptionAttribute } from '../objects/exceptions.ts';
import { newInt } from '../objects/int.ts';
import { raiseObject, raising } from '../objects/raise.ts';
import { newStr, own } from '../objects/str.ts';
import { tupleOf } from '../objects/tuple.ts';
import type { SyntaxProblem } from './hostPort.ts';
import { N } from './names.ts';

/** SyntaxError, IndentationError or TabError with (msg, (filename, lineno, offset, text, ...)). */
export function raiseSyntaxProblem(problem: SyntaxProblem): never {
  const fields: readonly (readonly [Address, Value])[] = [
    [N.msg, newStr(problem.message)],
    [N.filename, newStr(problem.filename)],
    [N.lineno, newInt(problem.line)],
    [N.offset, newInt(problem.column)],
    [N.text, problem.text === null ? S.NONE : newStr(problem.text)],
    [N.end_lineno, newInt(problem.endLine)],
    [N.end_offset, newInt(problem.endColumn)],
  ];
  const details = tupleOf(fields.slice(1).map(([, value]) => own(value)));
  const exception = raising.makeWith(problem.kind, [
    own((fields[0] as readonly [Address, Value])[1]),
    details,
  ]);
  for (const [name, value] of fields) {
    setExceptionAttribute(exception, name, value);
    decref(value);
  }
  return raiseObject(exception);
}
