/**
 * An expression as text, for annotations under `from __future__ import annotations` (PEP 563).
 *
 * The text is normalised as CPython does it: one space around operators, single quotes where they
 * can be, parentheses only where precedence needs them (and around every tuple that is not an
 * index). Annotations are small, so strings are simply concatenated.
 */

import type { Arguments, Comprehension, Expr, Operator } from '../ast/nodes.ts';
import { reprBytes, reprFloat, reprString } from '../bytecode/literals.ts';

/** From what binds least to what binds most. */
const enum Level {
  TUPLE,
  TEST,
  OR,
  AND,
  NOT,
  COMPARE,
  BIT_OR,
  BIT_XOR,
  BIT_AND,
  SHIFT,
  SUM,
  TERM,
  FACTOR,
  POWER,
  AWAIT,
  ATOM,
}

export function unparse(expression: Expr): string {
  return write(expression, Level.TEST);
}

const OPERATORS: Record<Operator, readonly [string, Level]> = {
  Add: ['+', Level.SUM],
  Sub: ['-', Level.SUM],
  Mult: ['*', Level.TERM],
  MatMult: ['@', Level.TERM],
  Div: ['/', Level.TERM],
  Mod: ['%', Level.TERM],
  FloorDiv: ['//', Level.TERM],
  LShift: ['<<', Level.SHIFT],
  RShift: ['>>', Level.SHIFT],
  BitOr: ['|', Level.BIT_OR],
  BitXor: ['^', Level.BIT_XOR],
  BitAnd: ['&', Level.BIT_AND],
  Pow: ['**', Level.POWER],
};

const COMPARISONS = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};

