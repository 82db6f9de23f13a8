/**
 * The few statistics of the benchmarks. Medians, because a noisy minute must not move a figure; ratios
 * are averaged by the geometric mean, the only mean that does not depend on which of the two is called
 * the base (Fleming and Wallace, "How not to lie with statistics", 1986).
 */

/** The median; NaN for no numbers. */
export function median(numbers) {
  if (numbers.length === 0) return Number.NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How far the farthest number lies from the median, as a part of the median; NaN for fewer than two. */
export function spread(numbers) {
  if (numbers.length < 2) return Number.NaN;
  const middle = median(numbers);
  return Math.max(...numbers.map((number) => Math.abs(number - middle))) / middle;
}

/** The geometric mean of positive numbers; NaN for none. */
export function geometricMean(numbers) {
  if (numbers.length === 0) return Number.NaN;
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}
