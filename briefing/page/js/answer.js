// Everything that the page asks at once of a program under changes, with fractions as text: the best split and what holds
// the rest back, or why nothing fits, from which ceiling on something does, and at which amount of a line.
import { ONE, ZERO, add, compare, equal, fraction, least, minus, opposite, times, written } from "./fraction.js";
import { question, unlimited } from "./question.js";
import { divide, largest } from "./stages.js";

const TEXT = /^-?\d+(\/\d+)?$/;
const texts = (given) => Object.fromEntries(Object.entries(given).map(([key, value]) => [key, TEXT.test(value) ? fraction(value) : value]));
const each = (given, change) => Object.fromEntries(Object.entries(given ?? {}).map(([key, value]) => [key, change(value)]));

/** The answer to a program (as `read` gives it) under changes, of which fractions are texts; slowly by the exact simplex alone. */
export function answer(program, { ceiling, lines: held_, rules }, quickly = true) {
  const changes = { ceiling: fraction(ceiling), lines: each(held_, texts), rules: each(rules, texts) };
  const asked = question(program, changes);
  const { amounts, against, proofs } = divide(asked, quickly);
  if (amounts === null) return { amounts, ...refusal(program, changes, asked, against) };
  const lines = program.lines.length;
  return {
    amounts: amounts.slice(0, lines).map(written), moves: amounts.slice(lines).map(written),
    ...held(program, changes, asked, amounts), programs: proofs.length,
  };
}

/** What holds back more than is put to work: the ceiling, or the limits without one of which that would be more. */
function held(program, changes, asked, amounts) {
  const total = program.paid.reduce((found, [line, by]) => add(found, times(by, amounts[line])), ZERO);
  const all = largest(question(program, { ...changes, ceiling: null }), program.paid);
  const spent = program.ceilings.every(({ id, terms }) => !/^ceiling(@|$)/.test(id)
    || equal(terms.reduce((found, [place, by]) => add(found, times(by, amounts[place])), ZERO), asked.rows.find(({ rule }) => rule === id).side));
  const by_ceiling = spent && compare(all.optimum, total) > 0;
  const within = spent ? null : largest(asked, program.paid);
  const possible = within?.optimum ?? total;
  const limits = within && equal(total, possible) ? holding(program, asked, within) : [];
  return { total: written(total), most: written(all.optimum), possible: written(possible), by_ceiling, limits };
}

/** The rows and bounds without one of which the largest total would be larger; those without a dual cannot be. */
function holding(program, asked, all) {
  const more = (without) => compare(largest(without, program.paid).optimum, all.optimum) > 0;
  const found = asked.rows.filter((row, place) =>
    all.dual[place][0] && more({ ...asked, rows: asked.rows.filter((other) => other !== row) })).map(named);
  asked.asked.forEach((asks, line) => {
    const { lower, upper } = asked.variables[line], cost = all.costs[line];
    if (cost[0] < 0n && lower[0] && more(relaxed(asked, line, { lower: ZERO }))) found.push({ line, end: "minimum" });
    if (cost[0] > 0n && compare(upper, asks) < 0 && more(relaxed(asked, line, { upper: asks }))) found.push({ line, end: "maximum" });
  });
  return found.filter(({ rule, row }, place) => !rule || found.findIndex((other) => other.rule === rule && other.row === row) === place);
}

/** A row as it is told: by its rule, and where its rule holds in several years by which row of it. */
const named = ({ rule, row }) => (row === undefined ? { rule } : { rule, row });

const relaxed = (program, line, ends) => ({
  ...program, variables: program.variables.map((bounds, place) => (place === line ? { ...bounds, ...ends } : bounds)),
});

/** Why nothing fits: the lowest ceiling that is enough, a conflict of which nothing can be left out, and what would mend it. */
function refusal(program, changes, asked, against) {
  const { free, ceiling } = unlimited(program, changes);
  const low = largest(free, [[ceiling, opposite(ONE)]]);
  const conflict = irreducible(asked, against);
  return {
    lowest: low && written(opposite(low.optimum)),
    conflict,
    repairs: conflict.flatMap(({ line, end }) => (end === "minimum" ? repair(asked, line) : [])),
  };
}

/** The least and the most that a line can be given where it may get less than it has to; nothing where that fits not either. */
function repair(asked, line) {
  const lower = relaxed(asked, line, { lower: ZERO });
  const most = largest(lower, [[line, ONE]]);
  if (most === null) return [];
  return [{ line, from: written(opposite(largest(lower, [[line, [-1n, 1n]]]).optimum)), at: written(most.optimum) }];
}

/** The constraints of a proof that nothing fits, without any that it can do without. */
function irreducible(asked, against) {
  const costs = asked.variables.map(() => ZERO);
  asked.rows.forEach(({ terms }, row) => {
    for (const [line, by] of terms) costs[line] = minus(costs[line], times(against[row], by));
  });
  let left = asked;
  const found = [];
  const leave = (without, told) => {
    if (largest(without, []) === null) left = without;
    else found.push(told);
  };
  for (const [place, row] of asked.rows.entries()) {
    const without = { ...left, rows: left.rows.filter((other) => other !== row) };
    if (against[place][0]) leave(without, named(row));
    else left = without;
  }
  costs.forEach((cost, line) => {
    const { lower, upper } = left.variables[line];
    if (lower[0]) {
      const without = relaxed(left, line, { lower: ZERO });
      if (cost[0] < 0n) leave(without, { line, end: "minimum" });
      else left = without;
    }
    if (upper !== null) {
      const without = relaxed(left, line, { upper: null });
      if (cost[0] > 0n) leave(without, { line, end: "maximum" });
      else left = without;
    }
  });
  return found;
}
