"""What one more euro on a line costs with everything that it drags along through the chain rules."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.components import blocks
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)

_Shape = tuple[tuple[int, ...], tuple[tuple[tuple[int, Fraction], ...], ...]]


@dataclass(frozen=True)
class ChainPrice:
    """The least money that one more euro on a line asks in all, where every rule is filled to the brim already.

    Attributes:
        line: the line's id.
        total: that money, with the euro itself, in the plan's unit; None where no money is enough: the rules then ask
            more for each euro than it brings.
        parts: line id → its part; without zeros. Of several ways that cost the same, one that uses the plan's earlier
            lines.
    """

    line: str
    total: Fraction | None
    parts: Mapping[str, Fraction]

    def record(self) -> dict[str, Any]:
        """The price as plain data."""
        return {"id": self.line, "total": self.total, "parts": self.parts}


def chain_prices(plan: Plan, engine: Engine = highs) -> tuple[ChainPrice, ...]:
    """The chain-inclusive price of every line, in the plan's order, each proved.

        minimise Σ y   subject to   y(line) ≥ 1,   y ≥ 0,   Σ downstream y ≥ at_least · Σ upstream y   for every rule

    Lines that the same rules count alike have the same price.

    Args:
        plan: the lines and chain rules; levels and `at_most` drag nothing along.
        engine: who is asked first.

    Raises:
        NotProvedError: if a price could not be proved.
    """
    return tuple(_prices(plan, engine))


def _prices(plan: Plan, engine: Engine) -> Iterator[ChainPrice]:
    rules = [link.row._replace(right_hand_side=ZERO) for link in plan.chain_links]
    asked_for: dict[str, dict[Constraint, Fraction]] = {line.id: {} for line in plan.lines}
    for rule in rules:
        for line, coefficient in rule.coefficients.items():
            asked_for[line][rule.id] = coefficient
    place = {line: number for number, line in enumerate(asked_for)}
    bare = LinearProgram("chain price", dict.fromkeys(asked_for, Interval()), tuple(rules), {})
    part_of = {line: part for part in blocks(bare) for line in part.variables}
    seen: dict[_Shape, dict[int, ChainPrice]] = {}
    known: dict[frozenset[tuple[Constraint, Fraction]], ChainPrice] = {}
    for line, counted in asked_for.items():
        if all(coefficient > 0 for coefficient in counted.values()):
            yield ChainPrice(line, ONE, {line: ONE})
            continue
        alike = frozenset(counted.items())
        part = part_of[line]
        if alike not in known:
            first = place[next(iter(part.variables))]
            prices = seen.setdefault(_shape(part, place), {})
            if place[line] - first not in prices:
                prices[place[line] - first] = _price(line, part, place, engine)
            known[alike] = _moved(prices[place[line] - first], line, part, place)
        price = known[alike]
        swapped = {price.line: line, line: price.line}
        parts = {swapped.get(each, each): share for each, share in price.parts.items()}
        yield ChainPrice(line, price.total, {each: parts[each] for each in part.variables if each in parts})


def _shape(part: LinearProgram, place: Mapping[str, int]) -> _Shape:
    """Lines with their rules but for their names and where in the plan they begin: what is alike has alike prices."""
    first = place[next(iter(part.variables))]
    lines = tuple(place[line] - first for line in part.variables)
    rules = tuple(tuple((place[line] - first, value) for line, value in row.coefficients.items()) for row in part.rows)
    return lines, rules


def _moved(price: ChainPrice, line: str, part: LinearProgram, place: Mapping[str, int]) -> ChainPrice:
    """The price of a line, from that of the line at the same place of a part that is alike."""
    by = place[line] - place[price.line]
    named = {place[each]: each for each in part.variables}
    return ChainPrice(line, price.total, {named[place[each] + by]: share for each, share in price.parts.items()})


def _price(line: str, part: LinearProgram, place: Mapping[str, int], engine: Engine) -> ChainPrice:
    lines = part.variables
    program = part.adding(line, Interval(ONE)).asking("chain price", dict.fromkeys(lines, -ONE))
    try:
        total = -prove(program, engine).optimum
    except NoOptimumError as error:
        euro = Row(own("one euro"), "minimum", {line: ONE}, ">=", ONE)
        if shortage([euro, *part.rows], engine).optimum == 0:
            raise NotProvedError(told("the chain-inclusive price of {line} could not be proved", line=line)) from error
        return ChainPrice(line, None, {})
    spent = Row(own("total"), "stage", dict.fromkeys(lines, ONE), "<=", total)
    late = {each: Fraction(-place[each]) for each in lines}
    point = prove(program.keeping([spent]).asking("earlier lines", late), engine).point
    return ChainPrice(line, total, {each: point[each] for each in lines if point[each]})
