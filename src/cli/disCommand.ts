// `gilscope dis FILE`: the bytecode of a program, as the interpreter runs it; with --tier2 the JavaScript
// that became of it (tier2Listing.ts).

import { join, resolve } from 'node:path';
import type * as compilerService from '../engine/compilerService.ts';
import { loadBundle } from '../host/node/bundle.ts';
import type { DisSettings } from './commands.ts';
import { writeError, writeOut } from './output.ts';
import { readSource, readStandardInput } from './sourceText.ts';
import { UsageError } from './usageError.ts';

/** Exit code 1 for a text that is no Python. Throws UsageError if the file cannot be read. */
export async function disCommand(
  file: string,
  args: readonly string[],
  settings: DisSettings,
): Promise<number> {
  if (settings.tier2) return (await import('./tier2Listing.ts')).listTier2(file, args, settings);
  if (args.length > 0) throw new UsageError('arguments of a program are for dis --tier2');
  const isStandardInput = file === '-';
  const path = isStandardInput ? '<stdin>' : resolve(file);
  const text = isStandardInput ? readStandardInput() : readSource(path);
  const compiler = loadBundle<typeof compilerService>(join(import.meta.dirname, 'compiler.cjs'));
  const listing = compiler.disassembleSource(text, path);
  if (listing.ok) writeOut(listing.text);
  else writeError(listing.text);
  return listing.ok ? 0 : 1;
}
