// Links between the pages of the project lead to files that exist, files that they name exist, and
// every page of docs/ can be reached from the README.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const namesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const documentation = namesIn('docs');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...documentation,
  ...namesIn('src'),
].sort();

/** Paths from the root that a page links to; links to other sites and inside the page left out. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] as string).replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(page), target)));
}

it.each(pages)('the links of %s lead somewhere', (page) => {
  expect(linksOf(page).filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
});

/** Paths in code spans that begin at the root: `src/heap/layout.ts`; `test_X.py` is a pattern. */
function filesNamedIn(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/`((?:src|test|grammar|programs|docs)\/[\w./-]*)`/g)]
    .map((match) => match[1] as string)
    .filter((path) => !path.includes('_X'));
}

it.each([...documentation, ...namesIn('src')])('the files that %s names exist', (page) => {
  expect(filesNamedIn(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('reaches every page of docs/ from the README', () => {
  const reached = new Set<string>();
  const open = ['README.md'];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (reached.has(page) || !existsSync(join(ROOT, page))) continue;
    reached.add(page);
    if (page.endsWith('.md')) open.push(...linksOf(page));
  }
  expect(documentation.filter((page) => !reached.has(page))).toEqual([]);
});
