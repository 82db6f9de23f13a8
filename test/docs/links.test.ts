// Links between the pages of the project lead to files that exist, and every page of docs/ can be
// reached from the README.

import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const documentation = globSync('docs/**/*.md', { cwd: ROOT }).map((page) => normalize(page));
const pages = [...globSync('*.md', { cwd: ROOT }), ...documentation].sort();

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

it('reaches every page of docs/ from the README', () => {
  const reached = new Set<string>();
  const open = ['README.md'];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (reached.has(page) || !existsSync(join(ROOT, page))) continue;
    reached.add(page);
    if (page.endsWith('.md') && statSync(join(ROOT, page)).isFile()) open.push(...linksOf(page));
  }
  expect(documentation.filter((page) => !reached.has(page))).toEqual([]);
});
