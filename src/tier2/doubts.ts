// Instructions whose guess about a callable or an iterator has failed: by the number of their inline
// cache, which belongs to this worker. The next compilation writes the general form for them.

export const doubts = new Set<number>();

/** Instructions that had never run when a call was written in line around them, and then did. */
export const unseen = new Set<number>();

/** Instructions in calls written in line that had to be left to tier 1 again and again. */
export const slowPlaces = new Set<number>();
