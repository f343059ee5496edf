"""Random plan files of every temper: ordinary, tied, degenerate, infeasible, tiny, huge, and some that are unsound.

Every figure in them is made up. They are written as people write them, in YAML, so that the whole way from the text to
the answer is tried.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from random import Random

PARTNERS = ("alpha", "beta", "gamma", "delta")
PROGRAMMES = ("one", "two", "three")
TAGS = ("new", "chain", "pilot")
MOODS = {
    "ordinary": ("2", "2.5", "5", "7.5", "10", "12.5", "20", "40", "62"),
    "tied": ("10",),
    "nothing": ("0", "0", "5", "10"),
    "tiny": ("0.000000000001", "0.0001", "0.25", "1"),
    "huge": ("999999999999999", "400000000", "1000000000000.5", "123456789012345.123456789012"),
    "mixed": ("0.000000000001", "0.1", "12.5", "999999999999999"),
}
OBJECTIVES = ("[value, coverage]", "[coverage]", "[coverage, value]", "[value]")


class Case(NamedTuple):
    """One thing to ask of the command line.

    Attributes:
        plan: the plan file's text.
        ceiling: as it is typed.
        scenario: its name, None for the plan as it stands.
        changes: what stands behind each `--set`.
    """

    plan: str
    ceiling: str
    scenario: str | None
    changes: tuple[str, ...]

    def arguments(self, file: str) -> list[str]:
        """What stands behind `flessenhals allocate`."""
        scenario = ["--scenario", self.scenario] if self.scenario else []
        changes = [part for change in self.changes for part in ("--set", change)]
        return [self.ceiling, "--plan", file, "--format", "json", *scenario, *changes]


def plain(amount: Fraction) -> str:
    """An amount as a plan file takes it: at most 12 decimals, and never exactly three of them."""
    digits = str(int(amount * 10**12)).zfill(13)
    text = f"{digits[:-12]}.{digits[-12:]}".rstrip("0").rstrip(".")
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text


def wild_case(random: Random, *, most_lines: int = 10) -> Case:
    """A plan, and how it is asked."""
    mood = random.choice([*MOODS, "ordinary", "ordinary", "tied"])
    lines = [_line(random, mood, number) for number in range(random.randint(1, most_lines))]
    rules = [_rule(random, mood, number, lines) for number in range(random.randint(0, 5))]
    asks_more = random.random() < 0.35
    scenarios = {"other": _scenario(random, lines, rules)} if random.random() < 0.3 else {}
    plan = {
        "schema": "1",
        "plan": f"{mood}-plan",
        "lines": lines,
        **({"constraints": rules} if rules else {}),
        **({"scenarios": scenarios} if scenarios else {}),
        **({"objective": random.choice(OBJECTIVES)} if random.random() < 0.2 else {}),
    }
    text = "".join(f"{key}: {_flow(value)}\n" for key, value in plan.items())
    changes = tuple(_change(random, lines, rules) for _ in range(random.randint(1, 2))) if asks_more else ()
    scenario = "other" if scenarios and random.random() < 0.7 else None
    return Case(text, _ceiling(random, lines), scenario, changes)


def _ceiling(random: Random, lines: list[dict[str, Any]]) -> str:
    proposed = sum((Fraction(line["proposed"]) for line in lines), Fraction(0))
    part = random.choice([Fraction(0), Fraction(1, 2), Fraction(1), Fraction(3), Fraction(random.randint(1, 130), 97)])
    near = random.choice([Fraction(0), Fraction(0), Fraction(1, 10**12)])
    return plain(min(proposed * part + near, Fraction(10**15) - 1))


def _line(random: Random, mood: str, number: int) -> dict[str, Any]:
    proposed = random.choice(MOODS[mood])
    line: dict[str, Any] = {"id": f"l{number}", "partner": random.choice(PARTNERS), "proposed": proposed}
    if random.random() < 0.7:
        line["programme"] = random.choice(PROGRAMMES)
    if random.random() < 0.3:
        line["tags"] = f"[{', '.join(random.sample(TAGS, random.randint(1, 2)))}]"
    if random.random() < 0.3:
        line["minimum"] = random.choice(["50%", "100%", plain(Fraction(proposed) / 4), plain(Fraction(proposed))])
    if random.random() < 0.3:
        line["maximum"] = random.choice(["120%", "50%", "100%", plain(Fraction(proposed))])
    if random.random() < 0.4:
        line["weight"] = random.choice(["0", "1", "2", "0.5", "1/3", "0.000001", "1000000"])
    if random.random() < 0.15:
        line["cofunded"] = random.choice(["50%", "25%", "12.5%", "100%", "0%"])
    return line


def _rule(random: Random, mood: str, number: int, lines: list[dict[str, Any]]) -> dict[str, Any]:
    if random.random() < 0.7:
        shuffled = random.sample(lines, len(lines))
        cut = random.randint(1, max(1, len(lines) - 1))
        inside = {
            "upstream": _selector(random, shuffled[:cut]),
            "downstream": _selector(random, shuffled[cut:] or lines),
        }
        side = random.choice(["at_least", "at_least", "at_least", "at_most"])
        inside[side] = random.choice(["0.05", "0.1", "1/3", "0.125", "0.5", "1", "2", "0.000001", "1000000"])
        if random.random() < 0.3:
            inside["existing"] = random.choice(MOODS[mood])
        return {"id": f"r{number}", "proportional": inside}
    inside = {"of": _selector(random, lines)}
    inside[random.choice(["at_least", "at_most"])] = random.choice([*MOODS[mood], "10%", "45%", "100%", "0"])
    return {"id": f"r{number}", "level": inside}


def _selector(random: Random, lines: list[dict[str, Any]]) -> str:
    """A selector that selects something, in one of the forms that people write."""
    line = random.choice(lines)
    other = random.choice(lines)["id"]
    return random.choice(
        [
            line["id"],
            line["id"],
            f"{{partner: {line['partner']}}}",
            f"[{line['id']}, {other}]",
            f"{{line: [{line['id']}, {other}]}}",
            f"{{programme: {line['programme']}}}" if "programme" in line else line["id"],
            f"{{tags: {line['tags']}, partner: {line['partner']}}}" if "tags" in line else line["id"],
            f"[{{partner: {line['partner']}}}, {other}]",
            random.choice([line["id"], line["id"], "all"]),
        ]
    )


def _scenario(random: Random, lines: list[dict[str, Any]], rules: list[dict[str, Any]]) -> dict[str, Any]:
    changed: dict[str, Any] = {"title": "Other"}
    if random.random() < 0.7:
        field, value = random.choice([("minimum", "0"), ("weight", "2"), ("minimum", "50%"), ("maximum", "100%")])
        changed["lines"] = [{"of": _selector(random, lines), field: value}]
    if rules and random.random() < 0.7:
        rule = random.choice(rules)
        kind = "proportional" if "proportional" in rule else "level"
        ask = {"at_least": random.choice(["0.2", "1/3"]) if kind == "proportional" else "5%"}
        changed["constraints"] = {rule["id"]: random.choice(["null", {kind: ask}])}
    return changed


def _change(random: Random, lines: list[dict[str, Any]], rules: list[dict[str, Any]]) -> str:
    line = random.choice(lines)
    if rules and random.random() < 0.4:
        rule = random.choice(rules)
        kind = "proportional" if "proportional" in rule else "level"
        return f"constraints.{rule['id']}.{kind}.at_least={random.choice(['0.25', '0.1', '1'])}"
    figures = [("minimum", "25%"), ("proposed", "7.5"), ("weight", "3"), ("maximum", "80%"), ("cofunded", "40%")]
    field, value = random.choice(figures)
    return f"lines.{line['id']}.{field}={value}"


def _flow(value: object) -> str:
    """A value in YAML's flow style, with every scalar as it stands."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(inside)}' for key, inside in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return str(value)
