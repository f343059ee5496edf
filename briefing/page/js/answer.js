// Everything that the page asks at once of a program under changes, with fractions as text: the best split and what holds
// the rest back, or why nothing fits, from which ceiling on something does, and at which amount of a line.
import { ONE, ZERO, add, compare, equal, fraction, least, minus, opposite, times, written } from "./fraction.js";
import { question } from "./question.js";
import { divide, largest } from "./stages.js";

const TEXT = /^-?\d+(\/\d+)?$/;
const texts = (given) => Object.fromEntries(Object.entries(given).map(([key, value]) => [key, TEXT.test(value) ? fraction(value) : value]));
const each = (given, change) => Object.fromEntries(Object.entries(given ?? {}).map(([key, value]) => [key, change(value)]));

/** The answer to a program (as `read` gives it) under changes, of which fractions are texts. */
export function answer(program, { ceiling, lines, rules }) {
  const changes = { ceiling: fraction(ceiling), lines: each(lines, texts), rules: each(rules, texts) };
  const asked = question(program, changes);
  const { amounts, against, proofs } = divide(asked);
  if (amounts === null) return { amounts, ...refusal(program, changes, asked, against) };
  return { amounts: amounts.map(written), ...held(program, changes, amounts), programs: proofs.length };
}

/** What holds back more than is put to work: the ceiling, or the limits without one of which that would be more. */
function held(program, changes, amounts) {
  const free = question(program, { ...changes, ceiling: null });
  const counted = program.counts.map((by, line) => [line, by]).filter(([, by]) => by[0]);
  const total = counted.reduce((found, [line, by]) => add(found, times(by, amounts[line])), ZERO);
  const all = largest(free, counted);
  const unspent = minus(changes.ceiling, total);
  const by_ceiling = !unspent[0] && compare(all.optimum, changes.ceiling) > 0;
  const possible = unspent[0] ? least(changes.ceiling, all.optimum) : changes.ceiling;
  const limits = unspent[0] && equal(total, possible) ? holding(free, counted, all) : [];
  return { total: written(total), most: written(all.optimum), possible: written(possible), by_ceiling, limits };
}

/** The rules and bounds without one of which the largest total would be larger; those without a dual cannot be. */
function holding(program, terms, all) {
  const more = (eased) => compare(largest(eased, terms).optimum, all.optimum) > 0;
  const found = program.rows.filter((row, place) =>
    all.dual[place][0] && more({ ...program, rows: program.rows.filter((other) => other !== row) })).map(({ rule }) => ({ rule }));
  program.variables.forEach(({ lower, upper }, line) => {
    const cost = all.costs[line], asks = program.asked[line];
    if (cost[0] < 0n && lower[0] && more(eased(program, line, { lower: ZERO }))) found.push({ line, end: "minimum" });
    if (cost[0] > 0n && compare(upper, asks) < 0 && more(eased(program, line, { upper: asks }))) found.push({ line, end: "maximum" });
  });
  return found.filter(({ rule }, place) => !rule || found.findIndex((other) => other.rule === rule) === place);
}

const eased = (program, line, ends) => ({
  ...program, variables: program.variables.map((bounds, place) => (place === line ? { ...bounds, ...ends } : bounds)),
});

/** Why nothing fits: the lowest ceiling that is enough, a conflict of which nothing can be left out, and what would mend it. */
function refusal(program, changes, asked, against) {
  const terms = program.counts.map((by, line) => [line, opposite(by)]);
  const low = largest(question(program, { ...changes, ceiling: null }), terms);
  const conflict = irreducible(asked, against);
  return {
    lowest: low && written(opposite(low.optimum)),
    conflict,
    repairs: conflict.flatMap(({ line, end }) => (end === "minimum" ? repair(asked, line) : [])),
  };
}

/** The least and the most that a line can be given where it may get less than it has to; nothing where that fits not either. */
function repair(asked, line) {
  const lower = eased(asked, line, { lower: ZERO });
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
    if (against[place][0]) leave(without, { rule: row.rule });
    else left = without;
  }
  costs.forEach((cost, line) => {
    const { lower, upper } = left.variables[line];
    if (lower[0]) {
      const without = eased(left, line, { lower: ZERO });
      if (cost[0] < 0n) leave(without, { line, end: "minimum" });
      else left = without;
    }
    if (upper !== null) {
      const without = eased(left, line, { upper: null });
      if (cost[0] > 0n) leave(without, { line, end: "maximum" });
      else left = without;
    }
  });
  return found;
}
