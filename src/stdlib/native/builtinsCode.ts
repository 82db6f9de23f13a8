// Builtin functions about code and names: compile, eval, exec, globals, locals, __import__, exit.

import { CodeFlag } from '../../bytecode/code.ts';
import { decodeCode } from '../../bytecode/serialize.ts';
import { decref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  CellLayout,
  Frame,
  Thread,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { CURRENT_THREAD, H, U8 } from '../../heap/memory.ts';
import { bytesData, bytesLength } from '../../objects/bytes.ts';
import { dictContains, dictDeleteName, dictSetName, newDict } from '../../objects/dict.ts';
import { listOf } from '../../objects/list.ts';
import { sortList } from '../../objects/listSort.ts';
import { keywords, type NativeSpec, noArgs, positional } from '../../objects/natives.ts';
import { collect, hasFlag, indexOf, isStr, typeName } from '../../objects/protocol.ts';
import { raise, raiseWith, typeError, valueError } from '../../objects/raise.ts';
import { slotsOf, typeOf } from '../../objects/slots.ts';
import { intern, own, toJs } from '../../objects/str.ts';
import { exactStr } from '../../objects/strBuild.ts';
import { newCode } from '../../runtime/codeObjects.ts';
import { builtinsOf } from '../../runtime/frames.ts';
import { host } from '../../runtime/hostPort.ts';
import { importModule } from '../../runtime/imports.ts';
import { N } from '../../runtime/names.ts';
import { builtinsDict, runCode } from '../../runtime/runCode.ts';
import { raiseSyntaxProblem } from '../../runtime/syntaxProblem.ts';

/** The frame of the Python code that called the native now running; 0 if there is none. */
export const callerFrame = (): WordIndex => H[(H[CURRENT_THREAD] >> 2) + Thread.FRAME];

function globalsOfCaller(): Address {
  const fp = callerFrame();
  return fp === 0 ? raise('SystemError', 'globals() without a frame') : H[fp + Frame.GLOBALS];
}

/** `locals()`: the mapping of a module or class body, or a dict of a function's variables. Owned. */
export function localsOfCaller(): Value {
  const fp = callerFrame();
  return fp === 0 ? raise('SystemError', 'locals() without a frame') : localsOf(fp);
}

/** The variables of a frame: owned. */
export function localsOf(fp: WordIndex): Value {
  const code = H[fp + Frame.CODE] >> 2;
  if ((H[code + C.FLAGS] & CodeFlag.OPTIMIZED) === 0) {
    const mapping = H[fp + Frame.LOCALS];
    return own(mapping === 0 ? H[fp + Frame.GLOBALS] : mapping);
  }
  const dict = dictOfFrame(fp);
  const names = H[code + C.LOCAL_NAMES];
  for (let i = 0; i < H[code + C.LOCALS_PLUS]; i++) {
    let value: Value = H[fp + i];
    if (value !== 0 && typeOf(value) === T.CELL) value = H[(value >> 2) + CellLayout.VALUE];
    if (value !== 0) dictSetName(dict, H[names + i], value);
    else dictDeleteName(dict, H[names + i]);
  }
  return dict;
}

/** The dict of a function's variables: the same one as long as the frame lives. A generator's is new each time. */
function dictOfFrame(fp: WordIndex): Address {
  const action = H[fp + Frame.ACTION];
  if ((action & Frame.ACTION_MASK) === Action.GENERATOR) return newDict();
  if ((action & Frame.ACTION_LOCALS) === 0) {
    H[fp + Frame.LOCALS] = newDict();
    H[fp + Frame.ACTION] = action | Frame.ACTION_LOCALS;
  }
  return own(H[fp + Frame.LOCALS]);
}

/** `dir()` without an argument. */
export function localNames(): Value {
  const locals = localsOfCaller();
  try {
    const list = listOf(collect(locals));
    sortList(list, 0, 'ascending');
    return list;
  } finally {
    decref(locals);
  }
}

type Mode = 'exec' | 'eval' | 'single';

/** Source text as an owned code object. */
export function compileSource(source: string, filename: string, mode: Mode): Address {
  const result = host.compile(source, filename, mode);
  return result.ok ? newCode(decodeCode(result.code)) : raiseSyntaxProblem(result.problem);
}

/** Text of a str or bytes; undefined for anything else. */
function sourceText(value: Value): string | undefined {
  if (isStr(value)) {
    const text = toJs(value);
    if (text.includes('\0')) valueError('source code string cannot contain null bytes');
    return text;
  }
  if (!hasFlag(value, TypeFlag.BYTES)) return undefined;
  const data = bytesData(value);
  return new TextDecoder().decode(U8.slice(data, data + bytesLength(value)));
}

function compile(args: WordIndex): Value {
  const modeValue = H[args + 2];
  const filename = H[args + 1];
  if (!isStr(filename)) {
    return typeError(`expected str, bytes or os.PathLike object, not ${typeName(filename)}`);
  }
  if (!isStr(modeValue)) {
    return typeError(`compile() argument 'mode' must be str, not ${typeName(modeValue)}`);
  }
  const mode = toJs(modeValue);
  if (mode !== 'exec' && mode !== 'eval' && mode !== 'single') {
    return valueError("compile() mode must be 'exec', 'eval' or 'single'");
  }
  if (H[args + 3] !== 0 && indexOf(H[args + 3]) !== 0) {
    return raise('NotImplementedError', 'compile() with flags is not supported');
  }
  const source = sourceText(H[args]);
  if (source === undefined) {
    return typeError('compile() arg 1 must be a string, bytes or AST object');
  }
  return compileSource(source, toJs(filename), mode);
}

const orAbsent = (value: Value): Value => (value === S.NONE ? 0 : value);

/** eval and exec: `globals` and `locals` as given, or the caller's. */
function run(name: 'eval' | 'exec', args: WordIndex): Value {
  let globals = orAbsent(H[args + 1]);
  let locals = orAbsent(H[args + 2]);
  if (globals !== 0 && !hasFlag(globals, TypeFlag.DICT)) {
    return typeError(
      name === 'exec'
        ? `exec() globals must be a dict, not ${typeName(globals)}`
        : slotsOf(globals).subscript === undefined
          ? 'globals must be a dict'
          : 'globals must be a real dict; try eval(code, {}, mapping)',
    );
  }
  if (locals !== 0 && slotsOf(locals).subscript === undefined) {
    return typeError(
      name === 'exec'
        ? `locals must be a mapping or None, not ${typeName(locals)}`
        : 'locals must be a mapping',
    );
  }
  let ownedLocals: Value = 0;
  if (globals === 0) {
    globals = globalsOfCaller();
    if (locals === 0) locals = ownedLocals = localsOfCaller();
  } else if (locals === 0) locals = globals;
  let code: Address = 0;
  try {
    if (!dictContains(globals, N.__builtins__)) {
      const fp = callerFrame();
      dictSetName(globals, N.__builtins__, fp === 0 ? builtinsDict() : builtinsOf(fp));
    }
    code = codeOf(name, H[args]);
    return runCode(code, globals, locals);
  } finally {
    if (code !== 0) decref(code);
    if (ownedLocals !== 0) decref(ownedLocals);
  }
}

function codeOf(name: 'eval' | 'exec', source: Value): Address {
  if (typeOf(source) === T.CODE) {
    if (H[(source >> 2) + C.FREE_COUNT] > 0) {
      const count = H[(source >> 2) + C.FREE_COUNT];
      return typeError(
        name === 'exec'
          ? `code object requires a closure of exactly length ${count}`
          : 'code object passed to eval() may not contain free variables',
      );
    }
    return own(source);
  }
  const text = sourceText(source);
  if (text === undefined)
    return typeError(`${name}() arg 1 must be a string, bytes or code object`);
  return compileSource(name === 'eval' ? text.replace(/^[ \t]+/, '') : text, '<string>', name);
}

function exec(args: WordIndex): Value {
  if (orAbsent(H[args + 3]) !== 0) return refuseClosure(H[args]);
  decref(run('exec', args));
  return S.NONE;
}

function refuseClosure(source: Value): never {
  if (typeOf(source) !== T.CODE) {
    return typeError('closure can only be used when source is a code object');
  }
  if (H[(source >> 2) + C.FREE_COUNT] === 0) {
    return typeError('cannot use a closure with this code object');
  }
  return raise('NotImplementedError', 'exec() with a closure is not supported');
}

function importFunction(args: WordIndex): Value {
  const name = H[args];
  if (!isStr(name)) return typeError('module name must be a string');
  const fromList = H[args + 3];
  const level = H[args + 4] === 0 ? 0 : indexOf(H[args + 4]);
  if (level < 0) return valueError('level must be >= 0');
  const globals = orAbsent(H[args + 1]);
  if (level > 0 && (globals === 0 || !hasFlag(globals, TypeFlag.DICT)))
    return typeError('globals must be a dict');
  return importModule(intern(exactStr(name)), globals, level, fromList === 0 ? S.NONE : fromList);
}

function exit(args: WordIndex): Value {
  return raiseWith('SystemExit', own(H[args] === 0 ? S.NONE : H[args]));
}

const unsupported = (name: string, why: string): NativeSpec => ({
  ...positional(name, 0, Infinity, () => raise('NotImplementedError', why)),
  convention: 'raw',
});

export const CODE_FUNCTIONS: readonly NativeSpec[] = [
  keywords(
    'compile',
    3,
    ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize', '*_feature_version'],
    compile,
  ),
  positional('eval', 1, 3, (args) => run('eval', args)),
  keywords('exec', 1, ['/source', '/globals', '/locals', '*closure'], exec),
  noArgs('globals', () => own(globalsOfCaller())),
  noArgs('locals', localsOfCaller),
  keywords('__import__', 1, ['name', 'globals', 'locals', 'fromlist', 'level'], importFunction),
  positional('exit', 0, 1, exit),
  positional('quit', 0, 1, exit),
  unsupported('open', 'open() is not supported: gilscope programs have no files'),
  unsupported('breakpoint', 'breakpoint() is not supported: there is no debugger in the program'),
  unsupported('help', 'help() is not supported: see the documentation of Python'),
];
