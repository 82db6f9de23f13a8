/**
 * A tree as text, equal to what Python 3.12's `ast.dump(tree)` prints for the same program.
 *
 * For tests and for people. Python leaves out fields that are None, and a constant's `kind`; what
 * our nodes add (`kind`, `span`) is left out here, and the fields that only CPython has
 * (`type_ignores`) are added.
 */

import type { ConstantValue, Node } from './nodes.ts';

/** The order of fields in CPython's ASDL, by node; a node's own name is its kind. */
const FIELDS: Record<Node['kind'], string> = {
  Module: 'body',
  Interactive: 'body',
  Expression: 'body',
  FunctionDef: 'name args body decorator_list returns type_params',
  AsyncFunctionDef: 'name args body decorator_list returns type_params',
  ClassDef: 'name bases keywords body decorator_list type_params',
  Return: 'value',
  Delete: 'targets',
  Assign: 'targets value',
  TypeAlias: 'name type_params value',
  AugAssign: 'target op value',
  AnnAssign: 'target annotation value simple',
  For: 'target iter body orelse',
  AsyncFor: 'target iter body orelse',
  While: 'test body orelse',
  If: 'test body orelse',
  With: 'items body',
  AsyncWith: 'items body',
  Match: 'subject cases',
  Raise: 'exc cause',
  Try: 'body handlers orelse finalbody',
  TryStar: 'body handlers orelse finalbody',
  Assert: 'test msg',
  Import: 'names',
  ImportFrom: 'module names level',
  Global: 'names',
  Nonlocal: 'names',
  Expr: 'value',
  Pass: '',
  Break: '',
  Continue: '',
  BoolOp: 'op values',
  NamedExpr: 'target value',
  BinOp: 'left op right',
  UnaryOp: 'op operand',
  Lambda: 'args body',
  IfExp: 'test body orelse',
  Dict: 'keys values',
  Set: 'elts',
  ListComp: 'elt generators',
  SetComp: 'elt generators',
  DictComp: 'key value generators',
  GeneratorExp: 'elt generators',
  Await: 'value',
  Yield: 'value',
  YieldFrom: 'value',
  Compare: 'left ops comparators',
  Call: 'func args keywords',
  FormattedValue: 'value conversion format_spec',
  JoinedStr: 'values',
  Constant: 'value',
  Attribute: 'value attr ctx',
  Subscript: 'value slice ctx',
  Starred: 'value ctx',
  Name: 'id ctx',
  List: 'elts ctx',
  Tuple: 'elts ctx',
  Slice: 'lower upper step',
  comprehension: 'target iter ifs is_async',
  keyword: 'arg value',
  arg: 'arg annotation',
  arguments: 'posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults',
  withitem: 'context_expr optional_vars',
  ExceptHandler: 'type name body',
  alias: 'name asname',
  match_case: 'pattern guard body',
  MatchValue: 'value',
  MatchSingleton: 'value',
  MatchSequence: 'patterns',
  MatchMapping: 'keys patterns rest',
  MatchClass: 'cls patterns kwd_attrs kwd_patterns',
  MatchStar: 'name',
  MatchAs: 'pattern name',
  MatchOr: 'patterns',
  TypeVar: 'name bound',
  ParamSpec: 'name',
  TypeVarTuple: 'name',
};

/** Fields whose strings name operators and contexts: written as nodes, `op=Add()`. */
const ENUM_FIELDS = new Set(['op', 'ops', 'ctx']);

/** The same text as Python 3.12's `ast.dump(tree, include_attributes=spans)`. */
export function dump(node: Node, spans: 'no spans' | 'spans' = 'no spans'): string {
  const withSpans = spans === 'spans';
  return dumpValue(node, '', withSpans);
}

function dumpNode(node: Node, withSpans: boolean): string {
  const parts: string[] = [];
  const fields = FIELDS[node.kind];
  for (const field of fields === '' ? [] : fields.split(' ')) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (value === null) continue;
    parts.push(`${field}=${dumpValue(value, field, withSpans)}`);
  }
  if (node.kind === 'Module') parts.push('type_ignores=[]');
  if (withSpans && 'span' in node) {
    const { line, column, endLine, endColumn } = node.span;
    parts.push(`lineno=${line}, col_offset=${column}`);
    parts.push(`end_lineno=${endLine}, end_col_offset=${endColumn}`);
  }
  return `${node.kind}(${parts.join(', ')})`;
}

function dumpValue(value: unknown, field: string, withSpans: boolean): string {
  if (value === null) return 'None';
  if (Array.isArray(value)) {
    return `[${value.map((item) => dumpValue(item, field, withSpans)).join(', ')}]`;
  }
  switch (typeof value) {
    case 'string':
      return ENUM_FIELDS.has(field) ? `${value}()` : reprText(value);
    case 'number':
      return String(value);
    case 'boolean':
      return value ? '1' : '0';
    default:
      if ('kind' in (value as object)) return dumpNode(value as Node, withSpans);
      return dumpConstant(value as ConstantValue);
  }
}

function dumpConstant(constant: ConstantValue): string {
  switch (constant.type) {
    case 'int':
      return String(constant.value);
    case 'float':
      return reprFloat(constant.value);
    case 'complex': {
      const text = reprFloat(constant.imag);
      return `${text.endsWith('.0') ? text.slice(0, -2) : text}j`;
    }
    case 'str':
      return reprText(constant.value);
    case 'bytes':
      return reprBytes(constant.value);
    default:
      return constant.type;
  }
}

function reprFloat(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  const [digits, exponentText] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? '-' : '+';
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const text =
    exponent < 0 ? value.toFixed(digits.replace('.', '').length - 1 - exponent) : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

function reprText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const char of text) {
    if (ESCAPES[char] !== undefined) result += ESCAPES[char];
    else if (char === quote) result += `\\${char}`;
    else result += UNPRINTABLE.test(char) ? hexEscape(char.codePointAt(0) ?? 0) : char;
  }
  return result + quote;
}

function hexEscape(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let result = `b${quote}`;
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (ESCAPES[char] !== undefined) result += ESCAPES[char];
    else if (char === quote) result += `\\${char}`;
    else result += byte < 32 || byte >= 127 ? hexEscape(byte) : char;
  }
  return result + quote;
}
