"""What makes the lines of a plan unfit to work with, each by itself and together."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.problem import Problem, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.solver.plan.group_goal import GroupGoal
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.message import Message


FURTHEST_MINIMUM = 10


def of_lines(lines: Sequence[Line]) -> Iterator[Problem]:
    """What is wrong with the lines, each by itself and together."""
    if not lines:
        yield Problem(("lines",), "there are no lines", "name at least one budget line")
    for line in lines:
        yield from line.problems


def of_weights(lines: Sequence[Line], objective: Sequence[str | GroupGoal]) -> Iterator[Problem]:
    """That something is worth more than nothing, where the objective asks that before every line is settled."""
    weighed = "value" in objective[: objective.index("coverage")] if "coverage" in objective else True
    if weighed and lines and all(line.weight == 0 for line in lines):
        yield Problem(
            ("lines",),
            "every weight is 0, so no split is worth more than another",
            "give at least one line a weight above 0, or leave value out of the objective",
        )


def of_line(line: Line) -> Iterator[Problem]:
    """What is wrong with one line by itself."""
    for name in ("proposed", "minimum", "maximum", "weight"):
        amount = getattr(line, name)
        if amount is not None and amount.numerator < 0:
            yield Problem(
                ("lines", line.id, name),
                told("{name} {amount} is below 0", name=name, amount=shown(amount)),
                "write 0 or more",
            )
    if not 0 <= line.cofunded <= 1:
        wrong = told("cofunded {part} is not a part from 0 to 100%", part=f"{shown(line.cofunded * 100)}%")
        yield Problem(("lines", line.id, "cofunded"), wrong, "write a part from 0 to 100%, such as 50%")
    unfit = list(_of_units(line))
    if unfit:
        yield from unfit
        return
    highest = line.proposed if line.maximum is None else line.maximum
    if line.minimum > highest:
        limit = told("maximum" if line.maximum is not None else "proposed amount, which is its maximum")
        yield Problem(
            ("lines", line.id, "minimum"),
            told(
                "minimum {minimum} is above its {limit}: {upper}",
                minimum=shown(line.minimum),
                limit=limit,
                upper=shown(highest),
            ),
            told(_room_for(line), less=_or_less(highest), more=_decimal(line.minimum, up=True)),
        )
    elif line.lower > line.upper:
        yield _nothing_left(line, highest)
    elif line.minimum and line.minimum > FURTHEST_MINIMUM * line.proposed > 0:
        yield Problem(
            ("lines", line.id, "minimum"),
            told(
                "minimum {minimum} is more than {most} times the proposed {proposed}",
                minimum=shown(line.minimum),
                most=FURTHEST_MINIMUM,
                proposed=shown(line.proposed),
            ),
            "check the unit of both amounts",
        )


def _of_units(line: Line) -> Iterator[Problem]:
    """What is wrong with the amounts that a line can be given, before any of them is worked out."""
    path = ("lines", line.id)
    if line.step is not None and line.step <= 0:
        yield Problem((*path, "step"), told("step {step} is not above 0", step=shown(line.step)), "write more than 0")
    if line.smallest is not None and line.smallest < 0:
        below = told("{name} {amount} is below 0", name="smallest", amount=shown(line.smallest))
        yield Problem((*path, "smallest"), below, "write 0 or more")
    if line.parts is None:
        return
    if line.parts < 1:
        wrong = told("parts {parts} is not above 0", parts=line.parts)
        yield Problem((*path, "parts"), wrong, "write a whole number of 1 or more")
    elif line.step is not None:
        yield Problem(
            (*path, "parts"),
            told("parts {parts} stands beside step {step}", parts=line.parts, step=shown(line.step)),
            "keep one of them: a part is the proposed amount divided by their number",
        )
    elif line.proposed == 0:
        yield Problem(
            (*path, "parts"),
            told("parts {parts} of a proposed amount of 0", parts=line.parts),
            "write a step in the plan's unit instead, or leave parts out",
        )


def _nothing_left(line: Line, highest: Fraction) -> Problem:
    """The problem of a line that can be given no amount between its minimum and its maximum."""
    top = told("maximum" if line.maximum is not None else "proposed amount")
    unit, smallest = line.unit and shown(line.unit), line.smallest and shown(line.smallest)
    if unit and smallest:
        whole = told("a whole multiple of {unit} from its smallest {smallest} on", unit=unit, smallest=smallest)
    elif unit:
        whole = told("a whole multiple of {unit}", unit=unit)
    else:
        whole = told("its smallest {smallest} or more", smallest=smallest)
    if line.kept:
        return Problem(
            ("lines", line.id, "minimum"),
            told("{amount}, at which it is kept, is not {whole}", amount=shown(highest), whole=whole),
            _kept_whole(line),
        )
    return Problem(
        ("lines", line.id, "minimum"),
        told(
            "no amount between its minimum {minimum} and its {top} {highest} is {whole}",
            minimum=shown(line.minimum),
            top=top,
            highest=shown(highest),
            whole=whole,
        ),
        told(
            "write a {top} of {more} or more, or a minimum of {less}",
            top=top,
            more=_decimal(line.lower, up=True),
            less=_or_less(line.upper),
        ),
    )


def _kept_whole(line: Line) -> Message | str:
    """At which whole amounts a line can be kept instead: those on either side."""
    less, more = line.upper, line.lower
    if all((each * 10**6).denominator == 1 for each in (less, more)):
        return told("keep it at {less} or at {more}", less=shown(less), more=shown(more))
    return told(
        "set a minimum of {less} and a maximum of {more} instead, between which one lies",
        less=_decimal(more, up=False),
        more=_decimal(more, up=True),
    )


def _room_for(line: Line) -> str:
    """What to write instead of a minimum above the maximum; not what is refused for being in another unit."""
    if line.minimum > FURTHEST_MINIMUM * line.proposed > 0:
        apart = "write {less}, or check the unit of all its amounts"
        return apart if line.maximum is not None else "write {less}, or a proposed amount of {more} or more"
    if line.maximum is not None:
        return "write {less}, or a maximum of {more} or more"
    return "write {less}, or a proposed amount or a maximum of {more} or more"


def _or_less(amount: Fraction) -> str:
    """An amount, or less where less is no amount below 0."""
    return told("{amount} or less", amount=_decimal(amount, up=False)) if amount > 0 else "0"


def _decimal(amount: Fraction, *, up: bool) -> str:
    """An amount that can be written in a plan, and is on the right side of this one."""
    hundredths = ceil(amount * 100) if up else floor(amount * 100)
    return shown(amount if (amount * 10**6).denominator == 1 else Fraction(hundredths, 100))
