/**
 * Whole programs through the compiler and the verifier, and the properties that no single listing
 * shows: modes, slots and closures, long chains, deep nesting, folding limits.
 */

import { describe, expect, test } from 'vitest';
import { PythonSyntaxError } from '../../../src/ast/errors.ts';
import type { Expr, If, Module, Span } from '../../../src/ast/nodes.ts';
import { CodeFlag } from '../../../src/bytecode/code.ts';
import { reprConstant } from '../../../src/bytecode/literals.ts';
import { verifyCode } from '../../../src/bytecode/verify.ts';
import { compileModule } from '../../../src/compiler/compile.ts';
import { compileEval, compileSingle, compileText, find, instructions } from './compile-text.ts';

const SPAN: Span = { line: 1, column: 0, endLine: 1, endColumn: 1 };

function name(id: string): Expr {
  return { kind: 'Name', id, ctx: 'Load', span: SPAN };
}

describe('every combination of leaving verifies', () => {
  const wraps: Record<string, (body: string) => string> = {
    for: (body) => `for i in x:\n${indent(body)}`,
    while: (body) => `while x:\n${indent(body)}`,
    with: (body) => `with a as b, c:\n${indent(body)}`,
    tryExcept: (body) => `try:\n${indent(body)}\nexcept E as e:\n  pass`,
    handler: (body) => `try:\n  a()\nexcept E as e:\n${indent(body)}\nexcept:\n${indent(body)}`,
    tryFinally: (body) => `try:\n${indent(body)}\nfinally:\n  d()`,
    finallyBody: (body) => `try:\n  a()\nfinally:\n${indent(body)}`,
    else: (body) => `try:\n  a()\nexcept E:\n  b()\nelse:\n${indent(body)}\nfinally:\n  d()`,
  };
  const leaves = ['return', 'return 1', 'return f(x)', 'break', 'continue', 'raise', 'yield 1'];
  for (const leave of leaves) {
    test(leave, () => {
      for (const outer of Object.values(wraps)) {
        for (const middle of Object.values(wraps)) {
          for (const inner of Object.values(wraps)) {
            const body = outer(middle(inner(`if q:\n  ${leave}\nr()`)));
            compileText(`def f(x):\n for z in x:\n${indent(body)}\n`);
          }
        }
      }
    });
  }
});

describe('modes', () => {
  test('eval returns the value', () => {
    expect(instructions(compileEval('a + 1')).slice(-2)).toEqual(['BINARY_OP +', 'RETURN_VALUE']);
  });

  test('single prints expression statements, strings too, also inside an if', () => {
    expect(instructions(compileSingle('"doc"'))).toContain('PRINT_EXPR');
    expect(instructions(compileSingle('if a:\n  b\n'))).toContain('PRINT_EXPR');
  });

  test('single does not print inside functions', () => {
    const code = compileSingle('def f():\n  a\n');
    expect(instructions(find(code, 'f'))).not.toContain('PRINT_EXPR');
  });
});

describe('slots', () => {
  test('parameters, then locals in order of use, then cells, then free variables', () => {
    const code = compileText(
      'def f(a, *b, k, **c):\n  y = z = 1\n  def g():\n    m = a, y\n    return lambda: m\n',
    );
    const f = find(code, 'f');
    expect(f.localNames).toEqual(['a', 'k', 'b', 'c', 'z', 'g', 'y']);
    expect([f.localCount, f.cellNames, f.freeNames]).toEqual([6, ['a', 'y'], []]);
    const g = find(code, 'f.<locals>.g');
    expect([g.localNames, g.freeNames]).toEqual([
      ['m', 'a', 'y'],
      ['a', 'y'],
    ]);
    expect(f.flags & (CodeFlag.VARARGS | CodeFlag.VARKEYWORDS)).toBe(12);
    expect(g.flags & CodeFlag.NESTED).toBe(CodeFlag.NESTED);
  });

  test('private names are mangled in classes, stems of underscores only are not', () => {
    const code = compileText('class _C:\n  def f(self, __x): self.__y = __x\nclass __: __z = 1\n');
    const f = find(code, '_C.f');
    expect(f.localNames).toEqual(['self', '_C__x']);
    expect(f.names).toEqual(['_C__y']);
    expect(find(code, '__').names).toContain('__z');
  });

  test('a walrus in a comprehension binds in the function around it', () => {
    const code = compileText('def f(a):\n  [t := x for x in a]\n  return t\n');
    expect(find(code, 'f').cellNames).toEqual(['t']);
    expect(find(code, 'f.<locals>.<listcomp>').freeNames).toEqual(['t']);
  });

  test('a class passes outer variables on although it binds the name itself', () => {
    const code = compileText('def f(x):\n  class C:\n    x = x\n    def g(self): return x\n');
    expect(find(code, 'f.<locals>.C').freeNames).toEqual(['x']);
    expect(instructions(find(code, 'f.<locals>.C'))).toContain('LOAD_NAME x');
  });
});

