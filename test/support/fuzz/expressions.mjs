/**
 * Random Python expressions of a wanted kind. The kinds are guesses: now and then an expression has another
 * one on purpose, and a variable may hold something else by then. What goes wrong raises, which is part of
 * the test. No operation makes values grow without bounds, so programs stay short in time and output.
 */

/** @typedef {import('./scope.mjs').Kind} Kind */
/** @typedef {import('./scope.mjs').Scope} Scope */
/** @typedef {import('./scope.mjs').Callable} Callable */
/** @typedef {import('./random.mjs').Choices} Choices */

const INTS = [
  ...['0', '1', '2', '3', '-1', '7', '10', '255', '1000'],
  ...['1073741823', '1073741824', '-1073741824', '-1073741825', '2147483647', '2147483648'],
  ...['9007199254740993', '4611686018427387904', '-9223372036854775808', '(1 << 70)'],
];
const FLOATS = ['0.0', '1.0', '-0.0', '0.5', '2.5', '-3.25', '1e16', '1e300', '1e-7', '3.0'];
const STRINGS = ["''", "'a'", "'b'", "'abc'", "'x y'", "'\\u00e9\\u4e2d'", "'0123456789'"];
/** @type {readonly Kind[]} */
const ALL = ['int', 'int', 'float', 'str', 'bool', 'list', 'tuple', 'dict', 'object'];

