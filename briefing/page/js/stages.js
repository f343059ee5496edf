// The stages of a plan's objective, each a program over the splits that all before it left, as the program that made this
// page takes them. No answer leaves here that the checker did not find proved.
import { certified, costs, primal, refuted } from "./checker.js";
import { ONE, ZERO, add, equal, most, opposite, over, sum, times } from "./fraction.js";
import { Astray, Quick, floating } from "./quick.js";
import { Simplex } from "./simplex.js";
import { vertex } from "./vertex.js";

/** What stops an answer that could not be proved: a fault of this page, never of its reader. */
export class NotProved extends Error {}

/**
 * A set of splits: bounds and rows, the simplex that follows them, and what was proved of them.
 *
 * A floating-point simplex points at a basis, of which the exact vertex is worked out; where that does not prove itself
 * the exact simplex takes over, from the start. A row that was let go stays in the simplex without limits.
 */
class Space {
  constructor({ variables, rows }, quickly = true) {
    this.proofs = [];
    this.quick = quickly;
    this.build(quickly ? new Quick(reach_of(variables, rows)) : new Simplex(), variables, rows);
  }

  build(simplex, variables, rows) {
    this.simplex = simplex;
    this.variables = [];
    for (const { lower, upper } of variables) this.add(lower, upper);
    const kept = rows.map((row) => this.keep(row));
    this.rows = kept;
  }

  place(variable) { return this.variables[variable].place; }

  add(lower, upper) {
    this.variables.push({ lower, upper, place: this.simplex.variable(lower, upper) });
    return this.variables.length - 1;
  }

  keep(row) {
    const { terms, sense, side } = row;
    const inside = terms.map(([variable, by]) => [this.place(variable), by]);
    row.place = this.simplex.row(inside, sense === "<=" ? null : side, sense === ">=" ? null : side);
    this.rows?.push(row);
    return row;
  }

  letGo(rows) {
    for (const { place } of rows) this.simplex.within(place, null, null);
    this.rows = this.rows.filter((row) => !rows.includes(row));
  }

  /** A variable that is of no more use, the last one. */
  forget() {
    this.simplex.within(this.variables.pop().place, null, null);
  }

  fix(variable, at) {
    Object.assign(this.variables[variable], { lower: at, upper: at });
    this.simplex.within(this.place(variable), at, at);
  }

  free(variable) {
    const { lower, upper } = this.variables[variable];
    return upper === null || !equal(lower, upper);
  }

  /** The largest sum of terms, proved: its point, the dual of every row and the cost of every variable. */
  best(name, terms) {
    const program = {
      variables: this.variables.map(({ lower, upper }) => ({ lower, upper })),
      rows: this.rows.map(({ terms: of, sense, side }) => ({ terms: of, sense, side })),
      objective: terms,
    };
    const found = this.quick ? this.pointed(program) ?? this.afresh(program) : this.exactly(program);
    if (found === null) throw new NotProved(name);
    this.proofs.push({ name, program, ...found });
    return found.point ? { ...found, feasible: true, costs: costs(program, found.dual), optimum: value(terms, found.point) } : { ...found, feasible: false };
  }

  /** The same from the start, where rounding has piled up; or else exactly, from here on. */
  afresh(program) {
    this.build(new Quick(this.simplex.scale), this.variables, this.rows);
    const found = this.pointed(program);
    if (found !== null) return found;
    this.quick = false;
    this.build(new Simplex(), this.variables, this.rows);
    return this.exactly(program);
  }

  inside(terms) { return terms.map(([variable, by]) => [this.place(variable), by]); }

  /** The answer at a basis that floating-point numbers point at, if it is proved; else null. */
  pointed(program) {
    const terms = this.inside(program.objective);
    try {
      const feasible = this.simplex.maximise(terms);
      const { value: at, multipliers } = vertex(this.simplex, feasible ? terms : null);
      const of = ({ place }) => multipliers.get(place) ?? ZERO;
      return this.proved(program, feasible, this.variables.map(({ place }) => at[place]), this.rows.map(of));
    } catch (error) {
      if (error instanceof Astray) return null;
      throw error;
    }
  }

  exactly(program) {
    const { feasible, slopes } = this.simplex.maximise(this.inside(program.objective));
    const multiplier = ({ place }) => {
      const side = !feasible && this.simplex.forms.has(place) ? this.simplex.side(place) : 0;
      return side ? [BigInt(side), 1n] : slopes.get(place) ?? ZERO;
    };
    return this.proved(program, feasible, this.variables.map(({ place }) => this.simplex.value[place]), this.rows.map(multiplier));
  }

  proved(program, feasible, point, multipliers) {
    if (feasible) return certified(program, point, multipliers) ? { point, dual: multipliers } : null;
    return refuted(program, multipliers) ? { against: multipliers } : null;
  }

  /** Hold the variables that stand on a bound in every best split: those with a cost (complementary slackness). */
  hold({ costs: of, point }) {
    of.forEach((cost, variable) => { if (cost[0] && this.free(variable)) this.fix(variable, point[variable]); });
  }
}

/** The largest amount in a program, by which floating-point numbers are scaled. */
function reach_of(variables, rows) {
  const ends = variables.flatMap(({ lower, upper }) => [lower, upper ?? ZERO]);
  return Math.max(...[...ends, ...rows.map(({ side }) => side)].map((each) => Math.abs(floating(each)))) || 1;
}

