/**
 * The shape of the tree: what may lie at the root, a README for each layer, files that can be read
 * in one sitting, and the promises about types and atomics that no other tool checks.
 *
 * An exception has a line here with its reason, and goes when it is no longer needed.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const lineCountMax = 400;
const readmeLineCountMax = 20;

/** Files beyond `lineCountMax` that are not `@hot`, each with the reason why it is one idea. */
const longFiles: Readonly<Record<string, string>> = {
  'src/ast/nodes.ts': "the one list of node types, in the order of CPython's ast module",
  'src/bytecode/opcodes.ts': 'the one opcode table, a line or two for each instruction',
  'src/heap/layout.ts': 'every layout of the buffer, drawn once and counted from one another',
  'src/objects/limbKernel.ts': 'one WebAssembly module, written out instruction by instruction',
  'src/objects/listType.ts': "the list's table of operations and methods, a few lines for each",
  'src/runtime/classes.ts':
    'the making of a class, from bases to slots, in the order in which it happens',
  'src/runtime/instances.ts': 'one adapter from slot to special method after another, in one table',
  'src/runtime/steps/slow.ts':
    "the slow paths beside execute.ts's switch, a few lines for each instruction",
  'src/runtime/typeType.ts':
    "the type's own constructor, attributes and methods: one table over its helpers",
  'grammar/unicodeNameData.ts': 'names of characters, as data',
};

const topLevel = new Set([
  ...['src', 'grammar', 'programs', 'test', 'docs'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.jsonc'],
  ...['README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md'],
]);
/** What git ignores and a working copy has. */
const madeByTools = new Set(['node_modules', 'dist', 'coverage']);

const sources = ['src', 'grammar'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path.split(sep).join('/')}`),
);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it('the root holds what it is allowed to hold', () => {
  const strangers = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !topLevel.has(name) && !madeByTools.has(name),
  );
  expect(strangers).toEqual([]);
});

describe('each layer has a README of at most 20 lines', () => {
  const layers = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src/${entry.name}`);
  it.each([...layers, 'grammar'])('%s', (layer) => {
    const path = `${layer}/README.md`;
    expect(existsSync(join(root, path)), `${path} is missing`).toBe(true);
    expect(lineCount(read(path))).toBeLessThanOrEqual(readmeLineCountMax);
    expect(read(path).trim()).not.toBe('');
  });
});

describe('length of files', () => {
  const long = sources.filter((path) => {
    const text = read(path);
    return lineCount(text) > lineCountMax && !firstLine(text).includes('@hot');
  });

  it('no file is beyond 400 lines unless it is @hot or has a reason', () => {
    const excess = long.filter((path) => longFiles[path] === undefined);
    expect(excess.map((path) => `${path}: ${lineCount(read(path))} lines`)).toEqual([]);
  });

  it('each exception is still needed', () => {
    expect(Object.keys(longFiles).filter((path) => !long.includes(path))).toEqual([]);
  });
});

it('every `any` has its reason beside it or on the line above', () => {
  expect(sources.flatMap((path) => unexplainedAnys(path, read(path)))).toEqual([]);
});

it.each([
  ['let a: any;', 1],
  ['let a = 1 as any; // x', 1],
  ['let a: any; // the shape is checked by the parser', 0],
  ['// the shape is checked by the parser\nlet a: any;', 0],
  ["let a = 'any';", 0],
])('the search for `any` judges %j', (text, count) => {
  expect(unexplainedAnys('sample.ts', text)).toHaveLength(count);
});

it('only src/sync calls Atomics', () => {
  const callers = sources.filter(
    (path) => !path.startsWith('src/sync/') && callsAtomics(read(path)),
  );
  expect(callers).toEqual([]);
});

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}

/** The places of `any` as a type without a comment of at least three words. */
function unexplainedAnys(path: string, text: string): string[] {
  if (!/\bany\b/.test(text)) return [];
  const lines = text.split('\n');
  const isReason = (line = ''): boolean => /(\/\/|\*)\s*\S+\s+\S+\s+\S+/.test(line);
  const isComment = (line = ''): boolean => /^\s*(\/\/|\/?\*)/.test(line);
  const found: string[] = [];
  visitNodes(path, text, (node, file) => {
    if (node.kind !== ts.SyntaxKind.AnyKeyword) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    const above = lines[line - 1];
    if (isReason(lines[line]) || (isComment(above) && isReason(above))) return;
    found.push(`${path}:${line + 1}`);
  });
  return found;
}

/** Uses of the object in code; generated source, comments and types may name it. */
function callsAtomics(text: string): boolean {
  if (!/\bAtomics\b/.test(text)) return false;
  let found = false;
  visitNodes('file.ts', text, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    if (ts.isIdentifier(node.expression) && node.expression.text === 'Atomics') found = true;
  });
  return found;
}

function visitNodes(
  path: string,
  text: string,
  visitor: (node: ts.Node, file: ts.SourceFile) => void,
): void {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const visit = (node: ts.Node): void => {
    visitor(node, file);
    ts.forEachChild(node, visit);
  };
  visit(file);
}
