/**
 * The speeds as a picture: one row per program, one mark per implementation, on a logarithmic scale, so
 * that twice as fast and half as fast lie equally far from the line of the baseline. gilscope's mark
 * hangs on that line by a bar, which is what the eye should compare.
 *
 * One set of colours for light and dark: a page's theme and the system's may differ, and a picture in a
 * page knows only the system's. Each was chosen to stand out on white and on nearly black; shapes
 * differ as well, for those who do not see the colours. Written by hand: one kind of chart needs no
 * library, and equal results give equal bytes.
 */

const FONT = 'ui-sans-serif, -apple-system, Segoe UI, Helvetica, Arial, sans-serif';
const TEXT = '#6e7681';
const GRID = '#8b949e';
const WIDTH = 880;
const LEFT = 160;
const RIGHT = 24;
const TOP = 74;
const BOTTOM = 34;
const ROW = 19;
const WORK_GAP = 20;
const MARK = 5;
/** In the order in which implementations are drawn; more than these are left out. */
const LOOKS = [
  { colour: '#d9480f', shape: 'circle' },
  { colour: '#1c7ed6', shape: 'diamond' },
  { colour: '#2f9e44', shape: 'triangle' },
  { colour: '#ae57cc', shape: 'square' },
  { colour: '#b08800', shape: 'cross' },
];
const TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * @param {import('./results.mjs').Results} results
 * @param {string[]} ids of implementations; the first is the one that the chart is about
 * @returns {string} an SVG document; empty if nothing of one thread was measured
 */
export function speedChart(results, ids) {
  const shown = ids
    .filter((id) => id !== results.baseline && results.has(id))
    .slice(0, LOOKS.length);
  const speeds = results.single
    .flatMap(({ id }) => shown.map((who) => results.speed(id, who)))
    .filter((speed) => Number.isFinite(speed) && speed > 0);
  if (speeds.length === 0) return '';
  const { x, ticks } = logScale(Math.min(...speeds, 0.9), Math.max(...speeds, 1.1));
  const rows = layOut(results.single);
  const bottom = rows.at(-1).y + ROW / 2 + 4;
  const label = (who) => results.implementations.find(({ id }) => id === who).label;
  const title = `Speed against ${label(results.baseline)}, one thread`;
  const parts = [
    `<title>${escaped(title)}</title>`,
    text(LEFT, 20, title, 'font-size="15" font-weight="600"'),
    text(
      LEFT,
      38,
      `times as fast, logarithmic; right of the thick line is faster`,
      'font-size="11"',
    ),
    legend(shown, (who) => `${label(who)} ${times(results.meanSpeed(who).mean)}`),
    ...ticks.map((tick) => gridLine(x(tick), tick, bottom)),
    ...rows.map((row) =>
      row.work === undefined ? programRow(results, shown, row, x) : workRow(row),
    ),
  ];
  const height = bottom + BOTTOM;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="${FONT}" font-size="12" fill="${TEXT}">`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** Maps speeds to pixels, and the round numbers that fall inside. */
export function logScale(least, most) {
  const low = Math.log(TICKS.findLast((tick) => tick <= least) ?? least);
  const high = Math.log(TICKS.find((tick) => tick >= most) ?? most);
  const x = (speed) =>
    round(LEFT + ((Math.log(speed) - low) / (high - low)) * (WIDTH - LEFT - RIGHT));
  const inside = (tick) => Math.log(tick) >= low - 1e-9 && Math.log(tick) <= high + 1e-9;
  return { x, ticks: TICKS.filter(inside) };
}

/** The rows from top to bottom: a heading for each kind of work, then its programs. */
function layOut(cases) {
  const rows = [];
  let y = TOP;
  let work;
  for (const one of cases) {
    if (one.work !== work) {
      work = one.work;
      y += WORK_GAP;
      rows.push({ y, work });
    }
    y += ROW;
    rows.push({ y, id: one.id });
  }
  return rows;
}

function legend(shown, label) {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(shown.length, 3);
  return shown
    .map((who, index) => {
      const at = round(LEFT + MARK + index * step);
      return `${mark(index, at, 58)}${text(at + 11, 62, label(who))}`;
    })
    .join('\n');
}

function gridLine(at, tick, bottom) {
  const line = `<line x1="${at}" y1="${TOP}" x2="${at}" y2="${bottom}" stroke="${GRID}" stroke-width="${tick === 1 ? 2 : 1}" stroke-opacity="${tick === 1 ? 0.9 : 0.25}"/>`;
  return `${line}${text(at, bottom + 18, `${tick}x`, 'text-anchor="middle"')}`;
}

function workRow({ y, work }) {
  return text(LEFT - 12, y + 4, work, 'text-anchor="end" font-weight="600" font-size="11"');
}

function programRow(results, shown, { y, id }, x) {
  const marks = shown
    .map((who, index) => ({ index, speed: results.speed(id, who) }))
    .filter(({ speed }) => Number.isFinite(speed));
  const first = marks.find(({ index }) => index === 0);
  const bar =
    first === undefined
      ? ''
      : `<line x1="${x(1)}" y1="${y}" x2="${x(first.speed)}" y2="${y}" stroke="${LOOKS[0].colour}" stroke-width="4" stroke-opacity="0.45"/>`;
  // The first mark is drawn last, on top of the others.
  const drawn = marks.reverse().map(({ index, speed }) => mark(index, x(speed), y));
  return `${text(LEFT - 12, y + 4, id, 'text-anchor="end"')}${bar}${drawn.join('')}`;
}

function mark(index, x, y) {
  const { colour, shape } = LOOKS[index];
  const m = MARK;
  const path = {
    diamond: `M${x} ${y - m}L${round(x + m)} ${y}L${x} ${y + m}L${round(x - m)} ${y}Z`,
    triangle: `M${x} ${y - m}L${round(x + m)} ${y + m - 1}L${round(x - m)} ${y + m - 1}Z`,
    square: `M${round(x - m + 1)} ${y - m + 1}h${2 * m - 2}v${2 * m - 2}h${2 - 2 * m}Z`,
    cross: `M${round(x - m + 1)} ${y - m + 1}l${2 * m - 2} ${2 * m - 2}m0 ${2 - 2 * m}l${2 - 2 * m} ${2 * m - 2}`,
  };
  if (shape === 'circle') return `<circle cx="${x}" cy="${y}" r="${m + 0.5}" fill="${colour}"/>`;
  if (shape === 'cross') {
    return `<path d="${path.cross}" stroke="${colour}" stroke-width="2" fill="none"/>`;
  }
  return `<path d="${path[shape]}" fill="${colour}"/>`;
}

function text(x, y, content, attributes = '') {
  const more = attributes === '' ? '' : ` ${attributes}`;
  return `<text x="${x}" y="${y}"${more}>${escaped(content)}</text>`;
}

function times(ratio) {
  return Number.isNaN(ratio) ? '' : `${ratio.toFixed(ratio < 9.95 ? 1 : 0)}x`;
}

function round(pixels) {
  return Math.round(pixels * 10) / 10;
}

function escaped(content) {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
