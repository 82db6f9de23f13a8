// Cuts a command line where the program's own arguments begin, as python3 does: everything after FILE,
// `-`, `-c CODE` or `-m MODULE` belongs to the program, even what looks like an option of ours. What is
// left of the cut is for commander to read.

/** What is to be run. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'stdin' }
  /** A prompt on a terminal, otherwise the program comes from standard input. */
  | { readonly kind: 'none' };

export type Invocation =
  | {
      readonly command: 'run';
      /** Options of ours, unread. */
      readonly options: readonly string[];
      readonly target: Target;
      readonly args: readonly string[];
    }
  /** Any other command: all its words, for commander. */
  | { readonly command: 'other'; readonly words: readonly string[] };

export interface CommandWords {
  /** Options of `run` that take a value in the next word. */
  readonly withValue: ReadonlySet<string>;
  /** Names of the commands beside `run`. */
  readonly commands: ReadonlySet<string>;
}

export function splitInvocation(words: readonly string[], known: CommandWords): Invocation {
  const isRun = words[0] === 'run';
  const options: string[] = [];
  const run = (target: Target, args: readonly string[]): Invocation => ({
    command: 'run',
    options,
    target,
    args,
  });
  for (let i = isRun ? 1 : 0; i < words.length; i++) {
    const word = words[i];
    const program = programOption(words, i);
    if (program !== undefined) return run(program.target, words.slice(program.next));
    if (word === '-') return run({ kind: 'stdin' }, words.slice(i + 1));
    if (word === '--') return run(fileOrNone(words[i + 1]), words.slice(i + 2));
    if (!word.startsWith('-')) {
      if (!isRun && known.commands.has(word)) return { command: 'other', words };
      return run({ kind: 'file', path: word }, words.slice(i + 1));
    }
    options.push(word);
    if (known.withValue.has(word) && i + 1 < words.length) options.push(words[++i]);
  }
  return run({ kind: 'none' }, []);
}

function fileOrNone(path: string | undefined): Target {
  return path === undefined ? { kind: 'none' } : { kind: 'file', path };
}

/** `-c CODE` or `-m MODULE`, the value in the next word or in the same. */
function programOption(
  words: readonly string[],
  place: number,
): { target: Target; next: number } | undefined {
  const letter = /^-([cm])/.exec(words[place])?.[1];
  if (letter === undefined) return undefined;
  const joined = words[place].length > 2;
  const value = joined ? words[place].slice(2) : words[place + 1];
  // Left to commander, which says that the value is missing.
  if (value === undefined) return undefined;
  const target: Target =
    letter === 'c' ? { kind: 'code', code: value } : { kind: 'module', name: value };
  return { target, next: place + (joined ? 1 : 2) };
}
