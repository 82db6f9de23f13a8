// Runs a program in a process of its own, with the bundle in `dist`, and collects what came out of it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { tierOptions } from './testTier.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The build under test: `dist`, or another one named by the environment. */
const GILSCOPE = process.env.GILSCOPE_UNDER_TEST ?? resolve(ROOT, 'dist/gilscope.js');
/** Processes at a time; each program may keep a core busy. */
const AT_ONCE = 2;

/** A program that takes longer counts as one that hangs. */
export const HANG_MILLISECONDS = 30_000;

export interface CaseRun {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit status; -1 if the program had to be killed. */
  readonly code: number;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when fewer than AT_ONCE others run. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

/**
 * Runs `file` with its own folder as the current one.
 * @param input text of standard input
 * @param options options of gilscope, before the file; the tier is that of the tests unless it is among them
 * @param args arguments of the program, behind the file
 */
export function runCase(
  file: string,
  input = '',
  options: readonly string[] = [],
  args: readonly string[] = [],
): Promise<CaseRun> {
  if (!existsSync(GILSCOPE)) throw new Error(`${GILSCOPE} is not there: build first`);
  const all = options.includes('--tier') ? options : [...tierOptions(), ...options];
  return inTurn(() => spawnCase(file, input, all, args));
}

function spawnCase(
  file: string,
  input: string,
  options: readonly string[],
  args: readonly string[],
): Promise<CaseRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [GILSCOPE, ...options, basename(file), ...args], {
      cwd: dirname(file),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let hung = false;
    const timer = setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
    }, HANG_MILLISECONDS);
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(timer);
      const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
      const stderr = text(err) + (hung ? `\nhung: killed after ${HANG_MILLISECONDS / 1000} s` : '');
      done({ stdout: text(out), stderr, code: hung ? -1 : (code ?? -1) });
    });
    // A program may end without reading its input.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') fail(error);
    });
    child.stdin.end(input);
  });
}

/** The last line that says something. */
export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
