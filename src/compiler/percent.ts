/**
 * `'%s: %r' % (name, value)` with the tuple in the text is compiled as the f-string it amounts to, as
 * CPython does since 3.11: no tuple is built and no format is parsed at run time. Only %s, %r, %a
 * (with `-`, width and precision) and %% are understood; anything else stays an operator.
 */

import type { BinOp, Expr, FormattedValue, JoinedStr, Span } from '../ast/nodes.ts';

/** CPython's MAXDIGITS: longer widths are left to run time. */
const FIELD = /%(-?)(\d{0,3})(?:\.(\d{0,3}))?([sra])|%%|%/g;

export function percentAsJoinedString(node: BinOp): JoinedStr | null {
  const { left, right, span } = node;
  if (node.op !== 'Mod' || right.kind !== 'Tuple' || left.kind !== 'Constant') return null;
  if (left.value.type !== 'str' || right.elts.some(({ kind }) => kind === 'Starred')) return null;
  const text = left.value.value;
  const values: Expr[] = [];
  let literal = '';
  let end = 0;
  let used = 0;
  const flush = (): void => {
    if (literal !== '') values.push(stringConstant(literal, span));
    literal = '';
  };
  for (const match of text.matchAll(FIELD)) {
    literal += text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[0] === '%%') {
      literal += '%';
      continue;
    }
    if (match[4] === undefined || used === right.elts.length) return null;
    flush();
    values.push(formattedValue(right.elts[used++], match));
  }
  if (used !== right.elts.length) return null;
  literal += text.slice(end);
  flush();
  return { kind: 'JoinedStr', values, span };
}

function formattedValue(value: Expr, match: RegExpMatchArray): FormattedValue {
  const [, minus, width, precision, conversion] = match;
  // A `%s` field aligns to the right where a format spec would align to the left.
  const align = width !== '' && Number(width) > 0 && minus === '' ? '>' : '';
  const columns = Number(width) > 0 ? String(Number(width)) : '';
  const spec = `${align}${columns}${precision === undefined ? '' : `.${Number(precision)}`}`;
  return {
    kind: 'FormattedValue',
    value,
    conversion: conversion.charCodeAt(0),
    format_spec:
      spec === ''
        ? null
        : { kind: 'JoinedStr', values: [stringConstant(spec, value.span)], span: value.span },
    span: value.span,
  };
}

function stringConstant(value: string, span: Span): Expr {
  return { kind: 'Constant', value: { type: 'str', value }, span };
}
