// Exact fractions: [numerator, denominator] of integers of any size, in lowest terms, the denominator above zero. Every
// amount stays exact from the page's data to the figure that is shown.

export const ZERO = [0n, 1n];
export const ONE = [1n, 1n];

const common = (a, b) => { while (b) [a, b] = [b, a % b]; return a < 0n ? -a : a; };

/** The fraction n/d in lowest terms. */
export function reduced(n, d) {
  if (d < 0n) [n, d] = [-n, -d];
  const by = common(n, d) || 1n;
  return by === 1n ? [n, d] : [n / by, d / by];
}

/** A fraction from its text, `2/3` or `45`. */
export const fraction = (text) => { const [n, d] = text.split("/"); return reduced(BigInt(n), BigInt(d ?? 1)); };
export const written = ([n, d]) => (d === 1n ? `${n}` : `${n}/${d}`);

export const add = ([a, b], [c, d]) => (b === 1n && d === 1n ? [a + c, 1n] : reduced(a * d + c * b, b * d));
export const minus = ([a, b], [c, d]) => (b === 1n && d === 1n ? [a - c, 1n] : reduced(a * d - c * b, b * d));
export const times = ([a, b], [c, d]) => (b === 1n && d === 1n ? [a * c, 1n] : reduced(a * c, b * d));
export const over = ([a, b], [c, d]) => reduced(a * d, b * c);
export const opposite = ([n, d]) => [-n, d];
export const size = ([n, d]) => [n < 0n ? -n : n, d];
export const sum = (amounts) => amounts.reduce(add, ZERO);

/** Below zero where the first is less, above where it is more, else zero. */
export function compare([a, b], [c, d]) {
  const left = a * d, right = c * b;
  return left < right ? -1 : left > right ? 1 : 0;
}
export const equal = (a, b) => a[0] === b[0] && a[1] === b[1];
export const least = (a, b) => (compare(a, b) <= 0 ? a : b);
export const most = (a, b) => (compare(a, b) >= 0 ? a : b);

/** The nearest floating-point number, for the eye alone: charts and the slider's place. */
export const number = ([n, d]) => Number((n * 10n ** 12n) / d) / 1e12;
