// @hot What becomes of the value of a frame that an instruction other than a call has pushed: a property's
// getter, or the method of an operator. The instruction's operands still lie on the caller's stack, and
// its IP stands behind the instruction, in both tiers alike.

import { BinaryOperator } from '../../bytecode/opcodes.ts';
import { decref } from '../../executors/policy.ts';
import { S } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  Frame,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { binaryWith, compareAfterLeft, pendUnsupported } from '../../objects/protocol.ts';
import { RAISED } from '../../objects/raise.ts';
import { typeOf } from '../../objects/slots.ts';
import { nameMissing } from '../attributes.ts';
import { binaryAfterLeft } from '../instances.ts';

/** In EXTRA of a BINARY frame, above the instruction's argument: which method was asked. */
export const enum Asked {
  FORWARD = 0,
  /** The reflected method of the right operand; the left one is a builtin number, which does not know. */
  REFLECTED = 0x100,
  INPLACE = 0x200,
  ARGUMENT = 0xff,
}

/** The value that the frame's instruction gives (owned): the frame `caller` is current again. */
export function specialResult(
  caller: WordIndex,
  action: Action,
  extra: number,
  value: Value,
): Value {
  if (action === Action.PROPERTY) {
    decref(extra);
    return value;
  }
  const sp = H[caller + Frame.SP];
  const left: Value = H[sp - 2];
  const right: Value = H[sp - 1];
  let result = value;
  if (value === S.NOT_IMPLEMENTED) {
    result =
      action === Action.COMPARE
        ? compareAfterLeft(left, right, extra)
        : binaryRest(extra, left, right);
  }
  H[caller + Frame.SP] = sp - 2;
  decref(left);
  decref(right);
  return result;
}

function binaryRest(extra: number, left: Value, right: Value): Value {
  const arg = extra & Asked.ARGUMENT;
  const isInplace = arg >= BinaryOperator.INPLACE;
  const operator: BinaryOperator = isInplace ? arg - BinaryOperator.INPLACE : arg;
  if ((extra & Asked.INPLACE) !== 0) return binaryWith(operator, left, right, '=');
  if ((extra & Asked.REFLECTED) === 0) {
    const result = binaryAfterLeft(operator, left, right);
    if (result === 0) throw RAISED;
    if (result !== S.NOT_IMPLEMENTED) return result;
  }
  pendUnsupported(operator, typeOf(left), typeOf(right), isInplace ? '=' : '');
  throw RAISED;
}

/** A property's getter has raised: an AttributeError that names no attribute gets the property's. */
export function propertyRaised(caller: WordIndex, exception: Address, object: Value): void {
  const word = H[H[caller + Frame.IP] - 2];
  const name = H[H[(H[caller + Frame.CODE] >> 2) + C.NAMES] + (word >>> 9)];
  nameMissing(exception, object, name);
  decref(object);
}