describe('long and deep programs', () => {
  test('a sum of 5,000 terms compiles', () => {
    let value = name('a');
    for (let i = 1; i < 5000; i++) {
      value = { kind: 'BinOp', left: value, op: 'Add', right: name('b'), span: SPAN };
    }
    const tree: Module = { kind: 'Module', body: [{ kind: 'Expr', value, span: SPAN }] };
    const code = compileModule(tree, 'test.py');
    expect(verifyCode(code)).toEqual([]);
    expect(code.stackSize).toBe(2);
  });

  test('3,000 elifs compile', () => {
    const first: If = { kind: 'If', test: name('a'), body: [], orelse: [], span: SPAN };
    let last = first;
    for (let i = 0; i < 3000; i++) {
      last.body.push({ kind: 'Expr', value: name('b'), span: SPAN });
      const next: If = { kind: 'If', test: name('a'), body: [], orelse: [], span: SPAN };
      last.orelse.push(next);
      last = next;
    }
    const code = compileModule({ kind: 'Module', body: [first] }, 'test.py');
    expect(verifyCode(code)).toEqual([]);
  });

  test('nesting that is too deep is a SyntaxError, never a stack overflow', () => {
    let value = name('a');
    for (let i = 0; i < 5000; i++) {
      value = { kind: 'UnaryOp', op: 'USub', operand: value, span: SPAN };
    }
    const tree: Module = { kind: 'Module', body: [{ kind: 'Expr', value, span: SPAN }] };
    expect(() => compileModule(tree, 'test.py')).toThrow(PythonSyntaxError);
  });

  test('a display of 10,000 names needs a small stack', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `a${i}`).join(',');
    expect(compileText(`x = [${names}]\n`).stackSize).toBe(2);
  });

  test('more locals than superinstructions can name', () => {
    let body = '';
    for (let i = 0; i < 4200; i++) body += `  v${i} = a; w = v${i}\n`;
    const code = compileText(`def f(a):\n${body}`);
    expect(instructions(find(code, 'f'))).toContain('STORE_FAST v4190');
  });
});

describe('folding keeps CPython 3.11 limits', () => {
  const folded: readonly (readonly [source: string, constant: string])[] = [
    ['2 ** 64', '18446744073709551616'],
    ['-7 // 2', '-4'],
    ['-7 % 3', '2'],
    ['1 << 100', '1267650600228229401496703205376'],
    ['7 / 2', '3.5'],
    ['-0.0', '-0.0'],
    ['1e400', 'inf'],
    ["'a' * 3 + 'b'", "'aaab'"],
    ["b'ab' * 2", "b'abab'"],
    ['(1, 2) + (3,)', '(1, 2, 3)'],
    ["'h\\u00e9\\U0001f600'[2]", "'\u{1f600}'"],
    ['(1, (2, None))', '(1, (2, None))'],
    ['True & False', 'False'],
    ['True + True', '2'],
    ['~5', '-6'],
    ['__debug__', 'True'],
  ];
  test.each(folded)('%s', (source, constant) => {
    const code = compileEval(source);
    expect(instructions(code)).toEqual(['RESUME 0', `LOAD_CONST ${constant}`, 'RETURN_VALUE']);
    expect(code.constants.map(reprConstant)).toEqual([constant]);
  });

  const unfolded = [
    '1 // 0',
    '1 % 0.0',
    '2 ** 1000',
    '2 ** -1',
    '1 << 200',
    "'a' * 5000",
    '(1,) * 300',
    "'a' + 1",
    "'%d' % 1",
    '(1, 2)[5]',
    '1 < 2',
    '1 @ 2',
  ];
  test.each(unfolded)('%s is left to run time', (source) => {
    expect(instructions(compileEval(source)).length).toBeGreaterThan(3);
  });
});

test('positions: a call has its whole span, an attribute chain the line of the name', () => {
  const code = compileText('x = (a\n  .b(1)\n  .c)\n');
  const lines = new Set<string>();
  for (let i = 0; i < code.words.length; i++) {
    lines.add(code.positions.subarray(i * 4, i * 4 + 4).join(' '));
  }
  expect(lines).toContain('2 2 3 7');
  expect(lines).toContain('3 3 3 4');
});

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
