// What an answer comes to and how it is said: figures, the sentence of the answer, what holds the rest back, why nothing fits.
import { ZERO, compare, least, minus, size } from "./fraction.js";
import { paid, shares } from "./numbers.js";

/** The figures of a split; of its total what the ceiling pays. */
export function figures(amounts, asked, ceiling, charges) {
  const coverages = shares(amounts, asked);
  const total = paid(amounts, charges);
  return {
    total,
    unspent: minus(ceiling, total),
    lowest: coverages.length ? coverages.reduce(least) : null,
    empty: asked.filter((each, line) => each[0] && !amounts[line][0]).length,
    fits: coverages.length > 0 && asked.every((each, line) => compare(amounts[line], each) >= 0),
  };
}

/** What holds back more than is put to work, in a few words: the names of limits, or what else it is. */
export function neck(writer, { fits, total, possible, by_ceiling, limits }, name) {
  if (fits) return writer.say("desk neck none");
  if (by_ceiling) return writer.say("desk neck ceiling");
  if (compare(total, possible) < 0) return writer.say("desk neck goals");
  if (!limits.length) return writer.say("desk neck several");
  return limits.length === 1 ? name(limits[0]).replaceAll('"', "") : writer.say("desk neck count", { count: limits.length });
}

/** The same in a sentence, as the briefing says it. */
export function holder(writer, { fits, total, possible, most, by_ceiling, limits }, name) {
  if (fits) return writer.say("hold nothing");
  if (by_ceiling) return writer.say("hold ceiling", { most: writer.money(most) });
  if (compare(total, possible) < 0) return writer.say("hold goals", { possible: writer.money(possible) });
  if (!limits.length) return writer.say("hold together");
  return writer.say("hold rules", { names: writer.listed(limits.map(name)) });
}

/** The answer as a heading. */
export function heading(writer, at, { total, unspent, lowest, empty, fits }) {
  const ceiling = writer.money(at);
  if (lowest === null) return writer.say("desk nothing asked", { ceiling, total: writer.money(total) });
  if (fits) return writer.say("desk fits", { ceiling });
  if (unspent[0]) return writer.say("desk stays", { ceiling, unspent: writer.money(unspent) });
  if (empty) return writer.say(empty === 1 ? "desk reaches one" : "desk reaches some", { ceiling, count: empty });
  return writer.say("desk reaches", { ceiling, lowest: writer.least(lowest) });
}

/** Which line differs most from what the split is held against. */
export function largestShift(writer, amounts, given, names, proposal) {
  const shifts = given.map((each, line) => minus(amounts[line], each));
  const line = shifts.reduce((best, each, place) => (compare(size(each), size(shifts[best])) > 0 ? place : best), 0);
  const shift = shifts[line] ?? ZERO;
  return writer.say(shift[0] ? (shift[0] < 0n ? "shift less" : "shift more") : "shift none", {
    proposal, name: names[line], before: writer.money(given[line]), after: writer.money(amounts[line]), size: writer.money(size(shift)),
  });
}

/** Why nothing fits: its heading, and from which ceiling on something does and what cannot hold together. */
export function refusal(writer, { lowest, conflict }, ceiling, name) {
  const names = writer.listed(conflict.map(name));
  return {
    heading: lowest === null ? writer.say("desk never") : writer.say("desk short", { short: writer.money(minus(lowest, ceiling)) }),
    why: [
      writer.say("desk conflict", { names }),
      ...(lowest === null ? [] : [writer.say("desk from", { lowest: writer.money(lowest) })]),
    ].join(" "),
  };
}

