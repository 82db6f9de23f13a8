/**
 * Random expressions for hot loops: ints that overflow and are masked, floats, texts, tests, calls of the
 * small functions and members of the objects in reach.
 */

/** @typedef {import('./random.mjs').Choices} Choices */

export const INTS = [
  ...['0', '1', '2', '3', '-1', '7', '255', '1000', '0x7fffffff', '0x80000000', '0xffffffff'],
  ...['1073741823', '-1073741824', '0x9e3779b97f4a7c15', '(1 << 63)', '-5', '31', '17'],
];
export const FLOATS = ['0.5', '-2.25', '1e10', '0.0', '-0.0', '3.0', '1e-3', '1e300'];
const STRINGS = ["'a'", "''", "'key'", "'caf\\u00e9'", "'12'", "'x1'"];
export const MASKS = ['0xff', '0xffff', '0x7fffffff', '0xffffffff', '0xffffffffffffffff', '1023'];

export class HotExpressions {
  /** @type {{ name: string, least: number, most: number }[]} */
  functions = [];
  /** @type {string[]} */
  ints = [];
  /** @type {string[]} */
  floats = [];
  /** @type {string[]} */
  objects = [];

  /** @param {Choices} choices */
  constructor(choices) {
    this.c = choices;
  }

  /**
   * An expression that is probably an int.
   * @param {number} depth
   * @returns {string}
   */
  int(depth = 2) {
    const { c } = this;
    if (c.chance(0.03)) return this.float(0);
    if (depth <= 0 || c.chance(0.25)) {
      return this.ints.length > 0 && c.chance(0.75) ? c.pick(this.ints) : c.pick(INTS);
    }
    const d = depth - 1;
    return c.pick([
      () => `(${this.int(d)} ${c.pick(['+', '-', '&', '|', '^', '+', '-'])} ${this.int(d)})`,
      () => `(${this.int(d)} * ${this.int(d)} & ${c.pick(MASKS)})`,
      () => `((${this.int(d)} << ${c.pick(['1', '5', '13', '31', '33'])}) & ${c.pick(MASKS)})`,
      () => `(${this.int(d)} >> ${c.pick(['1', '5', '17', '33'])})`,
      () => `((${this.int(d)} ^ ${this.int(d)} >> 7) * 0x9E3779B1 & ${c.pick(MASKS)})`,
      () =>
        `(${this.int(d)} ${c.pick(['%', '//'])} ${c.pick(['7', '-3', '1000', '64', this.int(d)])})`,
      () => `(~${this.int(d)} & ${c.pick(MASKS)})`,
      () => `(${this.int(d)} if ${this.test(d)} else ${this.int(d)})`,
      () => `${c.pick(['min', 'max'])}(${this.int(d)}, ${this.int(d)})`,
      () => `abs(${this.int(d)})`,
      () => `len(${this.text(d)})`,
      () => `int(${c.pick([this.float(d), this.int(d), this.text(d)])})`,
      () => this.call(d),
      () => this.call(d),
      () => this.member(),
    ])();
  }

  /**
   * @param {number} depth
   * @returns {string}
   */
  float(depth = 2) {
    const { c } = this;
    if (depth <= 0 || c.chance(0.3)) {
      return this.floats.length > 0 && c.chance(0.7) ? c.pick(this.floats) : c.pick(FLOATS);
    }
    const d = depth - 1;
    return c.pick([
      () => `(${this.float(d)} ${c.pick(['+', '-', '*'])} ${this.float(d)})`,
      () => `(${this.float(d)} / ${c.pick(['4.0', '3', this.float(d)])})`,
      () => `(${this.float(d)} % 10.0)`,
      () => `float(${this.int(d)} & 0xffff)`,
      () => `(${this.int(d)} % 1000 * ${this.float(d)})`,
    ])();
  }

  /**
   * @param {number} depth
   * @returns {string}
   */
  test(depth = 1) {
    const { c } = this;
    return c.pick([
      () => `${this.int(depth)} ${c.pick(['<', '>', '==', '!=', '<=', '>='])} ${this.int(depth)}`,
      () => `${this.int(0)} & ${c.pick(['1', '3', '4'])}`,
      () => `${this.int(0)} % ${c.pick(['3', '5', '7'])} == ${c.pick(['0', '1'])}`,
      () => `not ${this.int(depth)}`,
      () => `${this.int(0)} < ${this.int(0)} < ${this.int(0)}`,
      () => `${this.float(depth)} < ${this.float(depth)}`,
    ])();
  }

  /**
   * @param {number} depth
   * @returns {string}
   */
  text(depth = 1) {
    const { c } = this;
    const value = () => c.pick([() => this.int(depth), () => this.float(depth)])();
    const plain = () => this.int(0);
    return c.pick([
      () => c.pick(STRINGS),
      () => `str(${this.int(depth)})`,
      () => `f"{${plain()}}:{${plain()}${c.pick([':04d', ':x', '', ':>6'])}}"`,
      () => `'%d|%s' % (${this.int(depth)}, ${value()})`,
      () => `'%5.2f' % ${this.float(depth)}`,
      () => `'%x' % ${this.int(depth)}`,
      () => `'%s' % (${value()},)`,
      () => `('k' + str(${plain()} % 9))`,
      () => `'abcdef'[${plain()} % 6:${c.pick(['', '5', '-1'])}:${c.pick(['1', '2', '-1'])}]`,
      () => `','.join(str(z) for z in (${plain()}, ${plain()}))`,
    ])();
  }

  /**
   * @param {number} depth
   * @returns {string}
   */
  call(depth) {
    const { c } = this;
    if (this.functions.length === 0) return this.int(0);
    const { name, least, most } = c.pick(this.functions);
    const count = least + c.below(most - least + 1);
    const args = Array.from({ length: count }, () =>
      c.chance(0.75) ? this.int(depth) : this.float(depth),
    );
    if (count > least && c.chance(0.3)) args.push(`q=${args.pop()}`);
    return `${name}(${args.join(', ')})`;
  }

  member() {
    const { c } = this;
    if (this.objects.length === 0) return this.int(0);
    const object = c.pick(this.objects);
    return c.pick([
      () => `${object}.a`,
      () => `${object}.b`,
      () => `${object}.get()`,
      () => `${object}.add(${this.int(0)})`,
      () => `${object}.p`,
      () => `${object}.c`,
    ])();
  }
}
