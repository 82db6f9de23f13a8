/**
 * Imports go downwards only. The rules are in test/config/dependency-cruiser.cjs; here they are held
 * against the real tree, and each one against a small tree that breaks it and nothing else.
 *
 * The check runs as its own program in the folder that it looks at: its rules are about paths from
 * there, and it changes the working folder, which tests beside it must not see.
 */

import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const scratch: string[] = [];

afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true });
});

it('the tree keeps its layers', async () => {
  const violations = await violationsIn(root, ['src', 'grammar', 'test']);
  expect(violations.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)).toEqual([]);
});

/** One import in a file of its own; `a.ts` stands for a name that no other import uses. */
type Import = readonly [from: string, to: string, how?: 'import' | 'import type'];

/** Imports that must be refused, by the rule that must refuse them. */
const refused: readonly (readonly [rule: string, ...Import])[] = [
  ['layer-ast', 'src/ast/a.ts', 'src/bytecode/b.ts'],
  ['layer-grammar', 'grammar/a.ts', 'src/compiler/b.ts'],
  ['layer-bytecode', 'src/bytecode/a.ts', 'src/ast/b.ts'],
  // An import of types counts like any other.
  ['layer-bytecode', 'src/bytecode/a.ts', 'src/heap/b.ts', 'import type'],
  ['layer-compiler', 'src/compiler/a.ts', 'grammar/b.ts'],
  ['layer-compiler', 'src/compiler/a.ts', 'src/heap/b.ts'],
  ['layer-sync', 'src/sync/a.ts', 'src/heap/b.ts'],
  ['layer-heap', 'src/heap/a.ts', 'src/executors/policy.ts'],
  ['layer-executors', 'src/executors/a.ts', 'src/objects/b.ts'],
  ['layer-objects', 'src/objects/a.ts', 'src/executors/gil.ts'],
  ['layer-objects', 'src/objects/a.ts', 'src/runtime/b.ts'],
  ['layer-runtime', 'src/runtime/a.ts', 'src/executors/strategies/biased.ts'],
  ['layer-runtime', 'src/runtime/a.ts', 'src/interpreter/b.ts'],
  ['layer-interpreter', 'src/interpreter/a.ts', 'src/tier2/b.ts'],
  ['layer-interpreter', 'src/interpreter/a.ts', 'src/executors/gil.ts'],
  ['layer-tier2', 'src/tier2/a.ts', 'src/interpreter/b.ts'],
  ['layer-stdlib', 'src/stdlib/a.ts', 'src/interpreter/b.ts'],
  ['layer-engine', 'src/engine/a.ts', 'src/host/node/b.ts'],
  ['layer-engine', 'src/engine/a.ts', 'test/support/b.ts'],
  ['layer-host', 'src/host/node/a.ts', 'src/heap/b.ts'],
  ['layer-lab', 'src/lab/a.ts', 'src/executors/gil.ts'],
  ['layer-session', 'src/session/a.ts', 'src/cli/b.ts'],
  ['layer-cli', 'src/cli/a.ts', 'src/web/b.ts'],
  ['layer-web', 'src/web/a.ts', 'src/host/node/b.ts'],
  ['layer-index', 'src/index.ts', 'src/cli/b.ts'],
  ['layer-unknown', 'src/newcomer/a.ts', 'src/newcomer/b.ts'],
  ['host-types-only', 'src/host/node/a.ts', 'src/engine/protocol.ts'],
  ['host-browser', 'src/host/browser/a.ts', 'src/host/node/b.ts'],
  ['home-chevrotain', 'src/compiler/a.ts', 'chevrotain'],
  ['home-xstate', 'src/cli/a.ts', 'xstate'],
  ['home-chalk', 'src/lab/a.ts', 'chalk'],
  ['home-commander', 'src/lab/a.ts', 'commander'],
  ['home-node', 'src/engine/a.ts', 'node:fs'],
  ['home-node', 'src/host/browser/a.ts', 'node:fs'],
  ['no-unresolvable', 'src/heap/a.ts', 'a-package-that-nobody-wrote'],
  ['no-dev-packages', 'src/cli/a.ts', 'typescript'],
];

