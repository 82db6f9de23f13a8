// str, bytes and bytearray against what CPython 3.11 answered (textCalls.json, made by recordText.py): run
// by text.*.test.ts under an executor each.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BinaryOperator, CompareOperator } from '../../../src/bytecode/opcodes.ts';
import { S, T } from '../../../src/heap/builtinTypes.ts';
import { ExceptionLayout, type Value } from '../../../src/heap/layout.ts';
import { answerOf, bootHeap } from '../../support/heapOnly.ts';
import { defineMissingTypes } from '../../support/minimalTypes.ts';

/** A value as recordText.py writes it. */
type Encoded =
  | { const: string }
  | { int: string }
  | { float: string }
  | { str: number[] }
  | { bytes: number[] }
  | { bytearray: number[] }
  | { tuple: Encoded[] }
  | { list: Encoded[] }
  | { dict: [Encoded, Encoded][] }
  | { slice: [Encoded, Encoded, Encoded] };
type Case = [Encoded, string, Encoded[], Record<string, Encoded>, string];

const CASES = JSON.parse(
  readFileSync(new URL('./textCalls.json', import.meta.url), 'utf8'),
) as Case[];

/** Exception types as far as raising needs them: a name, a base and a size. */
async function defineExceptions(): Promise<void> {
  const { builtinException, HIERARCHY } = await import('../../../src/objects/exceptions.ts');
  const { DEFINED_TYPES, defineType } = await import('../../../src/objects/define.ts');
  const { free } = await import('../../../src/executors/policy.ts');
  for (const [name, base] of HIERARCHY) {
    const address = builtinException(name);
    if (DEFINED_TYPES.some((t) => t.address === address)) continue;
    defineType(address, {
      name,
      base: builtinException(base),
      words: ExceptionLayout.WORDS,
      slots: { dealloc: (exception) => free(exception, ExceptionLayout.WORDS << 2) },
    });
  }
}

