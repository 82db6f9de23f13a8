// Plain tables: columns as wide as their widest cell, two spaces between, no lines drawn. Cells are
// aligned before they are styled, because colour codes have no width.

export type Align = 'left' | 'right';

/** Lines of a table, without line ends and without spaces at their ends. `rows[0]` is the heading. */
export function tableLines(
  rows: readonly (readonly string[])[],
  aligns: readonly Align[],
  style: (cell: string, row: number, column: number) => string = (cell) => cell,
): string[] {
  const widths = aligns.map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row, line) => {
    const last = row.findLastIndex((cell) => cell !== '');
    const cells = row.slice(0, last + 1).map((cell, column) => {
      const gap = ' '.repeat(widths[column] - displayWidth(cell));
      const styled = style(cell, line, column);
      if (aligns[column] === 'right') return gap + styled;
      return column === last ? styled : styled + gap;
    });
    return cells.join('  ');
  });
}

/** The text in lines of at most `width`, broken at spaces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function displayWidth(text: string): number {
  return [...text].length;
}
