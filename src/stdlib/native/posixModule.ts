// The module `posix`: what os.py asks the host. Files can be looked at by kind, not opened.

import { decref } from '../../executors/policy.ts';
import type { Address, Value, WordIndex } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { defineModule } from '../../objects/define.ts';
import { dictSet, newDict } from '../../objects/dict.ts';
import { newInt, tag } from '../../objects/int.ts';
import { noArgs, oneArg } from '../../objects/natives.ts';
import { isStr, typeName } from '../../objects/protocol.ts';
import { typeError } from '../../objects/raise.ts';
import { newStr, toJs } from '../../objects/str.ts';
import { host } from '../../runtime/hostPort.ts';

function environment(): Address {
  const dict = newDict();
  for (const [name, text] of Object.entries(host.environment())) {
    const key = newStr(name);
    const value = newStr(text);
    dictSet(dict, key, value);
    decref(key);
    decref(value);
  }
  return dict;
}

/** 0: there is nothing at that path, 1: a file, 2: a directory. */
function statKind(args: WordIndex): Value {
  const path = H[args];
  if (!isStr(path)) return typeError(`stat_kind() argument must be str, not ${typeName(path)}`);
  const kind = host.fileKind(toJs(path));
  return tag(kind === 'missing' ? 0 : kind === 'file' ? 1 : 2);
}

defineModule({
  name: 'posix',
  functions: [
    noArgs('cpu_count', () => newInt(host.cpuCount)),
    noArgs('getpid', () => newInt(host.pid)),
    noArgs('getcwd', () => newStr(host.cwd())),
    oneArg('stat_kind', statKind),
  ],
  constants: () => ({ environ: environment() }),
});
