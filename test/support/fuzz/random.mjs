/**
 * Repeatable choices: a linear congruential stream, scrambled (M. O'Neill's PCG idea, 32 bits). Equal seed,
 * equal program, whatever else has been generated before.
 */
export class Choices {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = (seed * 2654435761) >>> 0;
    for (let i = 0; i < 4; i++) this.#next();
  }

  #next() {
    this.#state = (Math.imul(this.#state, 747796405) + 2891336453) >>> 0;
    const word = Math.imul((this.#state >>> ((this.#state >>> 28) + 4)) ^ this.#state, 277803737);
    return ((word >>> 22) ^ word) >>> 0;
  }

  /**
   * A whole number from 0 to `limit` - 1.
   * @param {number} limit
   */
  below(limit) {
    return this.#next() % limit;
  }

  /**
   * True with this probability.
   * @param {number} probability
   */
  chance(probability) {
    return this.#next() / 2 ** 32 < probability;
  }

  /**
   * @template Item
   * @param {readonly Item[]} items
   * @returns {Item}
   */
  pick(items) {
    return items[this.below(items.length)];
  }
}
