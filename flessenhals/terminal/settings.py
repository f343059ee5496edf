"""What the shared options come to: how the plan is read, and where and in which form a result is written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar, cast

import typer

from flessenhals.data.source.errors import InputError, Place, refused
from flessenhals.data.source.remarks import so_far
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.terminal.output import (
    PICTURES,
    PROGRAMS,
    SHEETS,
    Format,
    OutputError,
    at_terminal,
    tell,
    width,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flessenhals.briefing.pictures import Drawable
    from flessenhals.briefing.registry import Finding
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.solver.plan.plan import Grouping, Plan
    from flessenhals.solver.units.errors import StoppedError


INFEASIBLE, STOPPED = 3, 4


Answer = TypeVar("Answer")


def refuse_years() -> NoReturn:
    """Say that there is no form of a proposal, and no chart of a ladder, over years.

    Raises:
        InputError: always.
    """
    raise refused(
        Place("--plan"),
        "this is not made of a plan with years",
        "leave it out, or take a plan of one year",
    )


class Settings(NamedTuple):
    """What the shared options say.

    Attributes:
        plan: the path of the plan; None for the one that ships.
        scenario, changes, rules, keeps, drops: how it is read, in this order.
        lead: a sentence that comes before all others.
        format, output, force, language: how and where the result is written.
        chart, is_chart_named: which of its charts the result is drawn as, and whether that was said.
    """

    plan: str | None
    scenario: str | None
    format: Format
    output: str | None
    force: bool
    language: Language
    chart: str = ""
    is_chart_named: bool = False
    changes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    lead: str | None = None

    def load(self, *, years: bool = False) -> Plan:
        """The plan that the command is about.

        Args:
            years: whether the command answers for plans with years.

        Raises:
            InputError: with everything that is wrong with it.
        """
        return self.under(self.scenario, years=years)

    def under(self, scenario: str | None, *, years: bool = False) -> Plan:
        """The plan under a scenario.

        Args:
            scenario: its name; None for the plan as it stands.
            years: whether the command answers for plans with years.

        Raises:
            InputError: with everything that is wrong with it.
        """
        from flessenhals.data.plans.reader import load  # noqa: PLC0415 - `--help` reads no plan
        from flessenhals.terminal.progress import waiting  # noqa: PLC0415 - the same

        with waiting("plan"):
            plan = load(
                self.plan,
                scenario=scenario,
                changes=self.changes,
                rules=self.rules,
                keeps=self.keeps,
                drops=self.drops,
            )
        if plan.years is not None and not years:
            refuse_years()
        return plan

    def those_that_agree(self, scenarios: Iterable[str | None]) -> list[Plan]:
        """The plan under each of these scenarios, but for those that contradict what was asked, which is said."""
        found = []
        for name in scenarios:
            try:
                found.append(self.under(name, years=True))
            except InputError as error:
                from flessenhals.briefing.text.words import say  # noqa: PLC0415 - hardly ever said
                from flessenhals.terminal.language import translation  # noqa: PLC0415 - the same

                why = error.said(translation(self.language)).splitlines()[0]
                tell(say("reading contradicts", self.language, scenario=name, why=why))
        return found

    def without_wishes(self) -> Settings:
        """The settings without --set, --rule, --keep and --drop."""
        return self._replace(changes=(), rules=(), keeps=(), drops=())

    def led_by(self, sentence: str | None) -> Settings:
        """The settings with a sentence to begin the answer with."""
        return self._replace(lead=sentence)

    def asks(self, plan: Plan) -> bool:
        """Whether something is kept, dropped, added, changed or ranked: the answer begins with what that did."""
        if self.words() or (plan.scenario is not None and any(line.kept or line.dropped for line in plan.lines)):
            return True
        from flessenhals.solver.plan.group_goal import GroupGoal  # noqa: PLC0415 - a plan has it, `--help` does not

        return any(isinstance(goal, GroupGoal) for goal in plan.objective)

    def words(self) -> list[str]:
        """The words of a command that read the plan in the same way, without the plan and the scenario."""
        return [word for option, values in self.changed().items() for value in values for word in (option, value)]

    def changed(self) -> dict[str, tuple[str, ...]]:
        """What is read otherwise than the plan and its scenario say, by the option that says so."""
        return {"--set": self.changes, "--rule": self.rules, "--keep": self.keeps, "--drop": self.drops}

    def readings(self, scenarios: list[str], *, years: bool = False) -> list[Plan]:
        """The plan under each of these scenarios; as it stands where none is named, and first of all for `all`.

        Raises:
            InputError: with everything that is wrong with one of them.
        """
        if not scenarios:
            return [self.under(None, years=years)]
        if "all" in scenarios:
            plan = self.under(None, years=years)
            return [plan, *(self.under(name, years=years) for name in plan.scenarios)]
        return [self.under(name, years=years) for name in dict.fromkeys(scenarios)]

    def answer(self, work: Callable[[], Finding]) -> None:
        """Write what a command finds, or why nothing fits, which is a result too and stops with code 3.

        Raises:
            OutputError: if it cannot be written.
            typer.Exit: with 3, where nothing fits.
        """
        self.publish(self.answered(work))

    def answered(self, work: Callable[[], Answer]) -> Answer:
        """What a command finds; where nothing fits, why, written in its place.

        Raises:
            OutputError: if it cannot be written.
            typer.Exit: with 3, where nothing fits.
        """
        try:
            return work()
        except InfeasibleError as refused:
            drawn = self.format in {*PICTURES.values(), *SHEETS.values(), *PROGRAMS.values()}
            (self._replace(format="table", output=None) if drawn else self).publish(refused)
            raise typer.Exit(INFEASIBLE) from None
        except NotProvedError as stopped:
            if type(stopped).__name__ != "StoppedError":
                raise
            self._replace(format=self.format if self.format in {"json", "markdown"} else "table").publish(
                cast("StoppedError", stopped)
            )
            raise typer.Exit(STOPPED) from None

    def publish(self, found: Finding, by: Grouping | None = None) -> None:
        """Write a result in the form that was asked.

        Args:
            found: the result.
            by: what ceilings side by side are added up by; None for a row per line.

        Raises:
            OutputError: if it cannot be written.
        """
        self.tell_reading()
        if self.format in PICTURES.values():
            write(self.picture(cast("Drawable", found), by), self.output, force=self.force)
            return
        if self.format == "xlsx":
            from flessenhals.briefing.registry import workbook  # noqa: PLC0415

            write(workbook(found, self.language), self.output, force=self.force)
            return
        if self.format in {"json", "csv"}:
            from flessenhals.briefing.results.records import csv_pieces, json_pieces  # noqa: PLC0415

            pieces = (
                json_pieces(self._with_reading(found.to_dict_as_read()))
                if self.format == "json"
                else csv_pieces(found.records_as_read())
            )
            write(pieces, self.output, force=self.force)
            return
        if self.format == "markdown":
            from flessenhals.briefing.text.table import markdown  # noqa: PLC0415

            text = markdown(self.tables(found, by))
        else:
            from flessenhals.briefing.text.table import plain  # noqa: PLC0415

            text = plain(self.tables(found, by), width(self.output))
            if at_terminal(self.output):
                from flessenhals.terminal.colour import in_tables, is_wanted  # noqa: PLC0415 - for eyes alone

                text = in_tables(text) if is_wanted(sys.stdout) else text
        write(text, self.output, force=self.force)

    def tell_reading(self) -> None:
        """Say on stderr how the tables that were given were read, where there is something to say."""
        if so_far():
            from flessenhals.terminal.reading import tell_remarks  # noqa: PLC0415 - most plans and proposals need no words

            tell_remarks(self.language)

    def _with_reading(self, found: dict[str, Any]) -> dict[str, Any]:
        if self.lead is not None:
            found = {**found, "effect": self.lead}
        if not so_far():
            return found
        from flessenhals.terminal.reading import as_data  # noqa: PLC0415 - the same

        return {**found, "read": as_data(self.language)}

    def picture(self, found: Drawable, by: Grouping | None = None) -> str | bytes:
        """A result as an image, or as a page with all of its charts.

        Raises:
            OutputError: if what draws charts is not installed.
        """
        from flessenhals.briefing.pictures import DrawingError, page, png, svg  # noqa: PLC0415 - only pictures need it

        try:
            if self.format == "html":
                return page(found, self.language, by)
            return (png if self.format == "png" else svg)(found, self.chart, self.language, by)
        except DrawingError as missing:
            raise OutputError(missing.args[0]) from missing

    def tables(self, found: Finding, by: Grouping | None = None) -> list[Table]:
        """A result as tables for people."""
        from flessenhals.briefing.registry import tables  # noqa: PLC0415 - JSON and CSV need none

        first, *others = tables(found, self.language, by)
        return [first if self.lead is None else first._replace(title=f"{first.title}\n{self.lead}"), *others]
