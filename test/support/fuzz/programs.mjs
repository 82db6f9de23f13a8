/**
 * Random Python programs: classes, functions, then statements that use them, with loops of all kinds around
 * and exceptions through everything. Each prints what it computes. What the names `hop`, `Live`, `K0` and
 * `K1` are is said by the driver (batch.mjs).
 */

import { Expressions } from './expressions.mjs';
import { Choices } from './random.mjs';
import { Scope } from './scope.mjs';

/** @typedef {import('./scope.mjs').Kind} Kind */
/** @typedef {import('./scope.mjs').Callable} Callable */

/** @type {readonly Kind[]} */
const KINDS = [
  'int',
  'float',
  'int',
  'int',
  'float',
  'str',
  'bool',
  'list',
  'tuple',
  'dict',
  'object',
  'any',
];
const DEPTH_MAX = 4;
const CAUGHT = [
  'Exception',
  '(ValueError, TypeError)',
  'ZeroDivisionError',
  'LookupError',
  'ArithmeticError',
];

/**
 * The program of this number.
 * @param {number} seed
 * @returns {string} lines of Python
 */
export function randomProgram(seed) {
  return new Program(seed).text();
}

class Program {
  /** @type {string[]} */
  lines = [];
  indent = 0;
  names = 0;

  /** @param {number} seed */
  constructor(seed) {
    this.c = new Choices(seed);
    this.scope = new Scope();
    this.e = new Expressions(this.c, this.scope);
  }

  text() {
    const { c } = this;
    for (let i = c.below(3); i > 0; i--) this.classDefinition();
    for (const kind of KINDS.slice(0, 4 + c.below(8))) {
      const name = this.newName('v');
      this.emit(`${name} = ${this.e.leaf(kind)}`);
      this.scope.variables.set(name, kind);
    }
    for (let i = 1 + c.below(4); i > 0; i--) this.functionDefinition();
    for (let i = 4 + c.below(6); i > 0; i--) this.attempted();
    for (const { name } of this.scope.functions.filter((f) => !f.generates).slice(0, 4))
      this.useOf(name);
    this.emit(`print(${[...this.scope.variables.keys()].slice(0, 8).join(', ')})`);
    return `${this.lines.join('\n')}\n`;
  }

  /** A statement whose exception does not end the program. */
  attempted() {
    this.inBlock('try:', () => this.statement());
    this.inBlock('except Exception as error:', () =>
      this.emit('print(type(error).__name__, error)'),
    );
  }

  /** @param {string} name */
  useOf(name) {
    const callee = /** @type {Callable} */ (this.scope.functions.find((f) => f.name === name));
    this.inBlock(`for i in range(${2 + this.c.below(4)}):`, () => {
      this.inBlock('try:', () => this.emit(`print(${name}(${this.e.arguments(callee, 1)}))`));
      this.inBlock('except Exception as error:', () =>
        this.emit('print(type(error).__name__, error)'),
      );
    });
  }

  /** @param {string} line */
  emit(line) {
    this.lines.push('    '.repeat(this.indent) + line);
  }

  /**
   * @param {string} head
   * @param {() => void} write
   */
  inBlock(head, write) {
    this.emit(head);
    this.indent++;
    const before = this.lines.length;
    write();
    if (this.lines.length === before) this.emit('pass');
    this.indent--;
  }

  /** @param {string} letter */
  newName(letter) {
    return `${letter}${this.names++}`;
  }

  /**
   * @param {string} name
   * @param {Kind} kind
   */
  assign(name, kind) {
    const value = this.e.of(kind, 2);
    this.emit(`${name} = ${value}`);
    this.scope.variables.set(name, kind);
  }

  /** @param {number} count */
  block(count) {
    for (let i = 0; i < count; i++) this.statement();
  }

