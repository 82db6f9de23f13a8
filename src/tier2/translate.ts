// Which family translates which instruction.
// KEEP-IN-STEP(opcodes): what is missing here is refused, and its code stays in tier 1.

import { OPCODES, type Op } from '../bytecode/opcodes.ts';
import * as attributeStores from './families/attributeStores.ts';
import * as attributes from './families/attributes.ts';
import * as build from './families/build.ts';
import * as calls from './families/calls.ts';
import * as comparisons from './families/comparisons.ts';
import * as exceptions from './families/exceptions.ts';
import * as generators from './families/generators.ts';
import * as heapStack from './families/heapStack.ts';
import * as iteration from './families/iteration.ts';
import * as jumps from './families/jumps.ts';
import * as locals from './families/locals.ts';
import * as names from './families/names.ts';
import * as numbers from './families/numbers.ts';
import * as subscripts from './families/subscripts.ts';
import { type Translator, Unsupported } from './translator.ts';

type Translation = (t: Translator) => void;

const TABLE: Partial<Record<Op, Translation>> = {
  ...locals.TRANSLATIONS,
  ...numbers.TRANSLATIONS,
  ...comparisons.TRANSLATIONS,
  ...jumps.TRANSLATIONS,
  ...names.TRANSLATIONS,
  ...attributes.TRANSLATIONS,
  ...attributeStores.TRANSLATIONS,
  ...subscripts.TRANSLATIONS,
  ...iteration.TRANSLATIONS,
  ...calls.TRANSLATIONS,
  ...exceptions.TRANSLATIONS,
  ...generators.TRANSLATIONS,
  ...heapStack.TRANSLATIONS,
  ...build.TRANSLATIONS,
};

/** Writes the current instruction. Throws Unsupported. */
export function translate(t: Translator): void {
  const translation = TABLE[t.at.op];
  if (translation === undefined) {
    throw new Unsupported(OPCODES[t.at.op as keyof typeof OPCODES]?.name ?? String(t.at.op));
  }
  translation(t);
}
