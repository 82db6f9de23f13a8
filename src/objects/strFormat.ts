// `str.format`: the language of replacement fields, `{name.attr[key]!conversion:spec}`, where the spec may
// hold fields itself, one level deep. The messages and the order of checks are CPython's, since programs
// print them.

import { decref } from '../executors/policy.ts';
import { TupleLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { formattedText, formatValue } from './format.ts';
import { tag } from './int.ts';
import { putValue } from './numberForm.ts';
import { consumeToJs, repr, str, subscript, typeName } from './protocol.ts';
import { raise, raiseWith, valueError } from './raise.ts';
import { putBytes, scratchStr } from './scratch.ts';
import { cachedText, internJs, newStr, own, toJs } from './str.ts';
import { asciiRepr } from './strRepr.ts';
import { type FieldPiece, type FormatTemplate, formatTemplate } from './templatePieces.ts';

/** Where fields get their values from. */
interface Arguments {
  /** Owned; -1 positional arguments: there cannot be any (format_map). */
  readonly positionalCount: number;
  positional(index: number): Value;
  /** Owned; raises KeyError. */
  named(key: string): Value;
}

/** Native `str.format(*args, **kwargs)`. */
export function formatMethod(args: WordIndex, count: number, kwNames: Value): Value {
  const template = cachedText(H[args]);
  const parsed = formatTemplate(template);
  if (parsed !== undefined) {
    const str = kwNames === 0 ? fillWords(parsed, args + 1, count) : 0;
    if (str !== 0) return str;
    const text = fillIn(parsed, args, count, kwNames);
    if (text !== undefined) return newStr(text);
  }
  const named = kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];
  const places = count - named;
  const source: Arguments = {
    positionalCount: places,
    positional: (index) => own(H[args + 1 + index]),
    named: (key) => {
      for (let i = 0; i < named; i++) {
        const name = H[(kwNames >> 2) + TupleLayout.ITEMS + i];
        if (toJs(name) === key) return own(H[args + 1 + places + i]);
      }
      return raiseWith('KeyError', newStr(key));
    },
  };
  return newStr(new Template(source).build(template, 2));
}

/** Positional numbers and strings of the builtin types put into a template; 0 if there are others. */
function fillWords(template: FormatTemplate, from: WordIndex, count: number): Value {
  const { fields, afterBytes } = template;
  if (afterBytes === undefined) return 0;
  let at = 0;
  for (let i = 0; i < fields.length; i++) {
    const { bytes, form, index } = fields[i] as FieldPiece;
    if (bytes === undefined || form === undefined || index < 0 || index >= count) return 0;
    at = putBytes(at, bytes);
    if (at >= 0) at = putValue(at, H[from + index], form);
    if (at < 0) return 0;
  }
  at = putBytes(at, afterBytes);
  return at < 0 ? 0 : scratchStr(at);
}

/** The text of a parsed template; undefined if an argument is missing, which the full reader reports. */
function fillIn(
  template: FormatTemplate,
  args: WordIndex,
  count: number,
  kwNames: Value,
): string | undefined {
  const named = kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];
  const places = count - named;
  const { fields } = template;
  for (let i = 0; i < fields.length; i++) {
    const { index, name } = fields[i] as FieldPiece;
    if (index < 0 ? nameIndex(kwNames, named, name) < 0 : index >= places) return undefined;
  }
  let text = '';
  for (let i = 0; i < fields.length; i++) {
    const { before, index, name, conversion, spec } = fields[i] as FieldPiece;
    const at = index < 0 ? places + nameIndex(kwNames, named, name) : index;
    text += before + fieldText(H[args + 1 + at], conversion, spec);
  }
  return text + template.after;
}

function nameIndex(kwNames: Value, named: number, name: string): number {
  for (let i = 0; i < named; i++) {
    if (cachedText(H[(kwNames >> 2) + TupleLayout.ITEMS + i]) === name) return i;
  }
  return -1;
}

function fieldText(value: Value, conversion: string, spec: string): string {
  if (conversion !== '') {
    const converted = convert(value, conversion);
    try {
      return formattedText(converted, spec);
    } finally {
      decref(converted);
    }
  }
  return formattedText(value, spec);
}

/** `text.format_map(mapping)`. */
export function formatMap(text: Value, mapping: Value): Value {
  const source: Arguments = {
    positionalCount: -1,
    positional: () => valueError('Format string contains positional fields'),
    named: (key) => {
      const name = newStr(key);
      try {
        return subscript(mapping, name);
      } finally {
        decref(name);
      }
    },
  };
  return newStr(new Template(source).build(toJs(text), 2));
}

interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  /** Whether the spec has fields of its own. */
  readonly isNested: boolean;
  readonly next: number;
}

class Template {
  private readonly source: Arguments;
  private numbering: 'unknown' | 'automatic' | 'manual' = 'unknown';
  private nextIndex = 0;

  constructor(source: Arguments) {
    this.source = source;
  }

  /** The text with all its fields replaced. */
  build(text: string, depth: number): string {
    if (depth <= 0) return valueError('Max string recursion exceeded');
    let result = '';
    let at = 0;
    while (at < text.length) {
      let brace = at;
      while (brace < text.length && text[brace] !== '{' && text[brace] !== '}') brace++;
      result += text.slice(at, brace);
      if (brace === text.length) break;
      const mark = text[brace] as string;
      const following = text[brace + 1];
      if (following === mark) {
        result += mark;
        at = brace + 2;
        continue;
      }
      if (mark === '}') return valueError("Single '}' encountered in format string");
      if (following === undefined) return valueError("Single '{' encountered in format string");
      const field = parseField(text, brace + 1);
      result += this.render(field, depth);
      at = field.next;
    }
    return result;
  }

