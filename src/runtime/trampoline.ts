// A Python function `def call(callable, *args, **kwargs): return callable(*args, **kwargs)`, for threads
// whose target is not a Python function. Made once per machine, from the frozen module `_trampoline`.

import type { Address } from '../heap/layout.ts';
import { internJs } from '../objects/str.ts';
import { getAttribute } from './attributes.ts';
import { importAbsolute } from './imports.ts';

/** Borrowed from the module, which is never unloaded. */
export function trampoline(): Address {
  const module = importAbsolute('_trampoline');
  return getAttribute(module, internJs('call'));
}
