"""An order for a page without a briefing around it, from what was typed to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.amounts import ceiling_of, path_of, step_of
from flessenhals.briefing.page.desk import desk_document
from flessenhals.briefing.page.page import page
from flessenhals.briefing.text.units import usual_step
from flessenhals.constraints.ceiling import Path
from flessenhals.data.source.witness import witnessed
from flessenhals.provenance import provenance
from flessenhals.study import answer
from flessenhals.terminal.output import free, write
from flessenhals.terminal.progress import progress
from flessenhals.terminal.single import WrongOptionError

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import AnswerByYear
    from flessenhals.briefing.brief.run import Answer
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.terminal.settings import Settings


class Sheet(NamedTuple):
    """What was typed behind `page`.

    Attributes:
        asked: the options that every command has.
        ceiling: to begin at, as it was typed; None for all that is asked.
        output, scenarios: as they were typed.
    """

    asked: Settings
    ceiling: str | None
    output: str
    scenarios: tuple[str, ...]

    def deliver(self) -> None:
        """Work out where the page begins and write it; where nothing fits, say why and write nothing.

        Raises:
            InputError: with everything that is wrong with the plan or the ceiling.
            OutputError: if the file cannot be written.
            WrongOptionError: for several readings of a plan with years.
            typer.Exit: with 3, where nothing fits.
        """
        free(self.output, force=self.asked.force)
        with witnessed() as files:
            plans = self.asked.readings(list(self.scenarios), years=True)
            if plans[0].years is not None and len(plans) > 1:
                raise WrongOptionError(
                    "--scenario", " ".join(self.scenarios), "with years a page has one reading -> name one scenario"
                )
            ceiling = _ceiling(plans[0], self.ceiling)
        self.asked.tell_reading()
        reading = [*(("--plan", self.asked.plan) if self.asked.plan else ()), *self.asked.words()]
        typed = [*reading, *(word for name in self.scenarios for word in ("--scenario", name))]
        command = ["flessenhals", "page", *([self.ceiling] if self.ceiling else []), "-o", self.output, *typed]
        made = provenance(files, [*command, "--lang", self.asked.language], reading=reading)

        step = step_of(usual_step(plans[0].unit), "--round")

        def work() -> Answer | AnswerByYear:
            with progress("page") as watch:
                if isinstance(ceiling, Path):
                    from flessenhals.study_by_year import answer_by_year  # noqa: PLC0415 - few plans have years

                    return answer_by_year(plans[0], ceiling, made, step)
                return answer(plans, ceiling, made, step, watch)

        run = self.asked.answered(work)
        text = page(run, self.asked.language, desk_document(run, self.asked.language), alone=True)
        write(text.encode(), self.output, force=self.asked.force)


def _ceiling(plan: Plan, typed: str | None) -> Ceiling:
    """Where the page begins: at what was typed; else at all that is asked, or with years on the only path there is."""
    if plan.years is None:
        return plan.proposed if typed is None else ceiling_of(plan, typed)
    path = path_of(plan, typed)
    return ceiling_of(plan, typed or "") if path is None else path
