/**
 * Random programs whose loops are hot: a few small functions and classes, and loops of some hundred rounds
 * that call them, raise and handle, change classes and globals on the way. What is written in line, guessed
 * or counted wrongly in generated code shows in what they print, or in what they leave alive (batch.mjs).
 */

import { FLOATS, HotExpressions, INTS, MASKS } from './hotExpressions.mjs';
import { Choices } from './random.mjs';

const ERRORS = 'KeyError IndexError ValueError ZeroDivisionError AttributeError TypeError'.split(
  ' ',
);

class HotProgram extends HotExpressions {
  /** @type {string[]} */
  lines = [];
  indent = 0;
  names = 0;
  /** @type {string[]} */
  classes = [];
  /** @type {string[]} */
  generators = [];

  /** @param {string} line */
  emit(line) {
    this.lines.push('    '.repeat(this.indent) + line);
  }

  /**
   * @param {string} head
   * @param {() => void} body
   */
  block(head, body) {
    this.emit(head);
    this.indent++;
    const before = this.lines.length;
    body();
    if (this.lines.length === before) this.emit('pass');
    this.indent--;
  }

  /** @param {string} prefix */
  fresh(prefix) {
    return `${prefix}${this.names++}`;
  }

  /**
   * Runs `build` where only these names are in reach.
   * @param {string[]} ints
   * @param {() => void} build
   */
  within(ints, build) {
    const kept = [this.ints, this.floats, this.objects];
    [this.ints, this.floats, this.objects] = [ints, [], []];
    build();
    [this.ints, this.floats, this.objects] = kept;
  }

  smallFunction() {
    const { c } = this;
    const name = this.fresh('f');
    const optional = c.chance(0.4);
    const params = c.chance(0.5) ? ['x'] : ['x', 'y'];
    const least = params.length;
    const head = optional ? [...params, `q=${c.pick(INTS)}`] : params;
    this.within(optional ? [...params, 'q'] : [...params], () =>
      this.block(`def ${name}(${head.join(', ')}):`, () => this.smallBody()),
    );
    this.functions.push({ name, least, most: least + (optional ? 1 : 0) });
  }

  smallBody() {
    const { c } = this;
    if (c.chance(0.25)) {
      this.block(`if ${this.test()}:`, () =>
        this.emit(c.chance(0.4) ? this.raising() : `return ${this.int(1)}`),
      );
    }
    if (c.chance(0.3)) this.emit(`x = ${this.int(1)}`);
    if (c.chance(0.1)) this.emit('G[0] += 1');
    if (c.chance(0.15)) {
      this.block('try:', () => this.emit(`x = ${this.failing()}`));
      this.block(`except ${c.pick(ERRORS)}:`, () => this.emit('x = 3'));
      if (c.chance(0.3)) this.block('finally:', () => this.emit('G[0] += 2'));
    }
    this.emit(
      `return ${c.chance(0.8) ? this.int() : c.pick(['x < 3', 'None', 'x', 'K0', 'float(x)', '(x, K1)'])}`,
    );
  }

  raising() {
    const { c } = this;
    return `raise ${c.pick(ERRORS)}(${c.pick(['x', "'text'", '', 'K0'])})`;
  }

  /** An expression that fails now and then. */
  failing() {
    const { c } = this;
    const int = () => this.int(0);
    return c.pick([
      () => `D[${int()} % 6]`,
      () => `L[${int()} % 9]`,
      () => `TUP[${int()} % 5 - 3]`,
      () => `100 // (${int()} % 4)`,
      () => `7.5 / (${int()} % 3)`,
      () => `int('1x'[:1 + ${int()} % 2])`,
      () => `'abc'[${int()} % 5]`,
      () => `K0.missing`,
      () => `L.index(${int()} % 9)`,
      () => `D.pop(${int()} % 200)`,
      () => `next(iter(L[:${int()} % 2]))`,
      () => `[].pop()`,
      () => `hop(${int()})`,
      () => `float('1.5e'[:2 + ${int()} % 3])`,
      () => `(${int()} % 3) + ${c.pick(["'a'", '1', 'None'])}`,
      () => this.call(0),
      () => this.member(),
      () =>
        `${c.pick(this.classes.length > 0 ? this.classes : ['Live'])}(${int()}, ${int()}, ${int()})`,
    ])();
  }

