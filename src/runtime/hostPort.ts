// What the runtime needs from the host that it runs on; the engine fills it in before any Python runs
// (host/node for Node). Nothing here may keep state that belongs to the program.

import { bug } from '../heap/memory.ts';

export interface HostPort {
  /** Appends to the buffered standard output (fd 1) or error output (fd 2), in the machine's order. Raises BrokenPipeError. */
  write: (fd: 1 | 2, text: string) => void;
  /** The same for ASCII text that stands as bytes in `source`, from `from` on. */
  writeBytes: (fd: 1 | 2, source: Uint8Array, from: number, length: number) => void;
  flush: (fd: 1 | 2) => void;
  /** A line of standard input with its newline; '' at the end of file. Blocks. */
  readLine: () => string;
  isTty: (fd: 0 | 1 | 2) => boolean;
  /** Text of a file, or undefined if there is none; kind tells a folder. */
  readFile: (path: string) => string | undefined;
  fileKind: (path: string) => 'file' | 'directory' | 'missing';
  cwd: () => string;
  environment: () => Readonly<Record<string, string>>;
  pid: number;
  cpuCount: number;
  /** Seconds since the epoch; seconds of a monotonic clock; CPU seconds of the process. */
  time: () => number;
  monotonic: () => number;
  cpuTime: () => number;
  /** Compiles source text; throws PythonSyntaxError data as a plain object (see engine/compilerService.ts). */
  compile: (source: string, filename: string, mode: 'exec' | 'eval' | 'single') => CompileResult;
  /** Compiled library module, or undefined. */
  frozen: (name: string) => FrozenModule | undefined;
  argv: readonly string[];
  executable: string;
  /** Folders where the program's own modules are looked for, the program's own first. */
  path: readonly string[];
}

export interface FrozenModule {
  readonly isPackage: boolean;
  /** Text for bytecode/serialize.ts decodeCode. */
  readonly code: string;
}

export interface SyntaxProblem {
  readonly kind: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly message: string;
  readonly filename: string;
  readonly line: number;
  /** 1-based, 0 if unknown. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The wrong line with its line end; null if it can not be had. */
  readonly text: string | null;
  readonly incomplete: boolean;
}

export type CompileResult =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly problem: SyntaxProblem };

const missing = (): never => bug('the host port is not connected');

export const host: { -readonly [K in keyof HostPort]: HostPort[K] } = {
  write: missing,
  writeBytes: missing,
  flush: missing,
  readLine: missing,
  isTty: () => false,
  readFile: missing,
  fileKind: missing,
  cwd: missing,
  environment: missing,
  pid: 0,
  cpuCount: 1,
  time: missing,
  monotonic: missing,
  cpuTime: missing,
  compile: missing,
  frozen: () => undefined,
  argv: [],
  executable: '',
  path: [],
};
