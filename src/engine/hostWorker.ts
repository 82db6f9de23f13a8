// What a host gives to the machine inside a worker: the system calls it needs, all synchronous.

import type { CompileResult } from '../runtime/hostPort.ts';
import type { WorkerReport } from './protocol.ts';

export interface HostWorker {
  report(report: WorkerReport): void;
  /** Bytes written; may throw an error with code EAGAIN or EPIPE. */
  writeSync(fd: number, bytes: Uint8Array): number;
  /** Bytes read into the buffer, 0 at the end of file; may throw an error with code EAGAIN or EOF. */
  readSync(fd: number, buffer: Uint8Array): number;
  readFile(path: string): string | undefined;
  fileKind(path: string): 'file' | 'directory' | 'missing';
  cwd(): string;
  environment(): Readonly<Record<string, string>>;
  readonly pid: number;
  readonly cpuCount: number;
  /** Seconds. */
  time(): number;
  monotonic(): number;
  cpuTime(): number;
  loadCompiler(): {
    compile(source: string, filename: string, mode: 'exec' | 'eval' | 'single'): CompileResult;
  };
  /** Text of a file of the distribution, or undefined. */
  readDistributionFile(name: string): string | undefined;
}
