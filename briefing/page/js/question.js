// What is asked: the plan's program with the reader's changes in it. A program holds, with fractions as text,
//
//   lines     [[proposed, lower, upper, weight]]
//   counts    how much of each line the ceiling pays
//   moves     [[later or earlier, year]], variables behind the lines: what is shifted between years
//   ceilings  [{id, terms, fixed, rate}], each Σ terms against fixed + rate · ceiling: the rows of a path, of which the
//             ceiling is a share. Without them the ceiling is a total
//   rules     [{id, sides: [{field, sense, value, part, whole, rest, times, row}]}], each side Σ part - value · Σ whole
//             against rest, or where there is no whole Σ part against rest + times · value
//   stages    [{goal, lines or groups}]
import { ONE, ZERO, add, fraction, minus, times } from "./fraction.js";

/** A program with its texts read. */
export function read(program) {
  const pair = ([line, by]) => [line, fraction(by)];
  const counts = program.counts.map(fraction);
  const paid = counts.flatMap((by, line) => (by[0] ? [[line, by]] : []));
  return {
    lines: program.lines.map((line) => {
      const [proposed, lower, upper, weight] = line.map(fraction);
      return { proposed, lower, upper, weight };
    }),
    counts,
    paid,
    moves: program.moves ?? [],
    ceilings: program.ceilings?.map(({ id, terms, fixed, rate }) => ({ id, terms: terms.map(pair), fixed: fraction(fixed), rate: fraction(rate) }))
      ?? [{ id: "ceiling", terms: paid, fixed: ZERO, rate: ONE }],
    rules: program.rules.map(({ id, sides }) => ({
      id,
      sides: sides.map((side) => ({
        ...side, value: fraction(side.value), rest: fraction(side.rest), times: fraction(side.times ?? "1"), part: side.part.map(pair),
      })),
    })),
    stages: program.stages,
  };
}

/** The bounds of a line under the changes: held at an amount, or between two. */
export function bounds({ lower, upper }, change = {}) {
  if (change.keep) return { lower: change.keep, upper: change.keep };
  return { lower: change.minimum ?? lower, upper: change.maximum ?? upper };
}

/** A side of a rule as a row. */
export function row({ sense, part, whole, rest, times: by_value }, value) {
  if (!whole) return { terms: part.filter(([, by]) => by[0]), sense, side: add(rest, times(by_value, value)) };
  const terms = new Map(part);
  for (const line of whole) terms.set(line, minus(terms.get(line) ?? ZERO, value));
  return { terms: [...terms].filter(([, by]) => by[0]), sense, side: rest };
}

/**
 * The question of a program under changes.
 *
 * @param program as `read` gives it.
 * @param changes the ceiling, a total or a share of the path (null for none); `lines`, place → {keep | minimum, maximum, weight}; `rules`, id → {off} or
 *   {field: value}; amounts as fractions.
 */
export function question(program, { ceiling, lines = {}, rules = {} }) {
  const rows = ceiling === null ? [] : program.ceilings.map(({ id, terms, fixed, rate }) =>
    ({ terms, sense: "<=", side: add(fixed, times(rate, ceiling)), rule: id }));
  for (const { id, sides } of program.rules) {
    if (rules[id]?.off) continue;
    for (const side of sides) {
      rows.push({ ...row(side, rules[id]?.[side.field] ?? side.value), rule: id, row: side.row });
    }
  }
  return {
    variables: [
      ...program.lines.map((line, place) => bounds(line, lines[place])),
      ...program.moves.map(() => ({ lower: ZERO, upper: null })),
    ],
    rows,
    weights: program.lines.map((line, place) => [place, lines[place]?.weight ?? line.weight]).filter(([, by]) => by[0]),
    asked: program.lines.map((line) => line.proposed),
    moves: program.moves,
    stages: program.stages,
  };
}

/** The same with the ceiling as a variable of its own, the last one: its place. */
export function unlimited(program, changes) {
  const free = question(program, { ...changes, ceiling: null });
  const ceiling = free.variables.length;
  const rows = program.ceilings.map(({ id, terms, fixed, rate }) =>
    ({ terms: rate[0] ? [...terms, [ceiling, [-rate[0], rate[1]]]] : terms, sense: "<=", side: fixed, rule: id }));
  return { free: { ...free, variables: [...free.variables, { lower: ZERO, upper: null }], rows: [...rows, ...free.rows] }, ceiling };
}
