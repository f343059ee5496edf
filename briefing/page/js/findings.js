// What an answer comes to and how it is said: figures, the sentence of the answer, what holds the rest back, why nothing fits.
import { ZERO, compare, least, minus, size } from "./fraction.js";
import { paid, shares } from "./numbers.js";

/** The figures of a split; of its total what the ceiling pays. */
export function figures(amounts, asked, available, charges) {
  const coverages = shares(amounts, asked);
  const total = paid(amounts, charges);
  return {
    total,
    unspent: minus(available, total),
    lowest: coverages.length ? coverages.reduce(least) : null,
    empty: asked.filter((each, line) => each[0] && !amounts[line][0]).length,
    fits: coverages.length > 0 && asked.every((each, line) => compare(amounts[line], each) >= 0),
  };
}

/** What holds back more than is put to work, in a few words: the names of limits, or what else it is. */
export function neck(writer, { fits, total, possible, by_ceiling, limits }, names) {
  if (fits) return writer.say("desk neck none");
  if (by_ceiling) return writer.say(writer.path ? "desk neck path" : "desk neck ceiling");
  if (compare(total, possible) < 0) return writer.say("desk neck goals");
  if (!limits.length) return writer.say("desk neck several");
  const told = names(limits);
  return told.length === 1 ? told[0].replaceAll('"', "") : writer.say("desk neck count", { count: told.length });
}

/** The same in a sentence, as the briefing says it. */
export function holder(writer, { fits, total, possible, most, by_ceiling, limits }, names) {
  if (fits) return writer.say("hold nothing");
  if (by_ceiling && writer.path) return writer.say("desk hold path");
  if (by_ceiling) return writer.say("hold ceiling", { most: writer.money(most) });
  if (compare(total, possible) < 0) return writer.say("hold goals", { possible: writer.money(possible) });
  if (!limits.length) return writer.say("hold together");
  return writer.say("hold rules", { names: writer.listed(names(limits)) });
}

/** The answer as a heading; where money stays, with what holds it back if that is one thing. */
export function heading(writer, found, names) {
  const { total, unspent, lowest, empty, fits, possible, limits, state } = found;
  const ceiling = writer.ceiling(state.ceiling);
  if (lowest === null) return writer.say("desk nothing asked", { ceiling, total: writer.money(total) });
  if (fits) return writer.say("desk fits", { ceiling });
  if (unspent[0]) {
    const holding = limits?.length && !compare(total, possible) ? names(limits) : [];
    const told = { ceiling, unspent: writer.money(unspent), name: holding[0] };
    return writer.say(holding.length === 1 && holding[0].length < 40 ? "desk stays by" : "desk stays", told);
  }
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
export function refusal(writer, { lowest, conflict }, ceiling, names) {
  const from = lowest === null ? null : writer.ceiling(lowest);
  return {
    heading: lowest === null ? writer.say("desk never")
      : writer.path ? writer.say("desk short path", { lowest: from })
        : writer.say("desk short", { short: writer.money(minus(lowest, ceiling)) }),
    why: [
      writer.say("desk conflict", { names: writer.listed(names(conflict)) }),
      ...(lowest === null ? [] : [writer.say(writer.path ? "desk from path" : "desk from", { lowest: from })]),
    ].join(" "),
  };
}
