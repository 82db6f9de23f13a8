// What `compare` prints: the table, a chart of time over threads, and how far to trust the figures.

import type { ChalkInstance } from 'chalk';
import type { Comparison, Row } from '../lab/compare.ts';
import { tableLines } from './textTable.ts';

export interface ComparisonTitle {
  /** Program and arguments. */
  readonly title: string;
  /** The machine. */
  readonly where: string;
  readonly repeat: number;
}

/** Ends in a line end. `style` may be one without colours. */
export function comparisonText(
  comparison: Comparison,
  { title, where, repeat }: ComparisonTitle,
  style: ChalkInstance,
  width: number,
): string {
  const runs = repeat === 1 ? 'one run' : `${repeat} runs, interleaved`;
  const lines = [
    `${style.bold(title)}: ${runs}, each in a fresh process (${where})`,
    '',
    ...resultLines(comparison, style),
    '',
    ...chartLines(comparison, style, width),
    '',
    ...noteLines(comparison, repeat),
  ];
  return `${lines.join('\n')}\n`;
}

function resultLines({ rows, undecided }: Comparison, style: ChalkInstance): string[] {
  const heading = [
    'executor',
    'threads',
    'wall, s',
    '±',
    'CPU, s',
    '±',
    'speed',
    'scaling',
    'output',
    'found',
  ];
  const cells = rows.map((row, place) => [
    row.executor === rows[place - 1]?.executor ? '' : row.executor,
    String(row.threads),
    row.wall === undefined ? '-' : seconds(row.wall.median),
    row.wall === undefined ? '' : percent(row.wall.spread),
    row.cpu === undefined ? '-' : seconds(row.cpu.median),
    row.cpu === undefined ? '' : percent(row.cpu.spread),
    row.speed === undefined ? '-' : `${row.speed.toFixed(2)}x`,
    row.scaling === undefined ? '-' : `x${row.scaling.toFixed(2)}`,
    outputCell(row, undecided.includes(row.threads)),
    foundCell(row),
  ]);
  const aligns = heading.map((_, column) =>
    column === 0 || column >= 8 ? ('left' as const) : ('right' as const),
  );
  return tableLines([heading, ...cells], aligns, (cell, line, column) => {
    if (line === 0) return style.dim(cell);
    if (column === 0) return style.bold(cell);
    if (column === 8) return cell.startsWith('right') ? style.green(cell) : style.yellow(cell);
    return column === 9 ? style.red(cell) : cell;
  });
}

function outputCell({ right, wrong, verdicts }: Row, isUndecided: boolean): string {
  if (verdicts.ok === 0) return '-';
  if (isUndecided) return 'varies';
  if (right + wrong === 0) return 'unknown';
  if (wrong === 0) return 'right';
  return right === 0 ? 'wrong' : `wrong ${wrong} of ${right + wrong}`;
}

function foundCell({ verdicts, runs }: Row): string {
  const found = (['damage', 'deadlock', 'timeout', 'error'] as const).filter(
    (verdict) => verdicts[verdict] > 0,
  );
  return found.map((verdict) => `${verdict} ${verdicts[verdict]} of ${runs}`).join(', ');
}

const LABEL_COLUMNS = 18;
const FIGURE_COLUMNS = 10;
const BAR_MAX = 50;
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** One bar per row of the table: the longer, the slower. */
function chartLines({ rows }: Comparison, style: ChalkInstance, width: number): string[] {
  const longest = Math.max(0, ...rows.map((row) => row.wall?.median ?? 0));
  const room = Math.max(10, Math.min(BAR_MAX, width - LABEL_COLUMNS - FIGURE_COLUMNS));
  const paint = [style.cyan, style.magenta, style.green, style.yellow];
  const executors = [...new Set(rows.map((row) => row.executor))];
  const lines = rows.map((row, place) => {
    const name = row.executor === rows[place - 1]?.executor ? '' : row.executor;
    const label = `${name.padEnd(12)}${String(row.threads).padStart(4)}  `;
    if (row.wall === undefined) return `${label}${style.dim(foundCell(row) || '-')}`;
    const bar = barOf(longest === 0 ? 0 : (row.wall.median / longest) * room);
    const color = paint[executors.indexOf(row.executor) % paint.length];
    return `${label}${color(bar)} ${seconds(row.wall.median)}`;
  });
  return [style.dim(`${'wall time over'.padEnd(12)} threads`), ...lines];
}

function barOf(length: number): string {
  const eighths = Math.max(1, Math.round(length * 8));
  return '█'.repeat(eighths >> 3) + PARTS[eighths & 7];
}

function noteLines({ base, clock, noise, rows, undecided }: Comparison, repeat: number): string[] {
  const plural = base.threads === 1 ? '' : 's';
  const lines = [
    `speed: against ${base.executor} with ${base.threads} thread${plural} (2x is twice as fast); ` +
      "scaling: time over the same executor's with the fewest threads",
    CLOCKS[clock],
    repeat === 1
      ? 'noise: unknown after a single run; --repeat says more'
      : `noise: wall times of equal runs differ by up to ±${percent(noise)}; smaller differences mean nothing`,
  ];
  if (undecided.length > 0) {
    lines.push(
      `output: ${base.executor} itself prints different things with ${undecided.join(', ')} threads`,
    );
  }
  for (const { executor, threads, verdicts, complaint } of rows) {
    if (complaint !== '' && verdicts.error + verdicts.damage + verdicts.timeout > 0) {
      lines.push(`${executor}, ${threads}: ${complaint}`);
    }
  }
  return lines;
}

const CLOCKS = {
  program: "wall: as the program measures it (its 'time:' line); CPU: of the whole process",
  process: 'wall and CPU: of the whole process, start-up included',
  mixed:
    "wall: as the program measures it where it printed a 'time:' line, else of the whole process",
} as const;

function seconds(value: number): string {
  return value.toFixed(value < 10 ? 3 : 1);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(value < 0.0995 ? 1 : 0)}%`;
}
