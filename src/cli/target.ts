// From what was asked for to what is run: the text (or the code of a library module) with the argv, path
// and `__file__` that python3 would give it.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FrozenModule } from '../runtime/hostPort.ts';
import type { Target } from './invocation.ts';
import { readSource, readStandardInput } from './sourceText.ts';
import { UsageError } from './usageError.ts';

export interface LoadedProgram {
  /** What is run: text to compile under a name, or code that is compiled already. */
  readonly body:
    | { readonly kind: 'source'; readonly text: string; readonly filename: string }
    | { readonly kind: 'code'; readonly code: string };
  readonly argv: readonly string[];
  readonly path: readonly string[];
  readonly file: string | undefined;
  readonly isPrompt: boolean;
}

/** Throws UsageError. `distribution` is the folder of the frozen library. */
export function loadTarget(
  target: Target,
  args: readonly string[],
  distribution: string,
  stdinIsTerminal: boolean,
): LoadedProgram {
  switch (target.kind) {
    case 'file':
      return loadFile(target.path, args);
    case 'code':
      return fromText(`${target.code}\n`, '<string>', ['-c', ...args]);
    case 'module':
      return loadModule(target.name, args, distribution);
    case 'stdin':
      if (stdinIsTerminal) return { ...fromText('', '<stdin>', ['-', ...args]), isPrompt: true };
      return fromText(readStandardInput(), '<stdin>', ['-', ...args]);
    case 'none':
      if (stdinIsTerminal) return { ...fromText('', '<stdin>', ['']), isPrompt: true };
      return fromText(readStandardInput(), '<stdin>', ['']);
  }
}

function fromText(text: string, filename: string, argv: readonly string[]): LoadedProgram {
  const body = { kind: 'source', text, filename } as const;
  return { body, argv, path: [''], file: undefined, isPrompt: false };
}

function loadFile(path: string, args: readonly string[]): LoadedProgram {
  const absolute = resolve(path);
  if (isDirectory(absolute)) {
    const main = join(absolute, '__main__.py');
    if (!existsSync(main)) throw new UsageError(`can't find '__main__' module in '${absolute}'`);
    return fromFile(main, [path, ...args], absolute);
  }
  return fromFile(absolute, [path, ...args], dirname(absolute));
}

function fromFile(file: string, argv: readonly string[], folder: string): LoadedProgram {
  const body = { kind: 'source', text: readSource(file), filename: file } as const;
  return { body, argv, path: [folder], file, isPrompt: false };
}

/** The module beside the working folder, else in the library. python3 ends with 1 if there is none. */
function loadModule(name: string, args: readonly string[], distribution: string): LoadedProgram {
  if (!/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name)) {
    throw new UsageError(`No module named ${name}`, 1);
  }
  const base = resolve(name.replaceAll('.', '/'));
  for (const file of [`${base}.py`, join(base, '__main__.py')]) {
    if (existsSync(file)) return fromFile(file, [file, ...args], process.cwd());
  }
  const frozen = frozenModule(distribution, name);
  if (frozen?.isPackage || existsSync(join(base, '__init__.py'))) {
    const reason = `No module named ${name}.__main__; '${name}' is a package`;
    throw new UsageError(`${reason} and cannot be directly executed`, 1);
  }
  if (frozen === undefined) throw new UsageError(`No module named ${name}`, 1);
  const body = { kind: 'code', code: frozen.code } as const;
  const argv = [`<library ${name}>`, ...args];
  return { body, argv, path: [process.cwd()], file: undefined, isPrompt: false };
}

function frozenModule(distribution: string, name: string): FrozenModule | undefined {
  const file = join(distribution, 'stdlib', `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FrozenModule) : undefined;
}

/** False too for what cannot be looked at: reading it will say why. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
