/**
 * Runs the benchmark set on gilscope and on every other Python found here, in interleaved rounds, and
 * prints speeds, throughputs of threads, seconds and goals. docs/performance.md says how to read them.
 *
 *     npm run bench [-- OPTIONS]
 *
 *     --only A,B         programs of programs/bench/ (default: all)
 *     --rounds N         processes per program and implementation (default 3)
 *     --best-of N        rounds inside of each process, of which the best counts (default 3)
 *     --executors A,B    of gilscope (default gil,nogil,gilectomy)
 *     --tiers A,B        of gilscope, as --tier takes them (default: the option is not given)
 *     --pythons A,B      others to compare with, or `none` (default: all that are found)
 *     --timeout S        seconds after which a process is given up (default 120)
 *     --quick            small sizes and one round: do all programs run, are all answers equal?
 *     --json FILE        also writes everything measured to FILE
 *     --from FILE        measures nothing: reads FILE instead, written by --json
 *     --write            writes docs/bench/: results.md, results.json, speed.svg
 *
 * Exit code 1 if gilscope failed or answered wrongly; a missed goal is told and fails nothing.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../config/project.mjs';
import { speedChart } from './bench/chart.mjs';
import { judgeGoals } from './bench/goals.mjs';
import { readCases } from './bench/programs.mjs';
import { BASELINE, gilscopes, OTHER_NAMES, otherPythons } from './bench/pythons.mjs';
import { Results } from './bench/results.mjs';
import { measure } from './bench/rounds.mjs';
import { resultsPage } from './bench/table.mjs';

/** The build under test: `dist`, or another one named by the environment. */
const GILSCOPE = process.env.GILSCOPE_UNDER_TEST ?? join(ROOT, 'dist/gilscope.js');
const OUTPUT = join(ROOT, 'docs/bench');
const ON_CHART = ['pypy3', 'pyodide', 'micropython'];

try {
  const options = readOptions();
  const record = options.from === '' ? measureAll(options) : readRecord(options.from);
  report(record, options);
} catch (error) {
  // Wrong options and files; our own mistakes are to be seen whole.
  if (error instanceof TypeError && !error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: '3' },
      'best-of': { type: 'string', default: '3' },
      executors: { type: 'string', default: 'gil,nogil,gilectomy' },
      tiers: { type: 'string', default: '' },
      pythons: { type: 'string', default: OTHER_NAMES.join(',') },
      timeout: { type: 'string', default: '120' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string', default: '' },
      from: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const { quick, json, from, write } = values;
  return {
    only: list(values.only),
    rounds: quick ? 1 : positive(values.rounds, '--rounds'),
    bestOf: positive(values['best-of'], '--best-of'),
    executors: list(values.executors),
    tiers: list(values.tiers),
    pythons: values.pythons === 'none' ? [] : pythonNames(list(values.pythons)),
    timeoutSeconds: positive(values.timeout, '--timeout'),
    ...{ quick, json, from, write },
  };
}

function list(text) {
  return text.split(',').filter((word) => word !== '');
}

function positive(text, option) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option}: not a count: ${text}`);
  return number;
}

function pythonNames(names) {
  const unknown = names.filter((name) => !OTHER_NAMES.includes(name));
  if (unknown.length === 0) return names;
  throw new Error(`--pythons: ${unknown.join(', ')}: not one of ${OTHER_NAMES.join(', ')}`);
}

/** Everything that one call measured, as plain data: what --json writes and --from reads. */
function measureAll(options) {
  const machine = machineLine();
  const cases = readCases(join(ROOT, 'programs/bench'), options);
  const implementations = [
    ...gilscopes(GILSCOPE, options.executors, options.tiers),
    ...otherPythons(options.pythons),
  ];
  const cells = measure(cases, implementations, options, progress);
  endProgress();
  const { rounds, bestOf, quick } = options;
  const method = quick
    ? 'Small sizes, one round: the figures mean nothing, only the answers count.'
    : `Medians of ${count(rounds, 'interleaved round')}, each the best of ${bestOf} in one process.`;
  return {
    ...{ machine, method, quick },
    // Paths of this machine are nobody else's business.
    cases: cases.map(({ file, ...rest }) => rest),
    implementations: implementations.map(({ command, ...rest }) => rest),
    cells,
  };
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function readRecord(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function report(record, { json, write }) {
  const results = new Results(record.cases, record.implementations, record.cells, BASELINE);
  const goals = record.quick ? [] : judgeGoals(results, BASELINE);
  const page = resultsPage(results, goals, record);
  console.log(page);
  if (json !== '') writeFileSync(json, recordText(record));
  if (write) {
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(join(OUTPUT, 'results.md'), page);
    writeFileSync(join(OUTPUT, 'results.json'), recordText(record));
    writeFileSync(
      join(OUTPUT, 'speed.svg'),
      speedChart(results, [results.ours('gil'), ...ON_CHART]),
    );
  }
  const ours = record.implementations.filter(({ ours }) => ours);
  const failures = ours.flatMap(({ id: who }) =>
    record.cases.filter(({ id }) => results.failure(id, who)).map(({ id }) => `${id} (${who})`),
  );
  const missed = goals.filter(({ met }) => !met).length;
  if (goals.length > 0) console.log(`${missed} of ${goals.length} goals missed`);
  if (failures.length === 0) {
    console.log(`gilscope ran ${record.cases.length} cases, all answers right`);
    return;
  }
  console.log(`gilscope failed or answered wrongly: ${failures.join(', ')}`);
  process.exitCode = 1;
}

/** JSON with one cell on each line, so that a new measurement is a readable difference. */
function recordText({ cases, implementations, cells, ...about }) {
  const lines = (items) => `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]`;
  const head = Object.entries(about).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const tail = Object.entries({ cases, implementations, cells });
  return `{\n${[...head, ...tail.map(([key, items]) => `"${key}": ${lines(items)}`)].join(',\n')}\n}\n`;
}

function machineLine() {
  const processors = cpus();
  const load = loadavg()[0].toFixed(1);
  const date = new Date().toISOString().slice(0, 10);
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${date}: ${processors.length} cores (${model}), Node ${process.versions.node}, load ${load} at the start.`;
}

/** On a terminal one line that changes; in a log one line per program. */
function progress(done, of, what) {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[K${done + 1} of ${of}: ${what}`);
  } else if (done % 25 === 0) {
    process.stderr.write(`${done} of ${of}: ${what}\n`);
  }
}

function endProgress() {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
