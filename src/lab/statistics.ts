// Figures from a few repeated measurements. Medians, because one disturbed run must not move them, and
// the whole spread, because a figure without its noise invites wrong conclusions.

export interface Sample {
  readonly count: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** Half the distance between slowest and fastest, relative to the median: "± this". */
  readonly spread: number;
}

/** Undefined for no values. */
export function sampleOf(values: readonly number[]): Sample | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const min = sorted[0];
  const max = sorted[sorted.length - 1];
  return {
    count: sorted.length,
    median,
    min,
    max,
    spread: median > 0 ? (max - min) / 2 / median : 0,
  };
}