const value = (terms, point) => terms.reduce((found, [variable, by]) => add(found, times(by, point[variable])), ZERO);

/** Keep only the splits that reach the largest sum of terms. */
function reach(space, name, terms) {
  const found = space.best(name, terms);
  if (!found.feasible) return found;
  if (terms.length) space.keep({ terms, sense: ">=", side: found.optimum });
  space.hold(found);
  return found;
}

/**
 * Raise the lowest level of groups, then the next lowest, until each is settled (or lower the highest, and so on).
 *
 * A group is the variables of which the sum is measured, and what it is measured by. It is settled where its row has a dual
 * other than zero, or where its variables can give no more.
 */
function level(space, name, groups, rising) {
  const sign = rising ? ONE : opposite(ONE);
  const unsettled = () => groups.filter(({ of, done }) => !done && of.some((variable) => space.free(variable)));
  let open = unsettled();
  if (!open.length) return;
  const height = space.add(ZERO, null);
  for (const group of open) {
    const terms = [...group.of.map((variable) => [variable, ONE]), [height, opposite(group.by)]];
    group.row = space.keep({ terms, sense: rising ? ">=" : "<=", side: ZERO });
    if (group.of.length === 1) space.simplex.follow(space.place(group.of[0]), group.row.place);
  }
  while (open.length) {
    const found = space.best(name, [[height, sign]]);
    if (!found.feasible) throw new NotProved(name);
    const reached = found.point[height];
    const settled = [];
    for (const group of open) {
      const amount = times(reached, group.by);
      const ends = group.of.map((variable) => space.variables[variable][rising ? "upper" : "lower"]);
      const full = !ends.includes(null) && equal(sum(ends), amount);
      if (!full && !found.dual[space.rows.indexOf(group.row)][0]) continue;
      group.done = true;
      settled.push([group, amount]);
    }
    found.costs[height] = ZERO;
    space.hold(found);
    for (const [group, amount] of settled) {
      const terms = group.of.map((variable) => [variable, ONE]);
      if (group.of.length === 1) space.fix(group.of[0], amount);
      else space.keep({ terms, sense: "==", side: amount });
    }
    const still = unsettled();
    space.letGo(open.filter((group) => !still.includes(group)).map((group) => group.row));
    open = still;
  }
  space.forget();
}

const STAGES = {
  value: (space, { lines }, weights) => reach(space, "value", weights.filter(([line]) => !lines || lines.includes(line))),
  coverage(space, { groups }, weights, asked) {
    const members = groups ?? asked.map((_, line) => [line]);
    const sums = members.map((of) => ({ of, by: sum(of.map((line) => asked[line])) })).filter(({ by }) => by[0]);
    const largest = sums.map(({ by }) => by).reduce(most, ZERO);
    level(space, "coverage", sums.map(({ of, by }) => ({ of, by: over(by, largest) })), true);
    if (groups) return;
    const unasked = asked.flatMap((each, line) => (each[0] || !space.free(line) ? [] : [line]));
    if (!unasked.length) return;
    reach(space, "unasked", unasked.map((line) => [line, opposite(ONE)]));
    level(space, "unasked", unasked.map((line) => ({ of: [line], by: ONE })), false);
  },
  // as little as can be is shifted, then used earlier, then in the first year, in the second, and so on
  shift(space, stage, weights, asked, moves) {
    const least = (chosen) => {
      const terms = moves.flatMap((move, place) => (chosen(move) && space.free(asked.length + place) ? [[asked.length + place, opposite(ONE)]] : []));
      if (terms.length) reach(space, "shift", terms);
    };
    const from = ([way, year]) => (way === "later" ? year : year - 1);
    least(() => true);
    least(([way]) => way === "earlier");
    for (const year of [...new Set(moves.map(from))].sort((one, other) => one - other)) least((move) => from(move) === year);
  },
};

/**
 * The best split of a question, with the proofs of all its stages.
 *
 * @param question variables and rows of a program, `weights` as terms, `asked` per variable, and the `stages` in order.
 * @returns amounts and proofs; amounts null where nothing fits, with the multipliers of the rows that prove it.
 * @throws NotProved where an answer does not hold up: then there is none.
 */
export function divide(question, quickly = true) {
  const space = new Space(question, quickly);
  const first = space.best("splits", []);
  if (!first.feasible) return { amounts: null, against: first.against, proofs: space.proofs };
  for (const stage of question.stages) STAGES[stage.goal](space, stage, question.weights, question.asked, question.moves);
  const last = space.proofs.at(-1).point;
  const amounts = question.variables.map((_, variable) => last[variable]);
  if (!primal(question, amounts) || !space.proofs.every((proof) => reaches(proof, amounts))) throw new NotProved("split");
  return { amounts, proofs: space.proofs };
}

/** Whether a split keeps a stage's program and reaches its optimum, with the level that the stage proved. */
function reaches({ program, point }, amounts) {
  const whole = [...amounts, ...point.slice(amounts.length)];
  return primal(program, whole) && equal(value(program.objective, whole), value(program.objective, point));
}

/** The largest sum of terms over a program; null where nothing keeps it. */
export function largest(program, terms) {
  const found = new Space(program).best("total", terms);
  return found.feasible ? found : null;
}
