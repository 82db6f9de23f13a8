// `repr(float)`: the shortest digits that read back as the same double. JavaScript finds the same
// digits; only the layout differs: Python writes an exponent from 1e16 on and below 1e-4, with a sign and
// at least two digits, and marks every float as one by a point or an exponent.

/** Shortest decimal digits of a finite positive double: 0.d1d2d3... * 10**point. */
export function shortestDigits(x: number): { digits: string; point: number } {
  const text = x.toExponential();
  const e = text.indexOf('e');
  const digits = text[0] + text.slice(2, e);
  return { digits, point: Number(text.slice(e + 1)) + 1 };
}

export function floatRepr(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (x === Infinity) return 'inf';
  if (x === -Infinity) return '-inf';
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(x);
  // The common case, where both languages agree but for the ".0".
  if (magnitude >= 1e-4 && magnitude < 1e16) {
    const text = String(x);
    return Number.isInteger(x) ? `${text}.0` : text;
  }
  const text = String(x.toExponential());
  const e = text.indexOf('e');
  const exponent = text.slice(e + 2).padStart(2, '0');
  return `${text.slice(0, e)}e${text[e + 1]}${exponent}`;
}
