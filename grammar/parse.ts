/**
 * The entrance to the grammar: text in, tree or PythonSyntaxError out, nothing else thrown.
 *
 * A parse that fails without a message of its own is run again looking for explanations (see
 * parser-base.ts). `verdict` then picks among the errors of both passes and of the tokenizer.
 */

import { PythonSyntaxError } from '../src/ast/errors.ts';
import type { Expr, Expression, Interactive, Module, Stmt } from '../src/ast/nodes.ts';
import { ParseFailure, TOO_DEEP } from './parser-base.ts';
import { PythonParser } from './python-parser.ts';
import { SourceText } from './source.ts';
import type { OpenBracket } from './token-reader.ts';
import { type TokenList, tokenize } from './tokenizer.ts';
import { type Token, TokenKind } from './tokens.ts';

let parser: PythonParser | null = null;

/** Built on first use: worth about 10 ms, and a worker that compiles nothing never needs it. */
function theParser(): PythonParser {
  parser ??= new PythonParser();
  return parser;
}

/** A whole file. Throws PythonSyntaxError. */
export function parseModule(source: string, filename: string): Module {
  const body = run(source, filename, (at) => at.fileInput());
  return { kind: 'Module', body };
}

/** One expression, as for `eval`. Throws PythonSyntaxError. */
export function parseExpression(source: string, filename: string): Expression {
  const body: Expr = run(source.replace(/^[ \t]+/, ''), filename, (at) => at.expressionInput());
  return { kind: 'Expression', body };
}

/** One entry at the prompt ('single' mode). Throws PythonSyntaxError. */
export function parseInteractive(source: string, filename: string): Interactive {
  const body: Stmt[] = run(source, filename, (at) => at.interactiveInput());
  return { kind: 'Interactive', body };
}

/**
 * Whether a prompt should ask for another line, given the lines so far joined by '\n': the text can
 * still become valid, or it is a compound statement and its last line is not empty yet. Wrong text
 * is complete: it is to be reported now.
 */
export function isIncomplete(source: string): boolean {
  try {
    const { body } = parseInteractive(source, '<stdin>');
    const last = body[body.length - 1];
    return last !== undefined && isCompound(last) && !/\n[ \t]*$/.test(source);
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error.incomplete;
    throw error;
  }
}

function isCompound(statement: Stmt): boolean {
  return 'body' in statement || statement.kind === 'Match';
}

function run<Result>(text: string, filename: string, rule: (parser: PythonParser) => Result) {
  const source = new SourceText(text, filename);
  const list = tokenize(source);
  const at = theParser();
  const outcome = attemptPass(at, source, list, 'plain', rule);
  const isFailure = outcome instanceof ParseFailure;
  const isError = outcome instanceof PythonSyntaxError;
  if (!isFailure && !isError) {
    if (list.stop !== null) throw list.stop;
    return outcome;
  }
  if (isError) throw verdict(at, source, list, null, outcome);
  // The second pass explains, it accepts nothing that the first one refused.
  const second = attemptPass(at, source, list, 'diagnosing', rule);
  const explained = second instanceof PythonSyntaxError ? second : null;
  throw verdict(at, source, list, outcome, explained);
}

/** Which of the possible errors CPython would report. */
function verdict(
  at: PythonParser,
  source: SourceText,
  list: TokenList,
  failure: ParseFailure | null,
  explained: PythonSyntaxError | null,
): PythonSyntaxError {
  const { stop, unclosed: open } = list;
  const kind = failure?.token.kind;
  const seen = at.tokenReached();
  if (stop !== null && kind === TokenKind.EndMarker) return stop;
  if (failure !== null && explained === null) {
    if (kind === TokenKind.Indent || kind === TokenKind.Dedent) return plainError(source, failure);
  }
  if (stop !== null && (list.stopWins || seen.kind === TokenKind.EndMarker)) return stop;
  if (open !== null && (seen.kind === TokenKind.EndMarker || seen.line > open.line)) {
    return unclosed(source, open);
  }
  if (explained !== null) return explained;
  return plainError(source, failure as ParseFailure);
}

function attemptPass<Result>(
  at: PythonParser,
  source: SourceText,
  list: TokenList,
  pass: 'plain' | 'diagnosing',
  rule: (parser: PythonParser) => Result,
): Result | ParseFailure | PythonSyntaxError {
  at.load(source, list.tokens, pass);
  try {
    const result = rule(at);
    // Chevrotain keeps the failures of its own constructs and lets the first rule return.
    if (at.errors.length > 0) return new ParseFailure(at.errors[0].token as Token, false);
    return result;
  } catch (error) {
    if (error instanceof ParseFailure || error instanceof PythonSyntaxError) return error;
    if (error instanceof RangeError) return tooDeep(at, source);
    throw error;
  }
}

/**
 * The host's stack ran out: possible where a caller had used most of it before. All state of the
 * parser is made anew at its next `load`, so nothing is left behind.
 */
function tooDeep(at: PythonParser, source: SourceText): PythonSyntaxError {
  const { line, column, endLine, endColumn } = at.tokenReached();
  return source.error(TOO_DEEP, { line, column, endLine, endColumn });
}

function unclosed(source: SourceText, bracket: OpenBracket): PythonSyntaxError {
  const { char, line, column } = bracket;
  const span = { line, column, endLine: line, endColumn: -1 };
  return source.error(`'${char}' was never closed`, span, 'SyntaxError', 'incomplete');
}

function plainError(source: SourceText, failure: ParseFailure): PythonSyntaxError {
  const { token } = failure;
  if (token.kind === TokenKind.Indent) {
    return source.error('unexpected indent', source.placeOf(token), 'IndentationError');
  }
  if (token.kind === TokenKind.Dedent) {
    return source.error('unexpected unindent', source.placeOf(token), 'IndentationError');
  }
  const message = failure.isInField ? 'f-string: invalid syntax' : 'invalid syntax';
  if (token.kind === TokenKind.EndMarker) {
    // CPython's end marker has a line but no column.
    // Of an empty text it says line 0.
    const line = source.lengthGiven === 0 ? 0 : source.endOfText().line;
    const span = { line, column: -1, endLine: line, endColumn: -1 };
    return source.error(message, span, 'SyntaxError', 'incomplete');
  }
  const { line, column, endLine, endColumn } = token;
  return source.error(message, { line, column, endLine, endColumn });
}
