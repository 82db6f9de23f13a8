// The first code of a worker: loads the machine's code and waits for the message that says which machine it
// belongs to. Then it copies the boot heap if it is worker 0, binds the boot record, evaluates the machine,
// whose modules read that record meanwhile (heap/bootRecord.ts), and serves for ever. What it hands over is
// everything that the machine may ask of Node.
//
// The machine stays in a bundle of its own, so that nothing of it is evaluated before `setBoot`. The
// coordinator has set V8's flags (v8Flags.ts).

import { readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import type { HostWorker } from '../../engine/hostWorker.ts';
import type { MachineSettings, Program, WorkerStart } from '../../engine/protocol.ts';
import { imageName, layImage } from '../../heap/bootImage.ts';
import { type BootRecord, setBoot } from '../../heap/bootRecord.ts';
import { atomicLoad, atomicStore, compareExchange, park, unpark } from '../../sync/atomics.ts';
import { loadBundle, openBundle } from './bundle.ts';
import type { WorkerData, WorkerLines } from './coordinator.ts';
import { Desk, DeskState } from './inputDesk.ts';

interface MachineBundle {
  serve(start: WorkerStart, port: HostWorker): void;
}
type Compiler = ReturnType<HostWorker['loadCompiler']>;

const bundle = openBundle(join(import.meta.dirname, 'machine.cjs'));
parentPort?.once('message', serveMachine);

function serveMachine({ boot, settings, lines }: WorkerData): void {
  setBoot({ ...boot, laidOut: boot.laidOut || layOutFromImage(boot) });
  const { serve } = bundle.evaluate() as MachineBundle;
  serve(
    {
      boot,
      settings,
      // Waiting here, at the first look, lets the machine be made while the program is compiled.
      get program() {
        return receiveProgram(lines);
      },
    },
    hostPort(settings, lines),
  );
}

/** False if there is no image for this machine: then it lays out its heap itself. */
function layOutFromImage({ buffer, executor }: BootRecord): boolean {
  let image: Buffer;
  try {
    image = readFileSync(join(import.meta.dirname, imageName(executor)));
  } catch {
    return false;
  }
  const words = new Int32Array(image.buffer, image.byteOffset, image.length >> 2);
  return layImage(words, bundle.id, new Int32Array(buffer));
}

let received: Program | undefined;

function receiveProgram({ programPort, programSent }: WorkerLines): Program | undefined {
  if (programPort === undefined || received !== undefined) return received;
  park(programSent, 0, 0, Number.POSITIVE_INFINITY);
  received = receiveMessageOnPort(programPort)?.message as Program | undefined;
  return received;
}

function hostPort(
  { distribution, ttys: [inputIsTerminal], outputTo = 1 }: MachineSettings,
  { input, inputIsFile }: WorkerLines,
): HostWorker {
  const port = parentPort;
  if (port === null) throw new Error('worker.cjs is not a program of its own');
  /** The unfinished line on standard output, as bytes: what a line editor must show again. */
  let prompt: Uint8Array = new Uint8Array(0);
  return {
    report: (message) => port.postMessage(message),
    writeSync(fd, bytes) {
      const length = writeSome(fd === 1 ? outputTo : fd, bytes);
      if (fd === 1 && inputIsTerminal) prompt = lastLine(prompt, bytes.subarray(0, length));
      return length;
    },
    readSync(fd, buffer) {
      if (fd !== 0 || inputIsFile) return readSync(fd, buffer);
      return askForInput(input, prompt, buffer, () => port.postMessage({ type: 'input' }));
    },
    readFile: (path) => readText(path),
    fileKind,
    cwd: () => process.cwd(),
    environment: () => process.env as Record<string, string>,
    pid: process.pid,
    cpuCount: availableParallelism(),
    time: () => (performance.timeOrigin + performance.now()) / 1000,
    monotonic: () => Number(process.hrtime.bigint()) / 1e9,
    cpuTime() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    loadCompiler: () => loadBundle<Compiler>(join(distribution, 'compiler.cjs')),
    readDistributionFile: (name) => readText(join(distribution, name)),
  };
}

const PAUSE_MS = 2;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Writes at least one byte. A full pipe that does not block (EAGAIN) is tried again until it drains. */
function writeSome(fd: number, bytes: Uint8Array): number {
  for (;;) {
    try {
      return writeSync(fd, bytes);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      park(pause, 0, 0, PAUSE_MS);
    }
  }
}

/** Undefined if there is no such file; other troubles (a folder, no permission) are thrown. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** What cannot be looked at is as good as missing: an import goes on to the next folder. */
function fileKind(path: string): 'file' | 'directory' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'file';
  } catch {
    return 'missing';
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function lastLine(before: Uint8Array, written: Uint8Array): Uint8Array {
  const start = written.lastIndexOf(0x0a) + 1;
  if (start > 0) return written.slice(start);
  return Buffer.concat([before, written]).subarray(-1024);
}

/** Bytes put into `buffer`, 0 at the end of the input. Throws EINTR if Ctrl-C came. See inputDesk.ts. */
function askForInput(
  { words, bytes }: WorkerLines['input'],
  prompt: Uint8Array,
  buffer: Uint8Array,
  ask: () => void,
): number {
  for (;;) {
    const state = compareExchange(words, Desk.STATE, DeskState.IDLE, DeskState.TAKEN);
    if (state === DeskState.IDLE) break;
    park(words, Desk.STATE, state, Number.POSITIVE_INFINITY);
  }
  bytes.set(prompt);
  words[Desk.PROMPT] = prompt.length;
  // Less room than the desk's buffer: the rest must not be lost, so it is asked for in that size.
  words[Desk.LENGTH] = buffer.length;
  atomicStore(words, Desk.STATE, DeskState.ASKED);
  ask();
  park(words, Desk.STATE, DeskState.ASKED, Number.POSITIVE_INFINITY);
  const state = atomicLoad(words, Desk.STATE);
  const length = state === DeskState.READY ? atomicLoad(words, Desk.LENGTH) : 0;
  buffer.set(bytes.subarray(0, length));
  atomicStore(words, Desk.STATE, DeskState.IDLE);
  unpark(words, Desk.STATE, Number.POSITIVE_INFINITY);
  if (state === DeskState.INTERRUPTED) {
    throw Object.assign(new Error('interrupted'), { code: 'EINTR' });
  }
  return length;
}