  statement() {
    const { c, scope } = this;
    if (!scope.charge(3)) return this.emit('pass');
    const isDeep = scope.depth >= DEPTH_MAX;
    scope.depth++;
    const choice = c.below(100);
    if (choice < 24 || (isDeep && choice < 60)) this.assignment();
    else if (choice < 34 || isDeep) this.effect();
    else if (choice < 48) this.conditional();
    else if (choice < 68) this.loop();
    else if (choice < 73) this.attempt();
    else if (choice < 80) this.attempted();
    else if (choice < 84) this.managed();
    else if (choice < 88) this.functionDefinition();
    else this.wayOut();
    scope.depth--;
  }

  assignment() {
    const { c, e, scope } = this;
    const kind = c.pick(KINDS);
    const known = [...scope.variables.keys()].filter((name) => !name.startsWith('w'));
    const name = known.length > 0 && c.chance(0.7) ? c.pick(known) : this.newName('v');
    const held = scope.variables.get(name) ?? kind;
    const other = known.length > 0 ? c.pick(known) : name;
    switch (c.below(12)) {
      case 0:
      case 1:
      case 2:
        return this.augmented(name, held);
      case 3:
        this.emit(`${name}, ${other} = ${e.of(held, 2)}, ${e.of('any', 1)}`);
        scope.variables.set(name, held);
        return;
      case 4:
        this.emit(`${name}, *${other} = ${e.of(c.pick(['list', 'tuple', 'str']), 2)}`);
        scope.variables.set(name, 'any');
        scope.variables.set(other, 'list');
        return;
      case 5:
        if (known.length > 1) return this.emit(`${name}, ${other} = ${other}, ${name}`);
        return this.assign(name, held);
      case 6:
        this.emit(`${name} = ${other} = ${e.of(kind, 2)}`);
        scope.variables.set(name, kind);
        scope.variables.set(other, kind);
        return;
      case 7:
        this.emit(
          `${name}, ${other} = ${e.of(c.pick(['tuple', 'tuple', 'list', 'str', 'any']), 2)}`,
        );
        scope.variables.set(name, 'any');
        return;
      default:
        return this.assign(name, c.chance(0.8) ? held : kind);
    }
  }

  /**
   * @param {string} name
   * @param {Kind} kind
   */
  augmented(name, kind) {
    const { c, e, scope } = this;
    if (!scope.variables.has(name)) return this.assign(name, kind);
    switch (kind) {
      case 'int':
        return this.emit(
          `${name} ${c.pick(['+=', '-=', '&=', '|=', '^=', '//=', '%=', '>>='])} ${e.of('int', 1)}`,
        );
      case 'float':
        if (c.chance(0.3)) return this.emit(`${name} *= ${e.of('float', 1)} - 0.0`);
        return this.emit(
          `${name} ${c.pick(['+=', '-=', '/='])} ${e.of(c.pick(['float', 'int']), 1)}`,
        );
      case 'str':
        return this.emit(`${name} += ${c.pick(["'z'", "'\\u00e9'", 'str(1)'])}`);
      case 'list':
        return this.emit(`${name} += ${c.pick(['[1]', '(2, K0)', "'ab'"])}`);
      case 'tuple':
        return this.emit(`${name} += (${e.of('any', 1)},)`);
      default:
        return this.emit(`${name} ${c.pick(['+=', '|=', '-='])} ${e.of(kind, 1)}`);
    }
  }

