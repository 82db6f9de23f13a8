/**
 * The syntax tree as plain data: one interface per node, a discriminated union per sort.
 *
 * Names of nodes and fields are those of CPython's `ast` module (the ASDL of Python 3.12), so that
 * whoever knows the one knows the other, and so that our trees can be compared with CPython's by
 * text (see dump.ts). Optional fields are `null`, lists are arrays, and nothing here has methods:
 * a tree can be cloned, sent to a worker or written as JSON (but for its bigints and bytes).
 *
 * What must hold: N1, every node but Module, Interactive, Expression, arguments, comprehension,
 * withitem and match_case has a span, as in CPython; N2, a node in a target position has ctx
 * 'Store' or 'Del', every other one 'Load'. Read next: errors.ts, then grammar/parse.ts.
 */

/** Lines count from 1, columns from 0 in code points of their line; the end is exclusive. */
export interface Span {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

interface Located {
  span: Span;
}

// Modules

export interface Module {
  kind: 'Module';
  body: Stmt[];
}

/** What one entry at the prompt parses to: expression statements in it are to be echoed. */
export interface Interactive {
  kind: 'Interactive';
  body: Stmt[];
}

export interface Expression {
  kind: 'Expression';
  body: Expr;
}

export type Mod = Module | Interactive | Expression;

// Operators

export type Context = 'Load' | 'Store' | 'Del';
export type BoolOperator = 'And' | 'Or';
export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CompareOperator =
  | 'Eq'
  | 'NotEq'
  | 'Lt'
  | 'LtE'
  | 'Gt'
  | 'GtE'
  | 'Is'
  | 'IsNot'
  | 'In'
  | 'NotIn';

// Expressions

/** A str may hold lone surrogates; complex constants are imaginary only, as in source text. */
export type ConstantValue =
  | { type: 'int'; value: bigint }
  | { type: 'float'; value: number }
  | { type: 'complex'; imag: number }
  | { type: 'str'; value: string }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'True' | 'False' | 'None' | 'Ellipsis' };

export interface BoolOp extends Located {
  kind: 'BoolOp';
  op: BoolOperator;
  values: Expr[];
}

export interface NamedExpr extends Located {
  kind: 'NamedExpr';
  target: Name;
  value: Expr;
}

export interface BinOp extends Located {
  kind: 'BinOp';
  left: Expr;
  op: Operator;
  right: Expr;
}

export interface UnaryOp extends Located {
  kind: 'UnaryOp';
  op: UnaryOperator;
  operand: Expr;
}

export interface Lambda extends Located {
  kind: 'Lambda';
  args: Arguments;
  body: Expr;
}

export interface IfExp extends Located {
  kind: 'IfExp';
  test: Expr;
  body: Expr;
  orelse: Expr;
}

/** A null key stands for `**value`. */
export interface Dict extends Located {
  kind: 'Dict';
  keys: (Expr | null)[];
  values: Expr[];
}

/** CPython's `Set`; the name leaves JavaScript's own Set usable in files that import this. */
export interface SetExpr extends Located {
  kind: 'Set';
  elts: Expr[];
}

export interface ListComp extends Located {
  kind: 'ListComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface SetComp extends Located {
  kind: 'SetComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface DictComp extends Located {
  kind: 'DictComp';
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}

export interface GeneratorExp extends Located {
  kind: 'GeneratorExp';
  elt: Expr;
  generators: Comprehension[];
}

export interface Await extends Located {
  kind: 'Await';
  value: Expr;
}

export interface Yield extends Located {
  kind: 'Yield';
  value: Expr | null;
}

export interface YieldFrom extends Located {
  kind: 'YieldFrom';
  value: Expr;
}

export interface Compare extends Located {
  kind: 'Compare';
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
}

/** Positional arguments (Starred for `*a`) in `args`; `keywords` also holds `**a`, with arg null. */
export interface Call extends Located {
  kind: 'Call';
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}

/** One replacement field; conversion is -1 or the code of 's' (115), 'r' (114) or 'a' (97). */
export interface FormattedValue extends Located {
  kind: 'FormattedValue';
  value: Expr;
  conversion: number;
  format_spec: JoinedStr | null;
}

/** An f-string: values are str Constants and FormattedValues; neighbouring text is merged. */
export interface JoinedStr extends Located {
  kind: 'JoinedStr';
  values: Expr[];
}

export interface Constant extends Located {
  kind: 'Constant';
  value: ConstantValue;
}

export interface Attribute extends Located {
  kind: 'Attribute';
  value: Expr;
  attr: string;
  ctx: Context;
}

export interface Subscript extends Located {
  kind: 'Subscript';
  value: Expr;
  slice: Expr;
  ctx: Context;
}

export interface Starred extends Located {
  kind: 'Starred';
  value: Expr;
  ctx: Context;
}

export interface Name extends Located {
  kind: 'Name';
  id: string;
  ctx: Context;
}

export interface List extends Located {
  kind: 'List';
  elts: Expr[];
  ctx: Context;
}

export interface Tuple extends Located {
  kind: 'Tuple';
  elts: Expr[];
  ctx: Context;
}

