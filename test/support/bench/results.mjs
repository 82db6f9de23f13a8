/**
 * What the measured cells say: the median of a case under an implementation, and how many times as fast
 * one is as another. A cell with a failure or with another answer than the baseline's has no speed, so
 * nobody gains by being wrong.
 */

import { geometricMean, median, spread } from './statistics.mjs';

export class Results {
  #cells = new Map();

  /**
   * @param {import('./programs.mjs').Case[]} cases
   * @param {import('./pythons.mjs').Implementation[]} implementations
   * @param {import('./rounds.mjs').Cell[]} cells
   * @param {string} baseline id of the implementation whose answers are right; the first one present
   *   takes its place if it was not measured
   */
  constructor(cases, implementations, cells, baseline) {
    this.cases = cases;
    this.implementations = implementations;
    for (const cell of cells) this.#cells.set(key(cell.case, cell.implementation), cell);
    const known = implementations.some(({ id }) => id === baseline);
    this.baseline = known ? baseline : (implementations[0]?.id ?? baseline);
  }

  /** The cases of one thread that count in the means. */
  get single() {
    return this.cases.filter(({ threads, counted }) => threads === 0 && counted);
  }

  has(implementation) {
    return this.implementations.some(({ id }) => id === implementation);
  }

  /** The id of an executor as it runs by default, or else under the highest tier that was measured. */
  ours(executor) {
    const ids = [executor, `${executor}@auto`, `${executor}@2`, `${executor}@1`];
    return ids.find((id) => this.has(id));
  }

  /** Why there is no time: empty, or a few words; undefined where nothing was measured. */
  failure(caseId, implementation) {
    const cell = this.#cells.get(key(caseId, implementation));
    if (cell === undefined || cell.failure !== '') return cell?.failure;
    const right = this.#cells.get(key(caseId, this.baseline));
    const wrong = right !== undefined && right.failure === '' && right.output !== cell.output;
    return wrong ? `WRONG: ${firstDifference(right.output, cell.output)}` : '';
  }

  /** Seconds, the median of the rounds; NaN without a right answer. */
  seconds(caseId, implementation) {
    if (this.failure(caseId, implementation) !== '') return Number.NaN;
    return median(this.#cells.get(key(caseId, implementation)).seconds);
  }

  /** The spread of the rounds as a part of the median; NaN without a right answer or a second round. */
  spread(caseId, implementation) {
    if (this.failure(caseId, implementation) !== '') return Number.NaN;
    return spread(this.#cells.get(key(caseId, implementation)).seconds);
  }

  /** How many times as fast `implementation` is as `other`; NaN if either has no time. */
  speed(caseId, implementation, other = this.baseline) {
    return this.seconds(caseId, other) / this.seconds(caseId, implementation);
  }

  /** Throughput of two threads against one, 2 being perfect; NaN if either has no time. */
  scaling(program, implementation) {
    return (
      (2 * this.seconds(`${program} x1`, implementation)) /
      this.seconds(`${program} x2`, implementation)
    );
  }

  /**
   * The geometric mean of the speeds over the cases that both have.
   * @returns {{ mean: number, count: number }}
   */
  meanSpeed(implementation, other = this.baseline, cases = this.single) {
    const speeds = cases
      .map(({ id }) => this.speed(id, implementation, other))
      .filter((speed) => !Number.isNaN(speed));
    return { mean: geometricMean(speeds), count: speeds.length };
  }
}

function key(caseId, implementation) {
  return `${caseId}\n${implementation}`;
}

function firstDifference(right, found) {
  const wanted = right.split('\n');
  const lines = found.split('\n');
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  return at < 0 ? 'more lines' : `${lines[at] ?? 'fewer lines'} instead of ${wanted[at]}`;
}
