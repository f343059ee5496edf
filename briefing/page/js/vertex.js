// From a basis that `quick.js` points at to the exact point that it stands for, with its duals. What comes out is held
// against the checker like anything else: a basis that rounding got wrong proves nothing.
import { ZERO, add, compare, minus, opposite, over, times } from "./fraction.js";
import { Astray } from "./quick.js";

/**
 * The one solution of a square, sparse system of linear equations: [Map of unknown to coefficient, constant] each.
 *
 * The shortest equation goes first, and in it the unknown that the fewest others share (Markowitz, Management Science 3,
 * 1957): the systems of plans are nearly triangular, and stay so.
 */
export function solved(system) {
  const shared = new Map();
  system.forEach(({ terms }, place) => {
    for (const unknown of terms.keys()) shared.has(unknown) ? shared.get(unknown).add(place) : shared.set(unknown, new Set([place]));
  });
  if (shared.size !== system.length) throw new Astray("not square");
  const byLength = [];
  const wait = (place) => (byLength[system[place].terms.size] ??= []).push(place);
  system.forEach((_, place) => wait(place));
  const done = new Set(), pivots = [];
  for (let length = 0; length < byLength.length; length++) {
    const place = byLength[length]?.pop();
    if (place === undefined) continue;
    const { terms, side } = system[place];
    if (done.has(place) || terms.size !== length) { length -= 1; continue; }
    if (!length) throw new Astray("singular");
    let pivot = null;
    for (const unknown of terms.keys()) if (pivot === null || shared.get(unknown).size < shared.get(pivot).size) pivot = unknown;
    done.add(place);
    pivots.push([place, pivot]);
    for (const unknown of terms.keys()) shared.get(unknown).delete(place);
    for (const other of shared.get(pivot)) {
      const target = system[other];
      const factor = over(target.terms.get(pivot), terms.get(pivot));
      target.terms.delete(pivot);
      if (side[0]) target.side = minus(target.side, times(factor, side));
      for (const [unknown, by] of terms) {
        if (unknown === pivot) continue;
        const before = target.terms.get(unknown);
        const after = before ? minus(before, times(factor, by)) : opposite(times(factor, by));
        if (after[0]) target.terms.set(unknown, after);
        else target.terms.delete(unknown);
        if (after[0] && !before) shared.get(unknown).add(other);
        if (!after[0]) shared.get(unknown).delete(other);
      }
      wait(other);
    }
    shared.delete(pivot);
    length = -1;
  }
  const found = new Map();
  for (const [place, pivot] of pivots.reverse()) {
    const { terms, side } = system[place];
    let rest = side;
    for (const [unknown, by] of terms) if (unknown !== pivot) rest = minus(rest, times(by, found.get(unknown)));
    found.set(pivot, over(rest, terms.get(pivot)));
  }
  return found;
}

/**
 * The exact values of all variables and the multipliers of all rows at the basis of a floating-point simplex.
 *
 * @param quick where it stands; its variables outside the dictionary stand on a bound, or where they stood before.
 * @param terms of the objective; null for minus the sum of what is out of bounds.
 */
export function vertex(quick, terms) {
  const { rows, lower, upper, at } = quick.exact;
  const tight = [], unknowns = new Map();
  for (const place of quick.outside) {
    const low = lower[place], high = upper[place];
    const below = high === null || (low !== null && quick.value[place] - quick.lower[place] <= quick.upper[place] - quick.value[place]);
    at[place] = (below ? low : high) ?? at[place];
    if (rows.has(place)) tight.push(place);
  }
  for (const place of quick.forms.keys()) if (!rows.has(place)) unknowns.set(place, { terms: new Map(), side: ZERO });
  const system = tight.map((row) => {
    const inside = new Map();
    let side = at[row];
    for (const [place, by] of rows.get(row)) {
      const column = unknowns.get(place);
      if (!column) side = minus(side, times(by, at[place]));
      else {
        const sum = add(inside.get(place) ?? ZERO, by);
        inside.set(place, sum);
        column.terms.set(row, sum);
      }
    }
    return { terms: inside, side };
  });
  for (const [place, value] of solved(system)) at[place] = value;
  for (const place of unknowns.keys()) quick.value[place] = quick.scaled(at[place]);
  const out = terms === null ? outside(quick) : { terms, multipliers: [] };
  for (const [place, by] of out.terms) {
    const column = unknowns.get(place);
    if (column) column.side = add(column.side, by);
  }
  return { value: at, multipliers: new Map([...solved([...unknowns.values()]), ...out.multipliers]) };
}

/** Minus the sum of what is out of bounds, as terms; rows that are count with 1 or -1. */
function outside(quick) {
  const { rows, lower, upper, at } = quick.exact;
  const terms = [], multipliers = [];
  for (const place of quick.forms.keys()) {
    const of = rows.get(place);
    const value = of ? of.reduce((found, [each, by]) => add(found, times(by, at[each])), ZERO) : at[place];
    const low = lower[place], high = upper[place];
    const side = low !== null && compare(value, low) < 0 ? -1n : high !== null && compare(value, high) > 0 ? 1n : 0n;
    if (!side) continue;
    if (!of) terms.push([place, [-side, 1n]]);
    else {
      multipliers.push([place, [side, 1n]]);
      for (const [each, by] of of) terms.push([each, times([-side, 1n], by)]);
    }
  }
  return { terms, multipliers };
}
