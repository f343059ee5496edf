"""From a plan's tree to the plan itself, with every fault on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from flessenhals.constraints import KINDS
from flessenhals.constraints.rule import Share
from flessenhals.data.fields.dated import WITHOUT_YEARS
from flessenhals.data.fields.known import SECTIONS, known_in, mappings
from flessenhals.data.fields.shape import fault, misspelt, read_blocks, read_entries, read_fields
from flessenhals.data.fields.values import read_words
from flessenhals.data.plans.readings.scenarios import check_scenario
from flessenhals.data.plans.shape import BASELINE, BENEFIT, CHANGES, KIND_FIELDS, LINE, PLAN, RULE, SETTABLE, TOTAL
from flessenhals.data.plans.soundness import faults_of
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import alternatives, is_identifier, not_an_identifier
from flessenhals.data.source.tree import Mapping, Text
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import Line, Plan, StatedTotal
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.plan.revised import NO_REVISIONS
from flessenhals.solver.plan.tagged import TaggedChanges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flessenhals.constraints import Rule
    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node
    from flessenhals.solver.plan.benefit import Benefit
    from flessenhals.solver.plan.dated.years import DatedLine, DatedRule, Years
    from flessenhals.solver.plan.plan import Uncertain
    from flessenhals.solver.plan.problem import Problem
    from flessenhals.solver.plan.revised import Revisions

    Before = dict[tuple[int, tuple[int, int] | None], tuple[Node, Any]]

Value = TypeVar("Value")


class _Findings:
    """Goes on after a fault, so that all of them are found."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def of(self, read: Callable[..., Value], *given: Any) -> Value | None:  # noqa: ANN401 - what it reads is its reader's affair
        try:
            return read(*given)
        except InputError as error:
            self.faults.extend(error.faults)
            return None


class _Once:
    """Reads a node once, whatever the scenario; one with a fault is read again, so that each reading has its faults.

    A node is kept with what was read of it: while it lives, no other can have its identity.
    """

    def __init__(self, before: Before) -> None:
        self._before = before

    def of(self, read: Callable[[Node, str, Known], Value]) -> Callable[[Node, str, Known], Value]:
        """What this reads of a node, or has read of it before."""

        def once(node: Node, field: str, known: Known) -> Value:
            key = id(node), known.years
            if key not in self._before:
                self._before[key] = node, read(node, field, known)
            found: Value = self._before[key][1]
            return found

        return once


def read_plan(
    root: Mapping,
    scenario: str | None = None,
    before: Before | None = None,
    revised: Revisions = NO_REVISIONS,
) -> Plan:
    """The plan that a tree describes.

    Args:
        root: the tree, with what a scenario or `--set` changes merged into it, and its lines in it.
        scenario: the name of the scenario that was merged into it.
        revised: what of it is not the source's own.
        before: what was read of the same tree under another scenario, by the identity of its node: lines, rules and
            names that are the same are not read again. What this reading finds is added.

    Raises:
        InputError: with everything that is wrong with it.
    """
    known = known_in(root)
    found = _Findings()
    found.faults.extend([*_repeated_ids(root, "lines"), *_repeated_ids(root, "constraints")])
    given: dict[str, Any] = found.of(read_fields, root, "a plan", PLAN, known) or {}
    lines: list[Line | DatedLine] = []
    once = _Once({} if before is None else before)
    read_line = once.of(_line)
    if "lines" in root:
        found.of(
            read_blocks, root["lines"], "lines", lambda node, _, known: lines.append(read_line(node, "", known)), known
        )
    parts: dict[str, Any] = {
        section: tuple(found.of(read_blocks, root[section], section, read, known) or ()) if section in root else ()
        for section, read in (
            ("constraints", once.of(_rule)),
            ("totals", once.of(_total)),
            ("changes", once.of(_changes)),
            ("uncertain", _uncertain_in(root)),
        )
    }
    named: dict[str, Any] = {
        section: found.of(_by_name, root[section], section, once.of(read), known) or {} if section in root else {}
        for section, read in (*((section, read_words) for section in SECTIONS.values()), ("scenarios", check_scenario))
    }
    if "benefit" in root:
        parts["benefit"] = found.of(_benefit, root["benefit"], known)
    years = _years(root, found, known)
    try:
        if not found.faults:
            described = {
                "id": given.pop("plan"),
                "scenario": scenario,
                "revised": revised,
                "readings": root.get("scenarios") or {},
                **{key: given[key] for key in SETTABLE if key in given},
                **parts,
                **named,
            }
            return _plan(lines, described) if years is None else _dated_plan(years, lines, described)
        _judge(lines, years)
    except InvalidPlanError as error:
        # Beside other faults, only what is wrong with one line by itself is certain: the plan is not all there.
        problems = [it for it in error.problems if not found.faults or _is_of_one_line(it)]
        found.faults.extend(faults_of(problems, root, scenario))
    raise InputError(found.faults)


def _plan(lines: Sequence[Line | DatedLine], described: dict[str, Any]) -> Plan:
    return Plan(lines=tuple(line for line in lines if isinstance(line, Line)), **described)


def _dated_plan(years: Years, lines: Sequence[Line | DatedLine], described: dict[str, Any]) -> Plan:
    from flessenhals.solver.plan.dated.plan import reduced  # noqa: PLC0415 - most plans have no years

    dated = tuple(line for line in lines if not isinstance(line, Line))
    rules = described.pop("constraints")
    return reduced(replace(years, lines=dated, rules=rules), described.pop("objective", None), **described)


