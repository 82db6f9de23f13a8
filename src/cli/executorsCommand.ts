// `gilscope executors [NAME]`: the table of all executors, or the card of one.

import { CARDS, type Card, EXECUTOR_NAMES, QUESTIONS, type Question } from '../executors/cards.ts';
import { writeOut } from './output.ts';
import { styleFor, terminalWidth } from './style.ts';
import { tableLines, wrap } from './textTable.ts';
import { parseWord } from './values.ts';

const LINE_MAX = 88;

/** Throws UsageError for a name that there is not. */
export async function executorsCommand(
  name: string | undefined,
  settings: { readonly color: boolean },
): Promise<number> {
  const style = styleFor(1, settings.color);
  if (name === undefined) {
    const rows = [
      ['executor', 'what', 'models', 'year'],
      ...EXECUTOR_NAMES.map((each) => CARDS[each]).map((card) => [
        card.name,
        card.title,
        card.models,
        card.year,
      ]),
    ];
    const paint = (cell: string, row: number, column: number): string =>
      row === 0 ? style.dim(cell) : column === 0 ? style.bold(cell) : cell;
    const lines = tableLines(rows, ['left', 'left', 'left', 'left'], paint);
    writeOut(`${lines.join('\n')}\n\ngilscope executors NAME shows one with its sources.\n`);
    return 0;
  }
  const card = CARDS[parseWord('executors', name, EXECUTOR_NAMES)];
  const width = Math.min(LINE_MAX, terminalWidth());
  writeOut(`${cardLines(card, width, style.bold).join('\n')}\n`);
  return 0;
}

/** The card as text; `heading` styles the headings. */
export function cardLines(
  card: Card,
  width: number,
  heading: (text: string) => string,
): readonly string[] {
  const answers = (Object.keys(QUESTIONS) as Question[]).flatMap((question) => {
    const [first, ...more] = wrap(card.answers[question], width - 30);
    const label = QUESTIONS[question].padEnd(28);
    return [`  ${label}${first}`, ...more.map((line) => ' '.repeat(30) + line)];
  });
  const bullets = (text: string): string[] =>
    wrap(text, width - 4).map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`));
  return [
    `${heading(card.name)}: ${card.title}`,
    `Models ${card.models} (${card.year}).`,
    '',
    ...wrap(card.description, width),
    '',
    heading('How it answers'),
    ...answers,
    '',
    heading('What the model leaves out'),
    ...card.leavesOut.flatMap(bullets),
    '',
    heading('Sources'),
    ...card.sources.flatMap(({ title, url }) => [`  - ${title}`, `    ${url}`]),
  ];
}
