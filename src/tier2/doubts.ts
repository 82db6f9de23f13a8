// Instructions whose guess about a callable or an iterator has failed: by the number of their inline
// cache, which belongs to this worker. The next compilation writes the general form for them.

export const doubts = new Set<number>();