def _judge(lines: Sequence[Line | DatedLine], years: Years | None) -> None:
    """Find what is wrong with the lines that could be read, beside other faults.

    Raises:
        InvalidPlanError: where something is.
    """
    if years is None:
        _plan(lines, {"id": "what-could-be-read"})
        return
    from flessenhals.solver.plan.dated.soundness import dated_line_problems  # noqa: PLC0415 - most plans have no years

    problems = [it for line in lines if not isinstance(line, Line) for it in dated_line_problems(line, years)]
    if problems:
        raise InvalidPlanError(problems)


def _years(root: Mapping, found: _Findings, known: Known) -> Years | None:
    """What the plan says of its years; None where it says nothing, or nothing that can be read."""
    if not {"years", "shift", "ceilings"} & root.keys():
        return None
    from flessenhals.data.plans.dated import read_ceilings, read_shift, read_years  # noqa: PLC0415 - most plans have no years

    years = found.of(read_years, root["years"], "years", known) if "years" in root else None
    given: dict[str, Any] = {}
    for section, read in (("shift", read_shift), ("ceilings", read_ceilings)):
        if section not in root:
            continue
        if not known.dated:
            wrong = "needs years, and the plan has none"
            found.faults.append(Fault(root.key_place(section), section, None, wrong, WITHOUT_YEARS))
        else:
            given[section] = found.of(read, root[section], section, known)
    return years and replace(years, **{section: value for section, value in given.items() if value is not None})


def _is_of_one_line(problem: Problem) -> bool:
    return problem.path[0] == "lines" and len(problem.path) >= len(("lines", "id", "field"))


def _repeated_ids(root: Mapping, section: str) -> Iterator[Fault]:
    first: dict[str, Text] = {}
    for item in mappings(root.get(section)):
        name = item.get("id")
        if not isinstance(name, Text):
            continue
        if name in first:
            wrong = told("stands twice, first at {place}", place=first[name].place)
            yield Fault(name.place, "id", name, wrong, "write another id")
        first.setdefault(str(name), name)


def _line(node: Node, _: str, known: Known) -> Line | DatedLine:
    given = read_fields(node, "a line", LINE, known)
    if isinstance(node, Mapping) and known.dated:
        from flessenhals.data.plans.dated import dated_line  # noqa: PLC0415 - most plans have no years

        return dated_line(node, given, known)
    if isinstance(node, Mapping) and "money" in given:
        raise fault(node["money"], "money", None, "needs years, and the plan has none", WITHOUT_YEARS)
    for bound in ("minimum", "maximum", "smallest"):
        share = given.get(bound)
        if isinstance(share, Share):
            given[bound] = share.fraction * given["proposed"]
            if bound != "smallest":
                given[f"{bound}_share"] = share.fraction
    return Line(**given)


def _rule(node: Node, _: str, known: Known) -> Rule | DatedRule:
    found = _Findings()
    given: dict[str, Any] = found.of(read_fields, node, "a constraint", RULE, known) or {}
    if not isinstance(node, Mapping):
        raise InputError(found.faults)
    kinds = [kind for kind in KINDS if kind in node]
    for kind in kinds:
        given[kind] = found.of(read_fields, node[kind], kind, KIND_FIELDS[kind], known)
    if len(kinds) > 1:
        wrong = told("is a second kind of rule beside {kind}", kind=kinds[0])
        found.faults.append(Fault(node.key_place(kinds[1]), None, kinds[1], wrong, "make two constraints of it"))
    if not kinds and not any(misspelt(kind, node, RULE) for kind in KINDS):
        choice = alternatives(f"{kind}:" for kind in KINDS)
        found.faults.append(
            Fault(node.place, None, None, "a constraint has no kind", told("give it {choice}", choice=choice))
        )
    if found.faults:
        raise InputError(found.faults)
    inside = given.pop(kinds[0])
    if known.dated:
        from flessenhals.data.plans.dated import dated_rule  # noqa: PLC0415 - most plans have no years

        return dated_rule(node, kinds[0], given, inside, known)
    return KINDS[kinds[0]](**inside, **given)


def _total(node: Node, _: str, known: Known) -> StatedTotal:
    return StatedTotal(**read_fields(node, "a total", TOTAL, known))


def _changes(node: Node, _: str, known: Known) -> TaggedChanges:
    return TaggedChanges(**read_fields(node, "tagged changes", CHANGES, known))


def _benefit(node: Node, known: Known) -> Benefit:
    from flessenhals.solver.plan.benefit import Benefit  # noqa: PLC0415 - few plans say what the problem costs

    given = read_fields(node, "a benefit", BENEFIT, known)
    return Benefit(**read_fields(given.pop("baseline"), "a baseline", BASELINE, known), **given)


def _uncertain_in(root: Mapping) -> Callable[[Node, str, Known], Any]:
    def read(node: Node, _: str, known: Known) -> Uncertain:
        from flessenhals.data.plans.uncertainty import read_uncertain  # noqa: PLC0415 - many plans have no such section

        return read_uncertain(node, root, known)

    return read


def _by_name(node: Node, section: str, read: Callable[[Node, str, Known], Any], known: Known) -> dict[str, Any]:
    found = _Findings()
    values = found.of(read_entries, node, section, read, known)
    if isinstance(node, Mapping):
        for name in node:
            if not is_identifier(name):
                found.faults.append(Fault(node.key_place(name), None, name, *not_an_identifier(name)))
    if found.faults:
        raise InputError(found.faults)
    return values or {}
