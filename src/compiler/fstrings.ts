/**
 * F-strings: every replacement field becomes a str by FORMAT_VALUE, and BUILD_STRING joins the parts.
 * Very long ones go through ''.join, so that the stack stays small. A failing field is reported with
 * the whole string underlined, as CPython 3.11 does.
 */

import type { Expr, Span } from '../ast/nodes.ts';
import { FormatValue, Op } from '../bytecode/opcodes.ts';
import type { Unit } from './unit.ts';

const STACK_VALUES_MAX = 30;

/** `fieldSpans` says what a failing field underlines: the whole f-string, or its own expression. */
export function compileJoinedString(
  unit: Unit,
  node: Extract<Expr, { kind: 'JoinedStr' }>,
  fieldSpans: 'whole' | 'own' = 'whole',
): void {
  const { values } = node;
  if (values.length > STACK_VALUES_MAX) {
    unit.loadConstant({ type: 'str', value: '' });
    unit.emit(Op.LOAD_ATTR, (unit.nameIndex('join') << 1) | 1);
    unit.emit(Op.BUILD_LIST, 0);
    for (const value of values) {
      part(unit, value, fieldSpans === 'whole' ? node.span : value.span);
      unit.emit(Op.LIST_APPEND, 1);
    }
    unit.emit(Op.CALL, 1);
    return;
  }
  for (const value of values) part(unit, value, fieldSpans === 'whole' ? node.span : value.span);
  if (values.length === 0) unit.loadConstant({ type: 'str', value: '' });
  else if (values.length > 1) unit.emit(Op.BUILD_STRING, values.length);
}

export function compileFormattedValue(
  unit: Unit,
  node: Extract<Expr, { kind: 'FormattedValue' }>,
): void {
  unit.expression(node.value);
  if (node.format_spec !== null) {
    compileJoinedString(unit, { ...node.format_spec, span: unit.span ?? node.span });
  }
  const spec = node.format_spec === null ? 0 : FormatValue.WITH_SPEC;
  unit.emit(Op.FORMAT_VALUE, conversion(node.conversion) | spec);
}

function part(unit: Unit, value: Expr, span: Span): void {
  if (value.kind !== 'FormattedValue') {
    unit.expression(value);
    return;
  }
  const outer = unit.span;
  unit.span = span;
  compileFormattedValue(unit, value);
  unit.span = outer;
}

function conversion(code: number): FormatValue {
  switch (String.fromCharCode(Math.max(code, 0))) {
    case 's':
      return FormatValue.STR;
    case 'r':
      return FormatValue.REPR;
    case 'a':
      return FormatValue.ASCII;
    default:
      return FormatValue.NONE;
  }
}