/** Stands only inside a Subscript's `slice`, directly or as an element of its Tuple. */
export interface Slice extends Located {
  kind: 'Slice';
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export interface Comprehension {
  kind: 'comprehension';
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: boolean;
}

export interface Keyword extends Located {
  kind: 'keyword';
  arg: string | null;
  value: Expr;
}

// Parameters

export interface Arg extends Located {
  kind: 'arg';
  arg: string;
  annotation: Expr | null;
}

/**
 * `defaults` belongs to the last of posonlyargs + args; `kw_defaults` has one entry for each of
 * kwonlyargs, null where there is no default.
 */
export interface Arguments {
  kind: 'arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}

export interface TypeVar extends Located {
  kind: 'TypeVar';
  name: string;
  bound: Expr | null;
}

export interface ParamSpec extends Located {
  kind: 'ParamSpec';
  name: string;
}

export interface TypeVarTuple extends Located {
  kind: 'TypeVarTuple';
  name: string;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

// Statements

/** The span starts at `def`, not at the decorators, as CPython's does. */
export interface FunctionDef extends Located {
  kind: 'FunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}

export interface AsyncFunctionDef extends Located {
  kind: 'AsyncFunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}

export interface ClassDef extends Located {
  kind: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}

export interface Return extends Located {
  kind: 'Return';
  value: Expr | null;
}

export interface Delete extends Located {
  kind: 'Delete';
  targets: Expr[];
}

export interface Assign extends Located {
  kind: 'Assign';
  targets: Expr[];
  value: Expr;
}

export interface TypeAlias extends Located {
  kind: 'TypeAlias';
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}

/** The target is a Name, an Attribute or a Subscript. */
export interface AugAssign extends Located {
  kind: 'AugAssign';
  target: Name | Attribute | Subscript;
  op: Operator;
  value: Expr;
}

/** `simple` is true for a bare name without parentheses, the only form that makes a local. */
export interface AnnAssign extends Located {
  kind: 'AnnAssign';
  target: Name | Attribute | Subscript;
  annotation: Expr;
  value: Expr | null;
  simple: boolean;
}

export interface For extends Located {
  kind: 'For';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface AsyncFor extends Located {
  kind: 'AsyncFor';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface While extends Located {
  kind: 'While';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

/** An `elif` is an If alone in its `orelse`. */
export interface If extends Located {
  kind: 'If';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface WithItem {
  kind: 'withitem';
  context_expr: Expr;
  optional_vars: Expr | null;
}

export interface With extends Located {
  kind: 'With';
  items: WithItem[];
  body: Stmt[];
}

export interface AsyncWith extends Located {
  kind: 'AsyncWith';
  items: WithItem[];
  body: Stmt[];
}

export interface Raise extends Located {
  kind: 'Raise';
  exc: Expr | null;
  cause: Expr | null;
}

export interface ExceptHandler extends Located {
  kind: 'ExceptHandler';
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}

export interface Try extends Located {
  kind: 'Try';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

/** `try` with `except*` clauses. */
export interface TryStar extends Located {
  kind: 'TryStar';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface Assert extends Located {
  kind: 'Assert';
  test: Expr;
  msg: Expr | null;
}

/** `name` is dotted for `import a.b`, and '*' for the one alias of `from m import *`. */
export interface Alias extends Located {
  kind: 'alias';
  name: string;
  asname: string | null;
}

export interface Import extends Located {
  kind: 'Import';
  names: Alias[];
}

/** `level` counts the leading dots; `module` is null in `from . import a`. */
export interface ImportFrom extends Located {
  kind: 'ImportFrom';
  module: string | null;
  names: Alias[];
  level: number;
}

export interface Global extends Located {
  kind: 'Global';
  names: string[];
}

export interface Nonlocal extends Located {
  kind: 'Nonlocal';
  names: string[];
}

/** CPython's `Expr` statement: an expression evaluated for its effect. */
export interface ExprStmt extends Located {
  kind: 'Expr';
  value: Expr;
}

export interface Pass extends Located {
  kind: 'Pass';
}

export interface Break extends Located {
  kind: 'Break';
}

export interface Continue extends Located {
  kind: 'Continue';
}

export interface Match extends Located {
  kind: 'Match';
  subject: Expr;
  cases: MatchCase[];
}

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// Patterns

export interface MatchCase {
  kind: 'match_case';
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

export interface MatchValue extends Located {
  kind: 'MatchValue';
  value: Expr;
}

export interface MatchSingleton extends Located {
  kind: 'MatchSingleton';
  value: { type: 'True' | 'False' | 'None' };
}

export interface MatchSequence extends Located {
  kind: 'MatchSequence';
  patterns: Pattern[];
}

export interface MatchMapping extends Located {
  kind: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}

export interface MatchClass extends Located {
  kind: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}

export interface MatchStar extends Located {
  kind: 'MatchStar';
  name: string | null;
}

/** `_` is pattern null and name null; a capture has a name only. */
export interface MatchAs extends Located {
  kind: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}

export interface MatchOr extends Located {
  kind: 'MatchOr';
  patterns: Pattern[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export type Node =
  | Mod
  | Expr
  | Stmt
  | Pattern
  | Comprehension
  | Keyword
  | Arg
  | Arguments
  | TypeParam
  | WithItem
  | ExceptHandler
  | Alias
  | MatchCase;
