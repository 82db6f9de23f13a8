// Which kind of thing standard input is, and so who reads it: see inputDesk.ts.

import { fstatSync } from 'node:fs';
import type { InputSource } from './inputDesk.ts';

/** The editor is for prompts and `input()` on a terminal that also shows the output. */
export function inputSource(ttys: readonly [boolean, boolean, boolean]): InputSource {
  if (ttys[0]) return { kind: ttys[1] ? 'editor' : 'plain' };
  try {
    return { kind: fstatSync(0).isFile() ? 'file' : 'plain' };
  } catch {
    // A closed descriptor reads as an empty input.
    return { kind: 'plain' };
  }
}
