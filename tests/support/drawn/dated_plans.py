"""Random plans with years, and the same plans written flat by hand: a line a year, levels for ceilings and build-up."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from fractions import Fraction

import yaml

from flessenhals.constraints import Rule
from flessenhals.constraints.row import Row
from flessenhals.data.plans.reader import loads
from flessenhals.solver.plan.plan import Goal, Line, Plan

ZERO = Fraction(0)
FIRST = 2026
PARTNERS = ("police", "om", "courts", "care")


@dataclass(frozen=True, kw_only=True)
class Written(Rule):
    """One inequality over lines of one year, written out."""

    kind = "level"

    row: Row = field()

    def rows(self, lines: object) -> tuple[Row, ...]:
        """The inequality itself."""
        del lines
        return (self.row,)


def random_tree(seed: int, *, shift: bool = False) -> dict[str, object]:
    """A plan with years as a tree: three years, five lines, rules of every kind and two ceilings."""
    draw = random.Random(seed)
    lines: list[dict[str, object]] = []
    for number in range(5):
        asked = draw.choice([4, 8, 10, 20, 40])
        line: dict[str, object] = {"id": f"l{number}", "partner": PARTNERS[number % 4], "programme": "ab"[number % 2]}
        line["proposed"] = draw.choice([asked, {FIRST: asked // 2, FIRST + 2: asked}])
        if draw.random() < 0.3:
            line["minimum"] = draw.choice(["10%", "25%", 1])
        if draw.random() < 0.3:
            line["weight"] = draw.choice([2, "0.5"])
        if number == 4 and draw.random() < 0.4:
            line["until"] = FIRST + 1
        if draw.random() < 0.2:
            line["cofunded"] = draw.choice(["50%", "25%"])
        lines.append(line)
    police = {"upstream": {"partner": "police"}, "downstream": {"partner": "om"}, "at_least": "0.25"}
    courts = {"upstream": {"partner": "om"}, "downstream": {"partner": "courts"}, "at_least": "0.5"}
    rules: list[dict[str, object]] = [
        {"id": "om-follows", "proportional": {**police, "existing": draw.choice([0, 1])}},
        {"id": "courts-follow", "proportional": {**courts, "lag": draw.choice([-1, 0, 1, 2]), "existing": 2}},
        {"id": "recruitment", "build_up": {"of": {"partner": "courts"}, "at_most": draw.choice([1, 4]), "start": 1}},
    ]
    if draw.random() < 0.5:
        rules.append({"id": "never-less", "per": "line", "build_up": {"of": {"partner": "care"}, "at_least": -1}})
    if draw.random() < 0.5:
        level = {"of": {"programme": "a"}, "at_most": draw.choice([15, 40]), "together": True}
        rules.append({"id": "period", "years": {"until": FIRST + 1}, "level": level})
    if draw.random() < 0.5:
        rules.append({"id": "share", "years": [FIRST + 2], "level": {"of": {"programme": "b"}, "at_least": "10%"}})
    tree: dict[str, object] = {
        "schema": 1,
        "plan": f"random-{seed}",
        "years": {"first": FIRST, "last": FIRST + 2},
        "lines": lines,
        "constraints": rules,
        "ceilings": {"path": {FIRST: draw.choice([12, 20]), FIRST + 1: draw.choice([25, 40]), FIRST + 2: 60}},
    }
    if shift:
        tree["shift"] = draw.choice([{"later": "any"}, {"later": "20%"}, {"later": "any", "earlier": 3}])
        tree["objective"] = ["value", "coverage", "shift"]
    return tree


def read(tree: dict[str, object]) -> Plan:
    """The plan of a tree."""
    return loads(yaml.safe_dump(tree, sort_keys=False))


def written_flat(tree: dict[str, object]) -> Plan:
    """The plan of a tree without `years`: what each year asks, written by hand; lines are called `l0-2026`."""
    years = [FIRST, FIRST + 1, FIRST + 2]
    lines = [_line(line, year) for line in tree["lines"] for year in years if year <= line.get("until", years[-1])]  # type: ignore[attr-defined]
    path = tree["ceilings"]["path"]  # type: ignore[index]
    parts = {line["id"]: Fraction(line.get("cofunded", "0%")[:-1]) / 100 for line in tree["lines"]}  # type: ignore[attr-defined]
    rules: list[Rule] = []
    for year in years:
        paid = {line: 1 - parts[line.partition("-")[0]] for line in _chosen(lines, year)}
        rules.append(_written(f"ceiling-{year}", paid, "<=", Fraction(path[year])))
    for rule in tree["constraints"]:  # type: ignore[attr-defined]
        rules += list(_flat(rule, lines, years))
    objective: tuple[Goal, ...] = ("value", "coverage")
    return Plan(id="flat", lines=tuple(lines), constraints=tuple(rules), objective=objective)


def shifting_flat(tree: dict[str, object]) -> Plan:
    """The flat plan in which what may be shifted is lines that ask nothing and are worth nothing, `later-2026`."""
    plan, years = written_flat(tree), [FIRST, FIRST + 1, FIRST + 2]
    path: dict[int, int] = tree["ceilings"]["path"]  # type: ignore[index]
    shift: dict[str, object] = tree["shift"]  # type: ignore[assignment]
    everything = Fraction(sum(path[year] for year in years))
    moved: list[Line] = []
    for name, of in (("later", years[:-1]), ("earlier", years[1:])):
        for year in of:
            limit = str(shift.get(name, 0))
            most = everything if limit == "any" else Fraction(limit.rstrip("%"))
            most = most * path[year] / 100 if limit.endswith("%") else most
            moved.append(
                Line(id=f"{name}-{year}", partner="shift", proposed=ZERO, maximum=most, weight=ZERO, tags=("shift",))
            )
    known = {line.id for line in moved}
    rules: list[Rule] = []
    for rule in plan.constraints:
        if not rule.id.startswith("ceiling-"):
            rules.append(rule)
            continue
        year = int(rule.id.removeprefix("ceiling-"))
        (row,) = rule.rows(plan.lines)
        terms = dict(row.coefficients)
        signs = {f"later-{year}": 1, f"earlier-{year}": 1, f"later-{year - 1}": -1, f"earlier-{year + 1}": -1}
        terms |= {line: Fraction(sign) for line, sign in signs.items() if line in known}
        rules.append(_written(rule.id, terms, "<=", Fraction(path[year])))
    return Plan(id="flat", lines=(*plan.lines, *moved), constraints=tuple(rules), objective=("value", "coverage"))


def _line(line: dict[str, object], year: int) -> Line:
    asked = line["proposed"]
    if isinstance(asked, dict):
        asked = asked[max(each for each in asked if each <= year)]
    proposed = Fraction(str(asked))
    least = str(line.get("minimum", 0))
    minimum = proposed * Fraction(least[:-1]) / 100 if least.endswith("%") else Fraction(least)
    return Line(
        id=f"{line['id']}-{year}",
        partner=str(line["partner"]),
        programme=f"{line['programme']}-{year}",
        proposed=proposed,
        minimum=minimum,
        weight=Fraction(str(line.get("weight", 1))),
        tags=(str(year), str(line["partner"]), str(line["programme"]), str(line["id"])),
    )


def _chosen(lines: list[Line], year: int | None, tag: str | None = None) -> list[str]:
    return [line.id for line in lines if str(year) in line.tags and (tag is None or tag in line.tags)]


def _flat(rule: dict[str, object], lines: list[Line], years: list[int]):  # noqa: ANN202 - rules
    name, first, last = str(rule["id"]), years[0], years[-1]
    if "proportional" in rule:
        inside = rule["proportional"]
        up, down = inside["upstream"]["partner"], inside["downstream"]["partner"]  # type: ignore[index]
        lag, ratio, existing = inside.get("lag", 0), Fraction(inside["at_least"]), Fraction(inside.get("existing", 0))  # type: ignore[attr-defined,index]
        pairs = [(None if year + lag < first else min(year + lag, last), year) for year in years]
        pairs += [(last, last)] if lag < 0 else []
        for at, asked in pairs:
            terms = dict.fromkeys(_chosen(lines, at, down), Fraction(1)) if at else {}
            for line in _chosen(lines, asked, up):
                terms[line] = terms.get(line, ZERO) - ratio
            yield _written(f"{name}-{at}-{asked}", terms, ">=", -existing)
    elif "build_up" in rule:
        inside = rule["build_up"]
        partner = inside["of"]["partner"]  # type: ignore[index]
        for year in years:
            now, before = _chosen(lines, year, partner), _chosen(lines, year - 1, partner)
            terms = {**dict.fromkeys(now, Fraction(1)), **dict.fromkeys(before, Fraction(-1))}
            start = Fraction(inside.get("start", 0)) if year == first else ZERO  # type: ignore[attr-defined]
            if "at_most" in inside:  # type: ignore[operator]
                yield _written(f"{name}-{year}", terms, "<=", Fraction(inside["at_most"]) + start)  # type: ignore[index]
            if "at_least" in inside:  # type: ignore[operator]
                yield _written(f"{name}-{year}-least", terms, ">=", Fraction(inside["at_least"]) + start)  # type: ignore[index]
    else:
        inside = rule["level"]
        programme = inside["of"]["programme"]  # type: ignore[index]
        if inside.get("together"):  # type: ignore[attr-defined]
            held = [year for year in years if year <= rule["years"]["until"]]  # type: ignore[index]
            chosen = [line for year in held for line in _chosen(lines, year, programme)]
            yield _written(name, dict.fromkeys(chosen, Fraction(1)), "<=", Fraction(inside["at_most"]))  # type: ignore[index]
        else:
            share = Fraction(inside["at_least"][:-1]) / 100  # type: ignore[index]
            terms = dict.fromkeys(_chosen(lines, last), -share)
            for line in _chosen(lines, last, programme):
                terms[line] += 1
            yield _written(name, terms, ">=", ZERO)


def _written(name: str, terms: dict[str, Fraction], sense: str, right: Fraction) -> Written:
    from flessenhals.constraints.constraint import Constraint  # noqa: PLC0415

    kept = {line: value for line, value in terms.items() if value}
    return Written(id=name, row=Row(Constraint("rule", name), "level", kept, sense, right))  # type: ignore[arg-type]
