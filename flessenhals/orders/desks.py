"""An order for a page without a briefing around it, from what was typed to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.amounts import exactly, step_of
from flessenhals.briefing.page.desk import desk_document
from flessenhals.briefing.page.page import page
from flessenhals.briefing.text.units import usual_step
from flessenhals.data.source.witness import witnessed
from flessenhals.provenance import provenance
from flessenhals.study import Wishes, work_out
from flessenhals.terminal.output import free, write
from flessenhals.terminal.progress import progress

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
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
            typer.Exit: with 3, where nothing fits.
        """
        free(self.output, force=self.asked.force)
        with witnessed() as files:
            plans = self.asked.readings(list(self.scenarios))
            ceiling = plans[0].proposed if self.ceiling is None else exactly(self.ceiling)
        self.asked.tell_reading()
        reading = [*(("--plan", self.asked.plan) if self.asked.plan else ()), *self.asked.words()]
        typed = [*reading, *(word for name in self.scenarios for word in ("--scenario", name))]
        command = ["flessenhals", "page", *([self.ceiling] if self.ceiling else []), "-o", self.output, *typed]
        made = provenance(files, [*command, "--lang", self.asked.language], reading=reading)

        def work() -> Run:
            with progress("page") as watch:
                return work_out(plans, ceiling, made, Wishes(step=step_of(usual_step(plans[0].unit), "--round")), watch)

        run = self.asked.answered(work)
        text = page(run, self.asked.language, desk_document(run, self.asked.language), alone=True)
        write(text.encode(), self.output, force=self.asked.force)
