// How the briefing writes numbers, in the language of the page: `words` are its sentences and signs.
import { ONE, compare, minus, over, reduced, size, sum, times } from "./fraction.js";

export const HUNDRED = [100n, 1n];

/** A fraction in so many decimals, from exactly between two of them away from zero, as in the rest of the briefing. */
function rounded([n, d], decimals) {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(decimals);
  let whole = scaled / d;
  const twice = 2n * (scaled % d);
  if (twice >= d) whole += 1n;
  const digits = `${whole}`.padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return { negative: n < 0n && whole !== 0n, whole: digits.slice(0, cut), part: digits.slice(cut) };
}

/** A fraction as a plain number with a point; null where twelve decimals do not end it. */
export function decimal(value) {
  for (let places = 0; places <= 12; places++) {
    if (10n ** BigInt(places) % value[1] === 0n) {
      const { negative, whole, part } = rounded(value, places);
      return (negative ? "-" : "") + (part ? `${whole}.${part}` : whole);
    }
  }
  return null;
}

/** A plain number as it is typed behind a command: with exactly three decimals it could be read in two ways. */
export function typed(value) {
  const text = decimal(value);
  return text !== null && /^[1-9]\d*\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A fraction rounded to so many decimals, as a fraction. */
export function printed(value, decimals) {
  const { negative, whole, part } = rounded(value, decimals);
  return reduced(BigInt(`${negative ? "-" : ""}${whole}${part}`), 10n ** BigInt(decimals));
}

/** What was typed as a fraction; null where it is no amount. A point or a comma may stand before the decimals. */
export function amountTyped(text) {
  const found = /^(\d{1,15})(?:[.,](\d{1,12}))?$/.exec(text.trim());
  if (!found) return null;
  const part = found[2] ?? "";
  return reduced(BigInt(found[1] + part), 10n ** BigInt(part.length));
}

/** The writer of numbers in one language: its decimal sign and what money looks like. */
export class Writer {
  constructor({ decimal: sign, money, words, decimals, path }) {
    Object.assign(this, { sign, other: sign === "," ? "." : ",", form: money, words, decimals, path });
  }

  /** A ceiling: money, or a share of the path. */
  ceiling(value) {
    return this.path ? this.say("desk of path", { share: this.short(times(value, HUNDRED)), name: this.path.name }) : this.money(value);
  }

  /** A ceiling as its field shows it, and back: an amount, or a percentage of the path. */
  ceilingField(value) { return this.field(this.path ? times(value, HUNDRED) : value); }
  ceilingTyped(value) { return this.path ? over(value, HUNDRED) : value; }

  amount(value, decimals) {
    const { negative, whole, part } = rounded(value, decimals);
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, this.other);
    return (negative ? "−" : "") + grouped + (decimals ? this.sign + part : "");
  }

  /** As many decimals as it takes, those of the table unless it is tiny. */
  short(value) {
    let places = this.decimals;
    while (value[0] && compare(times(size(value), [10n ** BigInt(places), 1n]), ONE) < 0 && places < 12) places++;
    const text = this.amount(value, places);
    return text.includes(this.sign) ? text.replace(/0+$/, "").replace(/[.,]$/, "") : text;
  }

  /** A number as a field shows it: nothing between thousands, and no decimal too few. */
  field(value) {
    return (decimal(value) ?? this.short(value).replaceAll(this.other, ".")).replace(".", this.sign);
  }

  money(value) { return this.form.replace("{}", this.short(value)).replace("€ ", "€\u00a0"); }

  change(value, decimals) {
    const text = this.amount(size(value), decimals);
    return /[1-9]/.test(text) ? (value[0] < 0n ? "−" : "+") + text : text;
  }

  /** A share as a lower limit, rounded down to a tenth of a percent; to as many decimals as tell it from nothing. */
  least([n, d]) {
    let places = 3;
    while (n && !((n * 10n ** BigInt(places)) / d)) places++;
    return `${this.amount(reduced((n * 10n ** BigInt(places)) / d, 10n ** BigInt(places - 2)), places - 2)}%`;
  }

  say(key, values = {}) {
    const small = this.words["small numbers"].split(" ");
    return this.words[key].replace(/\{(\w+)\}/g, (all, name) => (name === "count" && small[values[name] - 1]) || (values[name] ?? all)).replaceAll("€ ", "€\u00a0");
  }

  listed(names) {
    return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("; ")} ${this.words.and} ${names.at(-1)}`;
  }

  /** The two ways to read three decimals, as in 400.000: what to write for each; null where there is one way only. */
  ambiguous(text) {
    const found = /^([1-9]\d*)[.,](\d{3})$/.exec(text.trim());
    if (!found) return null;
    const part = found[2].replace(/0+$/, "");
    const decimals = part.length === 3 ? `${part}0` : part;
    return { small: found[1] + (decimals && this.sign + decimals), large: found[1] + found[2] };
  }
}

/** What the ceiling pays of a split, of each line its charge; all of it where there are none. */
export const paid = (amounts, charges) => (charges ? sum(amounts.map((each, line) => times(each, charges[line]))) : sum(amounts));

/** The totals of rows of lines; with charges the last two are what others pay and what the ceiling pays. */
export const totals = (rows, amounts, charges) => rows.map((lines, row) => {
  const whole = sum(lines.map((line) => amounts[line]));
  const extra = charges ? rows.length - row : 0;
  return extra === 1 ? paid(amounts, charges) : extra === 2 ? minus(whole, paid(amounts, charges)) : whole;
});
export const shares = (amounts, asked) => amounts.flatMap((each, line) => (asked[line][0] ? [times(each, [asked[line][1], asked[line][0]])] : []));
