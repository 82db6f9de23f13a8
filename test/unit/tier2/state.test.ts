// What is known where two ways meet: only what both know, and never more than before, or passes would not end.

import { describe, expect, it } from 'vitest';
import { T } from '../../../src/heap/builtinTypes.ts';
import { bootHeap } from '../../support/heapOnly.ts';

await bootHeap('gil', async () => {});
const { entry, Kind, meetLocals, meetStates, merged, sameState, SMALL, UNKNOWN } = await import(
  '../../../src/tier2/state.ts'
);

const local = (fact: number, unboxed = false, bound = true) => ({ fact, unboxed, bound });

describe('locals where ways meet', () => {
  it('keep what both know', () => {
    expect(meetLocals(local(SMALL), local(SMALL))).toEqual(local(SMALL));
    expect(meetLocals(local(SMALL), local(T.LIST))).toEqual(local(UNKNOWN));
    expect(meetLocals(local(SMALL), local(SMALL, false, false)).bound).toBe(false);
  });

  it('stay unboxed only if both hold floats', () => {
    expect(meetLocals(local(T.FLOAT, true), local(T.FLOAT))).toEqual(local(T.FLOAT, true));
    expect(meetLocals(local(T.FLOAT, true), local(UNKNOWN))).toEqual(local(UNKNOWN));
    expect(meetLocals(local(T.FLOAT, true), local(T.FLOAT, false, false)).unboxed).toBe(false);
  });
});

describe('the operand stack where ways meet', () => {
  it('is owned, in the variable and the heap word of its place', () => {
    const state = {
      stack: [entry(Kind.CONST, '5', SMALL), entry(Kind.LOCAL, 'l0', UNKNOWN, { local: 0 })],
      locals: [local(UNKNOWN)],
    };
    const { stack } = merged(state);
    expect(stack.map((e) => [e.kind, e.text, e.slot])).toEqual([
      [Kind.OWNED, 's0', 0],
      [Kind.OWNED, 's1', 1],
    ]);
    expect(stack[0].fact).toBe(SMALL);
  });

  it('keeps an empty self slot empty only if it is empty on both ways', () => {
    const empty = { stack: [entry(Kind.NULL, '0', UNKNOWN)], locals: [] };
    const full = { stack: [entry(Kind.CONST, '5', SMALL)], locals: [] };
    expect(meetStates(empty, empty).stack[0].kind).toBe(Kind.NULL);
    expect(meetStates(empty, full).stack[0].kind).toBe(Kind.OWNED);
  });

  it('meets to the same state again', () => {
    const a = { stack: [entry(Kind.CONST, '5', SMALL)], locals: [local(T.FLOAT, true)] };
    const b = { stack: [entry(Kind.CONST, '7', T.STR)], locals: [local(SMALL)] };
    const met = meetStates(a, b);
    expect(sameState(meetStates(met, b), met)).toBe(true);
    expect(sameState(meetStates(met, a), met)).toBe(true);
    expect(sameState(met, merged(a))).toBe(false);
  });
});
