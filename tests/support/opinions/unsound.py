"""What makes a random plan one that has to be refused, found from its text by somebody who shares no code with it."""

from __future__ import annotations

from itertools import permutations
from math import prod
from typing import TYPE_CHECKING, Any

from opinions.second_opinion import ZERO, bound, number, parts, selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drawn.wild_plans import Case

FURTHEST_MINIMUM = 10


def unsound(case: Case) -> list[str]:
    """Everything that is wrong with what is asked: with the plan, with each of its scenarios, and with the changes.

    Each begins with what it is about: a line, a rule, `weight`, or rules of which at least one is to be named.
    """
    found = []
    names = [None, *parts(case.plan, None, ())[2].get("scenarios", {})]
    for scenario, changes in {(name, ()): None for name in names} | {(case.scenario, case.changes): None}:
        try:
            lines, rules, root = parts(case.plan, scenario, changes)
        except KeyError as missing:
            found.append(f"{missing.args[0]} is not there")
            continue
        found += [*_of_weights(lines, root), *_of_lines(lines), *_of_rules(rules, lines)]
    return found


def _of_weights(lines: list[dict[str, Any]], root: dict[str, Any]) -> Iterator[str]:
    first = root.get("objective", ["value"])[0]
    if first == "value" and not any(number(line.get("weight", "1")) for line in lines):
        yield "weight is 0 everywhere"


def _of_lines(lines: list[dict[str, Any]]) -> Iterator[str]:
    for line in lines:
        least, most, asked = bound(line, "minimum", "0"), bound(line, "maximum", "100%"), number(line["proposed"])
        if least > most:
            yield f"{line['id']} has to get more than it may"
        elif least > FURTHEST_MINIMUM * asked > 0:
            yield f"{line['id']} has to get many times what it asks"


def _of_rules(rules: list[dict[str, Any]], lines: list[dict[str, Any]]) -> Iterator[str]:
    chains = {rule["id"]: rule["proportional"] for rule in rules if "proportional" in rule}
    sides = {
        name: (set(selected(chain["upstream"], lines)), set(selected(chain["downstream"], lines)))
        for name, chain in chains.items()
    }
    for name, (upstream, downstream) in sides.items():
        if upstream == downstream:
            yield f"{name} is about the same lines on both sides"
    for rule in rules:
        asked = rule.get("proportional") or rule["level"]
        both = [asked[side] for side in ("at_least", "at_most") if side in asked]
        if len({text.endswith("%") for text in both}) < len(both) and _amount(both[0]) > _amount(both[1]):
            yield f"{rule['id']} asks for at least more than at most"
    asking, growing = [name for name, chain in chains.items() if "at_least" in chain], set()
    for length in range(1, len(asking) + 1):
        for way in permutations(asking, length):
            following = zip(way, (*way[1:], way[0]), strict=True)
            feeding = all(sides[one][1] <= sides[other][0] for one, other in following)
            if feeding and prod((number(chains[name]["at_least"]) for name in way), start=ZERO + 1) > 1:
                growing |= set(way)
    if growing:
        yield f"{'|'.join(sorted(growing))} asks for more of itself"


def _amount(text: str) -> Any:  # noqa: ANN401 - a fraction, of whatever kind both are
    return number(text.rstrip("%"))
