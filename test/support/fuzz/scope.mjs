/**
 * What a generated program has in reach: variables with the kinds that they probably hold, functions and
 * classes with how to call them. It also keeps the account of how long the program may run: functions call
 * earlier ones only, loops have few rounds, and every call is charged with the rounds around it.
 */

/** @typedef {'int' | 'float' | 'str' | 'bool' | 'list' | 'tuple' | 'dict' | 'object' | 'any'} Kind */

/**
 * @typedef {object} Callable
 * @property {string} name
 * @property {number} required positional parameters without a default
 * @property {number} optional positional parameters with one
 * @property {string[]} keywords names of parameters that may be given by keyword
 * @property {boolean} star takes any number of positional arguments
 * @property {Kind} kind what it probably returns
 * @property {boolean} generates it is a generator function
 * @property {number} cost
 */

/** Steps that one program may take, about. */
const COST_MAX = 6000;

export class Scope {
  /** @type {Map<string, Kind>} */
  variables = new Map();
  /** @type {Callable[]} */
  functions = [];
  /** @type {string[]} */
  classes = [];
  /** Loops around, within the function. */
  loops = 0;
  /** How often what stands here runs for each run of the function. */
  rounds = 1;
  cost = 1;
  /** Statements nested in each other. */
  depth = 0;
  isFunction = false;
  /** Names that a `global` of this function names. @type {Set<string>} */
  globals = new Set();
  isGenerator = false;

  /** @param {Scope | undefined} outer */
  constructor(outer = undefined) {
    this.outer = outer;
    if (outer === undefined) return;
    this.functions = [...outer.functions];
    this.classes = outer.classes;
    this.depth = outer.depth;
  }

  /**
   * Charges for `steps` steps; false if that would be too long.
   * @param {number} steps
   */
  charge(steps) {
    const cost = steps * this.rounds;
    if (this.cost + cost > COST_MAX) return false;
    this.cost += cost;
    return true;
  }

  /**
   * Names that probably hold this kind, with those of the scopes around.
   * @param {Kind} kind
   * @returns {string[]}
   */
  named(kind) {
    const own = [...this.variables].filter(([, held]) => kind === 'any' || held === kind);
    const names = own.map(([name]) => name);
    const around = this.outer?.named(kind) ?? [];
    return [...names, ...names, ...around.filter((name) => !this.variables.has(name))];
  }
}
