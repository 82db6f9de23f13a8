// What a user sees of tier 2: the counts of --stats, which say the same as those of tier 1 where both can,
// and the listing of dis --tier2.

import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, gilscope } from './run.ts';

// Calls, guesses that turn out wrong, exceptions, generators, loops inside loops.
const PROGRAM = `
def f(n, xs):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            total += i
        try:
            total += xs[i]
        except IndexError:
            pass
    while total > 1000:
        total //= 2
    return total

class A:
    def __init__(self, a):
        self.a = a
    def m(self, x):
        return self.a + x

def g(n):
    for i in range(n):
        yield i * 0.5

def doubled(n):
    t = 0.0
    for x in g(n):
        t = t + x * 2.0
    return t

def mixed(x):
    return x + x

def main():
    a = A(1)
    s = 0
    for i in range(300):
        s += a.m(i)
        s += f(20, [1, 2, 3])
        A(i).m(1)
        mixed(i if i < 200 else 0.5)
    t = doubled(500)
    words = {}
    for w in 'abcabcab' * 50:
        words[w] = words.get(w, 0) + 1
    return s, t, words, [i * i for i in range(40) if i & 1], sum(i for i in range(50))

print(main())
`;

const folder = folderWith({ 'program.py': PROGRAM });
const file = `${folder.path}/program.py`;
afterAll(folder.remove);

const countOf = (table: string, name: string): string | undefined =>
  new RegExp(`^${name} .*?  +([\\d ]+)$`, 'm').exec(table)?.[1].trim();

describe.each(['gil', 'nogil'])('--stats under %s', (executor) => {
  it('counts the same bytecodes and calls in every setting', async () => {
    const seen = [];
    for (const tier of ['1', '2', 'auto']) {
      const { out, errors } = await gilscope(['-x', executor, '--tier', tier, '--stats', file]);
      seen.push({ out, bytecodes: countOf(errors, 'bytecodes'), calls: countOf(errors, 'calls') });
    }
    expect(seen[0].bytecodes).toMatch(/^\d[\d ]+$/);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});

describe('--stats', () => {
  it('says what tier 2 compiled and left, and nothing of tier 2 where there is none', async () => {
    const auto = await gilscope(['--tier', 'auto', '--stats', file]);
    expect(auto.errors).toMatch(/^tier 2 +worker 0 +all\nunits compiled +\d+ +\d+\n(.*\n)*left: /m);
    const one = await gilscope(['--tier', '1', '--stats', file]);
    expect(one.errors).toContain('bytecodes');
    expect(one.errors).not.toContain('tier 2');
  });
});

describe('dis --tier2', () => {
  it('prints what became hot, with headings and the bytecode, apart from the program', async () => {
    const { out, errors, code } = await gilscope(['dis', '--tier2', file]);
    expect(code).toBe(0);
    expect(errors).toMatch(/^\(\d+, /);
    expect(out).toMatch(/^\/\/ f \(.*program\.py:2\) from 0: called 100 times$/m);
    expect(out).toMatch(/^\/\/ doubled \(.*program\.py:\d+\) from \d+: a loop of 400 rounds$/m);
    expect(out).toMatch(/^function py_f\(T, fp\) \{$/m);
    expect(out).toMatch(/^ +\/\/ \d+ BINARY_OP %$/m);
  });

  it('names the words by the constants that it declares', async () => {
    const { out } = await gilscope(['dis', '--tier2', file]);
    const legend = out.slice(0, out.indexOf('\n\n'));
    const declared = [...legend.matchAll(/([A-Z_0-9]+) = -?\d+/g)].map(([, name]) => name);
    const used = new Set(
      [...out.matchAll(/\[?(?:fp|T|\)|t\d+_\d+) \+ ([A-Z_]+)\]/g)].map((m) => m[1]),
    );
    expect(used.size).toBeGreaterThan(3);
    for (const name of used) expect(declared).toContain(name);
    expect(() => new Function(`${legend}\n${out.slice(legend.length)}`)).not.toThrow();
  });

  it('chooses by function, and says if that never became hot', async () => {
    const some = await gilscope(['dis', '--tier2', '--function', 'm', file]);
    expect(some.out).toContain('function py_m(');
    expect(some.out).not.toContain('function py_f(');
    const none = await gilscope(['dis', '--tier2', '--function', 'nowhere', file]);
    expect(none.out).toBe('');
    expect(none.errors).toContain('gilscope: nothing of nowhere became hot in this run');
  });

  it('gives the program its arguments, which plain dis has no use for', async () => {
    const program = `${folder.path}/program.py`;
    const { code, errors } = await gilscope(['dis', program, '--', '1']);
    expect({ code, errors }).toEqual({
      code: 2,
      errors: 'gilscope: arguments of a program are for dis --tier2\n',
    });
  });

  it('shows the traffic of counts with --no-borrow', async () => {
    const increfs = async (option: string[]) => {
      const { out } = await gilscope(['dis', '--tier2', '--function', 'f', ...option, file]);
      return out.split('+ 1;').length;
    };
    expect(await increfs(['--no-borrow'])).toBeGreaterThan(await increfs([]));
  });
});
