"""A plan in Python: from a pandas frame and back, to a file and back, and with other figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.amounts import exactly
from flessenhals.data.plans.reader import loads
from flessenhals.data.plans.readings.changes import written
from flessenhals.data.plans.shape import LINE
from flessenhals.data.plans.writer import as_yaml
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import instead
from flessenhals.solver.plan import outside
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.terminal.output import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pandas import DataFrame

__all__ = ["Plan"]

AMOUNTS = ("proposed", "minimum", "maximum", "weight", "step", "smallest", "cofunded")
ID, COFUNDED = "id", "cofunded"
BOUNDS, SHARES = ("minimum", "maximum"), ("smallest", COFUNDED)  # what may be a part of what is asked, such as 50%


class Files:
    """What a plan can do that takes files, frames or text."""

    def save(self, plan: Plan, path: str | Path, *, force: bool) -> None:
        """Write a plan as a plan file."""
        write(as_yaml(plan), str(path), force=force)

    def changed(self, plan: Plan, changes: Mapping[str, object]) -> Plan:
        """The plan with values set by their paths."""
        from dataclasses import replace  # noqa: PLC0415 - small, and only here

        found = loads(as_yaml(plan), plan.id, changes=[f"{path}={written(value)}" for path, value in changes.items()])
        return replace(found, scenario=plan.scenario, scenarios=plan.scenarios, readings=plan.readings)

    def frame(self, plan: Plan) -> DataFrame:
        """The lines as a pandas frame: a line a row with its id as index; amounts as floats, in the plan's unit."""
        import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

        if plan.years is not None:
            from flessenhals.dated_frames import dated_frame  # noqa: PLC0415 - few plans have years

            return dated_frame(plan.years)
        columns = [name for name in LINE if name != ID and hasattr(plan.lines[0] if plan.lines else Line, name)]
        rows = [[_cell(getattr(line, name)) for name in columns] for line in plan.lines]
        return pd.DataFrame(rows, index=pd.Index([line.id for line in plan.lines], name=ID), columns=columns)

    def from_frame(self, frame: DataFrame, described: Mapping[str, Any]) -> Plan:
        """The plan whose lines stand in a frame."""
        if described.get("years") is not None:
            from flessenhals.dated_frames import from_dated_frame  # noqa: PLC0415 - few plans have years

            return from_dated_frame(frame, described)
        whole = frame.reset_index() if frame.index.name == ID else frame
        unknown = [str(column) for column in whole.columns if column not in LINE]
        if unknown:
            wrong = "is not a field of a line"
            raise InputError([Fault(Place("frame"), None, name, wrong, instead(name, LINE)) for name in unknown])
        for name, field in LINE.items():
            if field.required and name not in whole.columns:
                raise refused(Place("frame"), "lacks a column that every line needs", told("add {name}", name=name))
        return Plan(lines=tuple(_lines(whole)), **described)


def _lines(frame: DataFrame) -> Iterator[Line]:
    for number, row in enumerate(frame.to_dict("records")):
        given: dict[str, Any] = {}
        shares: dict[str, Fraction] = {}
        for name, value in row.items():
            if value is None or _is_nothing(value):
                continue
            where = f"frame[{number}].{name}"
            if name in {*BOUNDS, *SHARES} and isinstance(value, str) and value.strip().endswith("%"):
                shares[str(name)] = exactly(value.strip()[:-1], where) / 100
            elif name in AMOUNTS:
                given[str(name)] = exactly(value, where)
            elif name == "tags":
                given["tags"] = tuple(value.split()) if isinstance(value, str) else tuple(value)
            elif name == "parts":
                given["parts"] = int(value)
            else:
                given[str(name)] = value
        for name, part in shares.items():
            given[name] = part if name == COFUNDED else part * given.get("proposed", Fraction(0))
            given |= {f"{name}_share": part} if name in BOUNDS else {}
        yield Line(**given)


def _is_nothing(value: object) -> bool:
    return isinstance(value, float) and value != value  # noqa: PLR0124 - that is how to tell NaN


def _cell(value: object) -> object:
    return float(value) if hasattr(value, "numerator") and not isinstance(value, int) else value  # type: ignore[arg-type]


outside.files = Files()
