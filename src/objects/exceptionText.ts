// `str` and `repr` of exceptions, as CPython 3.11 writes them (Objects/exceptions.c says which parts
// go into which text).

import { decref } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import { type Address, ExceptionLayout as E, type Value } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { bytesData, bytesLength } from './bytes.ts';
import { detailName, detailText, getDetail } from './exceptionDetails.ts';
import { indexOf, isInt, isStr, repr, reprJs, str, strJs, typeName } from './protocol.ts';
import { codeAt, newStr, strLength } from './str.ts';
import { tupleItem, tupleLength } from './tuple.ts';

const argsOf = (exception: Address): Address => H[(exception >> 2) + E.ARGS];

/** `ValueError('x')`, `ValueError(1, 2)`. */
export function reprException(exception: Address): Value {
  const args = argsOf(exception);
  const inner = tupleLength(args) === 1 ? `(${reprJs(tupleItem(args, 0))})` : reprJs(args);
  return newStr(typeName(exception) + inner);
}

/** Nothing, the only argument, or the tuple of all. */
export function strException(exception: Address): Value {
  const args = argsOf(exception);
  const count = tupleLength(args);
  if (count === 0) return S.EMPTY_STR;
  return count === 1 ? str(tupleItem(args, 0)) : str(args);
}

/** A missing key stands in quotes: an empty one would be no message at all. */
export function strKeyError(exception: Address): Value {
  const args = argsOf(exception);
  return tupleLength(args) === 1 ? repr(tupleItem(args, 0)) : strException(exception);
}

export function strImportError(exception: Address): Value {
  const message = getDetail(exception, detailName('msg'));
  if (message !== 0 && isStr(message)) return message;
  if (message !== 0) decref(message);
  return strException(exception);
}

/** `[Errno 2] No such file or directory: 'x'`. */
export function strOSError(exception: Address): Value {
  const part = (name: string, text: (value: Value) => string): string | undefined => {
    const value = getDetail(exception, detailName(name));
    if (value === 0) return undefined;
    try {
      return text(value);
    } finally {
      decref(value);
    }
  };
  const isSet = (name: string): boolean =>
    part(name, (value) => (value === S.NONE ? 'None' : '')) === '';
  if (!isSet('filename') && !(isSet('errno') && isSet('strerror'))) return strException(exception);
  const head = `[Errno ${part('errno', strJs) ?? 'None'}] ${part('strerror', strJs) ?? 'None'}`;
  if (!isSet('filename')) return newStr(head);
  const second = isSet('filename2') ? ` -> ${part('filename2', reprJs)}` : '';
  return newStr(`${head}: ${part('filename', reprJs)}${second}`);
}

/** `invalid syntax (file.py, line 3)`. */
export function strSyntaxError(exception: Address): Value {
  const message = getDetail(exception, detailName('msg'));
  const text = message === 0 ? 'None' : strJs(message);
  if (message !== 0) decref(message);
  const file = detailText(exception, 'filename')?.replace(/^.*\//, '');
  const line = numberDetail(exception, 'lineno');
  if (file === undefined && line === undefined) return newStr(text);
  const place = [
    ...(file === undefined ? [] : [file]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ];
  return newStr(`${text} (${place.join(', ')})`);
}

/** An int detail as a JavaScript number. */
export function numberDetail(exception: Address, name: string): number | undefined {
  const value = getDetail(exception, detailName(name));
  if (value === 0) return undefined;
  const n = isInt(value) ? indexOf(value) : undefined;
  decref(value);
  return n;
}

/** `'utf-8' codec can't decode byte 0xff in position 0: invalid start byte`, and its relatives. */
export function strUnicodeError(exception: Address): Value {
  const object = getDetail(exception, detailName('object'));
  if (object === 0) return S.EMPTY_STR;
  try {
    const encoding = detailText(exception, 'encoding');
    const start = numberDetail(exception, 'start') ?? 0;
    const end = numberDetail(exception, 'end') ?? 0;
    const codec = encoding === undefined ? '' : `'${encoding}' codec `;
    const verb = isStr(object) ? (encoding === undefined ? 'translate' : 'encode') : 'decode';
    const length = isStr(object) ? strLength(object) : bytesLength(object);
    const isOne = end === start + 1 && start < length;
    const at = isOne ? `${start}` : `${start}-${end - 1}`;
    const what = isOne ? oneUnit(object, start) : isStr(object) ? 'characters' : 'bytes';
    return newStr(
      `${codec}can't ${verb} ${what} in position ${at}: ${detailText(exception, 'reason') ?? ''}`,
    );
  } finally {
    decref(object);
  }
}

function oneUnit(object: Value, at: number): string {
  if (!isStr(object)) {
    const byte = U8[bytesData(object) + at] as number;
    return `byte 0x${byte.toString(16).padStart(2, '0')}`;
  }
  const code = codeAt(object, at);
  const hex = code.toString(16);
  const escaped =
    code < 0x100
      ? `\\x${hex.padStart(2, '0')}`
      : code < 0x10000
        ? `\\u${hex.padStart(4, '0')}`
        : `\\U${hex.padStart(8, '0')}`;
  return `character '${escaped}'`;
}

/** `several (2 sub-exceptions)`. */
export function strGroup(exception: Address): Value {
  const members = getDetail(exception, detailName('exceptions'));
  const count = members === 0 ? 0 : tupleLength(members);
  if (members !== 0) decref(members);
  const message = detailText(exception, 'message') ?? '';
  return newStr(`${message} (${count} sub-exception${count === 1 ? '' : 's'})`);
}
