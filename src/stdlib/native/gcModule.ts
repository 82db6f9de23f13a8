// The module `gc`. Objects are freed by their reference counts; there is no collector of cycles, so that
// a cycle lives until the end of the program. The switches are kept and answered, `collect` finds nothing.

import { S } from '../../heap/builtinTypes.ts';
import { Machine, type Value, type WordIndex } from '../../heap/layout.ts';
import { H, MACHINE } from '../../heap/memory.ts';
import { defineModule } from '../../objects/define.ts';
import { tag } from '../../objects/int.ts';
import { keywords, noArgs, positional } from '../../objects/natives.ts';
import { indexOf } from '../../objects/protocol.ts';
import { valueError } from '../../objects/raise.ts';
import { tupleOf } from '../../objects/tuple.ts';

const DISABLED = MACHINE + Machine.GC_DISABLED;
const THRESHOLD = MACHINE + Machine.GC_THRESHOLDS;
/** CPython's thresholds until the program sets its own. */
const DEFAULTS = [700, 10, 10] as const;

function setEnabled(enabled: 0 | 1): Value {
  H[DISABLED] = 1 - enabled;
  return S.NONE;
}

function collect(args: WordIndex): Value {
  const generation = H[args] === 0 ? 2 : indexOf(H[args]);
  if (generation < 0 || generation > 2) return valueError('invalid generation');
  return tag(0);
}

/** Thresholds are kept plus one, so that a cleared machine has the defaults. */
const threshold = (i: number): number => {
  const kept = H[THRESHOLD + i];
  return kept === 0 ? (DEFAULTS[i] as number) : kept - 1;
};

function setThreshold(args: WordIndex, count: number): Value {
  for (let i = 0; i < count; i++) H[THRESHOLD + i] = indexOf(H[args + i]) + 1;
  return S.NONE;
}

defineModule({
  name: 'gc',
  functions: [
    noArgs('enable', () => setEnabled(1)),
    noArgs('disable', () => setEnabled(0)),
    noArgs('isenabled', () => (H[DISABLED] === 0 ? S.TRUE : S.FALSE)),
    keywords('collect', 0, ['generation'], collect),
    noArgs('get_count', () => tupleOf([tag(0), tag(0), tag(0)])),
    noArgs('get_threshold', () => tupleOf([0, 1, 2].map((i) => tag(threshold(i))))),
    positional('set_threshold', 1, 3, setThreshold),
    noArgs('freeze', () => S.NONE),
    noArgs('unfreeze', () => S.NONE),
    noArgs('get_freeze_count', () => tag(0)),
  ],
});
