// The proof of an answer, checked by itself: this knows no way to find one. A program is
//
//   maximise Σ objective · x   subject to   Σ terms · x (<=, >= or ==) side for every row,   lower <= x <= upper
//
// with variables [{lower, upper}] (upper null where there is no limit), rows [{terms, sense, side}] and an objective;
// terms and objectives are [variable, coefficient] pairs. Everything is compared exactly, without tolerance.
import { ZERO, add, compare, equal, minus, times } from "./fraction.js";

const total = (terms, point) => terms.reduce((found, [variable, by]) => add(found, times(by, point[variable])), ZERO);

/** Whether a point lies within all bounds and keeps all rows. */
export function primal({ variables, rows }, point) {
  const within = variables.every(({ lower, upper }, place) =>
    compare(lower, point[place]) <= 0 && (upper === null || compare(point[place], upper) <= 0));
  return within && rows.every(({ terms, sense, side }) => {
    const stands = compare(total(terms, point), side);
    return (stands <= 0 || sense === ">=") && (stands >= 0 || sense === "<=");
  });
}

/** What multipliers of the rows leave of the objective: a reduced cost for every variable. */
export function costs({ variables, rows, objective }, multipliers) {
  const left = variables.map(() => ZERO);
  for (const [variable, by] of objective) left[variable] = add(left[variable], by);
  rows.forEach(({ terms }, row) => {
    if (!multipliers[row][0]) return;
    for (const [variable, by] of terms) left[variable] = minus(left[variable], times(multipliers[row], by));
  });
  return left;
}

/**
 * The bound that multipliers put on the objective over all that keeps the program: for every such x
 *
 *   Σ objective · x  <=  Σ multiplier · side + Σ cost · (upper where the cost is above zero, else lower)
 *
 * Null where a multiplier has the wrong sign, or a variable without limit is not held.
 */
export function bound(program, multipliers) {
  const { variables, rows } = program;
  if (multipliers.length !== rows.length) return null;
  const signed = rows.every(({ sense }, row) =>
    (multipliers[row][0] >= 0n || sense !== "<=") && (multipliers[row][0] <= 0n || sense !== ">="));
  if (!signed) return null;
  let found = rows.reduce((so_far, { side }, row) => add(so_far, times(multipliers[row], side)), ZERO);
  for (const [place, cost] of costs(program, multipliers).entries()) {
    const end = cost[0] > 0n ? variables[place].upper : variables[place].lower;
    if (end === null) return null;
    found = add(found, times(cost, end));
  }
  return found;
}

/** Whether a point is a best answer, with duals that prove it: primal, dual and no gap between them. */
export function certified(program, point, dual) {
  if (point.length !== program.variables.length || !primal(program, point)) return false;
  const limit = bound(program, dual);
  return limit !== null && equal(limit, total(program.objective, point));
}

/** Whether multipliers prove that nothing keeps the program: they bound zero, which any x has, to below zero. */
export function refuted(program, multipliers) {
  const limit = bound({ ...program, objective: [] }, multipliers);
  return limit !== null && limit[0] < 0n;
}