  /** Something with an effect: on a container, an attribute, the output. */
  effect() {
    const { c, e, scope } = this;
    const known = [...scope.variables.keys()];
    return c.pick([
      () => this.emit(`print(${e.of('any', 2)}, ${e.of('any', 2)})`),
      () => this.emit(`print(${e.of('int', 3)}, ${e.of('float', 3)})`),
      () => this.emit(e.of('any', 3)),
      () => this.emit(`${e.leaf('list')}.append(${e.of('any', 2)})`),
      () =>
        this.emit(
          `${e.leaf('list')}.${c.pick(['pop()', 'sort()', 'reverse()', 'insert(0, 5)', 'clear()'])}`,
        ),
      () => this.emit(`${e.leaf('list')}[${e.of('int', 1)}] = ${e.of('any', 2)}`),
      () => this.emit(`${e.leaf('list')}[1:2] = ${e.of('list', 1)}[:2]`),
      () =>
        this.emit(
          `${e.leaf('dict')}[${e.of(c.pick(['int', 'str', 'any']), 1)}] = ${e.of('any', 2)}`,
        ),
      () => this.emit(`${e.leaf('object')}.${c.pick(['a', 'b', 'd'])} = ${e.of('any', 2)}`),
      () => this.emit(`${e.leaf('object')}.a ${c.pick(['+=', '-='])} ${e.of('int', 1)}`),
      () => this.emit(`${e.leaf('list')}[0] += ${e.of('int', 1)}`),
      () =>
        this.emit(
          `${e.leaf('dict')}[${c.pick(['1', "'a'"])}] ${c.pick(['+=', '-='])} ${e.of('int', 1)}`,
        ),
      () => this.emit(`del ${e.leaf(c.pick(['list', 'dict']))}[${e.of('int', 1)}]`),
      () =>
        this.emit(
          `del ${known.length > 0 && c.chance(0.4) ? c.pick(known) : `${e.leaf('object')}.b`}`,
        ),
      () => this.emit(`assert ${e.of('bool', 2)}, ${e.of('str', 1)}`),
    ])();
  }

  conditional() {
    const { c, e } = this;
    this.inBlock(`if ${e.of(c.pick(['bool', 'bool', 'any']), 2)}:`, () =>
      this.block(1 + c.below(2)),
    );
    if (c.chance(0.3)) this.inBlock(`elif ${e.of('bool', 2)}:`, () => this.block(1));
    if (c.chance(0.5)) this.inBlock('else:', () => this.block(1 + c.below(2)));
  }

  loop() {
    const { c, e, scope } = this;
    const rounds = scope.loops === 0 ? 12 : 4;
    if (!scope.charge(rounds * 2)) return this.effect();
    const name = this.newName('i');
    const isWhile = c.chance(0.25);
    let head = `while ${name} < ${rounds}:`;
    if (isWhile) this.emit(`${name} = 0`);
    else head = this.forHead(name, rounds);
    scope.loops++;
    scope.rounds *= rounds;
    this.inBlock(head, () => {
      if (isWhile) this.emit(`${name} += 1`);
      this.block(1 + c.below(4));
      if (c.chance(0.2)) this.emit(`if ${e.of('bool', 2)}: ${c.pick(['break', 'continue'])}`);
    });
    scope.loops--;
    scope.rounds /= rounds;
    if (isWhile) scope.variables.set(name, 'int');
    if (c.chance(0.2)) this.inBlock('else:', () => this.block(1));
  }

  /**
   * @param {string} name
   * @param {number} rounds
   */
  forHead(name, rounds) {
    const { c, e, scope } = this;
    const items = rounds === 12 ? `list(${e.iterable(1)}) * 3` : e.iterable(1);
    switch (c.below(6)) {
      case 0: {
        const other = this.newName('i');
        scope.variables.set(name, 'int');
        scope.variables.set(other, 'any');
        return `for ${name}, ${other} in enumerate(${items}):`;
      }
      case 1: {
        const other = this.newName('i');
        scope.variables.set(name, 'any');
        scope.variables.set(other, 'any');
        return `for ${name}, ${other} in ${c.pick([`list(${e.of('dict', 1)}.items())`, `zip(${items}, range(${rounds}))`])}:`;
      }
      case 2:
        scope.variables.set(name, 'any');
        return `for ${name} in (${items})[:${rounds}]:`;
      case 3:
        scope.variables.set(name, 'str');
        return `for ${name} in ${e.of('str', 1)}[:${rounds}]:`;
      default:
        scope.variables.set(name, 'int');
        return `for ${name} in range(${c.pick([rounds, rounds, `-2, ${rounds - 2}`, `${rounds}, 0, -1`, `1073741820, 1073741820 + ${rounds}`])}):`;
    }
  }

