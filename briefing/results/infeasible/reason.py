"""Why nothing fits: the constraints that cannot hold together, in words and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from flessenhals.briefing.results.origins import maker_name
from flessenhals.briefing.text.naming import constraint_name, euros, line_name
from flessenhals.briefing.text.numbers import amount, money
from flessenhals.briefing.text.table import ITEM
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.build_up import BuildUp
from flessenhals.solver.claims.fit import (
    AddsUp,
    CannotHoldTogether,
    Needs,
    NothingFits,
    PlanAsks,
    ShortBy,
)
from flessenhals.solver.infeasible.reasoning import reasoning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row as Constraint
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.infeasible.farkas import Summand
    from flessenhals.solver.infeasible.reasoning import Fact, Reasoning
    from flessenhals.solver.plan.plan import Plan

NAMED, EXACT, MOST_LISTED = 4, 6, 60
BOUNDS = ("minimum", "maximum", "proposed")


def reason(refused: InfeasibleError, language: Language) -> list[Told]:
    """The constraints that cannot hold together, in sentences that end in what is short."""
    words = _Words(refused.plan, refused.ceiling, language)
    together = [NothingFits(refused.ceiling), CannotHoldTogether(refused.conflict)]
    parts = refused.contradiction.parts
    if len(parts) > MOST_LISTED:
        summed = refused.contradiction
        figures = {"needed": summed.needed, "available": summed.available, "short": summed.short}
        money_of = {name: words.money(amount, summed.unit) for name, amount in figures.items()}
        return [tell("too many to list", language, together, count=len(parts), **money_of)]
    if not parts:
        return words.in_units(refused)
    told = reasoning([part.row for part in parts], refused.plan.ratios)
    if told is None:
        return words.weighed(parts, refused, together)
    if all(fact.row.id.is_minimum for fact in told.needed) and len(told.facts) == len(told.needed):
        return [Told(words.minimums(told), [*together, words.short(told)])]
    needs = [
        Needs(tuple(fact.lines), fact.amount, tuple(each.row for each in told.facts[:count]))
        for count, fact in enumerate(told.facts, start=1)
    ]
    return [
        tell("cannot hold together", language, together),
        *(Told(ITEM + words.fact(fact), [need]) for fact, need in zip(told.facts, needs, strict=True)),
        Told(ITEM + words.limit(told.limits), [words.asked(told.limits)]),
        Told(words.closing(told), [words.short(told)]),
    ]


def start_of(plan: Plan, row: Constraint) -> Fraction | None:
    """What a build-up counts from in its first year, in the plan's unit; None for any other row."""
    if not row.is_build_up:
        return None
    for rule in plan.constraints:
        same = rule.id == row.id.rule and rule.when is not None and rule.when.year == row.id.year
        if isinstance(rule, BuildUp) and same:
            first = rule.when is not None and rule.when.asked is None
            return rule.amount(rule.start, row.id.group) if first else None
    return None


def wish(plan: Plan, row: Constraint) -> Literal["kept", "dropped"] | None:
    """Whether a line's bound is what was wished of the line, and not a bound that it has of its own."""
    if not row.id.is_bound or row.id.line is None:
        return None
    line = plan.line_by_id[row.id.line]
    return "kept" if line.kept else "dropped" if line.dropped else None


def wished_by(plan: Plan, row: Constraint, language: Language) -> str:
    """By which option or scenario it was wished; empty where that is not known."""
    makers = [maker for figure in BOUNDS if (maker := plan.revised.maker(row.id.line or "", figure))]
    return maker_name(plan, makers[0], language) if makers else ""


