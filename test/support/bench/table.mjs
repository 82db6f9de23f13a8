/**
 * The results as Markdown, padded so that the same text reads well in a terminal: speeds, seconds,
 * threads, goals, and what has no time with the reason. A dash is a case without a time.
 */

const NOTHING = '-';

/**
 * A Markdown table, its columns padded to one width; all but the first are aligned to the right.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function markdownTable(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Speeds against the baseline: the mean of all, the means by kind of work, then each program. */
export function speedTable(results) {
  const cases = results.single;
  if (cases.length === 0) return '';
  const { implementations, baseline } = results;
  const works = [...new Set(cases.map(({ work }) => work))];
  const mean = (chosen) =>
    implementations.map(({ id }) => times(results.meanSpeed(id, baseline, chosen).mean));
  const rows = [[`**mean of ${cases.length}**`, ...mean(cases)]];
  for (const work of works) {
    const chosen = cases.filter((one) => one.work === work);
    if (works.length > 1) rows.push([`**${work}**`, ...mean(chosen)]);
    for (const { id } of chosen) {
      rows.push([id, ...implementations.map(({ id: who }) => times(results.speed(id, who)))]);
    }
  }
  return markdownTable(['program', ...implementations.map(({ label }) => label)], rows);
}

/** Seconds of each program: the median of the rounds, and the farthest round from it. */
export function secondsTable(results) {
  const { implementations } = results;
  const rows = results.cases.map(({ id }) => [
    id,
    ...implementations.map(({ id: who }) => secondsCell(results, id, who)),
  ]);
  return markdownTable(['program', ...implementations.map(({ label }) => label)], rows);
}

/** Throughput of two threads against one; 2 is perfect, 1 is what one thread would have done alone. */
export function threadsTable(results) {
  const names = [
    ...new Set(results.cases.filter(({ threads }) => threads > 0).map(({ name }) => name)),
  ];
  const implementations = results.implementations.filter(({ threads }) => threads);
  if (names.length === 0) return '';
  const rows = names.map((name) => [
    name,
    ...implementations.map(({ id }) => times(results.scaling(name, id))),
  ]);
  return markdownTable(['program', ...implementations.map(({ label }) => label)], rows);
}

/** @param {import('./goals.mjs').Goal[]} goals */
export function goalsTable(goals) {
  if (goals.length === 0) return '';
  const rows = goals.map(({ name, found, wanted, met }) => [
    name,
    found,
    wanted,
    met ? 'met' : 'MISSED',
  ]);
  return markdownTable(['goal', 'found', 'wanted', 'verdict'], rows);
}

/** One line for each case without a time, or for all of an implementation with the same reason. */
export function failureLines(results) {
  const lines = [];
  for (const { id: who, label } of results.implementations) {
    const reasons = new Map();
    for (const { id } of results.cases) {
      const reason = results.failure(id, who);
      if (!reason) continue;
      reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
    }
    for (const [reason, ids] of reasons) lines.push(`- ${label}: ${ids.join(', ')}: \`${reason}\``);
  }
  return lines.join('\n');
}

/**
 * The whole page.
 * @param {import('./results.mjs').Results} results
 * @param {import('./goals.mjs').Goal[]} goals
 * @param {{ machine: string, method: string, quick: boolean }} about one line each; `quick`: only what failed
 *   is told
 */
export function resultsPage(results, goals, { machine, method, quick }) {
  const baseline = results.implementations.find(({ id }) => id === results.baseline);
  const figures = quick ? [] : figureSections(results, goals, baseline);
  const sections = [...figures, ['Without a time', failureLines(results)]];
  const versions = results.implementations.map(({ label, version }) => `- ${label}: ${version}`);
  const head = ['# Benchmark results', `${machine} ${method}`, versions.join('\n')];
  const body = sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `## ${title}\n\n${text}`);
  return `${[...head, ...body].join('\n\n')}\n`;
}

function figureSections(results, goals, baseline) {
  return [
    ['Goals', goalsTable(goals)],
    [`Speed, ${baseline.label} = 1`, speedTable(results)],
    ['Throughput of two threads against one', threadsTable(results)],
    ['Seconds, and how far the farthest round lies from the median', secondsTable(results)],
  ];
}

function secondsCell(results, id, who) {
  const seconds = results.seconds(id, who);
  if (Number.isNaN(seconds)) return NOTHING;
  const spread = results.spread(id, who);
  const text = seconds.toFixed(3);
  return Number.isNaN(spread) ? text : `${text} ±${(spread * 100).toFixed(0)}%`;
}

function times(ratio) {
  if (Number.isNaN(ratio)) return NOTHING;
  return ratio < 9.995 ? `${ratio.toFixed(2)}x` : `${ratio.toFixed(1)}x`;
}
