// Source text to code in one call: what the coordinator uses for the main program and what a worker
// loads in the middle of an import, `exec` or prompt. It is a bundle of its own (dist/compiler.cjs),
// because parser and compiler are most of the code of gilscope and most programs need them once.
//
// Nothing here knows a heap: code leaves as text for bytecode/serialize.ts, a refusal as plain data.

import {
  isIncomplete,
  parseExpression,
  parseInteractive,
  parseModule,
} from '../../grammar/parse.ts';
import { formatSyntaxError, PythonSyntaxError } from '../ast/errors.ts';
import type { Code } from '../bytecode/code.ts';
import { disassemble } from '../bytecode/disassembler.ts';
import { encodeCode } from '../bytecode/serialize.ts';
import { compileExpression, compileInteractive, compileModule } from '../compiler/compile.ts';
import type { CompileResult, SyntaxProblem } from '../runtime/hostPort.ts';

export type CompileMode = 'exec' | 'eval' | 'single';

/** Compiles a text in one of the modes of Python's `compile`. Never throws for wrong text. */
export function compile(source: string, filename: string, mode: CompileMode): CompileResult {
  try {
    return { ok: true, code: encodeCode(translate(source, filename, mode)) };
  } catch (error) {
    if (error instanceof PythonSyntaxError)
      return { ok: false, problem: problemOf(error, source, mode) };
    throw error;
  }
}

/** The listing of `gilscope dis`. A wrong text gives `{ ok: false }` with what CPython prints for it. */
export function disassembleSource(
  source: string,
  filename: string,
): { readonly ok: boolean; readonly text: string } {
  try {
    return { ok: true, text: disassemble(translate(source, filename, 'exec')) };
  } catch (error) {
    if (error instanceof PythonSyntaxError) return { ok: false, text: formatSyntaxError(error) };
    throw error;
  }
}

/** Whether the prompt should ask for another line; `source` is what was entered so far. */
export function needsMoreLines(source: string): boolean {
  return isIncomplete(source);
}

/** The lines that CPython prints for an uncaught SyntaxError, ending in a line end. */
export function formatProblem(problem: SyntaxProblem): string {
  const { line, column, endLine, endColumn } = problem;
  const span = { line, column: column - 1, endLine, endColumn: Math.max(0, endColumn - 1) };
  return formatSyntaxError(
    new PythonSyntaxError(problem.kind, problem.message, problem.filename, span, problem.text),
  );
}

function translate(source: string, filename: string, mode: CompileMode): Code {
  if (mode === 'exec') return compileModule(parseModule(source, filename), filename, source);
  if (mode === 'eval')
    return compileExpression(parseExpression(source, filename), filename, source);
  return compileInteractive(parseInteractive(source, filename), filename, source);
}

/** Columns are counted from 0 in spans and from 1 in Python's SyntaxError; an end of 0 is unknown. */
function problemOf(error: PythonSyntaxError, source: string, mode: CompileMode): SyntaxProblem {
  const { span } = error;
  return {
    kind: error.kind,
    message: error.message,
    filename: error.filename,
    line: span.line,
    column: span.column + 1,
    endLine: span.endLine,
    endColumn: span.endLine === 0 ? 0 : span.endColumn + 1,
    text: wholeLine(error, source, mode),
    incomplete: error.incomplete,
  };
}

/**
 * The wrong line as CPython has it: with its line end if the tokenizer was still on that line, which a
 * module's last line has even if it was not written; without it if the error reaches over lines.
 */
function wholeLine(error: PythonSyntaxError, source: string, mode: CompileMode): string | null {
  const { sourceLine, span, incomplete } = error;
  if (sourceLine === null || sourceLine === '') return sourceLine;
  const lines = source.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/, span.line + 1);
  const isLast = lines.length <= span.line;
  if (span.endLine > span.line || (incomplete && !isLast)) return sourceLine;
  const isEnded = mode === 'exec' || !isLast || /[\r\n]$/.test(source);
  return isEnded ? `${sourceLine}\n` : sourceLine;
}
