"""Reads linear programs in the MPS format, every number exactly as it is written; for `bench/netlib.py`.

Fixed and free format: fields are told apart by spaces, and by their columns where a name has spaces in it. What has no
lower end, which no amount of money has, becomes the difference of two variables, or is counted from its upper end.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.linear_program import Interval, LinearProgram

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from flessenhals.constraints.row import Sense

ZERO = Fraction(0)
SENSES: dict[str, Sense] = {"L": "<=", "G": ">=", "E": "=="}
FIELDS = ((1, 3), (4, 12), (14, 22), (24, 36), (39, 47), (49, 61))


class MpsError(ValueError):
    """A file that is no linear program in this format."""


@dataclass
class Model:
    """A linear program as it stands in a file: minimise cost · x + constant.

    Attributes:
        name: after NAME.
        objective: the first row of kind N.
        senses: row → L, G or E.
        columns: variable → row → coefficient.
        sides: row → right-hand side; that of the objective is minus its constant.
        ranges: row → the range that was given.
        lower, upper: variable → bound where one was given; None for no end.
    """

    name: str = ""
    objective: str = ""
    senses: dict[str, str] = field(default_factory=dict)
    columns: dict[str, dict[str, Fraction]] = field(default_factory=dict)
    sides: dict[str, Fraction] = field(default_factory=dict)
    ranges: dict[str, Fraction] = field(default_factory=dict)
    lower: dict[str, Fraction | None] = field(default_factory=dict)
    upper: dict[str, Fraction | None] = field(default_factory=dict)


def read(path: Path) -> Model:
    """The model in a file.

    Raises:
        MpsError: naming the line, where it cannot be read.
    """
    model, section = Model(), ""
    for number, line in enumerate(path.read_text(encoding="ascii", errors="replace").splitlines(), start=1):
        if not line.strip() or line.startswith("*"):
            continue
        if not line.startswith(" "):
            section, *rest = line.split(maxsplit=1)
            model.name = rest[0].strip() if section == "NAME" and rest else model.name
            continue
        try:
            _take(model, section, line)
        except (ValueError, KeyError, IndexError) as error:
            raise MpsError(f"{path}:{number}: {line.strip()!r} is no line of {section or 'a section'}") from error
    return model


def _take(model: Model, section: str, line: str) -> None:
    fields = line.split()
    if section == "ROWS":
        kind, name = fields if len(fields) == 2 else (fields[0], line[FIELDS[1][0] : FIELDS[1][1]].strip())
        if kind != "N":
            model.senses[name] = SENSES[kind]
        elif not model.objective:
            model.objective = name
    elif section == "COLUMNS":
        if "'MARKER'" in fields:
            return
        name, *rest = fields if len(fields) % 2 else _by_columns(line)
        model.columns.setdefault(name, {}).update(_pairs(rest))
    elif section in {"RHS", "RANGES"}:
        # the name of the set may be left out
        rest = fields if len(fields) % 2 == 0 else fields[1:]
        (model.sides if section == "RHS" else model.ranges).update(_pairs(rest))
    elif section == "BOUNDS":
        _bound(model, fields if fields[0] in {"FR", "MI", "PL", "BV"} or len(fields) > 2 else _by_columns(line))
    else:
        raise ValueError(section)


def _by_columns(line: str) -> list[str]:
    found = [line[start:end].strip() for start, end in FIELDS]
    return [each for each in found[1:] if each]


def _pairs(fields: list[str]) -> Iterator[tuple[str, Fraction]]:
    for name, number in zip(fields[::2], fields[1::2], strict=True):
        yield name, _exactly(number)


def _exactly(number: str) -> Fraction:
    return Fraction(number.upper().replace("D", "E"))


def _bound(model: Model, fields: list[str]) -> None:
    kind = fields[0]
    name = fields[1] if fields[1] in model.columns and (len(fields) == 2 or fields[-1] != fields[2]) else fields[2]
    at = _exactly(fields[-1]) if kind in {"LO", "UP", "FX"} else ZERO
    if kind in {"LO", "FX"}:
        model.lower[name] = at
    if kind in {"UP", "FX"}:
        model.upper[name] = at
        if kind == "UP" and at < 0 and name not in model.lower:
            model.lower[name] = None  # the old convention: a negative upper end takes the lower one away
    if kind in {"FR", "MI"}:
        model.lower[name] = None
    if kind in {"FR", "PL"}:
        model.upper[name] = None
    if kind == "BV":
        model.lower[name], model.upper[name] = ZERO, Fraction(1)


def program(model: Model) -> tuple[LinearProgram, Fraction]:
    """The model as a program to maximise, and what its optimum, negated, has to be raised by for the model's own."""
    parts = {name: _parts(name, model) for name in model.columns}
    constant = -model.sides.get(model.objective, ZERO)
    rows: dict[str, dict[str, Fraction]] = defaultdict(dict)
    moved: dict[str, Fraction] = defaultdict(Fraction)
    cost: dict[str, Fraction] = {}
    variables: dict[str, Interval] = {}
    for name, column in model.columns.items():
        offset, signs, interval = parts[name]
        variables |= dict.fromkeys(signs, interval)
        for row, value in column.items():
            if row == model.objective:
                cost |= {label: sign * value for label, sign in signs.items()}
                constant += value * offset
            elif row in model.senses:
                rows[row] |= {label: sign * value for label, sign in signs.items() if value}
                moved[row] += value * offset
    made = [each for row in model.senses for each in _rows(row, model, rows[row], moved[row])]
    objective = {label: -value for label, value in cost.items() if value}
    return LinearProgram(model.name or "mps", variables, tuple(made), objective), constant


def _parts(name: str, model: Model) -> tuple[Fraction, Mapping[str, int], Interval]:
    """A variable as offset + Σ sign · variables that are 0 or more."""
    lower, upper = model.lower.get(name, ZERO), model.upper.get(name)
    if lower is not None:
        return ZERO, {name: 1}, Interval(lower, upper)
    if upper is not None:
        return upper, {f"{name} below": -1}, Interval()
    return ZERO, {name: 1, f"{name} below": -1}, Interval()


def _rows(name: str, model: Model, coefficients: Mapping[str, Fraction], moved: Fraction) -> Iterator[Row]:
    """A row, and the other side of its range where it has one."""
    sense, side = model.senses[name], model.sides.get(name, ZERO) - moved
    width = model.ranges.get(name)
    low, high = (side if sense != "<=" else None), (side if sense != ">=" else None)
    if width is not None:
        if sense == "<=":
            low = side - abs(width)
        elif sense == ">=":
            high = side + abs(width)
        else:
            low, high = min(side, side + width), max(side, side + width)
    if low == high and low is not None:
        yield Row(own(name), "row", coefficients, "==", low)
        return
    for end, kind in ((low, ">="), (high, "<=")):
        if end is not None:
            yield Row(own(name, kind), "row", coefficients, SENSES["G" if kind == ">=" else "L"], end)
