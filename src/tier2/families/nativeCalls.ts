// Calls of natives and builtin types that are constants at this place (names.ts, nativeMethods.ts): the
// common ones in line (inlineNatives.ts, inlineNumbers.ts), the others with their arguments borrowed, laid
// into words above the stack. Whatever does not fit goes the general way, which also finds the words
// for errors in the number of arguments.

import { T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  Frame,
  Header,
  NativeLayout,
  Thread,
  TypeFlag,
  TypeLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { moduleOfNative } from '../../objects/define.ts';
import { isPlainException } from '../../objects/exceptions.ts';
import { BLOCKED, NATIVES, type Native } from '../../objects/natives.ts';
import { flagsOf } from '../../objects/slots.ts';
import { toJs } from '../../objects/str.ts';
import { doubts } from '../doubts.ts';
import { Way } from '../exits.ts';
import { isImmortal } from '../operands.ts';
import { copyState, type Entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { IN_LINE } from './inlineNatives.ts';
import { argument, type Call, take } from './nativeArguments.ts';

/** Writes the CALL if its callable is a known native. False: nothing was written. */
export function callKnownNative(t: Translator): boolean {
  if (t.kwNames !== 0) return false;
  const bottom = t.depth - t.at.arg - 2;
  const isMethod = (t.state.stack[bottom] as Entry).kind !== Kind.NULL;
  const callable = t.state.stack[isMethod ? bottom : bottom + 1] as Entry;
  const target = knownCallable(t, callable);
  if (target === 0) return false;
  const call: Call = { t, target, bottom, count: isMethod ? t.at.arg + 1 : t.at.arg };
  const key = keyOf(target);
  if (key === '' || FRAME_NATIVES.has(key)) return false;
  const special = IN_LINE[`${key}/${call.count}`];
  return special?.(call) === true || direct(call, key);
}

/** They look at the frame that calls them, which must be complete, or at what it counts. */
const FRAME_NATIVES: ReadonlySet<string> = new Set([
  ...[
    'locals',
    'globals',
    'vars',
    'dir',
    'eval',
    'exec',
    '__import__',
    'super',
    '__build_class__',
  ].map((name) => `builtins.${name}`),
  ...['breakpoint', 'input'].map((name) => `builtins.${name}`),
  // It counts the reference that the call would hold.
  'sys.getrefcount',
  'sys._getframe',
]);

/** What the entry must be, guarded if that is not certain; 0 if it is no native or builtin type. */
function knownCallable(t: Translator, callable: Entry): Address {
  const fixed = Number(callable.text);
  const isFixed = callable.kind === Kind.CONST || (callable.kind === Kind.OWNED && fixed > 0);
  const value = isFixed ? fixed : callable.fn;
  if (value <= 0 || (value & 1) !== 0 || !isImmortal(value)) return 0;
  if (isFixed) return value;
  if (callable.kind !== Kind.OWNED || doubts.has(t.at.cache)) return 0;
  const type = H[(value >> 2) + Header.TYPE];
  if (type !== T.METHOD_DESCRIPTOR && type !== T.NATIVE && type !== T.TYPE) return 0;
  t.exitIf(`${callable.text} !== ${value}`, 'another callable');
  return value;
}

/** `builtins.len`, `list.append`, `math.sqrt`, `type:int`; empty for what is not called directly. */
function keyOf(callable: Address): string {
  const q = callable >> 2;
  const type = H[q + Header.TYPE];
  if (type === T.TYPE) {
    if ((flagsOf(callable) & TypeFlag.HEAP) !== 0) return '';
    if (callable === T.SUPER) return '';
    return `type:${toJs(H[q + TypeLayout.NAME])}`;
  }
  const native = NATIVES[H[q + NativeLayout.ID]] as Native;
  if (type === T.METHOD_DESCRIPTOR || type === T.CLASSMETHOD_DESCRIPTOR) {
    return `${toJs(H[(H[q + NativeLayout.OWNER] >> 2) + TypeLayout.NAME])}.${native.name}`;
  }
  if (type !== T.NATIVE || H[q + NativeLayout.SELF] !== 0 || H[q + NativeLayout.OWNER] !== 0)
    return '';
  const module = moduleOfNative(H[q + NativeLayout.ID]);
  return module === undefined ? '' : `${module}.${native.name}`;
}

/** Types of values that are certain to come back. */
const RESULTS: Readonly<Record<string, number>> = {
  'str.join': T.STR,
  'str.lower': T.STR,
  'str.upper': T.STR,
  'str.strip': T.STR,
  'str.lstrip': T.STR,
  'str.rstrip': T.STR,
  'str.replace': T.STR,
  'str.split': T.LIST,
  'str.rsplit': T.LIST,
  'str.splitlines': T.LIST,
  'str.partition': T.TUPLE,
  'str.find': SMALL,
  'str.count': SMALL,
  'int.to_bytes': T.BYTES,
  'list.copy': T.LIST,
  'dict.copy': T.DICT,
  'builtins.sorted': T.LIST,
};

/** Natives that never wait nor let others run: no look at the breaker behind them. */
const isQuiet = (key: string): boolean =>
  /^(builtins|math|str|list|dict|tuple|set|frozenset|int|float|bytes|bytearray|type:(?!map)\w+|collections\.deque|deque)[.\w]*$/.test(
    key,
  ) && key !== 'builtins.print';

/** The native's own function, or tryNative where something has still to be checked. */
function direct(call: Call, key: string): boolean {
  const { t, target, count } = call;
  const isType = key.startsWith('type:');
  const native = isType ? undefined : (NATIVES[H[(target >> 2) + NativeLayout.ID]] as Native);
  const own = native?.selfCount ?? 0;
  const given = count - own;
  if (
    native !== undefined &&
    native.convention !== 'raw' &&
    (given < native.min || given > native.max)
  )
    return false;
  const isQuick = native !== undefined && given <= native.quickMax;
  if (!isQuick && isClassNative(target)) return false;
  const filled = isQuick ? native.max + own : count;
  const room = H[(t.code >> 2) + C.FRAME_WORDS] - Frame.HEADER_WORDS - t.localCount - Frame.SLACK;
  if (t.depth + Math.max(filled, count) > room + Frame.SLACK - 4) return false;
  t.wordTop(call.count);
  t.boxLocals();
  t.mayRaise();
  const ownerFits = own === 0 || fitsOwner(call);
  const place = t.localCount + t.depth;
  const before = copyState(t.before);
  const args = take(call);
  args.forEach((value, i) => {
    t.emit(`H[fp + ${place + i}] = ${value.text};`);
  });
  const name = t.temporary();
  if (isType && isPlainException(target)) {
    t.emit(`${name} = newException(${target}, copyToTuple(fp + ${place}, ${count}));`);
  } else if (isType) t.emit(`${name} = callWords(${target}, fp + ${place}, ${count}, 0);`);
  else if (isQuick && ownerFits) {
    for (let i = count; i < filled; i++) t.emit(`H[fp + ${place + i}] = 0;`);
    t.emit(
      `${name} = NATIVES[${H[(target >> 2) + NativeLayout.ID]}].run(fp + ${place}, ${given});`,
    );
  } else t.emit(`${name} = tryNative(${target}, fp + ${place}, ${count}, 0);`);
  if (!isType) t.checkRaised(name);
  const quiet = isQuiet(key);
  if (!quiet && !isType) {
    t.emit(`if (${name} === ${BLOCKED}) {`);
    t.emit(`  ${t.exitBy(Way.BLOCKED, 'blocked', 0, before, t.at.offset)}`);
    t.emit('}');
  }
  t.releaseAll(args);
  t.pushOwned(name, RESULTS[key] ?? UNKNOWN);
  if (!quiet) poll(t);
  return true;
}

/** The LOAD_ATTR has seen to it that it gets a type (nativeMethods.ts). */
const isClassNative = (target: Address): boolean =>
  H[(target >> 2) + Header.TYPE] === T.CLASSMETHOD_DESCRIPTOR;

/** Self is known to be of the very type that the method was declared for, or its class. */
function fitsOwner(call: Call): boolean {
  if (isClassNative(call.target)) return true;
  const fact = call.t.factOf(argument(call, 0));
  const owner = H[(call.target >> 2) + NativeLayout.OWNER];
  return fact === owner || (fact === SMALL && owner === T.INT);
}

/** Behind a native that others may have waited for. */
function poll(t: Translator): void {
  t.emit(`if (H[T + ${Thread.BREAKER}] !== 0) {`);
  t.emit(`  ${t.exitBy(Way.POLL, 'safepoint', 0, t.state, t.at.next)}`);
  t.emit('}');
}
