// The stages of a plan's objective, each a program over the splits that all before it left, as the program that made this
// page takes them. No answer leaves here that the checker did not find proved.
import { certified, primal, refuted } from "./checker.js";
import { ONE, ZERO, add, equal, most, opposite, over, sum, times } from "./fraction.js";
import { Simplex } from "./simplex.js";

/** What stops an answer that could not be proved: a fault of this page, never of its reader. */
export class NotProved extends Error {}

/**
 * A set of splits: bounds and rows, the dictionary that follows them, and what was proved of them.
 *
 * A row that was let go stays in the dictionary without limits, where it holds nothing.
 */
class Space {
  constructor({ variables, rows }) {
    this.simplex = new Simplex();
    this.variables = variables.map(({ lower, upper }) => ({ lower, upper, place: this.simplex.variable(lower, upper) }));
    this.rows = [];
    for (const row of rows) this.keep(row);
    this.proofs = [];
  }

  place(variable) { return this.variables[variable].place; }

  add(lower, upper) {
    this.variables.push({ lower, upper, place: this.simplex.variable(lower, upper) });
    return this.variables.length - 1;
  }

  keep({ terms, sense, side }) {
    const inside = terms.map(([variable, by]) => [this.place(variable), by]);
    const place = this.simplex.row(inside, sense === "<=" ? null : side, sense === ">=" ? null : side);
    const row = { terms, sense, side, place };
    this.rows.push(row);
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
    const { feasible, slopes } = this.simplex.maximise(terms.map(([variable, by]) => [this.place(variable), by]));
    const program = {
      variables: this.variables.map(({ lower, upper }) => ({ lower, upper })),
      rows: this.rows.map(({ terms: of, sense, side }) => ({ terms: of, sense, side })),
      objective: terms,
    };
    const slope = ({ place }) => slopes.get(place) ?? ZERO;
    if (!feasible) {
      const against = this.rows.map((row) => {
        const side = this.simplex.forms.has(row.place) ? this.simplex.side(row.place) : 0;
        return side ? [BigInt(side), 1n] : slope(row);
      });
      if (!refuted(program, against)) throw new NotProved(name);
      this.proofs.push({ name, program, against });
      return { feasible, against };
    }
    const point = this.variables.map(({ place }) => this.simplex.value[place]);
    const dual = this.rows.map(slope);
    if (!certified(program, point, dual)) throw new NotProved(name);
    this.proofs.push({ name, program, point, dual });
    return { feasible, point, dual, costs: this.variables.map(slope), optimum: value(terms, point) };
  }

  /** Hold the variables that stand on a bound in every best split: those with a cost (complementary slackness). */
  hold({ costs, point }) {
    costs.forEach((cost, variable) => { if (cost[0] && this.free(variable)) this.fix(variable, point[variable]); });
  }
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
};

/**
 * The best split of a question, with the proofs of all its stages.
 *
 * @param question variables and rows of a program, `weights` as terms, `asked` per variable, and the `stages` in order.
 * @returns amounts and proofs; amounts null where nothing fits, with the multipliers of the rows that prove it.
 * @throws NotProved where an answer does not hold up: then there is none.
 */
export function divide(question) {
  const space = new Space(question);
  const first = space.best("splits", []);
  if (!first.feasible) return { amounts: null, against: first.against, proofs: space.proofs };
  for (const stage of question.stages) STAGES[stage.goal](space, stage, question.weights, question.asked);
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