  classDefinition() {
    const { c } = this;
    const name = this.fresh('C');
    const base = this.classes.length > 0 && c.chance(0.5) ? c.pick(this.classes) : 'Live';
    const own = ['self.a', 'self.b'];
    this.block(`class ${name}(${base}):`, () => {
      if (base === 'Live' && c.chance(0.3)) this.emit("__slots__ = ('a', 'b')");
      this.emit(`c = ${c.pick(INTS)}`);
      if (base === 'Live' || c.chance(0.5)) {
        this.block(
          `def __init__(self, a=1, b=${c.pick(INTS)}${c.chance(0.2) ? ', *more' : ''}):`,
          () => {
            if (c.chance(0.5)) this.emit('Live.alive += 1');
            else this.emit(c.pick(['super().__init__()', 'Live.__init__(self)']));
            this.emit('self.a = a');
            this.within(['a', 'b'], () => this.emit(`self.b = ${c.pick(['b', this.int(1)])}`));
          },
        );
      }
      this.within(own, () => {
        this.block('def get(self):', () => this.emit(`return ${this.int(1)}`));
        this.ints.push('x');
        this.block('def add(self, x, q=2):', () => {
          if (c.chance(0.5)) this.emit(`self.${c.pick(['a', 'b'])} = ${this.int(1)} & 0xffff`);
          this.smallBody();
        });
        this.ints.pop();
        this.emit('@property');
        this.block('def p(self):', () => this.emit(`return ${this.int(1)}`));
      });
      if (c.chance(0.3)) this.block('def __lt__(self, o):', () => this.emit('return self.a < o.a'));
      if (c.chance(0.3)) this.block('def __eq__(self, o):', () => this.emit('return self.b == o'));
      if (c.chance(0.2)) this.block('def __getattr__(self, n):', () => this.emit('return len(n)'));
      if (c.chance(0.2)) this.block('def __add__(self, o):', () => this.emit('return self.a + 1'));
    });
    this.classes.push(name);
  }

  generator() {
    const { c } = this;
    const name = this.fresh('g');
    this.within(['n', 'k'], () =>
      this.block(`def ${name}(n):`, () => {
        this.emit('k = 0');
        const isGuarded = c.chance(0.3);
        if (isGuarded) {
          this.emit('try:');
          this.indent++;
        }
        this.block('for k in range(n & 7):', () => {
          this.emit(`yield ${this.int(1)}`);
          if (c.chance(0.3))
            this.block(`if ${this.test()}:`, () =>
              this.emit(c.pick(['return 5', 'continue', this.raising().replace('(x)', '(k)')])),
            );
        });
        if (isGuarded) {
          this.indent--;
          this.block('finally:', () => this.emit('G[0] += 1'));
        }
        if (this.generators.length > 0 && c.chance(0.5))
          this.emit(`k = yield from ${c.pick(this.generators)}(n)`);
        if (c.chance(0.5)) this.emit('return k');
      }),
    );
    this.generators.push(name);
  }

  /** What changes the world in one round of a loop. */
  change() {
    const { c } = this;
    const cls = c.pick(this.classes);
    const f = c.pick(this.functions).name;
    return c.pick([
      () => `${cls}.c = ${c.pick([...INTS, '1.5', "'s'"])}`,
      () => `${cls}.get = lambda self: ${c.pick(['3', 'self.a', 'K0', '2.5'])}`,
      () => `${cls}.add = lambda self, x, q=1: x`,
      () => `${cls}.p = ${c.pick(['7', 'property(lambda self: self.b)'])}`,
      () => `global ${f}; ${f} = lambda *a, **k: ${c.pick(['4', 'a[0]', '0.5', 'K1'])}`,
      () => `${f}.__defaults__ = (${c.pick(INTS)},)`,
      () => `${f}.__code__ = (lambda x, y=1, q=2: x).__code__`,
      () =>
        `${cls}.__init__ = lambda self, a=1, b=2, *c: setattr(self, 'a', a) or setattr(self, 'b', 5)`,
      () => `${cls}.__getattr__ = lambda self, n: 11`,
      () => (this.objects.length > 0 ? `del ${c.pick(this.objects)}.b` : 'pass'),
      () =>
        this.objects.length > 0
          ? `${c.pick(this.objects)}.a = ${c.pick(['0.5', 'K0', '1 << 70'])}`
          : 'pass',
      () => (this.objects.length > 0 ? `${c.pick(this.objects)}.__class__ = ${cls}` : 'pass'),
      () => `D[${c.below(6)}] = ${c.pick(['K0', '2.5', '1 << 40'])}`,
      () => `D.clear()`,
      () => `L.append(${c.pick(['K1', '1.5', '9'])})`,
    ])();
  }

