// What is asked: the plan's program with the reader's changes in it. A program holds, with fractions as text,
//
//   lines    [[proposed, lower, upper, weight]]
//   counts   how much of each line the ceiling pays
//   rules    [{id, sides: [{field, sense, value, part, whole, rest}]}], each side Σ part - value · Σ whole against rest,
//            or where there is no whole Σ part against value
//   stages   [{goal, lines or groups}]
import { ZERO, fraction, minus } from "./fraction.js";

/** A program with its texts read. */
export function read(program) {
  const pair = ([line, by]) => [line, fraction(by)];
  return {
    lines: program.lines.map((line) => {
      const [proposed, lower, upper, weight] = line.map(fraction);
      return { proposed, lower, upper, weight };
    }),
    counts: program.counts.map(fraction),
    rules: program.rules.map(({ id, sides }) => ({
      id,
      sides: sides.map((side) => ({
        ...side, value: fraction(side.value), rest: fraction(side.rest), part: side.part.map(pair),
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
export function row({ sense, part, whole, rest }, value) {
  if (!whole) return { terms: part.filter(([, by]) => by[0]), sense, side: value };
  const terms = new Map(part);
  for (const line of whole) terms.set(line, minus(terms.get(line) ?? ZERO, value));
  return { terms: [...terms].filter(([, by]) => by[0]), sense, side: rest };
}

/**
 * The question of a program under changes.
 *
 * @param program as `read` gives it.
 * @param changes the ceiling (null for none); `lines`, place → {keep | minimum, maximum, weight}; `rules`, id → {off} or
 *   {field: value}; amounts as fractions.
 */
export function question(program, { ceiling, lines = {}, rules = {} }) {
  const rows = ceiling === null ? [] : [{
    terms: program.counts.flatMap((by, line) => (by[0] ? [[line, by]] : [])), sense: "<=", side: ceiling, rule: "ceiling",
  }];
  for (const { id, sides } of program.rules) {
    if (rules[id]?.off) continue;
    for (const side of sides) rows.push({ ...row(side, rules[id]?.[side.field] ?? side.value), rule: id, field: side.field });
  }
  return {
    variables: program.lines.map((line, place) => bounds(line, lines[place])),
    rows,
    weights: program.lines.map((line, place) => [place, lines[place]?.weight ?? line.weight]).filter(([, by]) => by[0]),
    asked: program.lines.map((line) => line.proposed),
    stages: program.stages,
  };
}
