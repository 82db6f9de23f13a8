// How messages name a callable: its qualified name with parentheses, as CPython's error texts do.

import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  FunctionLayout,
  MethodLayout,
  NativeLayout,
  TypeFlag,
  TypeLayout,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { moduleOfNative } from '../objects/define.ts';
import { nameOfType, reprJs } from '../objects/protocol.ts';
import { flagsOf, typeOf } from '../objects/slots.ts';
import { toJs } from '../objects/str.ts';

/** `list.append()`, `math.sqrt()` or `len()`. */
export function describeNative(native: Address): string {
  const name = toJs(H[(native >> 2) + NativeLayout.NAME]);
  const owner = H[(native >> 2) + NativeLayout.OWNER];
  if (owner !== 0) return `${nameOfType(owner)}.${name}()`;
  const module = moduleOfNative(H[(native >> 2) + NativeLayout.ID]) ?? 'builtins';
  return module === 'builtins' ? `${name}()` : `${module}.${name}()`;
}

export function describeCallable(callable: Value): string {
  const type = typeOf(callable);
  if (type === T.FUNCTION) {
    const module = H[(callable >> 2) + FunctionLayout.MODULE];
    const prefix = module !== 0 && typeOf(module) === T.STR ? `${toJs(module)}.` : '';
    return `${prefix}${toJs(H[(callable >> 2) + FunctionLayout.QUALNAME])}()`;
  }
  if (type === T.METHOD) return describeCallable(H[(callable >> 2) + MethodLayout.FUNCTION]);
  if (type === T.NATIVE || type === T.METHOD_DESCRIPTOR) return describeNative(callable);
  if ((flagsOf(type) & TypeFlag.TYPE) !== 0)
    return `${toJs(H[(callable >> 2) + TypeLayout.QUALNAME])}()`;
  return reprJs(callable);
}