/** Imports that must be let through, so that no rule is merely "refuse". */
const accepted: readonly Import[] = [
  ['grammar/a.ts', 'src/ast/b.ts'],
  ['grammar/a.ts', 'chevrotain'],
  ['src/compiler/a.ts', 'src/bytecode/b.ts'],
  ['src/heap/a.ts', 'src/sync/b.ts'],
  ['src/objects/a.ts', 'src/executors/policy.ts'],
  ['src/tier2/a.ts', 'src/runtime/b.ts'],
  ['src/engine/a.ts', 'src/executors/gil.ts'],
  ['src/host/node/a.ts', 'node:worker_threads'],
  ['src/host/node/a.ts', 'src/engine/protocol.ts', 'import type'],
  ['src/session/a.ts', 'xstate'],
  ['src/cli/a.ts', 'chalk'],
  ['test/unit/a.test.ts', 'src/executors/gil.ts'],
];

describe('the rules', () => {
  let found: readonly Violation[] = [];

  // One tree holds all the imports, because starting the check takes half a second each time.
  beforeAll(async () => {
    const circular: Import[] = [
      ['src/heap/one.ts', 'src/heap/other.ts'],
      ['src/heap/other.ts', 'src/heap/one.ts'],
    ];
    const single = [...refused.map(([, ...line]) => line as Import), ...accepted];
    const folder = writeTree([...single.map(inFileOfItsOwn), ...circular]);
    found = await violationsIn(folder, ['src', 'grammar', 'test']);
  });

  const rulesBrokenBy = (file: string): string[] =>
    found.filter(({ from }) => from === file).map(({ rule }) => rule);

  it.each(refused.map((line, index) => [...line, index] as const))(
    '%s refuses %s -> %s',
    (...line) => {
      const index = line[line.length - 1] as number;
      const [from] = inFileOfItsOwn(refused[index].slice(1) as unknown as Import, index);
      expect(rulesBrokenBy(from)).toEqual([line[0]]);
    },
  );

  it.each(accepted.map((line, index) => [...line, index] as const))(
    'let %s -> %s through',
    (...line) => {
      const index = line[line.length - 1] as number;
      const [from] = inFileOfItsOwn(accepted[index], refused.length + index);
      expect(rulesBrokenBy(from)).toEqual([]);
    },
  );

  it('refuse files that import each other', () => {
    expect(rulesBrokenBy('src/heap/one.ts')).toEqual(['no-circular']);
  });
});

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

function inFileOfItsOwn([from, to, how]: Import, index: number): Import {
  return [from.replace(/\ba(?=(\.test)?\.ts$)/, `a${index}`), to, how];
}

/** Writes a tree that has these imports and no others; gives its folder. */
function writeTree(imports: readonly Import[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gilscope-layers-'));
  scratch.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const files = new Map<string, string>();
  for (const [, to] of imports) if (to.endsWith('.ts')) files.set(to, 'export const x = 1;\n');
  for (const [from, to, how = 'import'] of imports) {
    const up = '../'.repeat(from.split('/').length - 1) || './';
    const target = to.endsWith('.ts') ? up + to : to;
    files.set(from, `export const x = 1;\n${how} { x as y } from '${target}';\nexport { y };\n`);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function violationsIn(folder: string, parts: readonly string[]): Promise<Violation[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, 'test/config/dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', ...parts];
  return new Promise((done, fail) => {
    const options = { cwd: folder, maxBuffer: 64 << 20 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      // Its exit code is the number of violations; only a missing report is a failure of its own.
      if (!stdout.startsWith('{')) return fail(error ?? new Error(stderr));
      const { summary } = JSON.parse(stdout) as {
        summary: { violations: { rule: { name: string }; from: string; to: string }[] };
      };
      done(summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })));
    });
  });
}
