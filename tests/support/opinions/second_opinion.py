"""A second opinion on the answers of the command line, from the plan's text alone and without any of its code.

It reads the plan by itself, in fractions, and judges the printed split. That nothing better exists is shown with the
multipliers of another run of a solver: whatever they are, in exact arithmetic

    Σ c · x  ≤  Σ multiplier · right-hand side + Σ max over the bounds of (c - Σ multiplier · coefficient) · x

for every split that keeps the rules, as long as the multipliers of ≤ rows are not negative. A bad multiplier gives a
weak bound, never a wrong one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

import highspy
import numpy as np
import yaml
from opinions.exact_dictionary import largest

ZERO = Fraction(0)


class Limit(NamedTuple):
    """Σ coefficient · x ≤ most."""

    id: str
    coefficients: dict[str, Fraction]
    most: Fraction


class Question(NamedTuple):
    """What was asked, as this reader understands the plan's text.

    Attributes:
        bounds: line → the least and the most that it may be given.
        proposed, weight: line → figure.
        charge: line → what the ceiling pays of each unit of money there.
        limits: the ceiling and every rule.
        objective: the stages, in order.
    """

    bounds: dict[str, tuple[Fraction, Fraction]]
    proposed: dict[str, Fraction]
    weight: dict[str, Fraction]
    charge: dict[str, Fraction]
    limits: list[Limit]
    objective: list[str]


def number(text: str) -> Fraction:
    """A plain decimal or a quotient."""
    return Fraction(text)


def read(plan: str, ceiling: str, scenario: str | None, changes: tuple[str, ...]) -> Question:
    """The question, read from the plan's text."""
    lines, rules, root = parts(plan, scenario, changes)
    return _question(lines, rules, number(ceiling), root)


