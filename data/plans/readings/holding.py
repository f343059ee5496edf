"""What is kept and what is dropped, as a scenario or the command line says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.fields.forms import AMOUNT, DATED_SELECTOR
from flessenhals.data.fields.selectors import read_dated_selector
from flessenhals.data.plans.soundness import faults_of
from flessenhals.data.source.errors import Fault, InputError, option, refused
from flessenhals.data.source.tree import Items, Mapping, Text
from flessenhals.data.yaml.document import compose
from flessenhals.solver.plan.held import with_dropped, with_kept
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from flessenhals.constraints.selector import Selector
    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.errors import Place
    from flessenhals.data.source.tree import Node
    from flessenhals.solver.plan.plan import Plan

KEEP, DROP = "keep", "drop"
OF, AT = "of", "at"


class Holding(NamedTuple):
    """Lines that are kept or dropped.

    Attributes:
        selector: which lines.
        amount: the amount at which each is kept; None for what it asks.
        is_kept: whether they are kept, and not dropped.
        place: where that is said.
    """

    selector: Selector
    amount: Fraction | None
    is_kept: bool
    place: Place


def holdings_in(scenario: Mapping, known: Known) -> Iterator[Holding]:
    """What a scenario keeps and drops.

    `keep:` holds a selection, or a list in which `{of: SELECTION, at: AMOUNT}` may stand too; `drop:` a selection.

    Raises:
        InputError: with every name that the plan does not know.
    """
    kept = scenario.get(KEEP)
    for node in kept if isinstance(kept, Items) else [kept] if kept is not None else []:
        if isinstance(node, Mapping) and OF in node:
            yield _kept_at(node, known)
        else:
            yield Holding(read_dated_selector(node, KEEP, known), None, is_kept=True, place=node.place)
    dropped = scenario.get(DROP)
    if dropped is not None:
        yield Holding(read_dated_selector(dropped, DROP, known), None, is_kept=False, place=dropped.place)


def _kept_at(node: Mapping, known: Known) -> Holding:
    unknown = [key for key in node if key not in {OF, AT}]
    if unknown:
        key = unknown[0]
        raise InputError([Fault(node.key_place(key), None, key, "is not a field of keep", "write of: and at:")])
    amount = AMOUNT.read(node[AT], AT, known) if AT in node else None
    return Holding(DATED_SELECTOR.read(node[OF], OF, known), amount, is_kept=True, place=node.place)


def holdings_of(keeps: Iterable[str], drops: Iterable[str], known: Known) -> list[Holding]:
    """What `--keep` and `--drop` say: `police-prevention=12`, `partner:police`, `{partner: police}`.

    Raises:
        InputError: with every name that the plan does not know, and every amount that is none.
    """
    found: list[Holding] = []
    faults: list[Fault] = []
    for name, texts in ((KEEP, keeps), (DROP, drops)):
        for text in texts:
            try:
                found.append(_holding(name, text, known))
            except InputError as error:
                faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return found


def _holding(name: str, text: str, known: Known) -> Holding:
    place = option(name, text)
    wanted, sign, given = text.rpartition("=") if name == KEEP else (text, "", "")
    selector = read_dated_selector(selection(wanted if sign else text, place), name, known)
    amount = AMOUNT.read(Text(given.strip(), place), name, known) if sign else None
    return Holding(selector, amount, is_kept=name == KEEP, place=place)


def selection(text: str, place: Place) -> Node:
    """A selection as it is typed on a command line: an id, `all`, `partner:police`, several behind commas, or YAML.

    Raises:
        InputError: where it is YAML that cannot be read, or nothing.
    """
    text = text.strip()
    if text.startswith(("{", "[")):
        composed = compose(text, place.file, at=place)
        if composed.faults or composed.root is None:
            raise InputError(composed.faults)
        return composed.root
    if not text:
        raise refused(place, "selects nothing", "write a line id, all, or a selection such as partner:police")
    parts = Items(place)
    field = ""
    for part in text.split(","):
        named, colon, value = part.rpartition(":")
        if colon:
            field = named.strip()
            parts.append(_condition(field, value, place))
        elif field:
            parts.append(_condition(field, part, place))
        else:
            parts.append(Text(part.strip(), place))
    return parts[0] if len(parts) == 1 else parts


def _condition(field: str, value: str, place: Place) -> Mapping:
    found = Mapping(place)
    found.with_entry(field, Text(value.strip(), place), place)
    return found


def held(plan: Plan, holdings: Sequence[Holding], root: Mapping, scenario: str | None) -> Plan:
    """The plan with its lines kept and dropped.

    Raises:
        InputError: where a line is kept and dropped, kept at two amounts, or nothing sensible is left.
    """
    faults = list(_contradictions(plan, holdings))
    if faults:
        raise InputError(faults)
    for each in sorted(holdings, key=lambda it: not it.is_kept):
        try:
            plan = with_kept(plan, each.selector, each.amount) if each.is_kept else with_dropped(plan, each.selector)
        except InvalidPlanError as error:
            found = [fault._replace(place=each.place) for fault in faults_of(error.problems, root, scenario)]
            raise InputError(found) from None
    return plan


def _contradictions(plan: Plan, holdings: Sequence[Holding]) -> Iterator[Fault]:
    said: dict[str, Holding] = {}
    for each in holdings:
        for line in each.selector.select(plan.lines):
            before = said.setdefault(line.id, each)
            if before.is_kept != each.is_kept:
                wrong = told("is dropped here and kept at {place}", place=before.place)
                if each.is_kept:
                    wrong = told("is kept here and dropped at {place}", place=before.place)
                yield Fault(each.place, None, line.id, wrong, "choose one of them")
            elif before.amount != each.amount:
                wrong = told("is kept at another amount at {place}", place=before.place)
                yield Fault(each.place, None, line.id, wrong, "choose one of them")