/** Python 3.11 takes no quotes within those of an f-string. */
const plain = (/** @type {string} */ text) => (/['{}\\]/.test(text) ? '7' : text);

export class Expressions {
  /**
   * @param {Choices} choices
   * @param {Scope} scope
   */
  constructor(choices, scope) {
    this.c = choices;
    this.scope = scope;
    /** Comprehensions around, where Python allows no walrus in what they loop over. */
    this.comprehensions = 0;
  }

  /**
   * @param {Kind} kind
   * @param {number} depth how deep it may still be
   * @returns {string}
   */
  of(kind, depth = 3) {
    const { c } = this;
    const wanted = c.chance(0.03) ? c.pick(ALL) : kind;
    if (c.chance(0.02)) return `hop(${this.of(wanted, depth - 1)})`;
    if (depth <= 0 || c.chance(0.3)) return this.leaf(wanted);
    if (c.chance(0.05)) {
      return `(${this.of(wanted, depth - 1)} if ${this.of('bool', depth - 1)} else ${this.of(wanted, depth - 1)})`;
    }
    if (c.chance(0.12)) return this.call(wanted, depth) ?? this.leaf(wanted);
    return this.compound(wanted, depth - 1);
  }

  /**
   * @param {Kind} kind
   * @returns {string}
   */
  leaf(kind) {
    const { c } = this;
    const names = this.scope.named(kind);
    if (names.length > 0 && c.chance(0.75)) return c.pick(names);
    switch (kind) {
      case 'int':
        return c.pick(INTS);
      case 'float':
        return c.pick(FLOATS);
      case 'str':
        return c.pick(STRINGS);
      case 'bool':
        return c.pick(['True', 'False']);
      case 'list':
        return c.pick(['[]', '[1]', '[3, 1, 2]', '[0.5, 2]', "['a', 'b']", '[K0, K1]']);
      case 'tuple':
        return c.pick(['()', '(1,)', '(1, 2)', "('a', 2.5)", '(K0, 3)']);
      case 'dict':
        return c.pick(['{}', '{1: 2}', "{'a': 1, 'b': 2}", '{0: K0}']);
      case 'object':
        return this.scope.classes.length > 0
          ? `${c.pick(this.scope.classes)}(${this.leaf('int')})`
          : 'K1';
      default:
        return c.chance(0.2) ? c.pick(['None', 'K0', 'K1', '...']) : this.leaf(c.pick(ALL));
    }
  }

  /**
   * A call of a function in reach, undefined if there is none or no time for it.
   * @param {Kind} kind
   * @param {number} depth
   * @returns {string | undefined}
   */
  call(kind, depth) {
    const { c, scope } = this;
    const fitting = scope.functions.filter(
      (f) => !f.generates && (kind === 'any' || f.kind === kind),
    );
    if (fitting.length === 0) return undefined;
    const callee = c.pick(fitting);
    return scope.charge(callee.cost)
      ? `${callee.name}(${this.arguments(callee, depth - 1)})`
      : undefined;
  }

  /**
   * @param {Callable} callee
   * @param {number} depth
   */
  arguments(callee, depth) {
    const { c } = this;
    const value = () => this.of(c.chance(0.8) ? 'int' : 'any', depth);
    const given = [];
    const count = callee.required + c.below(callee.optional + 1) + (callee.star ? c.below(3) : 0);
    for (let i = 0; i < count; i++) given.push(value());
    if (count > 0 && c.chance(0.08)) given.splice(c.below(count), 1);
    if (callee.star && c.chance(0.2)) given.push(`*${this.of('list', depth)}`);
    for (const name of callee.keywords) if (c.chance(0.4)) given.push(`${name}=${value()}`);
    return given.join(', ');
  }

  /**
   * @param {Kind} kind
   * @param {number} depth of the operands
   * @returns {string}
   */
  compound(kind, depth) {
    const { c } = this;
    const of = (/** @type {Kind} */ wanted) => {
      const text = this.of(wanted, depth);
      // `7.name` is no Python.
      return /^-?\d+$/.test(text) ? `(${text})` : text;
    };
    const modulus = () => c.pick(['7', '1000003', '4294967296', '(1 << 65)']);
    const small = () => c.pick(['0', '1', '2', '3', '5']);
    const index = () => c.pick(['0', '1', '-1', '2', of('int')]);
    switch (kind) {
      case 'int':
        return c.pick([
          () => `(${of('int')} ${c.pick(['+', '-', '+', '-', '&', '|', '^'])} ${of('int')})`,
          () => `(${of('int')} * ${small()}) % ${modulus()}`,
          // The subtractions keep sequences out, which a product would make huge.
          () => `((${of('int')} - 1) * (${this.leaf('int')} - 0)) % ${modulus()}`,
          () => `(${of('int')} ${c.pick(['//', '%'])} ${of('int')})`,
          () => `((${of('int')} << ${small()}) & ${c.pick(['255', '2147483647', '(1 << 64)'])})`,
          () => `(${of('int')} >> ${small()})`,
          () => `(${c.pick(['-', '~', '+'])}${of('int')})`,
          () => `abs(${of('int')})`,
          () => `len(${of(c.pick(['list', 'str', 'dict', 'tuple']))})`,
          () => `${of('list')}[${index()}]`,
          () => `${of('dict')}[${c.pick(['1', "'a'", of('int')])}]`,
          () => `${of('dict')}.get(${of('int')}, ${of('int')})`,
          () => `${of('object')}.${c.pick(['a', 'b', 'c'])}`,
          () => `${of('object')}.${c.pick(['m', 'twice'])}(${of('int')})`,
          () => `(${of('int')} ${c.pick(['and', 'or'])} ${of('int')})`,
          () => `${c.pick(['min', 'max'])}(${of('int')}, ${of('int')})`,
          () => `(lambda q, r=${of('int')}: q + r)(${of('int')})`,
          () => `sum(q & 255 for q in ${this.iterable(depth)})`,
          () => `int(${of('float')} % 1000)`,
          () => this.walrus('int', depth),
        ])();
      case 'float':
        return c.pick([
          () =>
            `(${of('float')} ${c.pick(['+', '-', '/'])} ${of(c.pick(['float', 'float', 'int']))})`,
          () => `(${of('int')} ${c.pick(['+', '-', '/'])} ${of('float')})`,
          () => `(${of('float')} * ${c.pick(FLOATS)} ${c.pick(['+', '-', '*'])} ${c.pick(FLOATS)})`,
          () => `((${of('float')} - 0.0) * (${of(c.pick(['float', 'int']))} + 0.0))`,
          () => `(-${of('float')})`,
          () => `(${of('int')} / ${of('int')})`,
          () => `float(${of('int')})`,
          () => `${of('list')}[${index()}]`,
          () => `abs(${of('float')})`,
          () => this.walrus('float', depth),
        ])();
      case 'str':
        return c.pick([
          () => `(${of('str')} + ${c.pick(STRINGS)})[-12:]`,
          () => `${of('str')}[${index()}]`,
          () => `${of('str')}[${c.pick(['', '1', '-2', of('int')])}:${c.pick(['', '3', '-1'])}]`,
          () => `f'{${plain(this.leaf('int'))}}|{${plain(this.leaf('any'))}!r}'[:20]`,
          () => `str(${of('int')})`,
          () =>
            `${of('str')}.${c.pick(['upper()', 'strip()', "replace('a', 'bb')[:9]", "join(['p', 'q'])[:9]"])}`,
          () => `('%s:%d' % (${this.leaf('str')}, ${of('int')}))[:15]`,
          () => `type(${of('any')}).__name__`,
        ])();
      case 'bool':
        return c.pick([
          () => `(${of('int')} ${this.comparison()} ${of('int')})`,
          () => `(${of('float')} ${this.comparison()} ${of(c.pick(['float', 'int']))})`,
          () => `(${of('str')} ${this.comparison()} ${of('str')})`,
          () => `(${of('int')} < ${of('int')} ${this.comparison()} ${of('int')})`,
          () =>
            `(${of('int')} ${c.pick(['in', 'not in'])} ${of(c.pick(['list', 'dict', 'tuple']))})`,
          () => `(${of('any')} ${c.pick(['is', 'is not'])} None)`,
          () => `(not ${of(c.pick(['bool', 'any']))})`,
          () => `(${of('bool')} ${c.pick(['and', 'or'])} ${of('bool')})`,
          () => `isinstance(${of('any')}, ${c.pick(['int', 'str', '(list, dict)', 'object'])})`,
          () => `(${of('any')} == ${of('any')})`,
        ])();
      case 'list':
        return c.pick([
          () => `[${of('any')}, ${of('any')}]`,
          () => `[${of('int')}, ${of('int')}, ${of('int')}]`,
          () => `[q + ${of('int')} for q in ${this.iterable(depth)}]`,
          () => `[(q, ${of('any')}) for q in ${this.iterable(depth)} if ${of('bool')}]`,
          () => `(${of('list')} + ${of('list')})[:8]`,
          () => `${of('list')}[${c.pick(['', '1', '-3'])}:${c.pick(['', '2', '-1'])}]`,
          () => `list(${this.iterable(depth)})`,
          () => `[*${of('list')}[:3], *${of('tuple')}[:3]]`,
          () => `sorted({q & 15 for q in ${this.iterable(depth)}})`,
          () => `list(map(lambda q: [q, ${this.leaf('any')}], ${of('list')}[:3]))`,
        ])();
      case 'tuple':
        return c.pick([
          () => `(${of('any')}, ${of('any')})`,
          () => `(${of('int')}, ${of('str')}, ${of('float')})`,
          () => `tuple(${of('list')})`,
          () => `divmod(${of('int')}, ${of('int')})`,
          () => `(${of('tuple')} + (${of('int')},))[-5:]`,
        ])();
      case 'dict':
        return c.pick([
          () => `{${of('int')}: ${of('any')}, ${of('str')}: ${of('int')}}`,
          () => `{q: ${of('any')} for q in ${this.iterable(depth)}}`,
          () => `dict(a=${of('int')}, b=${of('any')})`,
          () => `{**${this.leaf('dict')}, ${of('int')}: ${of('int')}}`,
        ])();
      case 'object': {
        const { classes } = this.scope;
        if (classes.length === 0) return this.leaf('object');
        return c.pick([
          () => `${c.pick(classes)}(${of('any')})`,
          () => `${c.pick(classes)}(${of('int')}, b=${of('any')})`,
          () => `(${of('object')} + ${of('int')})`,
          () => `${of('object')}.same()`,
        ])();
      }
      default:
        return this.of(c.pick(ALL), depth + 1);
    }
  }

  comparison() {
    return this.c.pick(['<', '<=', '==', '!=', '>', '>=']);
  }

  /**
   * Something short to loop over, of ints for the most part.
   * @param {number} depth
   * @returns {string}
   */
  iterable(depth) {
    this.comprehensions++;
    const text = this.#iterable(depth);
    this.comprehensions--;
    return text;
  }

  /**
   * @param {number} depth
   * @returns {string}
   */
  #iterable(depth) {
    const { c, scope } = this;
    const generators = scope.functions.filter((f) => f.generates);
    if (generators.length > 0 && c.chance(0.2)) {
      const callee = c.pick(generators);
      if (scope.charge(callee.cost)) return `${callee.name}(${this.arguments(callee, depth - 1)})`;
    }
    return c.pick([
      () => `range(${c.pick(['2', '3', '4', '5'])})`,
      () => `range(${c.pick(['1', '-2', '3'])}, ${c.pick(['4', '5', '0'])})`,
      () => `range(5, 0, ${c.pick(['-1', '-2', '1'])})`,
      () => `${this.of('list', depth - 1)}[:5]`,
      () => `${this.of('tuple', depth - 1)}[:5]`,
      () => `list(${this.of('dict', depth - 1)})[:4]`,
      () => `(q for q in range(3))`,
    ])();
  }

  /**
   * @param {Kind} kind
   * @param {number} depth
   */
  walrus(kind, depth) {
    const { c, scope } = this;
    if (!scope.isFunction || this.comprehensions > 0) return this.leaf(kind);
    const name = `w${c.below(2)}`;
    const text = `(${name} := ${this.of(kind, depth)})`;
    scope.variables.set(name, kind);
    return text;
  }
}