  /** One statement in a loop over `i`. */
  statement(depth = 2) {
    const { c } = this;
    const v = c.pick(this.ints.filter((name) => /^v/.test(name)));
    const w = c.pick(this.floats);
    const o = c.pick(this.objects);
    c.pick([
      () => this.emit(`${v} = ${this.int()}`),
      () => this.emit(`${v} ${c.pick(['+', '-', '^', '|'])}= ${this.int()}`),
      () =>
        this.emit(
          `${v} = (${v} * ${c.pick(['31', '1103515245', '6364136223846793005'])} + ${this.int(1)}) & ${c.pick(MASKS)}`,
        ),
      () => this.emit(`${w} = ${this.float()}`),
      () => this.emit(`${w} ${c.pick(['+', '-', '*'])}= ${this.float(1)}`),
      () =>
        this.emit(
          `T.append(${c.pick([this.int(), this.text(), this.float(), `${v} < 3`])}); del T[:-5]`,
        ),
      () =>
        this.emit(
          `${o} = ${c.pick(this.classes)}(${c.pick(['', 'i', `i, ${v}`, `b=${v}`, `${v}, b=i`])})`,
        ),
      () => this.emit(`${o}.${c.pick(['a', 'b'])} = ${c.pick([this.int(1), this.float(1)])}`),
      () => this.emit(`${o}.a += ${this.int(0)}`),
      () => this.emit(`D[${this.int(0)} % 6] = ${this.int(0)}`),
      () => this.emit(`${v} = sum(${c.pick(this.generators)}(${v}))`),
      () => this.block(`for ${v} in ${c.pick(this.generators)}(i):`, () => this.emit(`${w} += 1`)),
      () =>
        this.emit(
          `${v} = sum([x * y & 15 for x in range(${v} & 3) for y in L if isinstance(y, int)])`,
        ),
      () =>
        this.emit(
          `T[-1:] = sorted([${this.objects.join(', ')}], key=lambda z: (str(z.a), z.c == 1))[:1]`,
        ),
      () =>
        this.emit(
          `T[-1:] = [len(list(map(${c.pick(this.functions).name}, ${c.pick(['L', 'range(3)', '[0.5, 2]'])})))]`,
        ),
      () =>
        this.emit(
          `T[-1:] = L[${this.int(0)} % 4 - 2:${c.pick(['', '3', '-1'])}:${c.pick(['1', '2', '-1', '-2'])}]`,
        ),
      () =>
        this.emit(
          `T[-1:] = [{z: ${v} for z in L if z != i}, [[x, y] for x in L[:2] for y in TUP[:1]]]`,
        ),
      () => this.attempt(depth),
      () => this.attempt(depth),
      () => this.attempt(depth),
      () => this.block(`if i == ${20 + c.below(150)}:`, () => this.emit(this.change())),
      () => this.block(`if ${this.test()}:`, () => this.body(depth - 1)),
      () =>
        this.block(`while ${v} & ${c.pick(['1', '3'])}:`, () =>
          this.emit(`${v} = int(${v}) >> 1 & 0xffff`),
        ),
      () =>
        this.block(`if i % ${10 + c.below(30)} == 0:`, () =>
          this.emit(
            c.pick(['continue', `v0 = ${c.pick(['0.5', "'s'", 'K0', '1 << 80', 'True'])}`]),
          ),
        ),
    ])();
  }

