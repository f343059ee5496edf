"""What differs between two plans, and the plans that lie between them."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.ceiling import shifts
from flessenhals.constraints.constraint import whole_line
from flessenhals.solver.plan.dated.asked import asking_anew
from flessenhals.solver.plan.tagged import category_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from flessenhals.constraints import Rule
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Plan

# What people read about a line or a rule and no split depends on.
TOLD = frozenset({"id", "name", "source", "origin", "note", "nature", "kind", "unit"})
# What follows from other inputs: the year of a line or rule, and what a build-up's shares are of.
DERIVED = frozenset({"year", "when", "asked"})
EVERYTHING = "all changes"
LINES, RULES, CEILING, OBJECTIVE = "lines", "constraints", "ceiling", "objective"
BOUNDS = ("proposed", "minimum", "maximum")
SIDES = ("at_least", "at_most")
MOST_GROUPS = 8
WHEN = ("lag", "years", "together")  # of a rule, what decides in which years it holds
# What is said of a line in one word, and everything of it that changes with it.
HELD = {
    "dropped": ("proposed", "minimum", "maximum", "step", "parts", "smallest", "kept", "dropped"),
    "kept": ("minimum", "maximum", "kept"),
}


class Change(NamedTuple):
    """One input that differs between two plans.

    Attributes:
        section: `ceiling`, `lines`, `constraints` or `objective`.
        owner: the id of the line or rule; empty for the others.
        field: which of its fields; None where the whole line or rule stands on one side only.
        group: by what it is taken together with others where there are many: a line's programme, a rule's kind.
    """

    section: str
    owner: str = ""
    field: str | None = None
    group: str | None = None

    @property
    def path(self) -> str:
        """Where it stands, as in `--set`."""
        kind = self.group if self.section == RULES and self.field is not None else None
        return ".".join(each for each in (self.section, self.owner, kind, self.field) if each)


class Group(NamedTuple):
    """Changes that count as one cause.

    Attributes:
        id: the path of the change, or what several have in common.
        changes: those in it.
    """

    id: str
    changes: tuple[Change, ...]


class Between:
    """Two plans with their ceilings, and every plan that takes some inputs from the one and the rest from the other."""

    def __init__(self, before: tuple[Plan, Ceiling], after: tuple[Plan, Ceiling]) -> None:
        """Find what differs between two plans, each with its ceiling in the plan's unit; with years the same years."""
        self.before, self.after = before, after
        old, new = before[0], after[0]
        self._tagged = new.changes
        self._lines = [(old.line_by_id.get(line), new.line_by_id.get(line)) for line in _united(old.lines, new.lines)]
        rules = [{(rule.id, rule.when): rule for rule in plan.constraints} for plan in (old, new)]
        self._rules = [(rules[0].get(key), rules[1].get(key)) for key in dict.fromkeys([*rules[1], *rules[0]])]
        self._rewritten = _rewritten(old, new)
        self.changes = tuple(dict.fromkeys(self._changes()))

    def at(self, changed: Collection[Change]) -> tuple[Plan, Ceiling]:
        """The plan and ceiling with these inputs as they are after, and all others as they were before.

        A line that stands on one side only asks nothing and gets nothing where it is not there, so that selectors can
        still name it.

        Raises:
            InvalidPlanError: where that mixture is no sound plan.
        """
        lines = tuple(self._line(old, new, changed) for old, new in self._lines)
        rules = tuple(rule for pair in self._rules for rule in self._rule(*pair, changed))
        objective = (self.after if Change(OBJECTIVE) in changed else self.before)[0].objective
        ceiling = (self.after if Change(CEILING) in changed else self.before)[1]
        if shifts(ceiling) and "shift" not in objective:  # what may be shifted is a part of the ceiling
            moved = next(plan.objective for plan, limit in (self.before, self.after) if limit == ceiling)
            objective = objective if Change(OBJECTIVE) in self.changes else moved
        asking = asking_anew(self.after[0], rules, lines)
        return replace(self.after[0], lines=lines, constraints=asking, objective=objective, totals=()), ceiling

    def groups(self) -> tuple[Group, ...]:
        """The changes as causes: each by itself where they are few, else taken together by what they have in common.

        Changes that are tagged as one sort are taken together only with others of that sort.
        """
        for key in (_own, _by_programme, _by_field, _by_section, _by_nothing):
            found: dict[str, list[Change]] = {}
            for change in self.changes:
                category = category_of(change.path, self._tagged)
                tagged = category is not None and key is not _own
                found.setdefault(f"{category}: {key(change)}" if tagged else key(change), []).append(change)
            groups = tuple(Group(id_, tuple(members)) for id_, members in self._sound(found).items())
            if len(groups) <= MOST_GROUPS:
                return groups
        return groups

    def _changes(self) -> Iterator[Change]:
        if self.before[1] != self.after[1]:
            yield Change(CEILING)
        for old, new in self._lines:
            yield from self._changed(LINES, old, new, (new or old).programme)  # type: ignore[union-attr]  # one is there
        for was, now in self._rules:
            yield from self._changed(RULES, was, now, (now or was).kind)  # type: ignore[union-attr]  # the same
        if _stages(*self.before) != _stages(*self.after):
            yield Change(OBJECTIVE)

    def _changed(self, section: str, old: Any, new: Any, group: str | None) -> Iterator[Change]:  # noqa: ANN401 - a line or a rule
        """What differs between a line, or a rule, before and after; with years, by the field that is written."""
        there = old if old is not None else new
        written = self._rewritten.get((section, whole_line(there.id)))
        if written is not None and (old is None or new is None):
            yield Change(section, whole_line(there.id), written, group)
            return
        yield from _changed(section, old, new, group)

    def _sound(self, found: Mapping[str, list[Change]]) -> dict[str, list[Change]]:
        """The bounds of one line, and the sides of one rule, joined where half of them would contradict each other."""
        joined: dict[str, list[Change]] = {}
        for id_, members in found.items():
            (first, *others) = members
            torn = not others and first.field is not None and self._torn(first)
            joined.setdefault(f"{first.section}.{first.owner}" if torn else id_, []).extend(members)
        return joined

    def _torn(self, change: Change) -> bool:
        names = BOUNDS if change.section == LINES else SIDES
        if change.field not in names:
            return False
        pairs: Sequence[tuple[Any, Any]] = self._lines if change.section == LINES else self._rules
        for old, new in pairs:
            if old is None or new is None or whole_line(old.id) != change.owner:
                continue
            if change.section == LINES:
                ends = [(one.minimum, other.upper) for one, other in ((old, new), (new, old))]
                if any(low > high for low, high in ends) or _in_step(old, new):
                    return True
            elif any(_above(one.at_least, other.at_most) for one, other in ((old, new), (new, old))):
                return True
        return False

    def _rule(self, old: Rule | None, new: Rule | None, changed: Collection[Change]) -> list[Rule]:
        kind = (new if new is not None else old).kind  # type: ignore[union-attr]  # a rule stands on one side at least
        found = list(self._changed(RULES, old, new, kind))
        if old is None or new is None or type(old) is not type(new):
            chosen = new if found[0] in changed else old
            return [] if chosen is None else [chosen]
        taken = {change.field: getattr(new, change.field) for change in found if change.field and change in changed}
        kept = {each.name: getattr(new, each.name) for each in fields(new) if each.name in TOLD}
        return [replace(old, **kept, **taken)]

    def _line(self, old: Line | None, new: Line | None, changed: Collection[Change]) -> Line:
        if old is None or new is None:
            there = (new if new is not None else old) or _nobody()
            (change,) = self._changed(LINES, old, new, there.programme)
            present = (change in changed) == (old is None)
            return there if present else replace(there, proposed=ZERO, minimum=ZERO, maximum=ZERO)
        taken = {
            name: getattr(new, name)
            for change in _changed(LINES, old, new, new.programme)
            if change.field is not None and change in changed
            for name in HELD.get(change.field, (change.field,))
        }
        kept = {each.name: getattr(new, each.name) for each in fields(new) if each.name in TOLD}
        return replace(old, **kept, **taken)