  attempt() {
    const { c, scope } = this;
    const size = () => 1 + c.below(3);
    this.inBlock('try:', () => this.block(size()));
    const catches = c.chance(0.85);
    if (catches) {
      const name = this.newName('x');
      this.inBlock(`except ${c.pick(CAUGHT)} as ${name}:`, () => {
        this.emit(`print(type(${name}).__name__, ${name})`);
        if (c.chance(0.4)) this.block(1);
      });
      if (c.chance(0.3)) this.inBlock('except Exception:', () => this.block(1));
      if (c.chance(0.25)) this.inBlock('else:', () => this.block(1));
    }
    if (catches && c.chance(0.7)) return;
    const { loops } = scope;
    this.inBlock('finally:', () => this.block(size()));
    scope.loops = loops;
  }

  managed() {
    const { c, e, scope } = this;
    if (scope.classes.length === 0) return this.effect();
    const name = this.newName('v');
    const manager = `${c.pick(scope.classes)}(${e.of('int', 1)})`;
    scope.variables.set(name, 'object');
    this.inBlock(`with ${manager} as ${name}:`, () => this.block(1 + c.below(2)));
  }

  /** Leaves a loop, a function or an expression. */
  wayOut() {
    const { c, e, scope } = this;
    if (scope.loops > 0 && c.chance(0.5)) {
      return this.inBlock(`if ${e.of('bool', 2)}:`, () => this.emit(c.pick(['break', 'continue'])));
    }
    if (scope.isGenerator && c.chance(0.7)) {
      return this.emit(
        c.pick([
          `yield ${e.of('any', 2)}`,
          `v0 = yield ${e.of('int', 2)}`,
          `yield from ${e.iterable(1)}`,
        ]),
      );
    }
    if (scope.isFunction && c.chance(0.5)) {
      return this.inBlock(`if ${e.of('bool', 2)}:`, () => this.emit(`return ${e.of('any', 2)}`));
    }
    if (c.chance(0.5)) {
      return this.inBlock(`if ${e.of('bool', 2)}:`, () =>
        this.emit(`raise ${c.pick(['ValueError', 'KeyError', 'TypeError'])}(${e.of('int', 1)})`),
      );
    }
    return this.effect();
  }

  functionDefinition() {
    const { c } = this;
    const outer = this.scope;
    const inner = new Scope(outer);
    inner.isFunction = true;
    inner.isGenerator = c.chance(0.2);
    /** @type {Kind} */
    const kind = c.pick(['int', 'int', 'float', 'any', 'list', 'object', 'str']);
    const name = this.newName(inner.isGenerator ? 'g' : 'f');
    const { text, ...shape } = this.parameters(inner);
    this.emit(`def ${name}(${text}):`);
    this.scope = inner;
    this.e = new Expressions(c, inner);
    this.indent++;
    this.outerNames(outer, inner);
    this.block(1 + c.below(5));
    if (inner.isGenerator) this.emit(`yield ${this.e.of('int', 2)}`);
    if (!inner.isGenerator && c.chance(0.15)) this.emit(`return ${this.recursion(name, inner)}`);
    else this.emit(`return ${this.e.of(kind, 3)}`);
    this.indent--;
    this.scope = outer;
    this.e = new Expressions(c, outer);
    outer.functions.push({
      name,
      ...shape,
      kind,
      generates: inner.isGenerator,
      cost: inner.cost * 2,
    });
  }

  /**
   * A call of the function itself; depth is bounded by the driver's `deeper`.
   * @param {string} name
   * @param {Scope} inner
   */
  recursion(name, inner) {
    const first = [...inner.variables.keys()][0] ?? '1';
    return `deeper(${name}, ${first})`;
  }