  /** @param {number} depth */
  attempt(depth) {
    const { c } = this;
    const v = c.pick(this.ints.filter((name) => /^v/.test(name)));
    this.block('try:', () => {
      if (c.chance(0.4)) this.body(depth - 1);
      this.emit(`${v} = ${this.failing()}`);
      if (c.chance(0.3)) this.body(depth - 1);
    });
    const isFinal = c.chance(0.2);
    if (!isFinal || c.chance(0.6)) {
      const kinds = c.chance(0.5) ? 'Exception' : `(${c.pick(ERRORS)}, ${c.pick(ERRORS)})`;
      this.block(`except ${kinds}${c.chance(0.5) ? ' as e' : ''}:`, () => {
        if (this.lines.at(-1)?.includes(' as e')) this.emit('T[-1:] = [repr(e)]');
        if (c.chance(0.4)) this.body(depth - 1);
        else this.emit(`${v} = ${c.pick(['i', this.int(1)])}`);
        if (c.chance(0.1)) this.emit('raise');
      });
      if (c.chance(0.2)) this.block('else:', () => this.emit(`${v} = i`));
    }
    const isHandled = /except/.test(this.lines.slice(-8).join());
    if (isFinal || !isHandled) this.block('finally:', () => this.emit(`G[0] += ${this.int(0)}`));
  }

  /** @param {number} depth */
  body(depth) {
    if (depth <= 0) return this.emit('G[0] += 1');
    const count = 1 + this.c.below(depth > 2 ? 5 : 3);
    for (let i = 0; i < count; i++) this.statement(depth);
  }

  main() {
    const { c } = this;
    const name = this.fresh('main');
    this.ints = ['i', 'v0', 'v1', 'v2'];
    this.floats = ['w0', 'w1'];
    this.objects = ['o0', 'o1'];
    this.block(`def ${name}(start, n):`, () => {
      this.emit(`v0 = ${c.pick(INTS)}; v1 = 1; v2 = 2; w0 = ${c.pick(FLOATS)}; w1 = 0.5`);
      this.emit(`o0 = ${c.pick(this.classes)}(1); o1 = ${c.pick(this.classes)}(2, 3)`);
      this.emit('T = []');
      this.block('for i in range(start, n):', () => {
        this.emit('S[0] = i');
        if (c.chance(0.3)) {
          this.block('try:', () => this.body(3));
          this.block('except Exception as e:', () => this.emit('S[1] = repr(e)'));
        } else this.body(3);
        this.emit(`if not i % 16: S[1:] = [v0, v1, v2, w0, w1, T]`);
      });
      this.emit('return v0, v1, v2, w0, w1, T');
    });
    for (const n of ['60', '200', '200']) this.emit(`drive(${name}, ${n})`);
  }
}

const PRELUDE = `G = [0]
S = [0]
L = [3, 1, 4, 1, 5]
D = {0: 1, 1: 'one', 2: 2.5, 3: K0}
TUP = (1, K1)
def trace(e):
    t = e.__traceback__
    while t is not None:
        yield t.tb_lineno, t.tb_frame.f_code.co_name
        t = t.tb_next
def drive(main, n):
    S[0] = last = -1
    while S[0] < n - 1:
        S[0] += S[0] == last
        last = S[0]
        try:
            print([repr(z)[:200] for z in main(S[0] + 1, n)])
        except Exception as e:
            print(S[0], repr(e)[:200], *trace(e))
    print([repr(z)[:200] for z in S], G, D, L)
    S[:] = [0]`;

/** @param {number} seed */
export function hotProgram(seed) {
  const choices = new Choices(seed);
  const program = new HotProgram(choices);
  for (const line of PRELUDE.split('\n')) program.emit(line);
  for (let i = 2 + choices.below(3); i > 0; i--) program.smallFunction();
  for (let i = 1 + choices.below(3); i > 0; i--) program.classDefinition();
  for (let i = 1 + choices.below(2); i > 0; i--) program.generator();
  for (let i = 1 + choices.below(2); i > 0; i--) program.main();
  return `${program.lines.join('\n')}\n`;
}
