// Templates of `str.format` and of % formatting, parsed once. Most programs format with few templates many
// times, so the common kind, fields without nested specs, keys or stars, is kept as a row of pieces. Any
// other, and any that is wrong, is undefined here and left to the full reader, which raises its errors when
// it comes to them, after the fields before have been evaluated.

import {
  type Form,
  formOfPercent,
  formOfSpec,
  type PercentSpec,
  PLAIN_FORM,
} from './numberForm.ts';
import { bytesOfText } from './scratch.ts';

/** `{}`, `{0}`, `{name}`, with `!conversion` and `:spec`. */
export interface FieldPiece {
  /** Text before the field. */
  readonly before: string;
  /** Position, -1: by name. */
  readonly index: number;
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  /** `before` as bytes, if it is narrow, and the form of the field, for scratch.ts. */
  readonly bytes: Uint8Array | undefined;
  readonly form: Form | undefined;
}

export interface FormatTemplate {
  readonly fields: readonly FieldPiece[];
  readonly after: string;
  readonly afterBytes: Uint8Array | undefined;
}

const MAX = 256;
const formats = new Map<string, FormatTemplate | undefined>();

export function formatTemplate(text: string): FormatTemplate | undefined {
  if (formats.has(text)) return formats.get(text);
  if (formats.size >= MAX) formats.clear();
  const parsed = parseFormat(text);
  formats.set(text, parsed);
  return parsed;
}

const FIELD = /\{([0-9]{0,6}|[A-Za-z_]\w*)(?:!([rsa]))?(?::([^{}]*))?\}/y;

function parseFormat(text: string): FormatTemplate | undefined {
  const fields: FieldPiece[] = [];
  let before = '';
  let automatic = 0;
  let manual = false;
  let at = 0;
  while (at < text.length) {
    const c = text[at] as string;
    if (c !== '{' && c !== '}') {
      before += c;
      at++;
    } else if (text[at + 1] === c) {
      before += c;
      at += 2;
    } else {
      FIELD.lastIndex = at;
      const match = FIELD.exec(text);
      if (match === null) return undefined;
      const [whole, name, conversion, spec] = match as unknown as [
        string,
        string,
        string?,
        string?,
      ];
      const isName = name !== '' && !/^[0-9]/.test(name);
      if (!isName && name !== '') manual = true;
      const index = isName ? -1 : name === '' ? automatic++ : Number(name);
      fields.push({
        before,
        index,
        name,
        conversion: conversion ?? '',
        spec: spec ?? '',
        bytes: bytesOfText(before),
        form: conversion !== undefined ? undefined : spec ? formOfSpec(spec) : PLAIN_FORM,
      });
      before = '';
      at += whole.length;
    }
  }
  return manual && automatic > 0
    ? undefined
    : { fields, after: before, afterBytes: bytesOfText(before) };
}

/** `%d`, `%-5.2f` and the like; conversion `%` is part of the text. */
export interface PercentPiece extends PercentSpec {
  readonly before: string;
  /** As in FieldPiece. */
  readonly bytes: Uint8Array | undefined;
  readonly form: Form;
}

export interface PercentTemplate {
  readonly pieces: readonly PercentPiece[];
  readonly after: string;
  readonly afterBytes: Uint8Array | undefined;
}

const percents = new Map<string, PercentTemplate | undefined>();

export function percentTemplate(text: string): PercentTemplate | undefined {
  if (percents.has(text)) return percents.get(text);
  if (percents.size >= MAX) percents.clear();
  const parsed = parsePercent(text);
  percents.set(text, parsed);
  return parsed;
}

const SPECIFIER = /%([-+ #0]*)([0-9]{1,6})?(?:\.([0-9]{0,6}))?[hlL]?([sradiuoxXeEfFgGc%])/y;

function parsePercent(text: string): PercentTemplate | undefined {
  const pieces: PercentPiece[] = [];
  let before = '';
  let at = 0;
  while (at < text.length) {
    const percent = text.indexOf('%', at);
    if (percent < 0) break;
    before += text.slice(at, percent);
    SPECIFIER.lastIndex = percent;
    const match = SPECIFIER.exec(text);
    if (match === null) return undefined;
    const [whole, flags, width, precision, conversion] = match as unknown as [
      string,
      string,
      string?,
      string?,
      string?,
    ];
    at = percent + whole.length;
    if (conversion === '%') {
      before += '%';
      continue;
    }
    const specifier: PercentSpec = {
      left: flags.includes('-'),
      plus: flags.includes('+'),
      blank: flags.includes(' '),
      alternate: flags.includes('#'),
      zero: flags.includes('0'),
      width: width === undefined ? -1 : Number(width),
      precision: precision === undefined ? -1 : Number(precision),
      conversion: conversion as string,
    };
    pieces.push({
      ...specifier,
      before,
      bytes: bytesOfText(before),
      form: formOfPercent(specifier),
    });
    before = '';
  }
  const after = before + text.slice(at);
  return { pieces, after, afterBytes: bytesOfText(after) };
}
