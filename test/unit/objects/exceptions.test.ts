import { beforeAll, describe, expect, it } from 'vitest';
import { bootHeap } from '../../support/heapOnly.ts';

type Modules = Awaited<ReturnType<typeof load>>;

async function load() {
  await import('../../../src/objects/noneTypes.ts');
  await import('../../../src/objects/intType.ts');
  await import('../../../src/objects/strType.ts');
  await import('../../../src/objects/bytesType.ts');
  await import('../../../src/objects/tupleType.ts');
  await import('../../../src/objects/dictType.ts');
  return {
    types: await import('../../../src/objects/exceptionTypes.ts'),
    exceptions: await import('../../../src/objects/exceptions.ts'),
    details: await import('../../../src/objects/exceptionDetails.ts'),
    protocol: await import('../../../src/objects/protocol.ts'),
    str: await import('../../../src/objects/str.ts'),
    int: await import('../../../src/objects/int.ts'),
    bytes: await import('../../../src/objects/bytes.ts'),
    tuple: await import('../../../src/objects/tuple.ts'),
    slots: await import('../../../src/objects/slots.ts'),
    policy: await import('../../../src/executors/policy.ts'),
  };
}

let m: Modules;
beforeAll(async () => {
  await bootHeap('gil', async () => {
    m = await load();
  });
});

/** An exception of that type made by its `create` slot, as `type(...)` does. */
function make(name: string, ...values: (string | number)[]): number {
  const type = m.exceptions.builtinException(name);
  const args = m.tuple.tupleOf(
    values.map((v) => (typeof v === 'number' ? m.int.newInt(v) : m.str.newStr(v))),
  );
  const exception = m.slots
    .slotsOfType(type)
    .create?.(type, m.tuple.tupleItemsAt(args), values.length, 0) as number;
  m.policy.decref(args);
  return exception;
}

const strOf = (name: string, ...values: (string | number)[]) =>
  m.protocol.strJs(make(name, ...values));
const reprOf = (name: string, ...values: (string | number)[]) =>
  m.protocol.reprJs(make(name, ...values));

describe('texts of exceptions', () => {
  it('joins the arguments as CPython does', () => {
    expect(strOf('ValueError')).toBe('');
    expect(strOf('ValueError', 'x')).toBe('x');
    expect(strOf('ValueError', 1, 'b')).toBe("(1, 'b')");
    expect(reprOf('ValueError')).toBe('ValueError()');
    expect(reprOf('ValueError', 'x')).toBe("ValueError('x')");
    expect(reprOf('ValueError', 1, 'b')).toBe("ValueError(1, 'b')");
  });

  it('quotes the key of a KeyError', () => {
    expect(strOf('KeyError', 'k')).toBe("'k'");
    expect(strOf('KeyError', 'a', 'b')).toBe("('a', 'b')");
  });

  it('gives an OSError its subclass and its file name', () => {
    const error = make('OSError', 2, 'msg', 'file');
    expect(m.protocol.typeName(error)).toBe('FileNotFoundError');
    expect(m.protocol.strJs(error)).toBe("[Errno 2] msg: 'file'");
    expect(m.protocol.reprJs(error)).toBe("FileNotFoundError(2, 'msg')");
    expect(strOf('OSError', 13, 'no')).toBe('[Errno 13] no');
  });

  it('describes what could not be encoded', () => {
    const error = m.exceptions.newException(
      m.exceptions.builtinException('UnicodeEncodeError'),
      m.tuple.tupleOf([
        m.str.newStr('ascii'),
        m.str.newStr('aé'),
        m.int.newInt(1),
        m.int.newInt(2),
        m.str.newStr('why'),
      ]),
    );
    m.details.fillDetails(error);
    expect(m.protocol.strJs(error)).toBe(
      "'ascii' codec can't encode character '\\xe9' in position 1: why",
    );
  });

  it('keeps the value of a StopIteration and frees it with the exception', () => {
    const text = m.str.newStr('a text of its own');
    const error = m.exceptions.newException(
      m.exceptions.builtinException('StopIteration'),
      m.tuple.tupleOf([m.str.own(text)]),
    );
    m.details.fillDetails(error);
    expect(m.policy.countOf(text)).toBe(3);
    m.policy.decref(error);
    expect(m.policy.countOf(text)).toBe(1);
  });
});
