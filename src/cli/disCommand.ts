// `gilscope dis FILE`: the bytecode of a program, as the interpreter runs it.

import { join, resolve } from 'node:path';
import type * as compilerService from '../engine/compilerService.ts';
import { loadBundle } from '../host/node/bundle.ts';
import { writeError, writeOut } from './output.ts';
import { readSource, readStandardInput } from './sourceText.ts';

/** Exit code 1 for a text that is no Python. Throws UsageError if the file cannot be read. */
export async function disCommand(file: string): Promise<number> {
  const isStandardInput = file === '-';
  const path = isStandardInput ? '<stdin>' : resolve(file);
  const text = isStandardInput ? readStandardInput() : readSource(path);
  const compiler = loadBundle<typeof compilerService>(join(import.meta.dirname, 'compiler.cjs'));
  const listing = compiler.disassembleSource(text, path);
  if (listing.ok) writeOut(listing.text);
  else writeError(listing.text);
  return listing.ok ? 0 : 1;
}
