// The command line: reads the words, hands over to one command, answers with its exit code.
// Whatever goes wrong ends in one line on standard error, never in a trace (GILSCOPE_DEBUG=1 shows it).
//
// Only what `run` needs is loaded at once; the other commands are loaded when they are called, because
// a program should begin within a moment.

import type { Worker } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { ExitCode } from '../engine/protocol.ts';
import { commandTree, valueOptions } from './commands.ts';
import { type Invocation, splitInvocation } from './invocation.ts';
import { complain } from './output.ts';
import { runCommand } from './runCommand.ts';
import { UsageError } from './usageError.ts';

/** The exit code. A run takes `thread`, from `startThread`, as its first worker. Workers may still wait in the heap then, and keep the process alive. */
export async function main(words: readonly string[], thread?: Worker): Promise<number> {
  let invocation: Invocation | undefined;
  let exitCode = 0;
  const tree = commandTree(
    {
      run: (settings) => runCommand(invocation, settings, thread),
      dis: async (file, args, settings) =>
        (await import('./disCommand.ts')).disCommand(file, args, settings),
      compare: async (file, args, settings) =>
        (await import('./compareCommand.ts')).compareCommand(file, args, settings),
      executors: async (name, settings) =>
        (await import('./executorsCommand.ts')).executorsCommand(name, settings),
    },
    (code) => {
      exitCode = code;
    },
  );
  const commands = new Set([...tree.commands.map((command) => command.name()), 'help']);
  commands.delete('run');
  invocation = splitInvocation(words, { withValue: valueOptions(tree), commands });
  try {
    const forCommander = invocation.command === 'run' ? runWords(words, invocation) : words;
    await tree.parseAsync(forCommander, { from: 'user' });
    return exitCode;
  } catch (error) {
    return failure(error);
  }
}

function runWords(words: readonly string[], { options }: { options: readonly string[] }): string[] {
  return words[0] === 'run' ? ['run', ...options] : [...options];
}

function failure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : ExitCode.USAGE;
  if (error instanceof UsageError) {
    complain(error.message);
    return error.exitCode;
  }
  complain(`internal error: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env.GILSCOPE_DEBUG && error instanceof Error) complain(error.stack ?? '');
  return ExitCode.INTERNAL;
}