def parts(
    plan: str, scenario: str | None, changes: tuple[str, ...]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """The lines and rules under a scenario and changes, with the whole as it was written.

    Raises:
        KeyError: if a change speaks of a line or rule that is not there.
    """
    root = yaml.load(plan, yaml.BaseLoader)  # noqa: S506 - it makes texts only
    lines = {line["id"]: dict(line) for line in root["lines"]}
    rules = {rule["id"]: _copy(rule) for rule in root.get("constraints", [])}
    if scenario:
        for change in root["scenarios"][scenario].get("lines", []):
            fields = {field: value for field, value in change.items() if field != "of"}
            for line in selected(change["of"], list(lines.values())):
                lines[line] |= fields
        for name, change in root["scenarios"][scenario].get("constraints", {}).items():
            if change == "null":
                rules.pop(name)
            else:
                _merge(rules[name], change)
    for change in changes:
        path, _, value = change.partition("=")
        section, name, *keys = path.split(".")
        target: dict[str, Any] = (lines if section == "lines" else rules)[name]
        for key in keys[:-1]:
            target = target[key]
        target[keys[-1]] = value
    return list(lines.values()), list(rules.values()), root


def _copy(value: Any) -> Any:  # noqa: ANN401 - whatever a text holds
    return {key: _copy(inside) for key, inside in value.items()} if isinstance(value, dict) else value


def _merge(rule: dict[str, Any], change: dict[str, Any]) -> None:
    for kind, fields in change.items():
        rule[kind] |= fields


def _question(
    lines: list[dict[str, Any]], rules: list[dict[str, Any]], ceiling: Fraction, root: dict[str, Any]
) -> Question:
    proposed = {line["id"]: number(line["proposed"]) for line in lines}

    bounds = {line["id"]: (bound(line, "minimum", "0"), bound(line, "maximum", "100%")) for line in lines}
    weight = {line["id"]: number(line.get("weight", "1")) for line in lines}
    charge = {line["id"]: 1 - number(line.get("cofunded", "0%")[:-1]) / 100 for line in lines}
    limits = [Limit("ceiling", charge, ceiling)]
    for rule in rules:
        limits += _limits(rule, lines)
    return Question(bounds, proposed, weight, charge, limits, root.get("objective", ["value", "coverage"]))


def bound(line: dict[str, Any], field: str, otherwise: str) -> Fraction:
    """The least or the most that a line may be given, an amount or a share of what it asks."""
    text = line.get(field, otherwise)
    return number(line["proposed"]) * number(text[:-1]) / 100 if text.endswith("%") else number(text)


def _limits(rule: dict[str, Any], lines: list[dict[str, Any]]) -> list[Limit]:
    found = []
    if "proportional" in rule:
        asked = rule["proportional"]
        up, down = selected(asked["upstream"], lines), selected(asked["downstream"], lines)
        existing = number(asked.get("existing", "0"))
        for side, sign in (("at_least", 1), ("at_most", -1)):
            if side in asked:
                ratio = number(asked[side])
                terms = {line: sign * (ratio * (line in up) - (line in down)) for line in {*up, *down}}
                found.append(Limit(f"{rule['id']}.{side}", _fractions(terms), sign * existing))
        return found
    asked = rule["level"]
    of = selected(asked["of"], lines)
    for side, sign in (("at_least", -1), ("at_most", 1)):
        if side in asked and asked[side].endswith("%"):
            share = number(asked[side][:-1]) / 100
            terms = {line["id"]: sign * ((line["id"] in of) - share) for line in lines}
            found.append(Limit(f"{rule['id']}.{side}", _fractions(terms), ZERO))
        elif side in asked:
            found.append(Limit(f"{rule['id']}.{side}", dict.fromkeys(of, Fraction(sign)), sign * number(asked[side])))
    return found


def _fractions(terms: dict[str, Any]) -> dict[str, Fraction]:
    return {line: Fraction(value) for line, value in terms.items()}


def selected(selector: Any, lines: list[dict[str, Any]]) -> list[str]:  # noqa: ANN401 - a text, list or mapping
    """The ids of the lines that a selector selects, in their order."""

    def matches(line: dict[str, Any], one: Any) -> bool:  # noqa: ANN401 - the same
        if isinstance(one, str):
            return one in {"all", line["id"]}
        if isinstance(one, list):
            return any(matches(line, each) for each in one)
        for field, wanted in one.items():
            values = wanted if isinstance(wanted, list) else [wanted]
            own = line.get("id" if field == "line" else field, [])
            if set(values).isdisjoint(own if isinstance(own, list) else [own]):
                return False
        return True

    return [line["id"] for line in lines if matches(line, selector)]


def broken(question: Question, split: dict[str, Fraction]) -> list[str]:
    """The limits and bounds that a split breaks, exactly."""
    found = [f"bounds of {line}" for line, (least, most) in question.bounds.items() if not least <= split[line] <= most]
    return found + [
        limit.id
        for limit in question.limits
        if sum((factor * split[line] for line, factor in limit.coefficients.items()), ZERO) > limit.most
    ]


def exceeds(
    question: Question,
    objective: dict[str, Fraction],
    limits: list[Limit],
    least: dict[str, Fraction],
    reached: Fraction,
) -> bool:
    """Whether any split within the limits, in which these lines get at least so much, has more than what was reached.

    The multipliers of HiGHS mostly rule it out exactly; where they are not sharp enough, an exact simplex says what the
    most is.
    """
    bounds = {line: (max(low, least.get(line, low)), high) for line, (low, high) in question.bounds.items()}
    if any(_bound(objective, limits, bounds, each) <= reached for each in _multipliers(objective, limits, bounds)):
        return False
    found = largest(objective, [(limit.coefficients, limit.most) for limit in limits], bounds)
    return found is not None and found > reached


def _bound(
    objective: dict[str, Fraction],
    limits: list[Limit],
    bounds: dict[str, tuple[Fraction, Fraction]],
    multipliers: list[Fraction],
) -> Fraction:
    left = {line: objective.get(line, ZERO) for line in bounds}
    bound = ZERO
    for factor, limit in zip(multipliers, limits, strict=True):
        if factor:
            bound += factor * limit.most
            for line, coefficient in limit.coefficients.items():
                left[line] -= factor * coefficient
    return bound + sum((cost * bounds[line][cost > 0] for line, cost in left.items()), ZERO)


def nothing_fits(question: Question) -> bool:
    """Whether no split keeps every limit, shown by multipliers with which even the best split breaks them together."""
    short = {f"short {number}": limit for number, limit in enumerate(question.limits)}
    bounds = question.bounds | {name: (ZERO, _furthest(limit, question.bounds)) for name, limit in short.items()}
    limits = [limit._replace(coefficients=limit.coefficients | {name: Fraction(-1)}) for name, limit in short.items()]
    found = _multipliers(dict.fromkeys(short, Fraction(-1)), limits, bounds)
    if any(_bound({}, question.limits, question.bounds, each) < 0 for each in found):
        return True
    return largest({}, [(limit.coefficients, limit.most) for limit in question.limits], question.bounds) is None


def least_total(question: Question) -> Fraction | None:
    """The smallest total with which every rule can be kept, from an exact simplex; None where no total is enough."""
    rules = [(limit.coefficients, limit.most) for limit in question.limits if limit.id != "ceiling"]
    found = largest({line: -charge for line, charge in question.charge.items()}, rules, question.bounds)
    return None if found is None else -found


def fits_together(question: Question, named: set[str]) -> bool:
    """Whether the constraints with these ids can hold together, by an exact simplex; amounts are never below 0."""
    bounds: dict[str, tuple[Fraction, Fraction | None]] = {}
    limits = []
    sides = [limit.id.rpartition(".")[0] for limit in question.limits]
    for line, (least, most) in question.bounds.items():
        bounds[line] = (least if f"{line}.minimum" in named else ZERO, most if f"{line}.maximum" in named else None)
    for limit in question.limits:
        rule = limit.id.rpartition(".")[0]
        if limit.id in named or (rule in named and sides.count(rule) == 1):
            limits.append((limit.coefficients, limit.most))
    loose = not limits and all(most is None for _, most in bounds.values())
    return loose or largest({}, limits, bounds) is not None


def _furthest(limit: Limit, bounds: dict[str, tuple[Fraction, Fraction]]) -> Fraction:
    """The amount by which a limit is broken at most."""
    most = sum((abs(factor) * max(bounds[line]) for line, factor in limit.coefficients.items()), abs(limit.most))
    return most or Fraction(1)


def _multipliers(
    objective: dict[str, Fraction], limits: list[Limit], bounds: dict[str, tuple[Fraction, Fraction]]
) -> list[list[Fraction]]:
    """What HiGHS, given the whole as arrays and with presolve, says each limit is worth: as it is, and rounded.

    Nothing is worth anything where it gives no answer.
    """
    names = list(bounds)
    place = {name: number for number, name in enumerate(names)}
    # Every variable as a part of its largest amount, every row divided by its largest coefficient: all figures near 1.
    size = [high or Fraction(1) for _, high in bounds.values()]
    rows = [{place[name]: value * size[place[name]] for name, value in each.coefficients.items()} for each in limits]
    heaviest = [max(map(abs, row.values()), default=ZERO) or Fraction(1) for row in rows]
    cost = [objective.get(name, ZERO) * each for name, each in zip(names, size, strict=True)]
    dearest = max(map(abs, cost)) or Fraction(1)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(names), len(limits)
    program.col_cost_ = np.array([-float(each / dearest) for each in cost])
    program.col_lower_ = np.array([float(low / each) for (low, _), each in zip(bounds.values(), size, strict=True)])
    program.col_upper_ = np.array([float(max(both) / each) for both, each in zip(bounds.values(), size, strict=True)])
    program.row_lower_ = np.full(len(limits), -highspy.kHighsInf)
    program.row_upper_ = np.array([float(each.most / by) for each, by in zip(limits, heaviest, strict=True)])
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.cumsum([0, *map(len, rows)])
    program.a_matrix_.index_ = np.array([column for row in rows for column in row], dtype=np.int32)
    program.a_matrix_.value_ = np.array(
        [float(value / by) for row, by in zip(rows, heaviest, strict=True) for value in row.values()]
    )
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - how HiGHS takes its options
    for tolerance in ("primal_feasibility_tolerance", "dual_feasibility_tolerance"):
        solver.setOptionValue(tolerance, 1e-10)
    solver.passModel(program)
    solver.run()
    duals = solver.getSolution().row_dual
    if len(duals) != len(limits):
        return [[ZERO] * len(limits)]
    worth = [max(-Fraction(dual), ZERO) * dearest / by for dual, by in zip(duals, heaviest, strict=True)]
    return [worth, *([factor.limit_denominator(most) for factor in worth] for most in (10**3, 10**6, 10**9))]
