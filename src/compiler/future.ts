/**
 * `from __future__ import ...`: legal after the docstring and before anything else. Only `annotations`
 * changes what we compile; the other features are the language by now.
 */

import type { Mod } from '../ast/nodes.ts';
import { syntaxError } from './unit.ts';

const FEATURES = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

interface FutureImports {
  readonly textAnnotations: boolean;
  /** Line of the last one, 0 if there is none: any `__future__` import below is an error. */
  readonly lastLine: number;
}

export function findFutureImports(
  tree: Mod,
  source: { readonly filename: string; readonly source: string },
): FutureImports {
  let textAnnotations = false;
  let lastLine = 0;
  const body = tree.kind === 'Expression' ? [] : tree.body;
  for (const [i, statement] of body.entries()) {
    const isDocstring =
      i === 0 &&
      statement.kind === 'Expr' &&
      statement.value.kind === 'Constant' &&
      statement.value.value.type === 'str';
    if (isDocstring) continue;
    if (statement.kind !== 'ImportFrom' || statement.module !== '__future__') break;
    if (statement.level !== 0) break;
    for (const { name } of statement.names) {
      const { line } = statement.span;
      const place = { line, column: 0, endLine: 0, endColumn: 0 };
      if (name === 'braces') throw syntaxError(source, 'not a chance', place);
      if (!FEATURES.has(name)) {
        const message = `future feature ${name} is not defined`;
        throw syntaxError(source, message, place);
      }
      textAnnotations ||= name === 'annotations';
    }
    lastLine = statement.span.line;
  }
  return { textAnnotations, lastLine };
}
