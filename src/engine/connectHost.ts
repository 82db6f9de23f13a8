// Connects the runtime's host port to the host that this worker runs on.

import { boot } from '../heap/boot.ts';
import { host as port } from '../runtime/hostPort.ts';
import type { HostWorker } from './hostWorker.ts';
import { openOutput } from './output.ts';
import type { MachineSettings, Program } from './protocol.ts';
import { simulatedClock } from './simulatedClock.ts';

interface FrozenEntry {
  readonly isPackage: boolean;
  readonly code: string;
}

export function connectHost(host: HostWorker, settings: MachineSettings): void {
  const output = openOutput(host, settings.ttys[1]);
  port.write = output.write;
  port.writeBytes = output.writeBytes;
  port.flush = output.flush;
  port.readLine = lineReader(host);
  port.isTty = (fd) => settings.ttys[fd];
  port.readFile = (path) => host.readFile(path);
  port.fileKind = (path) => host.fileKind(path);
  port.cwd = () => host.cwd();
  port.environment = () => host.environment();
  port.pid = host.pid;
  port.cpuCount = host.cpuCount;
  port.time = boot.simulated ? simulatedClock.time : () => host.time();
  port.monotonic = boot.simulated ? simulatedClock.monotonic : () => host.monotonic();
  port.cpuTime = boot.simulated ? simulatedClock.monotonic : () => host.cpuTime();
  let compiler: ReturnType<HostWorker['loadCompiler']> | undefined;
  port.compile = (source, filename, mode) => {
    compiler ??= host.loadCompiler();
    return compiler.compile(source, filename, mode);
  };
  port.frozen = frozenLibrary(host);
  port.executable = settings.executable;
}

/** What the program was started with, before sys is made. */
export function connectProgram(program: Program | undefined): void {
  port.argv = program?.argv ?? [''];
  port.path = program?.path ?? [];
}

/** Library modules by name, from stdlib/NAME.json of the distribution. */
function frozenLibrary(host: HostWorker): (name: string) => FrozenEntry | undefined {
  return (name) => {
    if (!/^[\w.]+$/.test(name)) return undefined;
    const text = host.readDistributionFile(`stdlib/${name}.json`);
    return text === undefined ? undefined : (JSON.parse(text) as FrozenEntry);
  };
}

/** Lines of standard input, decoded as UTF-8. */
function lineReader(host: HostWorker): () => string {
  let rest = '';
  let ended = false;
  const decoder = new TextDecoder();
  const chunk = new Uint8Array(4096);
  const more = (): boolean => {
    try {
      const count = host.readSync(0, chunk);
      rest += decoder.decode(chunk.subarray(0, count), { stream: true });
      return count > 0;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EAGAIN') return true;
      if (code === 'EOF') return false;
      throw error;
    }
  };
  return () => {
    while (!ended && !rest.includes('\n')) ended = !more();
    const end = rest.indexOf('\n') + 1 || rest.length;
    const line = rest.slice(0, end);
    rest = rest.slice(end);
    return line;
  };
}
