"""Reads a plan: the one that ships, a file, or a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flessenhals.data.fields.known import known_in
from flessenhals.data.plans.patch import with_changes, with_scenario
from flessenhals.data.plans.scenarios import check_scenario
from flessenhals.data.plans.soundness import UNDER_SCENARIO
from flessenhals.data.plans.tree import read_plan
from flessenhals.data.source.errors import Fault, InputError, Place, option, refused
from flessenhals.data.source.files import read_text
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Items, Mapping, kind_of
from flessenhals.data.yaml.document import compose
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.gc_paused import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.data.plans.tree import LinesRead
    from flessenhals.solver.plan.plan import Plan

EMBEDDED = Path(__file__).parent.parent / "pact-2021.yaml"
MOST_LINES_TO_RECHECK = 2_000


def load(source: str | Path | None = None, *, scenario: str | None = None, changes: Sequence[str] = ()) -> Plan:
    """The plan in a file.

    Args:
        source: the file; None for the plan that ships.
        scenario: the name of the scenario to read it under.
        changes: values to set by their paths, `lines.nfi.minimum=4`, after the scenario.

    Raises:
        InputError: with everything that is wrong with the plan, its scenarios and the changes.
    """
    if source == "":
        raise refused(Place("--plan"), "'' is no file name", "name the plan's file")
    path = EMBEDDED if source is None else Path(source)
    name = path.name if source is None else str(source)
    return _read(read_text(path), name, path.parent, scenario, changes)


def loads(
    text: str,
    name: str = "plan.yaml",
    *,
    folder: Path | None = None,
    scenario: str | None = None,
    changes: Sequence[str] = (),
) -> Plan:
    """The plan in a text.

    Args:
        text: YAML.
        name: what its places are named after.
        folder: where a table stands that the plan names; without it a plan has to hold its own lines.
        scenario: the name of the scenario to read it under.
        changes: values to set by their paths, after the scenario.

    Raises:
        InputError: with everything that is wrong with the plan, its scenarios and the changes.
    """
    return _read(text, name, folder, scenario, changes)


def _read(text: str, name: str, folder: Path | None, scenario: str | None, changes: Sequence[str]) -> Plan:
    with collector_at_rest():  # half a million nodes that hold no cycle
        return _checked(text, name, folder, scenario, changes)


def _checked(text: str, name: str, folder: Path | None, scenario: str | None, changes: Sequence[str]) -> Plan:
    composed = compose(text, name)
    if composed.root is None:
        raise refused(Place(name), "is empty", "begin with schema: 1 and plan: an id")
    if not isinstance(composed.root, Mapping):
        raise refused(
            composed.root.place,
            told("a plan is a mapping, not {kind}", kind=kind_of(composed.root)),
            "begin with schema: 1",
        )
    root = composed.root if isinstance(composed.root.get("lines"), Items) else _with_table(composed.root, folder)
    faults = list(composed.faults)
    faults.extend(_faults_of_name(root, name, scenario))
    lines = root.get("lines")
    large = isinstance(lines, Items) and len(lines) > MOST_LINES_TO_RECHECK
    wanted = scenario is not None or bool(changes)
    read: LinesRead = {}
    plan = None
    if not (large and wanted):
        plan = _attempt(root, None, (), faults, read)
    asked = _attempt(root, scenario, changes, faults, read) if wanted else plan
    if not large:
        for other in _scenarios(root):
            if other != scenario or changes:
                _attempt(root, other, (), faults, read)
    if faults or asked is None:
        raise InputError(_said_once(faults))
    return asked


def _with_table(root: Mapping, folder: Path | None) -> Mapping:
    from flessenhals.data.plans.tables import with_table  # noqa: PLC0415 - most plans hold their own lines

    return with_table(root, folder, known_in(root))


def _without_totals(root: Mapping) -> Mapping:
    """What the source prints, it prints of the plan as it stands: other proposals need not add up to it."""
    copy = root.copied()
    copy.pop("totals", None)
    return copy


def _said_once(faults: list[Fault]) -> list[Fault]:
    """Without what is said again under a scenario while it is wrong with the plan as it stands."""
    said = {(fault.place, fault.wrong) for fault in faults}
    return [
        fault
        for fault in faults
        if not fault.wrong.startswith(UNDER_SCENARIO) or (fault.place, fault.wrong.partition(", ")[2]) not in said
    ]


def _scenarios(root: Mapping) -> Mapping:
    scenarios = root.get("scenarios")
    return scenarios if isinstance(scenarios, Mapping) else Mapping(root.place)


def _faults_of_name(root: Mapping, file: str, scenario: str | None) -> list[Fault]:
    known = _scenarios(root)
    if scenario is None or scenario in known:
        return []
    return [
        Fault(
            option("scenario", scenario),
            None,
            None,
            told("{file} has no such scenario", file=file),
            instead(scenario, known),
        )
    ]


def _attempt(
    root: Mapping, scenario: str | None, changes: Sequence[str], faults: list[Fault], read: LinesRead
) -> Plan | None:
    """The plan under a scenario and changes; what is wrong with it is added to the faults."""
    try:
        known = known_in(root)
        node = _scenarios(root).get(scenario) if scenario is not None else None
        if scenario is not None and node is not None:
            check_scenario(node, scenario, known)
        merged = with_scenario(root, node, known) if isinstance(node, Mapping) else root
        merged = with_changes(merged, changes)
        return read_plan(merged if merged is root else _without_totals(merged), scenario, read)
    except InputError as error:
        faults.extend(error.faults)
        return None
