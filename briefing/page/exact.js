// Exact fractions, and how the briefing writes them. A fraction is [numerator, denominator], in lowest terms, with the
// denominator above zero: every amount stays exact from the page's data to the figure that is shown.
const data = JSON.parse(document.getElementById("data").textContent);
const find = (id) => document.getElementById(id);

const ZERO = [0n, 1n];
const common = (a, b) => { while (b) [a, b] = [b, a % b]; return a < 0n ? -a : a; };
const reduced = (n, d) => { const by = common(n, d) || 1n; return [n / by, d / by]; };
const fraction = (text) => { const [n, d] = text.split("/"); return [BigInt(n), BigInt(d ?? 1)]; };
const add = ([a, b], [c, d]) => reduced(a * d + c * b, b * d);
const times = ([a, b], [c, d]) => reduced(a * c, b * d);
const minus = (a, [n, d]) => add(a, [-n, d]);
const compare = ([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
const size = ([n, d]) => [n < 0n ? -n : n, d];
const number = ([n, d]) => Number((n * 10n ** 12n) / d) / 1e12;
const written = ([n, d]) => (d === 1n ? `${n}` : `${n}/${d}`);
const sum = (amounts) => amounts.reduce(add, ZERO);

/** A fraction with so many decimals, the last one rounded (half to even, as in the rest of the briefing). */
function rounded([n, d], decimals) {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(decimals);
  let whole = scaled / d;
  const twice = 2n * (scaled % d);
  if (twice > d || (twice === d && whole % 2n)) whole += 1n;
  const digits = `${whole}`.padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const negative = n < 0n && whole;
  return { negative, whole: digits.slice(0, cut), part: digits.slice(cut) };
}
const other = data.decimal === "," ? "." : ",";
function amount(value, decimals) {
  const { negative, whole, part } = rounded(value, decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, other);
  return (negative ? "-" : "") + grouped + (decimals ? data.decimal + part : "");
}
/** As many decimals as it takes, two unless it is tiny. */
function short(value) {
  let places = 2;
  while (value[0] && compare(times(size(value), [10n ** BigInt(places - 1), 1n]), [1n, 1n]) < 0 && places < 12) places++;
  const text = amount(value, places);
  return text.includes(data.decimal) ? text.replace(/0+$/, "").replace(/[.,]$/, "") : text;
}
const money = (value) => data.money.replace("{}", short(value)).replace("€ ", "€\u00a0");
const change = (value, decimals) => {
  const text = amount(size(value), decimals);
  return /[1-9]/.test(text) ? (value[0] < 0n ? "−" : "+") + text : text;
};
/** A share as a lower limit, rounded down to a tenth of a percent; to as many decimals as tell it from nothing. */
function leastShare([n, d]) {
  let places = 3;
  while (n && !((n * 10n ** BigInt(places)) / d)) places++;
  return amount(reduced((n * 10n ** BigInt(places)) / d, 10n ** BigInt(places - 2)), places - 2) + "%";
}
const say = (key, values) => data.words[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