class _Words:
    """The parts of a reason in one language, for one plan."""

    def __init__(self, plan: Plan, ceiling: Ceiling | None, language: Language) -> None:
        self.plan, self.ceiling = plan, ceiling
        self.language = language
        self.names = {line.id: line_name(plan, line, language) for line in plan.lines}

    def money(self, value: Fraction, unit: str | None = None) -> str:
        """An amount, or so much in another unit, exactly enough to add up with a calculator."""
        return money(value, unit or self.plan.unit, self.language, most=EXACT)

    def number(self, value: Fraction) -> str:
        """A ratio or a factor."""
        return amount(value, self.language, most=EXACT)

    def lines(self, ids: Iterable[str]) -> str:
        """Lines by name, counted where they are many."""
        chosen = set(ids)
        found = [name for line, name in self.names.items() if line in chosen]
        if len(found) > NAMED + 1:
            found = [*found[:NAMED], say("more lines", self.language, count=len(found) - NAMED)]
        return listed(found, self.language) if found else say("no line there", self.language)

    def name(self, row: Constraint) -> str:
        """A constraint by name."""
        return constraint_name(self.plan, row.id, self.language)

    def in_units(self, refused: InfeasibleError) -> list[Told]:
        """The constraints that only whole amounts keep from holding together, and how that was proved."""
        nothing = [NothingFits(refused.ceiling)]
        return [
            tell("cannot hold together in units", self.language, nothing),
            *(Told(ITEM + self._constraint(row), []) for row in refused.conflict),
            tell("proved by parts", self.language, nothing, count=refused.parts or 1),
        ]

    def minimums(self, told: Reasoning) -> str:
        """The whole reason, where minimums alone are too much."""
        short = {"limit": self.limit(told.limits), "short": self.money(told.short), "total": self.money(told.total)}
        kept = [wish(self.plan, fact.row) == "kept" for fact in told.needed]
        if len(told.needed) == 1:
            row = told.needed[0].row
            key = "kept of one" if all(kept) else "minimum of one"
            said = say(key, self.language, name=self.name(row), by=self.by(row), **short)
            return said[:1].upper() + said[1:]
        names = [
            say(
                "name with amount kept" if held and not all(kept) else "name with amount",
                self.language,
                name=self.name(fact.row),
                amount=self.money(fact.amount),
            )
            for fact, held in zip(told.needed, kept, strict=True)
        ]
        if len(names) > NAMED + 1:
            names = [*names[:NAMED], say("more lines", self.language, count=len(names) - NAMED)]
        key = "kept are" if all(kept) else "minimums are"
        return say(key, self.language, names=listed(names, self.language), **short)

    def by(self, row: Constraint) -> str:
        """By whom something was wished of a line, to follow what that is."""
        by = wished_by(self.plan, row, self.language)
        return say("wished by", self.language, by=by) if by else ""

    def bound(self, row: Constraint) -> str:
        """A line's bound, or that it is kept or left out, in words."""
        wished = wish(self.plan, row)
        key = "minimum is" if row.id.is_minimum else "maximum is"
        amount = self.money(row.right_hand_side)
        return say(
            f"{wished} is" if wished else key, self.language, name=self.name(row), amount=amount, by=self.by(row)
        )

    def fact(self, fact: Fact) -> str:
        """What some lines need, and the sum by which it follows."""
        name, needs = self.name(fact.row), self.money(fact.amount)
        if fact.row.unit:
            most = max(fact.row.coefficients.values())
            return say(
                "quantity asks",
                self.language,
                name=name,
                level=self.money(fact.row.right_hand_side, fact.row.unit),
                sum=f"{self.number(fact.row.right_hand_side)} : {self.number(most)}",
                amount=needs,
                lines=self.lines(fact.lines),
            )
        if fact.ratio is None or fact.given is None:
            if fact.row.id.is_minimum:
                return self.bound(fact.row)
            return say("floor is", self.language, name=name, amount=needs, lines=self.lines(fact.lines))
        asks = fact.ratio.sense == ">="
        factor, given = self.number(fact.ratio.value), self.money(fact.given)
        there = say("there already", self.language, amount=self.money(fact.ratio.existing))
        behind = fact.ratio.existing > 0
        if asks:
            reckoned = f"{factor} × {given}" + (f" − {there}" if behind else "")
        else:
            reckoned = f"({given} + {there}) : {factor}" if behind else f"{given} : {factor}"
        return say(
            f"{'rule' if fact.ratio.is_chain else 'share'} {'asks' if asks else 'allows'}",
            self.language,
            name=name,
            given=given,
            sum=reckoned,
            amount=needs,
            part=self.lines(fact.ratio.part),
            whole=self.lines(fact.ratio.whole),
        )

    def limit(self, rows: Sequence[Constraint]) -> str:
        """What there is: the ceiling, a cap, or the maximums of some lines."""
        total = self.money(sum((row.right_hand_side for row in rows), start=rows[0].right_hand_side * 0), rows[0].unit)
        if len(rows) > 1:
            added = " + ".join(self.number(row.right_hand_side) for row in rows)
            lines = self.lines(line for row in rows for line in row.coefficients)
            return say("maximums are", self.language, name=lines, sum=added, amount=total)
        if rows[0].is_build_up:
            return self._grows(rows[0])
        if rows[0].id.is_bound:
            return self.bound(rows[0])
        key = "cap is" if rows[0].id.is_rule else "ceiling is"
        return say(key, self.language, name=self.name(rows[0]), amount=total)

    def closing(self, told: Reasoning) -> str:
        """What is needed in all against the limit."""
        total, short = self.money(told.total), self.money(told.short)
        if len(told.needed) == 1:
            return say("too much", self.language, total=total, short=short)
        added = " + ".join(self.number(fact.amount) for fact in told.needed)
        return say("too much together", self.language, sum=added, total=total, short=short)

    def asked(self, rows: Iterable[Constraint]) -> PlanAsks:
        """That the plan asks this."""
        return PlanAsks(self.ceiling, tuple(rows))

    def short(self, told: Reasoning) -> ShortBy:
        """That more is needed than there is."""
        lines = dict.fromkeys(line for fact in told.needed for line in fact.lines)
        return ShortBy(tuple(lines), told.short, tuple(fact.row for fact in told.facts), told.limits)

    def weighed(self, parts: Sequence[Summand], refused: InfeasibleError, together: Sequence[Claim]) -> list[Told]:
        """The whole reason as a sum in which every constraint counts so often."""
        found = refused.contradiction
        needing = [self._times(part) for part in parts if part.amount > 0]
        having = [self._times(part) for part in parts if part.amount < 0]
        return [
            tell("weighed", self.language, together),
            *(
                Told(
                    ITEM
                    + say("counted", self.language, times=self.number(part.times), what=self._constraint(part.row)),
                    [self.asked([part.row])],
                )
                for part in parts
            ),
            tell(
                "weighed sum",
                self.language,
                [AddsUp(tuple((part.times, part.row) for part in parts), found.short)],
                needing=" + ".join(needing) or self.number(found.needed),
                needed=self.money(found.needed, found.unit),
                having=" + ".join(having) or self.number(found.available),
                available=self.money(found.available, found.unit),
                short=self.money(found.short, found.unit),
            ),
        ]

    def _counted(self, part: Summand) -> str:
        return say("counted", self.language, times=self.number(part.times), what=self._constraint(part.row))

    def _times(self, part: Summand) -> str:
        return f"{self.number(part.times)} × {self.number(abs(part.row.right_hand_side))}"

    def _grows(self, row: Constraint) -> str:
        """What a build-up allows or asks of a year against the one before it, or against its start."""
        start, change = start_of(self.plan, row), row.right_hand_side
        said = {"name": self.name(row), "amount": self.money(abs(change))}
        side = "at most" if row.sense == "<=" else "at least"
        if start is None:
            if change > 0:
                return say(f"grows {side}", self.language, **said)
            still = {"at most": "no more", "at least": "never less"}
            falling = {"at most": "not more", "at least": "falls"}
            return say(f"grows {(falling if change else still)[side]}", self.language, **said)
        key = f"begins {side}" if start else f"begins {side} from nothing"
        return say(key, self.language, start=self.money(start), rise=self.money(abs(change - start)), **said)

    def _constraint(self, row: Constraint) -> str:
        ratio = {each.id: each for each in self.plan.ratios}.get(row.id)
        if ratio is None:
            if row.is_build_up:
                return self._grows(row)
            if row.sense == "<=":
                return self.limit([row])
            if row.unit:
                level = self.money(row.right_hand_side, row.unit)
                return say("quantity at least", self.language, name=self.name(row), level=level)
            if row.id.is_minimum:
                return self.bound(row)
            lines, needs = self.lines(row.coefficients), self.money(row.right_hand_side)
            return say("floor is", self.language, name=self.name(row), amount=needs, lines=lines)
        return say(
            "ratio at least" if ratio.sense == ">=" else "ratio at most",
            self.language,
            name=self.name(row),
            ratio=self.number(ratio.value),
            part=self.lines(ratio.part),
            whole=self.lines(ratio.whole),
            **euros(self.plan.unit, self.language),
        )