  private render(field: Field, depth: number): string {
    let value = this.lookUp(field.name);
    try {
      if (field.conversion !== '') {
        const converted = convert(value, field.conversion);
        decref(value);
        value = converted;
      }
      const spec = field.isNested ? this.build(field.spec, depth - 1) : field.spec;
      return consumeToJs(formatValue(value, spec));
    } finally {
      decref(value);
    }
  }

  /** The owned value of a field name such as `0.a[b]`. */
  private lookUp(name: string): Value {
    const split = name.search(/[.[]/);
    const first = split < 0 ? name : name.slice(0, split);
    let value = this.first(first);
    let at = split < 0 ? name.length : split;
    try {
      while (at < name.length) {
        const step = parseStep(name, at);
        const next = step.isAttribute ? attribute(value, step.text) : item(value, step.text);
        decref(value);
        value = next;
        at = step.next;
      }
      return value;
    } catch (error) {
      decref(value);
      throw error;
    }
  }

  private first(name: string): Value {
    let index = integerOf(name);
    if (name === '' || index >= 0) {
      const wanted = name === '' ? 'automatic' : 'manual';
      if (this.source.positionalCount >= 0) this.number(wanted);
      if (name === '') index = this.nextIndex++;
    }
    if (index < 0) return this.source.named(name);
    if (this.source.positionalCount >= 0 && index >= this.source.positionalCount) {
      return raise(
        'IndexError',
        `Replacement index ${index} out of range for positional args tuple`,
      );
    }
    return this.source.positional(index);
  }

  private number(wanted: 'automatic' | 'manual'): void {
    if (this.numbering === 'unknown') this.numbering = wanted;
    if (this.numbering === wanted) return;
    valueError(
      wanted === 'automatic'
        ? 'cannot switch from manual field specification to automatic field numbering'
        : 'cannot switch from automatic field numbering to manual field specification',
    );
  }
}

/** Parses a field whose opening brace stands before `from`. */
function parseField(text: string, from: number): Field {
  let at = from;
  let mark = '';
  while (at < text.length && mark === '') {
    const c = text[at++] as string;
    if (c === '{') return valueError("unexpected '{' in field name");
    if (c === '[') while (at < text.length && text[at] !== ']') at++;
    else if (c === '}' || c === ':' || c === '!') mark = c;
  }
  if (mark === '') return valueError("expected '}' before end of string");
  const name = text.slice(from, at - 1);
  if (mark === '}') return { name, conversion: '', spec: '', isNested: false, next: at };
  let conversion = '';
  if (mark === '!') {
    if (at >= text.length) {
      return valueError('end of string while looking for conversion specifier');
    }
    conversion = text[at++] as string;
    if (at < text.length) {
      const c = text[at++];
      if (c === '}') return { name, conversion, spec: '', isNested: false, next: at };
      if (c !== ':') return valueError("expected ':' after conversion specifier");
    }
  }
  return parseSpec(text, at, name, conversion);
}

function parseSpec(text: string, from: number, name: string, conversion: string): Field {
  let open = 1;
  let isNested = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') {
      isNested = true;
      open++;
    } else if (text[at] === '}' && --open === 0) {
      return { name, conversion, spec: text.slice(from, at), isNested, next: at + 1 };
    }
  }
  return valueError("unmatched '{' in format spec");
}

/** One `.name` or `[key]` of a field name. */
function parseStep(
  name: string,
  from: number,
): { isAttribute: boolean; text: string; next: number } {
  const isAttribute = name[from] === '.';
  let next = from + 1;
  if (isAttribute) {
    while (next < name.length && name[next] !== '.' && name[next] !== '[') next++;
  } else if (name[from] === '[') {
    while (next < name.length && name[next] !== ']') next++;
    if (next === name.length) return valueError("Missing ']' in format string");
  } else return valueError("Only '.' or '[' may follow ']' in format field specifier");
  const text = name.slice(from + 1, next);
  if (text === '') return valueError('Empty attribute in format string');
  return { isAttribute, text, next: isAttribute ? next : next + 1 };
}

/** The number that a name consists of, or -1. */
function integerOf(text: string): number {
  if (!/^[0-9]+$/.test(text)) return -1;
  const n = Number(text);
  return n >= 2 ** 63 ? valueError('Too many decimal digits in format string') : n;
}

function attribute(value: Value, text: string): Value {
  const result = attributeAccess.find(value, internJs(text));
  if (result !== 0) return result;
  return raise('AttributeError', `'${typeName(value)}' object has no attribute '${text}'`);
}

function item(value: Value, text: string): Value {
  const index = integerOf(text);
  const key = index >= 0 && index < 2 ** 30 ? tag(index) : newStr(text);
  try {
    return subscript(value, key);
  } finally {
    decref(key);
  }
}

/** `!r`, `!s`, `!a`. */
export function convert(value: Value, conversion: string): Value {
  switch (conversion) {
    case 'r':
      return repr(value);
    case 's':
      return str(value);
    case 'a':
      return asciiRepr(value);
    default: {
      const code = conversion.charCodeAt(0);
      const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
      return valueError(`Unknown conversion specifier ${shown}`);
    }
  }
}