  /** @param {Scope} inner */
  parameters(inner) {
    const { c } = this;
    const required = c.below(3);
    const optional = c.below(3);
    const star = c.chance(0.15);
    const texts = [];
    const keywords = [];
    for (let i = 0; i < required + optional; i++) {
      const name = this.newName('p');
      inner.variables.set(name, c.pick(['int', 'int', 'any']));
      texts.push(i < required ? name : `${name}=${this.e.leaf('any')}`);
      if (i >= required && c.chance(0.3) && !star) keywords.push(name);
    }
    if (star) {
      const name = this.newName('p');
      inner.variables.set(name, 'tuple');
      texts.push(`*${name}`);
    }
    if (c.chance(0.15)) {
      const name = this.newName('k');
      inner.variables.set(name, 'int');
      texts.push(...(star ? [] : ['*']), `${name}=${this.e.leaf('int')}`);
      keywords.push(name);
    }
    return {
      text: texts.join(', '),
      required,
      optional: optional - keywords.length < 0 ? 0 : optional,
      keywords,
      star,
    };
  }

  /**
   * @param {Scope} outer
   * @param {Scope} inner
   */
  outerNames(outer, inner) {
    const { c } = this;
    const names = [...outer.variables].filter(([name]) => !name.startsWith('w'));
    if (names.length === 0 || !c.chance(0.3)) return;
    const [name, kind] = c.pick(names);
    const isGlobal = !outer.isFunction || outer.globals.has(name);
    if (isGlobal) inner.globals.add(name);
    this.emit(`${isGlobal ? 'global' : 'nonlocal'} ${name}`);
    inner.variables.set(name, kind);
  }

  classDefinition() {
    const { c, e, scope } = this;
    const name = this.newName('C');
    const base = scope.classes.length > 0 && c.chance(0.4) ? c.pick(scope.classes) : 'Live';
    const maybe = (
      /** @type {number} */ p,
      /** @type {string} */ head,
      /** @type {string} */ body,
    ) => {
      if (c.chance(p)) this.inBlock(`def ${head}:`, () => this.emit(body));
    };
    this.inBlock(`class ${name}(${base}):`, () => {
      if (base === 'Live' && c.chance(0.2)) this.emit("__slots__ = ('a', 'b')");
      else this.emit(`c = ${e.leaf('int')}`);
      this.inBlock('def __init__(self, a, b=2):', () => {
        this.emit(c.pick(['super().__init__()', 'Live.__init__(self)']));
        this.emit(c.chance(0.5) ? 'self.a = a' : 'self.a, self.b = a, b');
        if (c.chance(0.7)) this.emit('self.b = b');
      });
      this.inBlock('def m(self, x=1):', () =>
        this.emit(
          c.pick([
            'return self.a + x',
            'self.a = x; return self.b',
            'return [self, x]',
            'return self.twice(x) - 1',
          ]),
        ),
      );
      this.inBlock('def twice(self, x):', () =>
        this.emit(c.pick(['return x + x', 'return hop(x) * 2 % 1000'])),
      );
      maybe(0.7, 'same(self)', 'return self');
      maybe(
        0.4,
        '__add__(self, other)',
        c.pick([`return ${name}(other)`, 'return self.a + other', 'return NotImplemented']),
      );
      maybe(0.2, '__radd__(self, other)', 'return other');
      maybe(0.2, '__lt__(self, other)', 'return self.a < other');
      maybe(0.2, '__eq__(self, other)', c.pick(['return self is other', 'return hop(True)']));
      maybe(0.2, '__len__(self)', 'return 2');
      maybe(0.2, '__bool__(self)', c.pick(['return self.a == 1', 'return hop(False)']));
      maybe(0.3, '__getitem__(self, i)', 'return [1, K0, self][i]');
      maybe(
        0.2,
        '__getattr__(self, name)',
        c.pick(['return len(name)', 'raise AttributeError(name)']),
      );
      maybe(0.15, '__iter__(self)', 'return iter([1, self])');
      maybe(0.15, '__contains__(self, x)', 'return x == 1');
      maybe(0.15, '__call__(self, *x)', 'return x');
    });
    scope.classes.push(name);
  }
}
