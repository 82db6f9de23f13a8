// @hot The merge sort behind sort.ts: see there. `keys` are compared and moved, `values` are moved along.

type Less = (left: number, right: number) => boolean;

/** Runs shorter than this are extended by insertion: n / 2**k that is between 32 and 64. */
export function minimumRun(count: number): number {
  let rest = 0;
  let n = count;
  while (n >= 64) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

const GALLOP_MIN = 7;

/** Sorts both rows stably by `keys`. If `less` throws, the rows hold no longer a permutation. */
export function timsort(keys: Float64Array, values: Int32Array, less: Less): void {
  new Timsort(keys, values, less).sort();
}

class Timsort {
  private readonly keys: Float64Array;
  private readonly values: Int32Array;
  private readonly less: Less;
  private spareKeys = new Float64Array(0);
  private spareValues = new Int32Array(0);
  private minGallop = GALLOP_MIN;
  /** Pending runs: start, length, and the power of the boundary to the next run. */
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  private readonly powers: number[] = [];

  constructor(keys: Float64Array, values: Int32Array, less: Less) {
    this.keys = keys;
    this.values = values;
    this.less = less;
  }

  sort(): void {
    const count = this.keys.length;
    const minRun = minimumRun(count);
    let low = 0;
    while (low < count) {
      let length = this.countRun(low, count);
      if (length < minRun) {
        const forced = Math.min(minRun, count - low);
        this.insertionSort(low, low + forced, low + length);
        length = forced;
      }
      this.pushRun(low, length, count);
      low += length;
    }
    while (this.starts.length > 1) this.mergeTop();
  }

  /** Length of the run at `low`: not descending, or strictly descending and then turned round. */
  private countRun(low: number, high: number): number {
    const { keys, less } = this;
    let i = low + 1;
    if (i >= high) return high - low;
    if (less(keys[i] as number, keys[i - 1] as number)) {
      i++;
      while (i < high && less(keys[i] as number, keys[i - 1] as number)) i++;
      keys.subarray(low, i).reverse();
      this.values.subarray(low, i).reverse();
    } else {
      i++;
      while (i < high && !less(keys[i] as number, keys[i - 1] as number)) i++;
    }
    return i - low;
  }

  /** Sorts [low, high), of which [low, start) is sorted, by binary insertion. */
  private insertionSort(low: number, high: number, start: number): void {
    const { keys, values, less } = this;
    for (let next = start; next < high; next++) {
      const key = keys[next] as number;
      const value = values[next] as number;
      let left = low;
      let right = next;
      while (left < right) {
        const middle = (left + right) >>> 1;
        if (less(key, keys[middle] as number)) right = middle;
        else left = middle + 1;
      }
      for (let i = next; i > left; i--) {
        keys[i] = keys[i - 1] as number;
        values[i] = values[i - 1] as number;
      }
      keys[left] = key;
      values[left] = value;
    }
  }

  /** Adds a run; first merges pending ones whose boundary lies deeper in the ideal merge tree. */
  private pushRun(start: number, length: number, count: number): void {
    const { starts, lengths, powers } = this;
    if (starts.length > 0) {
      const top = starts.length - 1;
      const power = boundaryPower(starts[top] as number, lengths[top] as number, length, count);
      while (starts.length > 1 && (powers[starts.length - 2] as number) > power) this.mergeTop();
      powers[starts.length - 1] = power;
    }
    starts.push(start);
    lengths.push(length);
  }

  /** Merges the two topmost runs. */
  private mergeTop(): void {
    const right = this.starts.pop() as number;
    const rightLength = this.lengths.pop() as number;
    const top = this.starts.length - 1;
    const left = this.starts[top] as number;
    const leftLength = this.lengths[top] as number;
    this.lengths[top] = leftLength + rightLength;
    // What of the left run is not above the right one's first stays, and the same at the other end.
    const skip = this.gallopRight(this.keys[right] as number, this.keys, left, leftLength, 0);
    const from = left + skip;
    const leftRest = leftLength - skip;
    if (leftRest === 0) return;
    const last = this.keys[from + leftRest - 1] as number;
    const rightRest = this.gallopLeft(last, this.keys, right, rightLength, rightLength - 1);
    if (rightRest === 0) return;
    if (leftRest <= rightRest) this.mergeLow(from, leftRest, right, rightRest);
    else this.mergeHigh(from, leftRest, right, rightRest);
  }

  /**
   * How many of the `length` sorted keys from `base` on are less than `key` (equal ones are not counted),
   * searched outwards from `hint` in growing steps.
   */
  private gallopLeft(
    key: number,
    row: Float64Array,
    base: number,
    length: number,
    hint: number,
  ): number {
    const { less } = this;
    let last = 0;
    let step = 1;
    let low: number;
    let high: number;
    if (less(row[base + hint] as number, key)) {
      const max = length - hint;
      while (step < max && less(row[base + hint + step] as number, key)) {
        last = step;
        step = step * 2 + 1;
      }
      low = hint + last + 1;
      high = hint + Math.min(step, max);
    } else {
      const max = hint + 1;
      while (step < max && !less(row[base + hint - step] as number, key)) {
        last = step;
        step = step * 2 + 1;
      }
      low = hint - Math.min(step, max) + 1;
      high = hint - last;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (less(row[base + middle] as number, key)) low = middle + 1;
      else high = middle;
    }
    return high;
  }

  /** As gallopLeft, equal keys counted. */
  private gallopRight(
    key: number,
    row: Float64Array,
    base: number,
    length: number,
    hint: number,
  ): number {
    const { less } = this;
    let last = 0;
    let step = 1;
    let low: number;
    let high: number;
    if (less(key, row[base + hint] as number)) {
      const max = hint + 1;
      while (step < max && less(key, row[base + hint - step] as number)) {
        last = step;
        step = step * 2 + 1;
      }
      low = hint - Math.min(step, max) + 1;
      high = hint - last;
    } else {
      const max = length - hint;
      while (step < max && !less(key, row[base + hint + step] as number)) {
        last = step;
        step = step * 2 + 1;
      }
      low = hint + last + 1;
      high = hint + Math.min(step, max);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (less(key, row[base + middle] as number)) high = middle;
      else low = middle + 1;
    }
    return high;
  }

  /** Copies [from, from + length) aside. */
  private setAside(from: number, length: number): void {
    if (this.spareKeys.length < length) {
      const room = Math.min(this.keys.length, length * 2);
      this.spareKeys = new Float64Array(room);
      this.spareValues = new Int32Array(room);
    }
    this.spareKeys.set(this.keys.subarray(from, from + length));
    this.spareValues.set(this.values.subarray(from, from + length));
  }

  private move(to: number, from: number, length: number): void {
    this.keys.copyWithin(to, from, from + length);
    this.values.copyWithin(to, from, from + length);
  }

  private moveBack(to: number, from: number, length: number): void {
    this.keys.set(this.spareKeys.subarray(from, from + length), to);
    this.values.set(this.spareValues.subarray(from, from + length), to);
  }

  /** Merges from the left, the left run (the shorter) set aside. Its first is above the right one's first. */
  private mergeLow(left: number, leftLength: number, right: number, rightLength: number): void {
    this.setAside(left, leftLength);
    const { keys, values, less, spareKeys, spareValues } = this;
    let to = left;
    let a = 0; // in the spare row
    let b = right;
    const aEnd = leftLength;
    const bEnd = right + rightLength;
    let minGallop = this.minGallop;
    keys[to] = keys[b] as number;
    values[to++] = values[b++] as number;
    merging: while (a < aEnd && b < bEnd) {
      let aWins = 0;
      let bWins = 0;
      do {
        if (less(keys[b] as number, spareKeys[a] as number)) {
          keys[to] = keys[b] as number;
          values[to++] = values[b++] as number;
          bWins++;
          aWins = 0;
        } else {
          keys[to] = spareKeys[a] as number;
          values[to++] = spareValues[a++] as number;
          aWins++;
          bWins = 0;
        }
        if (a >= aEnd || b >= bEnd) break merging;
      } while (aWins < minGallop && bWins < minGallop);
      // One run wins all the time: look for how far at once, as long as it pays.
      do {
        if (minGallop > 1) minGallop--;
        aWins = this.gallopRight(keys[b] as number, spareKeys, a, aEnd - a, 0);
        this.moveBack(to, a, aWins);
        to += aWins;
        a += aWins;
        if (a >= aEnd) break merging;
        keys[to] = keys[b] as number;
        values[to++] = values[b++] as number;
        if (b >= bEnd) break merging;
        bWins = this.gallopLeft(spareKeys[a] as number, keys, b, bEnd - b, 0);
        this.move(to, b, bWins);
        to += bWins;
        b += bWins;
        if (b >= bEnd) break merging;
        keys[to] = spareKeys[a] as number;
        values[to++] = spareValues[a++] as number;
        if (a >= aEnd) break merging;
      } while (aWins >= GALLOP_MIN || bWins >= GALLOP_MIN);
      minGallop += 2;
    }
    this.minGallop = Math.max(1, minGallop);
    // What is left of the right run is in its place already.
    this.moveBack(to, a, aEnd - a);
  }

  /** Merges from the right, the right run (the shorter) set aside. Its last is below the left one's last. */
  private mergeHigh(left: number, leftLength: number, right: number, rightLength: number): void {
    this.setAside(right, rightLength);
    const { keys, values, less, spareKeys, spareValues } = this;
    let to = right + rightLength - 1;
    let a = left + leftLength - 1;
    let b = rightLength - 1; // in the spare row
    let minGallop = this.minGallop;
    keys[to] = keys[a] as number;
    values[to--] = values[a--] as number;
    merging: while (a >= left && b >= 0) {
      let aWins = 0;
      let bWins = 0;
      do {
        if (less(spareKeys[b] as number, keys[a] as number)) {
          keys[to] = keys[a] as number;
          values[to--] = values[a--] as number;
          aWins++;
          bWins = 0;
        } else {
          keys[to] = spareKeys[b] as number;
          values[to--] = spareValues[b--] as number;
          bWins++;
          aWins = 0;
        }
        if (a < left || b < 0) break merging;
      } while (aWins < minGallop && bWins < minGallop);
      do {
        if (minGallop > 1) minGallop--;
        const aRest = a - left + 1;
        aWins = aRest - this.gallopRight(spareKeys[b] as number, keys, left, aRest, aRest - 1);
        to -= aWins;
        a -= aWins;
        this.move(to + 1, a + 1, aWins);
        if (a < left) break merging;
        keys[to] = spareKeys[b] as number;
        values[to--] = spareValues[b--] as number;
        if (b < 0) break merging;
        bWins = b + 1 - this.gallopLeft(keys[a] as number, spareKeys, 0, b + 1, b);
        to -= bWins;
        b -= bWins;
        this.moveBack(to + 1, b + 1, bWins);
        if (b < 0) break merging;
        keys[to] = keys[a] as number;
        values[to--] = values[a--] as number;
        if (a < left) break merging;
      } while (aWins >= GALLOP_MIN || bWins >= GALLOP_MIN);
      minGallop += 2;
    }
    this.minGallop = Math.max(1, minGallop);
    // What is left of the left run is in its place already.
    this.moveBack(to - b, 0, b + 1);
  }
}

/**
 * Depth at which the boundary between two neighbouring runs lies in a perfectly balanced merge tree
 * over `count` keys: the first binary digit in which their midpoints, as fractions of `count`, differ.
 */
export function boundaryPower(
  start: number,
  leftLength: number,
  rightLength: number,
  count: number,
): number {
  let a = 2 * start + leftLength;
  let b = a + leftLength + rightLength;
  for (let power = 1; ; power++) {
    if (a >= count) {
      a -= count;
      b -= count;
    } else if (b >= count) return power;
    a *= 2;
    b *= 2;
  }
}
