"""Reads a plan: the one that ships, a file, or a text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.fields.known import known_in, mappings
from flessenhals.data.fields.selectors import read_dated_selector
from flessenhals.data.plans.readings.holding import held, holdings_in, holdings_of
from flessenhals.data.plans.readings.patch import with_changes, with_rules, with_scenario
from flessenhals.data.plans.readings.revisions import revisions, with_holdings
from flessenhals.data.plans.readings.scenarios import check_scenario
from flessenhals.data.plans.readings.selected import selected_by
from flessenhals.data.plans.soundness import UNDER_SCENARIO
from flessenhals.data.plans.tree import read_plan
from flessenhals.data.source.errors import Fault, InputError, Place, option, refused
from flessenhals.data.source.files import STDIN, decoded, read_stdin, read_text
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Items, Mapping, kind_of
from flessenhals.data.yaml.document import compose
from flessenhals.solver.plan.message import Message, told
from flessenhals.solver.program.gc_paused import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flessenhals.data.fields.known import Known
    from flessenhals.data.plans.readings.holding import Holding
    from flessenhals.data.plans.tree import Before
    from flessenhals.solver.plan.plan import Plan

UNKNOWN_KEY, PATH = "is not a field of {what}", "path"
TABLES = {".csv", ".tsv", ".xlsx", ".ods"}  # a .txt may hold a plan
EMBEDDED = Path(__file__).parent.parent / "pact-2021.yaml"
SHIPPED = {path.stem: path for path in (EMBEDDED, EMBEDDED.with_name("pact-2021-build-up.yaml"))}
MOST_LINES_TO_RECHECK = 2_000


class Asked(NamedTuple):
    """How a plan is to be read, in this order.

    Attributes:
        scenario: the scenario, or several in turn: `strict+prevention-first`.
        changes: values to set by their paths, `lines.nfi.minimum=4`, or for a selection of lines.
        rules: rules to add, in YAML.
        keeps: selections of lines to hold at what they ask, or at an amount: `police-prevention=12`.
        drops: selections of lines to leave out.
    """

    scenario: str | None = None
    changes: Sequence[str] = ()
    rules: Sequence[str] = ()
    keeps: Sequence[str] = ()
    drops: Sequence[str] = ()

    @property
    def names(self) -> list[str]:
        """The scenarios, from left to right."""
        return [] if self.scenario is None else [name.strip() for name in self.scenario.split("+")]

    @property
    def differs(self) -> bool:
        """Whether anything is to be read otherwise than it stands."""
        return self != Asked()


def load(
    source: str | Path | None = None,
    *,
    scenario: str | None = None,
    changes: Sequence[str] = (),
    rules: Sequence[str] = (),
    keeps: Sequence[str] = (),
    drops: Sequence[str] = (),
) -> Plan:
    """The plan in a file.

    Args:
        source: the file; `-` for stdin; the name of a plan that ships, `pact-2021-build-up`; None for `pact-2021`.
        scenario: the name of the scenario to read it under; several in turn with + between them.
        changes: values to set by their paths, `lines.nfi.minimum=4`, after the scenario.
        rules: rules to add, in YAML.
        keeps: selections of lines to hold at what they ask, or at an amount.
        drops: selections of lines to leave out.

    Raises:
        InputError: with everything that is wrong with the plan, its scenarios and the changes.
    """
    if source == "":
        raise refused(Place("--plan"), "'' is no file name", "name the plan's file")
    asked = Asked(scenario, tuple(changes), tuple(rules), tuple(keeps), tuple(drops))
    if str(source) == STDIN:
        return _read(decoded(read_stdin("--plan"), "stdin"), "stdin", None, asked)
    path = _path(EMBEDDED.stem if source is None else source)
    name = path.name if path.parent == EMBEDDED.parent else str(source)
    if path.suffix.lower() in TABLES and path.is_file():
        raise refused(Place(name), "is a table, not a plan", told("name it in a plan: lines: {name}", name=path.name))
    return _read(read_text(path), name, path.parent, asked)


def _path(source: str | Path) -> Path:
    """Where a plan stands; one that ships is called by its name, unless a file of that name lies here."""
    path = Path(source)
    shipped = SHIPPED.get(str(source))
    return path if shipped is None or path.exists() else shipped


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
    return _read(text, name, folder, Asked(scenario, tuple(changes)))


def _read(text: str, name: str, folder: Path | None, wanted: Asked) -> Plan:
    with collector_at_rest():  # half a million nodes that hold no cycle
        return _checked(text, name, folder, wanted)


def _checked(text: str, name: str, folder: Path | None, wanted: Asked) -> Plan:
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
    faults.extend(_faults_of_names(root, name, wanted))
    lines = root.get("lines")
    large = isinstance(lines, Items) and len(lines) > MOST_LINES_TO_RECHECK
    known = known_in(root)
    read: Before = {}
    plan = None
    if not (large and wanted.differs):
        plan = _attempt(root, known, Asked(), faults, read)
    asked = _attempt(root, known, wanted, faults, read, plan) if wanted.differs else plan
    if not large and not _is_misspelt(faults):
        for other in _scenarios(root):
            if Asked(other) != wanted:
                _attempt(root, known, Asked(other), faults, read)
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


def _is_misspelt(faults: list[Fault]) -> bool:
    """Whether a key at the top of the plan is none: what stands under it is then missing in every scenario too."""
    wrong = UNKNOWN_KEY.format(what="a plan")
    return any(fault.wrong == wrong for fault in faults)


def _said_once(faults: list[Fault]) -> list[Fault]:
    """Without what is said again under a scenario, and what follows from another fault alone.

    A path to what is uncertain may lead nowhere because a key on its way is misspelt: that key is told.
    """
    said = {(fault.place, fault.wrong) for fault in faults}
    misspelt = any(isinstance(fault.wrong, Message) and fault.wrong.template == UNKNOWN_KEY for fault in faults)
    return [
        fault
        for fault in faults
        if (not fault.wrong.startswith(UNDER_SCENARIO) or (fault.place, fault.wrong.partition(", ")[2]) not in said)
        and not (misspelt and fault.field == PATH)
    ]


def _scenarios(root: Mapping) -> Mapping:
    scenarios = root.get("scenarios")
    return scenarios if isinstance(scenarios, Mapping) else Mapping(root.place)


def _faults_of_names(root: Mapping, file: str, wanted: Asked) -> list[Fault]:
    known = _scenarios(root)
    place = option("scenario", wanted.scenario or "")
    several = len(wanted.names) > 1
    lacking = told("is no scenario of {file}" if several else "{file} has no such scenario", file=file)
    faults = [
        Fault(place, None, name if several else None, lacking, instead(name, known))
        for name in wanted.names
        if name not in known
    ]
    if len(set(wanted.names)) < len(wanted.names):
        faults.append(Fault(place, None, None, "names a scenario twice", "name each once"))
    return faults


def _attempt(
    root: Mapping, known: Known, wanted: Asked, faults: list[Fault], read: Before, own: Plan | None = None
) -> Plan | None:
    """The plan as it is asked to be read; what is wrong with it is added to the faults.

    Args:
        root: the plan's tree.
        known: what it speaks of.
        wanted: how it is to be read.
        faults: to be added to.
        read: the lines that were read before.
        own: the plan as its file has it, where that was read.
    """
    try:
        merged = root
        holdings: list[Holding] = []
        for name in wanted.names:
            node = _scenarios(root).get(name)
            if node is not None:
                check_scenario(node, name, known)
            if isinstance(node, Mapping):
                merged = with_scenario(merged, node, known, root)
                holdings += holdings_in(node, known)
        merged = with_rules(with_changes(merged, wanted.changes, known, root), wanted.rules)
        if merged is root:
            plan = read_plan(root, wanted.scenario, read)
        else:
            revised = revisions(root, merged, own, wanted.names)
            plan = read_plan(_without_totals(merged), wanted.scenario, read, revised)
        if not (holdings or wanted.keeps or wanted.drops):
            return plan
        holdings += holdings_of(wanted.keeps, wanted.drops, known)
        _refuse_set_and_dropped(merged, wanted, holdings, plan, known)
        return with_holdings(plan, held(replace(plan, totals=()), holdings, merged, wanted.scenario), holdings, own)
    except InputError as error:
        faults.extend(error.faults)
        return None


def _refuse_set_and_dropped(
    root: Mapping, wanted: Asked, holdings: Sequence[Holding], plan: Plan, known: Known
) -> None:
    """Refuse a change of nothing but lines that are dropped: it would come to nothing."""
    dropped = _dropped(holdings, plan)
    faults: list[Fault] = []
    for name in wanted.names:
        scenario = _scenarios(root).get(name)
        if isinstance(scenario, Mapping) and dropped:
            faults += _set_and_dropped(scenario, plan, known)
    for change in wanted.changes:
        place = option("set", change)
        path = change.partition("=")[0].strip()
        selected = selected_by(path, root, place, known)
        named = {path.split(".")[1]} if path.startswith("lines.") else set()
        lines = named if selected is None else {line for part, _ in selected.parts for line in part}
        if lines and lines <= dropped:
            wrong = "sets a line that is dropped" if len(lines) == 1 else "sets lines that are all dropped"
            faults.append(Fault(place, None, None, wrong, "leave one of the two out"))
    if faults:
        raise InputError(faults)


def _dropped(holdings: Iterable[Holding], plan: Plan) -> set[str]:
    """The lines that are dropped in all of their years."""
    ids = {line.id for each in holdings if not each.is_kept for line in each.selector.select(plan.lines)}
    return {line.line for line in plan.lines if line.id in ids} - {
        line.line for line in plan.lines if line.id not in ids
    }


def _set_and_dropped(scenario: Mapping, plan: Plan, known: Known) -> Iterator[Fault]:
    """The changes of a scenario of nothing but lines that it drops itself."""
    dropped = _dropped(holdings_in(scenario, known), plan)
    for change in mappings(scenario.get("lines")):
        lines = {line.line for line in read_dated_selector(change["of"], "of", known).select(plan.lines)}
        if lines and lines <= dropped:
            wrong = "sets a line that is dropped" if len(lines) == 1 else "sets lines that are all dropped"
            yield Fault(change.key_place("of"), None, None, wrong, "leave one of the two out")
