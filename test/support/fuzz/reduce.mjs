/**
 * Makes a program that fails smaller: lines with their suites are left out, suites take the place of their
 * heads, bracketed expressions become plain ones. Nothing is known of Python but its indentation: what a cut
 * breaks no longer fails in the same way and is not kept (A. Zeller, R. Hildebrandt, "Simplifying and
 * Isolating Failure-Inducing Input", 2002). Candidates are tried many at a time, for a process costs more
 * than a program.
 */

const AT_ONCE = 24;

/**
 * @param {string} text
 * @param {(candidates: readonly string[]) => Promise<number>} firstFailing index of the first that fails, -1 if none
 */
export async function reduced(text, firstFailing) {
  let lines = text.trimEnd().split('\n');
  for (const cuts of [linesCut, headsCut, expressionsCut, linesCut, headsCut, expressionsCut]) {
    lines = await smaller(lines, cuts, firstFailing);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * @param {string[]} lines
 * @param {(lines: readonly string[]) => Generator<string[]>} cuts
 * @param {(candidates: readonly string[]) => Promise<number>} firstFailing
 */
async function smaller(lines, cuts, firstFailing) {
  let best = lines;
  for (let again = true; again; ) {
    again = false;
    const candidates = [...cuts(best)];
    for (let from = 0; from < candidates.length; from += AT_ONCE) {
      const some = candidates.slice(from, from + AT_ONCE);
      const found = await firstFailing(some.map((each) => `${each.join('\n')}\n`));
      if (found < 0) continue;
      best = some[found];
      again = true;
      break;
    }
  }
  return best;
}

/** @param {string} line */
const indentOf = (line) => line.length - line.trimStart().length;

/**
 * Where the suite of a line ends.
 * @param {readonly string[]} lines
 * @param {number} at
 */
function endOfSuite(lines, at) {
  let end = at + 1;
  while (end < lines.length && indentOf(lines[end]) > indentOf(lines[at])) end++;
  return end;
}

/**
 * The longest suites first, which take most of the program with them.
 * @param {readonly string[]} lines
 */
function* linesCut(lines) {
  const spans = lines.map((_, at) => ({ at, end: endOfSuite(lines, at) }));
  spans.sort((a, b) => b.end - b.at - (a.end - a.at));
  for (const { at, end } of spans) {
    yield [...lines.slice(0, at), ...lines.slice(end)];
    const indent = ' '.repeat(indentOf(lines[at]));
    if (lines[at].trim() !== 'pass')
      yield [...lines.slice(0, at), `${indent}pass`, ...lines.slice(end)];
  }
}

/** @param {readonly string[]} lines */
function* headsCut(lines) {
  for (let at = 0; at < lines.length; at++) {
    const end = endOfSuite(lines, at);
    if (end === at + 1) continue;
    const shift = indentOf(lines[at + 1]) - indentOf(lines[at]);
    const suite = lines.slice(at + 1, end).map((line) => line.slice(shift));
    yield [...lines.slice(0, at), ...suite, ...lines.slice(end)];
    // `try:` goes with the `except:` that follows it.
    if (end < lines.length && indentOf(lines[end]) === indentOf(lines[at])) {
      yield [...lines.slice(0, at), ...suite, ...lines.slice(endOfSuite(lines, end))];
    }
  }
}

/** @param {readonly string[]} lines */
function* expressionsCut(lines) {
  for (let at = 0; at < lines.length; at++) {
    for (const text of simpler(lines[at]))
      yield [...lines.slice(0, at), text, ...lines.slice(at + 1)];
  }
}

/** @param {string} line */
function* simpler(line) {
  const assignment = /^( *[^=()[\]]+ = )(?!0$|1$)\S/.exec(line);
  if (assignment !== null) yield* [`${assignment[1]}0`, `${assignment[1]}1`];
  for (let from = 0; from < line.length; from++) {
    if (!'([{'.includes(line[from])) continue;
    const to = closing(line, from);
    if (to < 0 || to - from < 2) continue;
    const inner = line.slice(from + 1, to);
    const [before, after] = [line.slice(0, from), line.slice(to + 1)];
    if (inner.length > 1) yield* [`${before}0${after}`, `${before}1${after}`];
    yield before + inner + after;
    yield `${before}${line[from]}${line[to]}${after}`;
    for (const part of inner.split(/, | [+*/<>=&|^-]+ | and | or | if | else /)) {
      if (part !== inner && part !== '') yield `${before}${line[from]}${part}${line[to]}${after}`;
    }
  }
}

/**
 * @param {string} line
 * @param {number} from
 */
function closing(line, from) {
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    if ('([{'.includes(line[at])) depth++;
    if (')]}'.includes(line[at]) && --depth === 0) return at;
  }
  return -1;
}
