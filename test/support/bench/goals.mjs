/**
 * The speeds that the project promises, judged on what was measured. A goal about something that was
 * not measured is left out. Goals that speak of single programs name the worst one.
 */

const FIB = 'fib(35)';
/** CPython's seconds for fib(35) on the machine for which the goal in seconds was set. */
const FIB_CPYTHON_SECONDS = 1.1;
const FIB_SECONDS_MAX = 0.35;
const THREADED = ['fib', 'mandelbrot', 'nbody', 'dicts', 'strings'];

/**
 * @typedef {object} Goal
 * @property {string} name
 * @property {string} found
 * @property {string} wanted
 * @property {boolean} met
 */

/**
 * @param {import('./results.mjs').Results} results
 * @param {string} cpython id of the CPython to compare with
 * @returns {Goal[]}
 */
export function judgeGoals(results, cpython) {
  const gil = results.ours('gil');
  const nogil = results.ours('nogil');
  const gilectomy = results.ours('gilectomy');
  return [
    ...meanGoal(results, gil, cpython, 'CPython', 5),
    ...meanGoal(results, gil, 'pyodide', 'Pyodide', 10),
    ...worstGoal(results, gil, cpython, 'no program slower than CPython', results.single, 1),
    ...fibGoal(results, gil, cpython),
    ...worstGoal(
      results,
      gil,
      cpython,
      'mandelbrot, nbody',
      named(results, 'mandelbrot', 'nbody'),
      5,
    ),
    ...worstGoal(
      results,
      gil,
      cpython,
      'dicts and text',
      ofWork(results, 'dicts and sets', 'text'),
      1.5,
    ),
    ...costGoal(results, nogil, gil, 'nogil / gil, all programs', results.single, 0, 1.1),
    ...costGoal(
      results,
      gilectomy,
      gil,
      'gilectomy / gil, calls',
      ofWork(results, 'calls'),
      1.5,
      4,
    ),
    ...THREADED.flatMap((name) => scalingGoal(results, nogil, `threads_${name}`, 1.9)),
  ];
}

function named(results, ...names) {
  return results.single.filter(({ name }) => names.includes(name));
}

function ofWork(results, ...kinds) {
  return results.single.filter(({ work }) => kinds.includes(work));
}

function meanGoal(results, ours, other, name, least) {
  if (ours === undefined || !results.has(other)) return [];
  const { mean, count } = results.meanSpeed(ours, other);
  if (count === 0) return [];
  const found = `${mean.toFixed(2)}x over ${count}`;
  return [goal(`gil against ${name}, mean`, found, `at least ${least}x`, mean >= least)];
}

function worstGoal(results, ours, other, name, cases, least) {
  if (ours === undefined || !results.has(other)) return [];
  const speeds = cases
    .filter(({ id }) => results.failure(id, other) === '')
    .map(({ id }) => ({ id, speed: results.speed(id, ours, other) }));
  if (speeds.length === 0) return [];
  const missed = speeds.filter(({ speed }) => !(speed >= least));
  // A program without a time is worse than any that has one.
  const worst = speeds.reduce((a, b) => (Number.isNaN(a.speed) || a.speed <= b.speed ? a : b));
  const speed = Number.isNaN(worst.speed) ? 'failed' : `${worst.speed.toFixed(2)}x`;
  const found = `least ${speed} (${worst.id}); ${missed.length} of ${speeds.length} below`;
  return [goal(name, found, `at least ${least}x each`, missed.length === 0)];
}

function fibGoal(results, ours, cpython) {
  if (ours === undefined || !results.has(cpython)) return [];
  const seconds = results.seconds(FIB, ours);
  const theirs = results.seconds(FIB, cpython);
  if (Number.isNaN(theirs)) return [];
  const limit = (FIB_SECONDS_MAX * theirs) / FIB_CPYTHON_SECONDS;
  const found = `${seconds.toFixed(2)} s (CPython ${theirs.toFixed(2)} s)`;
  return [goal(FIB, found, `at most ${limit.toFixed(2)} s`, seconds <= limit)];
}

function costGoal(results, dearer, cheaper, name, cases, least, most) {
  if (dearer === undefined || cheaper === undefined) return [];
  const { mean, count } = results.meanSpeed(cheaper, dearer, cases);
  if (count === 0) return [];
  const wanted = least > 0 ? `${least}x to ${most}x` : `at most ${most}x`;
  return [goal(name, `${mean.toFixed(2)}x over ${count}`, wanted, mean >= least && mean <= most)];
}

function scalingGoal(results, ours, program, least) {
  if (ours === undefined || !results.cases.some(({ name }) => name === program)) return [];
  const scaling = results.scaling(program, ours);
  const found = Number.isNaN(scaling) ? 'failed' : `${scaling.toFixed(2)}x`;
  const name = `nogil, two threads against one: ${program}`;
  return [goal(name, found, `at least ${least}x`, scaling >= least)];
}

function goal(name, found, wanted, met) {
  return { name, found, wanted, met };
}
