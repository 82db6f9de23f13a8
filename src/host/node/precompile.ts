// The last step of the build, a process of its own (test/config/build.mjs): makes what start-up copies
// instead of computing it.
//
// - boot/EXECUTOR.img: the boot heap as the built machine lays it out (heap/bootImage.ts).
// - NAME.code: the bytecode of a bundle (bundle.ts), taken after it has run, because V8 compiles a
//   function when it is first called and only what is compiled is in it.
//
//     node precompile.mjs DIST WARM_UP.py EXECUTOR...

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostWorker } from '../../engine/hostWorker.ts';
import type { Program, WorkerStart } from '../../engine/protocol.ts';
import { imageName, layImage, takeImage } from '../../heap/bootImage.ts';
import { type BootRecord, setBoot } from '../../heap/bootRecord.ts';
import { type Bundle, codeFile, codePath, openBundle } from './bundle.ts';
import { setV8Flags } from './v8Flags.ts';

interface MachineBundle {
  serve(start: WorkerStart, port: HostWorker): void;
  layBootHeap(): void;
}
type Compiler = ReturnType<HostWorker['loadCompiler']>;
interface CommandLine {
  main(words: readonly string[]): Promise<number>;
}

const HEAP_BYTES = 64 << 20;

const [distribution, warmUp, ...executors] = process.argv.slice(2);
if (executors.length === 0) throw new Error('precompile: DIST WARM_UP.py EXECUTOR...');
await precompile();
process.exit();

async function precompile(): Promise<void> {
  setV8Flags();
  const machine = open('machine.cjs');
  const images = executors.map((executor) => {
    const image = bootImage(machine, executor);
    publish(imageName(executor), new Uint8Array(image.buffer));
    return image;
  });
  const compiler = open('compiler.cjs');
  const service = compiler.evaluate() as Compiler;
  runOnce(machine, images[0], executors[0], service);
  publish(codePath('machine.cjs'), codeFile(machine));
  publish(codePath('compiler.cjs'), codeFile(compiler));
  const commandLine = open('cli.cjs');
  await (commandLine.evaluate() as CommandLine).main(['-c', 'pass']);
  publish(codePath('cli.cjs'), codeFile(commandLine));
}

function open(name: string): Bundle {
  return openBundle(join(distribution, name));
}

function bootImage(machine: Bundle, executor: string): Int32Array {
  const boot = record(executor, false);
  setBoot(boot);
  (machine.evaluate() as MachineBundle).layBootHeap();
  return takeImage(new Int32Array(boot.buffer), machine.id);
}

/** Runs a program that does a bit of everything, so that what most programs call is compiled. */
function runOnce(machine: Bundle, image: Int32Array, executor: string, compiler: Compiler): void {
  const boot = record(executor, true);
  if (!layImage(image, machine.id, new Int32Array(boot.buffer)))
    throw new Error('precompile: the image does not fit the machine it is of');
  setBoot(boot);
  const result = compiler.compile(readFileSync(warmUp, 'utf8'), warmUp, 'exec');
  if (!result.ok) throw new Error(`precompile: ${warmUp}: ${result.problem.message}`);
  const program: Program = {
    code: result.code,
    argv: [''],
    path: [],
    file: undefined,
    interactive: false,
  };
  const settings = {
    workersMax: 1,
    executable: '',
    ttys: [false, false, false] as const,
    distribution,
  };
  let output = '';
  const host = quietHost(compiler, (text) => {
    output += text;
  });
  (machine.evaluate() as MachineBundle).serve({ boot, program, settings }, host);
  if (!output.endsWith('warm\n')) throw new Error(`precompile: the program failed:\n${output}`);
}

function record(executor: string, laidOut: boolean): BootRecord {
  return {
    buffer: new SharedArrayBuffer(HEAP_BYTES),
    workerIndex: 0,
    laidOut,
    executor,
    switchPoints: '3.11',
    stats: false,
    simulated: false,
    seed: 0,
    tier: 'auto',
    borrow: true,
  };
}

/** A host that lets a program see the library and nothing else. */
function quietHost(compiler: Compiler, print: (text: string) => void): HostWorker {
  const seconds = (): number => performance.now() / 1000;
  return {
    report(report) {
      if (report.type === 'bug' || report.type === 'damage')
        throw new Error(`precompile: ${JSON.stringify(report)}`);
    },
    writeSync(_fd, bytes) {
      print(Buffer.from(bytes).toString('utf8'));
      return bytes.length;
    },
    readSync: () => 0,
    readFile: () => undefined,
    fileKind: () => 'missing',
    cwd: () => '/',
    environment: () => ({}),
    pid: process.pid,
    cpuCount: 1,
    time: seconds,
    monotonic: seconds,
    cpuTime: seconds,
    loadCompiler: () => compiler,
    readDistributionFile(name) {
      const path = join(distribution, name);
      return statSync(path, { throwIfNoEntry: false }) && readFileSync(path, 'utf8');
    },
  };
}

/** Writes a file so that a reader sees the old one or the new one. */
function publish(name: string, contents: Uint8Array): void {
  const path = join(distribution, name);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}
