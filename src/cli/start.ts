#!/usr/bin/env node
// The program `gilscope`: little enough to be parsed in no time, so that the command line, which is not,
// can be loaded with its bytecode (host/node/bundle.ts) and while a worker's thread starts.

import { join } from 'node:path';
import { loadBundle } from '../host/node/bundle.ts';
import { startThread } from '../host/node/workerThread.ts';
import type * as commandLine from './main.ts';

/** First words of command lines that run no program. A wrong guess costs time only. */
const RUNS_NOTHING = /^(dis|compare|executors|help|--help|-h|--version|-V)$/;

const words = process.argv.slice(2);
const thread = RUNS_NOTHING.test(words[0] ?? '') ? undefined : startThread();
const { main } = loadBundle<typeof commandLine>(join(import.meta.dirname, 'cli.cjs'));
// Workers that wait in the heap would keep the process alive.
void main(words, thread).then((exitCode) => process.exit(exitCode));
