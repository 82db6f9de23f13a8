/**
 * Runs generated programs on two interpreters and finds those that differ. A process that dies takes the
 * rest of its batch with it; the rest then runs in a new one.
 */

import { runBatch } from './batch.mjs';

/**
 * @typedef {object} Side
 * @property {string} name
 * @property {readonly string[]} command
 */

/**
 * @typedef {object} Difference
 * @property {string} program
 * @property {readonly string[]} outputs of each side
 */

/**
 * @param {Side} side
 * @param {readonly string[]} programs
 * @returns {Promise<string[]>} what each printed
 */
async function outputsOf(side, programs) {
  /** @type {string[]} */
  const all = [];
  while (all.length < programs.length) {
    const some = await runBatch(side.command, programs.slice(all.length));
    if (some.length === 0 || some[0] === undefined) throw new Error(`${side.name} ran nothing`);
    all.push(...some);
  }
  return all;
}

/** How long an object lives is no matter of the language: only gilscope is compared with itself in that. */
const LEFT_ALIVE = /^alive .*$/m;

/** @param {string} output */
const crashed = (output) => /^exit code /m.test(output);

/**
 * @param {readonly Side[]} sides the tiers or executors of gilscope, and perhaps CPython
 * @param {readonly string[]} programs
 * @returns {Promise<Difference[]>}
 */
export async function differences(sides, programs) {
  const outputs = await Promise.all(sides.map((side) => outputsOf(side, programs)));
  return programs
    .map((program, i) => ({ program, outputs: outputs.map((side) => side[i]) }))
    .filter((each) => differs(sides, each.outputs));
}

/**
 * Which of the programs is the first that differs, -1 if none does.
 * @param {readonly Side[]} sides
 * @param {readonly string[]} programs
 */
export async function firstDifference(sides, programs) {
  const outputs = await Promise.all(sides.map((side) => runBatch(side.command, programs)));
  // Whoever died has fewer outputs, and the last of them says so.
  const count = Math.min(...outputs.map((side) => side.length));
  for (let i = 0; i < count; i++) {
    if (
      differs(
        sides,
        outputs.map((side) => side[i]),
      )
    )
      return i;
  }
  return -1;
}

/**
 * @param {readonly Side[]} sides
 * @param {readonly string[]} seen
 */
function differs(sides, seen) {
  if (seen.some(crashed)) return true;
  return seen.some((text, i) =>
    isOurs(sides[i]) ? text !== seen[0] : strip(text) !== strip(seen[0]),
  );
}

/** @param {string} text */
const strip = (text) => text.replace(LEFT_ALIVE, '');

/** @param {Side} side */
const isOurs = (side) => !side.name.startsWith('python');