function bracket(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function list(items: readonly Expr[]): string {
  return items.map((item) => write(item, Level.TEST)).join(', ');
}

function write(node: Expr, level: Level): string {
  switch (node.kind) {
    case 'Name':
      return node.id;
    case 'Constant':
      return constant(node);
    case 'Attribute': {
      const value = write(node.value, Level.ATOM);
      // `1.real` would read as a float.
      const isInt = node.value.kind === 'Constant' && node.value.value.type === 'int';
      return `${value}${isInt ? ' ' : ''}.${node.attr}`;
    }
    case 'Subscript':
      return `${write(node.value, Level.ATOM)}[${write(node.slice, Level.TUPLE)}]`;
    case 'Call':
      return call(node);
    case 'Tuple':
      if (node.elts.length === 0) return '()';
      return bracket(list(node.elts) + (node.elts.length === 1 ? ',' : ''), level > Level.TUPLE);
    case 'List':
      return `[${list(node.elts)}]`;
    case 'Set':
      return `{${list(node.elts)}}`;
    case 'Dict':
      return dict(node);
    case 'Starred':
      return `*${write(node.value, Level.BIT_OR)}`;
    case 'Slice':
      return slice(node);
    default:
      return writeOperation(node, level);
  }
}

function writeOperation(node: Expr, level: Level): string {
  switch (node.kind) {
    case 'BoolOp': {
      const own = node.op === 'And' ? Level.AND : Level.OR;
      const parts = node.values.map((value) => write(value, own + 1));
      return bracket(parts.join(node.op === 'And' ? ' and ' : ' or '), level > own);
    }
    case 'BinOp':
      return binary(node, level);
    case 'UnaryOp':
      return unary(node, level);
    case 'Compare': {
      let text = write(node.left, Level.COMPARE + 1);
      node.ops.forEach((op, i) => {
        text += ` ${COMPARISONS[op]} ${write(node.comparators[i], Level.COMPARE + 1)}`;
      });
      return bracket(text, level > Level.COMPARE);
    }
    case 'IfExp': {
      const body = write(node.body, Level.TEST + 1);
      const test = write(node.test, Level.TEST + 1);
      return bracket(
        `${body} if ${test} else ${write(node.orelse, Level.TEST)}`,
        level > Level.TEST,
      );
    }
    case 'Lambda': {
      const names = parameters(node.args);
      const text = `lambda${names === '' ? '' : ' '}${names}: ${write(node.body, Level.TEST)}`;
      return bracket(text, level > Level.TEST);
    }
    case 'NamedExpr':
      return `(${node.target.id} := ${write(node.value, Level.TEST)})`;
    case 'JoinedStr':
      return `f${reprString(joined(node))}`;
    case 'FormattedValue':
      return `f${reprString(field(node))}`;
    case 'ListComp':
      return `[${write(node.elt, Level.TEST)}${generators(node.generators)}]`;
    case 'SetComp':
      return `{${write(node.elt, Level.TEST)}${generators(node.generators)}}`;
    case 'GeneratorExp':
      return `(${write(node.elt, Level.TEST)}${generators(node.generators)})`;
    case 'DictComp': {
      const value = write(node.value, Level.TEST);
      return `{${write(node.key, Level.TEST)}: ${value}${generators(node.generators)}}`;
    }
    case 'Yield':
      return node.value === null ? '(yield)' : `(yield ${write(node.value, Level.TEST)})`;
    case 'YieldFrom':
      return `(yield from ${write(node.value, Level.TEST)})`;
    case 'Await':
      return bracket(`await ${write(node.value, Level.ATOM)}`, level > Level.AWAIT);
    default:
      throw new Error(`compiler: no text for ${node.kind}`);
  }
}

function constant(node: Extract<Expr, { kind: 'Constant' }>): string {
  const { value } = node;
  switch (value.type) {
    case 'int':
      return String(value.value);
    case 'float':
      return reprFloat(value.value);
    case 'complex':
      return `${reprFloat(value.imag).replace(/\.0$/, '')}j`;
    case 'str':
      return reprString(value.value);
    case 'bytes':
      return reprBytes(value.value);
    case 'Ellipsis':
      return '...';
    default:
      return value.type;
  }
}

function binary(node: Extract<Expr, { kind: 'BinOp' }>, level: Level): string {
  const [sign, own] = OPERATORS[node.op];
  const rightAssociative = node.op === 'Pow';
  const left = write(node.left, rightAssociative ? own + 1 : own);
  const right = write(node.right, rightAssociative ? own : own + 1);
  return bracket(`${left} ${sign} ${right}`, level > own);
}

function unary(node: Extract<Expr, { kind: 'UnaryOp' }>, level: Level): string {
  if (node.op === 'Not') return bracket(`not ${write(node.operand, Level.NOT)}`, level > Level.NOT);
  const sign = { USub: '-', UAdd: '+', Invert: '~' }[node.op];
  return bracket(sign + write(node.operand, Level.FACTOR), level > Level.FACTOR);
}

function call(node: Extract<Expr, { kind: 'Call' }>): string {
  const func = write(node.func, Level.ATOM);
  const [only] = node.args;
  if (node.args.length === 1 && node.keywords.length === 0 && only.kind === 'GeneratorExp') {
    return func + write(only, Level.TEST);
  }
  const keywords = node.keywords.map(({ arg, value }) => {
    return (arg === null ? '**' : `${arg}=`) + write(value, Level.TEST);
  });
  const args = node.args.map((arg) => write(arg, Level.TEST));
  return `${func}(${[...args, ...keywords].join(', ')})`;
}

function dict(node: Extract<Expr, { kind: 'Dict' }>): string {
  const items = node.keys.map((key, i) => {
    const value = node.values[i];
    if (key === null) return `**${write(value, Level.BIT_OR)}`;
    return `${write(key, Level.TEST)}: ${write(value, Level.TEST)}`;
  });
  return `{${items.join(', ')}}`;
}

function slice(node: Extract<Expr, { kind: 'Slice' }>): string {
  const part = (bound: Expr | null): string => (bound === null ? '' : write(bound, Level.TEST));
  const step = node.step === null ? '' : `:${part(node.step)}`;
  return `${part(node.lower)}:${part(node.upper)}${step}`;
}

function generators(parts: readonly Comprehension[]): string {
  const texts = parts.map((part) => {
    const target = write(part.target, Level.TUPLE);
    const conditions = part.ifs.map((test) => ` if ${write(test, Level.TEST + 1)}`);
    const word = part.is_async ? ' async for' : ' for';
    return `${word} ${target} in ${write(part.iter, Level.TEST + 1)}${conditions.join('')}`;
  });
  return texts.join('');
}

function parameters(args: Arguments): string {
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  positional.forEach((arg, i) => {
    const value = i >= firstDefault ? `=${write(args.defaults[i - firstDefault], Level.TEST)}` : '';
    parts.push(arg.arg + value);
    if (i + 1 === args.posonlyargs.length) parts.push('/');
  });
  if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push('*');
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i];
    parts.push(arg.arg + (value === null ? '' : `=${write(value, Level.TEST)}`));
  });
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  return parts.join(', ');
}

function joined(node: Extract<Expr, { kind: 'JoinedStr' }>): string {
  const parts = node.values.map((value) => {
    if (value.kind === 'Constant' && value.value.type === 'str') {
      return value.value.value.replaceAll('{', '{{').replaceAll('}', '}}');
    }
    return value.kind === 'FormattedValue' ? field(value) : '';
  });
  return parts.join('');
}

function field(node: Extract<Expr, { kind: 'FormattedValue' }>): string {
  const value = write(node.value, Level.TEST + 1);
  const space = value.startsWith('{') ? ' ' : '';
  const conversion = node.conversion > 0 ? `!${String.fromCharCode(node.conversion)}` : '';
  const spec = node.format_spec === null ? '' : `:${joined(node.format_spec)}`;
  return `{${space}${value}${conversion}${spec}}`;
}
