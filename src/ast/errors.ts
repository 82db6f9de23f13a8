/**
 * What parsing and compiling report: a SyntaxError in Python's words, with its place.
 *
 * This is the host's exception, raised before any Python runs; the runtime turns it into a Python
 * exception object where a program can catch it (`compile`, `exec`, an import). `message` is only
 * the sentence, equal to CPython 3.11's; `formatSyntaxError` adds file, line and carets.
 */

import type { Span } from './nodes.ts';

export type SyntaxErrorKind = 'SyntaxError' | 'IndentationError' | 'TabError';

export class PythonSyntaxError extends Error {
  readonly kind: SyntaxErrorKind;
  readonly filename: string;
  /** endLine and endColumn are 0 where CPython gives no end of the range. */
  readonly span: Span;
  /** The text of the line `span.line`, without its line end; null where CPython looks for it in vain. */
  readonly sourceLine: string | null;
  /** True when more lines could make the text valid: what a prompt asks before it goes on. */
  readonly incomplete: boolean;

  constructor(
    kind: SyntaxErrorKind,
    message: string,
    filename: string,
    span: Span,
    sourceLine: string | null,
    completeness: 'complete' | 'incomplete' = 'complete',
  ) {
    super(message);
    this.name = kind;
    this.kind = kind;
    this.filename = filename;
    this.span = span;
    this.sourceLine = sourceLine;
    this.incomplete = completeness === 'incomplete';
  }
}

/** The lines that CPython prints for an uncaught SyntaxError, ending in a line end. */
export function formatSyntaxError(error: PythonSyntaxError): string {
  const { span, filename } = error;
  const sourceLine = error.sourceLine ?? '';
  let text = `  File "${filename}", line ${span.line}\n`;
  const stripped = sourceLine.trimStart();
  if (stripped.trimEnd() !== '') {
    const indent = [...sourceLine].length - [...stripped].length;
    const shown = stripped.trimEnd();
    const length = [...shown].length;
    const start = Math.min(span.column - indent, length);
    const end =
      span.endLine === span.line ? span.endColumn - indent : span.endLine === 0 ? 0 : length;
    text += `    ${shown}\n`;
    // An error in the indentation, or behind the whole text, has no place to mark.
    if (start >= 0) {
      const carets = '^'.repeat(Math.max(1, Math.min(end, length) - start));
      text += `    ${' '.repeat(start)}${carets}\n`;
    }
  }
  return `${text}${error.kind}: ${error.message}\n`;
}
