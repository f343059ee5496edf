"""From a plan's tree to the plan itself, with every fault on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from flessenhals.constraints import KINDS
from flessenhals.constraints.rule import Share
from flessenhals.data.fields.forms import read_words
from flessenhals.data.fields.known import SECTIONS, known_in, mappings
from flessenhals.data.fields.shape import misspelt, read_entries, read_fields, read_items
from flessenhals.data.plans.scenarios import check_scenario
from flessenhals.data.plans.shape import KIND_FIELDS, LINE, PLAN, RULE, SETTABLE, TOTAL
from flessenhals.data.plans.soundness import faults_of
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import is_identifier, not_an_identifier
from flessenhals.data.source.tree import Mapping, Text
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import Line, Plan, StatedTotal
from flessenhals.solver.plan.soundness import InvalidPlanError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flessenhals.constraints import Rule
    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node
    from flessenhals.solver.plan.plan import Uncertain
    from flessenhals.solver.plan.soundness import Problem

    LinesRead = dict[int, tuple[Node, Line]]

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


def read_plan(root: Mapping, scenario: str | None = None, before: LinesRead | None = None) -> Plan:
    """The plan that a tree describes.

    Args:
        root: the tree, with what a scenario or `--set` changes merged into it, and its lines in it.
        scenario: the name of the scenario that was merged into it.
        before: sound lines by the identity of their node, from a reading of the same tree under another scenario; those
            of this reading are added.

    Raises:
        InputError: with everything that is wrong with it.
    """
    known = known_in(root)
    found = _Findings()
    found.faults.extend([*_repeated_ids(root, "lines"), *_repeated_ids(root, "constraints")])
    given: dict[str, Any] = found.of(read_fields, root, "a plan", PLAN, known) or {}
    lines: list[Line] = []
    read: LinesRead = {} if before is None else before

    def keep_line(node: Node, _: str, known: Known) -> None:
        # The node is kept with its line: while it lives, no other can have its identity.
        if id(node) not in read:
            read[id(node)] = node, _line(node, known)
        lines.append(read[id(node)][1])

    if "lines" in root:
        found.of(read_items, root["lines"], "lines", keep_line, known)
    parts: dict[str, Any] = {
        section: tuple(found.of(read_items, root[section], section, read, known) or ()) if section in root else ()
        for section, read in (("constraints", _rule), ("totals", _total), ("uncertain", _uncertain_in(root)))
    }
    named: dict[str, Any] = {
        section: found.of(_by_name, root[section], section, read, known) or {} if section in root else {}
        for section, read in (*((section, read_words) for section in SECTIONS.values()), ("scenarios", check_scenario))
    }
    try:
        if found.faults:
            Plan(id="what-could-be-read", lines=tuple(lines))
        else:
            return Plan(
                id=given.pop("plan"),
                scenario=scenario,
                **{key: given[key] for key in SETTABLE if key in given},
                **{**parts, **named, "lines": tuple(lines)},
            )
    except InvalidPlanError as error:
        # Beside other faults, only what is wrong with one line by itself is certain: the plan is not all there.
        problems = [it for it in error.problems if not found.faults or _is_of_one_line(it)]
        found.faults.extend(faults_of(problems, root, scenario))
    raise InputError(found.faults)


def _is_of_one_line(problem: Problem) -> bool:
    return problem.path[0] == "lines" and len(problem.path) == len(("lines", "id", "field"))


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


def _line(node: Node, known: Known) -> Line:
    given = read_fields(node, "a line", LINE, known)
    for bound in ("minimum", "maximum"):
        share = given.get(bound)
        if isinstance(share, Share):
            given[bound] = share.fraction * given["proposed"]
    return Line(**given)


def _rule(node: Node, _: str, known: Known) -> Rule:
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
        choice = " or ".join(f"{kind}:" for kind in KINDS)
        found.faults.append(
            Fault(node.place, None, None, "a constraint has no kind", told("give it {choice}", choice=choice))
        )
    if found.faults:
        raise InputError(found.faults)
    return KINDS[kinds[0]](**given.pop(kinds[0]), **given)


def _total(node: Node, _: str, known: Known) -> StatedTotal:
    return StatedTotal(**read_fields(node, "a total", TOTAL, known))


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