ZERO = Fraction(0)


def _nobody() -> Line:
    raise AssertionError("a line stands on one side at least")


def _united(old: Iterable[Line] | Iterable[Rule], new: Iterable[Line] | Iterable[Rule]) -> list[str]:
    """The ids of both sides, those of after in their order and then what is gone."""
    return list(dict.fromkeys([*(each.id for each in new), *(each.id for each in old)]))


def _changed(section: str, old: Any, new: Any, group: str | None) -> Iterator[Change]:  # noqa: ANN401 - a line or a rule
    """What differs between a line, or a rule, before and after."""
    there = old if old is not None else new
    owner = whole_line(there.id)
    if old is None or new is None or type(old) is not type(new):
        yield Change(section, owner, None, group)
        return
    names = [each.name for each in fields(new) if getattr(old, each.name) != getattr(new, each.name)]
    held = next((word for word in HELD if word in names), None)
    for name in names:
        if name == held or name not in TOLD.union(DERIVED, HELD.get(held or "", ())):
            yield Change(section, owner, name, group)


def _stages(plan: Plan, ceiling: Ceiling) -> tuple[object, ...]:
    """The stages of a plan; that the least is shifted goes with a ceiling of which something may be."""
    return tuple(stage for stage in plan.objective if stage != "shift") if shifts(ceiling) else plan.objective


def _rewritten(old: Plan, new: Plan) -> dict[tuple[str, str], str]:
    """With years: the field of a line or rule by which it holds in other years, by its section and id."""
    if old.years is None or new.years is None:
        return {}
    found: dict[tuple[str, str], str] = {}
    lines = {each.line.id: each for each in old.years.lines}
    for line in new.years.lines:
        was = lines.get(line.line.id)
        if was is not None and (was.first, was.last) != (line.first, line.last):
            found[LINES, line.line.id] = "from" if was.first != line.first else "until"
    rules = {each.rule.id: each.rule for each in old.years.rules}
    for each in new.years.rules:
        before = rules.get(each.rule.id)
        if before is not None and type(before) is type(each.rule):
            names = [name for name in WHEN if getattr(before, name, None) != getattr(each.rule, name, None)]
            found |= {(RULES, each.rule.id): names[0]} if names else {}
    return found


def _in_step(old: Line, new: Line) -> bool:
    """Whether a bound moves with what is asked, as a percentage of it does."""
    if not old.proposed or not new.proposed or old.proposed == new.proposed:
        return False
    pairs = [(old.minimum, new.minimum), (old.maximum, new.maximum)]
    return any(low and high and low != high and low / old.proposed == high / new.proposed for low, high in pairs)


def _above(low: object, high: object) -> bool:
    return isinstance(low, Fraction) and isinstance(high, Fraction) and low > high


def _own(change: Change) -> str:
    return change.path


def _by_programme(change: Change) -> str:
    if change.section == LINES:
        where = f"programme:{change.group}" if change.group else LINES
        return f"{where}.{change.field}" if change.field else where
    return f"{RULES}.{change.group}" if change.section == RULES else change.section


def _by_field(change: Change) -> str:
    return f"{LINES}.{change.field}" if change.section == LINES and change.field else change.section


def _by_section(change: Change) -> str:
    return change.section


def _by_nothing(_: Change) -> str:
    return EVERYTHING
