// Operators on strings: joined, repeated, a template filled in. `s += t` grows s in place where nobody else
// holds it: the local's own reference goes into the operation, and the store finds the local empty.

import { BinaryOperator as B, Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { type Entry, Kind, SMALL } from '../state.ts';
import type { Translator } from '../translator.ts';
import { expectStrings, guardStrings } from './guesses.ts';

/** Two strings joined, or a template filled in. False if it is nothing of the kind. */
export function textOp(t: Translator, operator: B, left: Entry, right: Entry): boolean {
  if (operator === B.ADD && expectStrings(t, left, right)) {
    guardStrings(t, left, right);
    t.mayRaise();
    t.pop();
    t.pop();
    const name = t.temporary();
    if (t.at.arg >= B.INPLACE && right.text !== left.text && giveLocal(t, left, name)) {
      t.emit(`${name} = appendOwned(${name}, ${right.text});`);
      t.release(right);
    } else {
      t.emit(`${name} = concatStr(${left.text}, ${right.text});`);
      t.releaseAll([left, right]);
    }
    t.pushOwned(name, T.STR);
    return true;
  }
  if (t.factOf(left) !== T.STR) return false;
  if (operator === B.MULTIPLY && t.factOf(right) === SMALL) {
    t.mayRaise();
    t.pop();
    t.pop();
    const name = t.temporary();
    t.emit(`${name} = repeat(${left.text}, ${right.text} >> 1);`);
    t.release(left);
    t.pushOwned(name, T.STR);
    return true;
  }
  if (operator !== B.REMAINDER) return false;
  t.wordTop(1);
  t.mayRaise();
  const value = t.pop();
  t.pop();
  const name = t.temporary();
  t.emit(`${name} = remainderOfText(${left.text}, ${value.text});`);
  t.releaseAll([left, value]);
  t.pushOwned(name);
  return true;
}

/**
 * Moves the reference of the local that `left` is into a variable, if the next instruction stores into that
 * local: the store finds it empty.
 */
function giveLocal(t: Translator, left: Entry, name: string): boolean {
  const target = storedNext(t);
  if (left.kind !== Kind.LOCAL || left.local !== target) return false;
  t.emit(`${t.local(target)} = 0;`);
  t.emit(`${name} = ${left.text};`);
  t.emit(`${left.text} = 0;`);
  const local = t.state.locals[target];
  if (local !== undefined) t.state.locals[target] = { ...local, bound: false };
  return true;
}

/** `s += t` where the next instruction stores into the local that holds s: the string may grow in place. */
export function appendOrAdd(t: Translator, left: Entry, right: Entry, name: string): void {
  const target = storedNext(t);
  if (left.kind === Kind.LOCAL && left.local === target && right.text !== left.text) {
    // The local's own reference goes into the operation; the store finds the local empty.
    t.emit(`  if (bothStrings(${left.text}, ${right.text})) {`);
    t.emit(`    ${t.local(target)} = 0;`);
    t.emit(`    ${name} = ${left.text};`);
    t.emit(`    ${left.text} = 0;`);
    t.emit(`    ${name} = appendOwned(${name}, ${right.text});`);
    t.emit('  } else {');
    t.emit(`    ${name} = tryInplace(${B.ADD}, ${left.text}, ${right.text});`);
    t.checkRaised(name, '    ');
    t.emit('  }');
    const local = t.state.locals[target];
    if (local !== undefined) t.state.locals[target] = { ...local, bound: false };
  } else {
    t.emit(`  ${name} = tryInplace(${B.ADD}, ${left.text}, ${right.text});`);
    t.checkRaised(name, '  ');
  }
  t.emitAll(
    t.aside(() => {
      t.release(left);
      t.release(right);
    }),
  );
}

/** The local that the next instruction stores into, -1 if it does something else. */
function storedNext(t: Translator): number {
  const next = t.following;
  if (next?.op === Op.STORE_FAST) return next.arg;
  return next?.op === Op.STORE_FAST_LOAD_FAST ? next.arg >>> 12 : -1;
}