export async function textSuite(executor: string): Promise<void> {
  await bootHeap(executor, async () => {
    for (const name of ['noneTypes', 'intType', 'boolType', 'floatType', 'strType', 'bytesType']) {
      await import(`../../../src/objects/${name}.ts`);
    }
    for (const name of ['bytearrayType', 'tupleType', 'listType', 'dictType', 'slice']) {
      await import(`../../../src/objects/${name}.ts`);
    }
    await defineMissingTypes();
    await defineExceptions();
  });
  const int = await import('../../../src/objects/int.ts');
  const { newFloat } = await import('../../../src/objects/float.ts');
  const { newStr, newStrOfCodes, internJs, own } = await import('../../../src/objects/str.ts');
  const { newBytes } = await import('../../../src/objects/bytes.ts');
  const { newBytearray } = await import('../../../src/objects/bytearrayType.ts');
  const { tupleOf, tupleItems } = await import('../../../src/objects/tuple.ts');
  const { listOf } = await import('../../../src/objects/list.ts');
  const { dictSet, newDict } = await import('../../../src/objects/dict.ts');
  const { newSlice } = await import('../../../src/objects/slice.ts');
  const protocol = await import('../../../src/objects/protocol.ts');
  const { boolOf } = await import('../../../src/objects/bool.ts');
  const { asciiRepr } = await import('../../../src/objects/strRepr.ts');
  const { buildStr, strAppendInPlace } = await import('../../../src/objects/strBuild.ts');
  const { NATIVES } = await import('../../../src/objects/natives.ts');
  const { DEFINED_TYPES } = await import('../../../src/objects/define.ts');
  const { RAISED, takePending } = await import('../../../src/objects/raise.ts');
  const { builtinException, HIERARCHY } = await import('../../../src/objects/exceptions.ts');
  const { typeOf } = await import('../../../src/objects/slots.ts');
  const { H } = await import('../../../src/heap/memory.ts');
  const { attributeAccess } = await import('../../../src/objects/attributeAccess.ts');
  const { allocateRaw, freeRaw } = await import('../../../src/executors/policy.ts');
  attributeAccess.find = () => 0;
  attributeAccess.findSpecial = () => 0;

  const make = (e: Encoded): Value => {
    if ('const' in e) return { None: S.NONE, True: S.TRUE, False: S.FALSE }[e.const] as Value;
    if ('int' in e) return int.newBigInt(BigInt(e.int));
    if ('float' in e) {
      return newFloat(e.float === 'inf' ? Infinity : Number(e.float));
    }
    if ('str' in e) return newStrOfCodes(e.str);
    if ('bytes' in e) return newBytes(e.bytes);
    if ('bytearray' in e) return newBytearray(Uint8Array.from(e.bytearray));
    if ('tuple' in e) return e.tuple.length === 0 ? S.EMPTY_TUPLE : tupleOf(e.tuple.map(make));
    if ('list' in e) return listOf(e.list.map(make));
    if ('dict' in e) {
      const dict = newDict();
      for (const [key, value] of e.dict) dictSet(dict, make(key), make(value));
      return dict;
    }
    return newSlice(make(e.slice[0]), make(e.slice[1]), make(e.slice[2]));
  };

  /** Calls the native of that name with arguments laid out as the runtime does. */
  const callMethod = (
    self: Value,
    name: string,
    args: Value[],
    named: Record<string, Value>,
  ): Value => {
    const type = DEFINED_TYPES.find((t) => t.address === typeOf(self));
    const index = type?.spec.methods?.findIndex((m) => m.name === name) ?? -1;
    const native = NATIVES[type?.methodIds[index] as number];
    if (native === undefined) throw new Error(`no method ${name}`);
    const block = allocateRaw(64 * 4);
    const base = block >> 2;
    H.fill(0, base, base + 64);
    const first = native.selfCount === 1 ? base + 1 : base;
    H[base] = self;
    args.forEach((arg, i) => {
      H[first + i] = arg;
    });
    const names = Object.keys(named);
    let kwNames = 0;
    if (native.convention === 'raw') {
      names.forEach((key, i) => {
        H[first + args.length + i] = named[key] as Value;
      });
      if (names.length > 0) kwNames = tupleOf(names.map(internJs));
    } else {
      for (const key of names) H[first + native.parameters.indexOf(key)] = named[key] as Value;
    }
    try {
      return answerOf(native.run(base, args.length + names.length, kwNames), RAISED);
    } finally {
      freeRaw(block, 64 * 4);
    }
  };

  const operate = (
    self: Value,
    operation: string,
    args: Value[],
    named: Record<string, Value>,
  ): Value => {
    const other = args[0] as Value;
    switch (operation) {
      case '+':
        return protocol.binary(BinaryOperator.ADD, self, other);
      case '*':
        return protocol.binary(BinaryOperator.MULTIPLY, self, other);
      case '%':
        return protocol.binary(BinaryOperator.REMAINDER, self, other);
      case '[]':
        return protocol.subscript(self, other);
      case 'in':
        return boolOf(protocol.contains(self, other));
      case '<':
        return protocol.compare(self, other, CompareOperator.LT);
      case '==':
        return protocol.compare(self, other, CompareOperator.EQ);
      case 'repr':
        return protocol.repr(self);
      case 'ascii':
        return asciiRepr(self);
      case 'list':
        return listOf(protocol.collect(self));
      default:
        return callMethod(self, operation, args, named);
    }
  };

  const describeError = (): string => {
    const exception = takePending();
    const name = HIERARCHY.find(([n]) => builtinException(n) === typeOf(exception))?.[0];
    const args = tupleItems(H[(exception >> 2) + ExceptionLayout.ARGS]);
    const isRepr = name === 'KeyError' || name?.startsWith('Unicode') === true;
    return `${name}: ${args.map(isRepr ? protocol.reprJs : protocol.strJs).join(', ')}`;
  };

  const run = ([receiver, operation, args, named]: Case): string => {
    const self = make(receiver);
    const values = Object.entries(named).map(([k, v]) => [k, make(v)] as const);
    try {
      const result = operate(self, operation, args.map(make), Object.fromEntries(values));
      const isChange = typeOf(self) === T.BYTEARRAY && result === S.NONE;
      return protocol.reprJs(isChange ? self : result);
    } catch (error) {
      if (error === RAISED) return describeError();
      throw error;
    }
  };

  const groups = new Map<string, Case[]>();
  for (const item of CASES) {
    const name = `${Object.keys(item[0])[0]} ${item[1]}`;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  describe(`text under ${executor}`, () => {
    for (const [name, cases] of groups) {
      test(`${name} answers as CPython does`, () => {
        const wrong = cases
          .map((c) => [c, run(c)] as const)
          .filter(([c, got]) => got !== c[4])
          .map(([c, got]) => `${JSON.stringify(c.slice(0, 4))}\n  ${got}\n  ${c[4]}`);
        expect(wrong.slice(0, 12)).toEqual([]);
      });
    }
    test('appending in place keeps the object while its block has room', () => {
      const grown = protocol.binary(BinaryOperator.ADD, newStr('abcd'), newStr('efghijklmnopq'));
      const result = strAppendInPlace(grown, newStr('r'));
      expect(protocol.strJs(result)).toBe('abcdefghijklmnopqr');
      expect(result).toBe(grown);
      const shared = own(result);
      const longer = strAppendInPlace(result, newStr('é日'));
      expect(longer).not.toBe(shared);
      expect(protocol.strJs(shared)).toBe('abcdefghijklmnopqr');
      expect(protocol.strJs(longer)).toBe('abcdefghijklmnopqré日');
    });
    test('BUILD_STRING joins words of the stack, whatever their width', () => {
      const block = allocateRaw(16);
      ['a', '日', ''].forEach((text, i) => {
        H[(block >> 2) + i] = newStr(text);
      });
      expect(protocol.strJs(buildStr(block >> 2, 3))).toBe('a日');
      expect(buildStr((block >> 2) + 2, 1)).toBe(S.EMPTY_STR);
    });
    test('strings made in different ways are equal and hash alike', () => {
      const a = protocol.binary(BinaryOperator.ADD, newStr('日本'), newStr('abc'));
      const tail = protocol.subscript(a, newSlice(int.tag(2), S.NONE, S.NONE));
      expect(protocol.equals(tail, newStr('abc'))).toBe(true);
      expect(protocol.hash(tail)).toBe(protocol.hash(newStr('abc')));
    });
  });
}
