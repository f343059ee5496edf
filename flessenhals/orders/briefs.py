"""An order for a briefing, from what was typed to the file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path as File
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.amounts import both_of, ceiling_of, is_number, step_of
from flessenhals.briefing.brief.profile import DEPTHS
from flessenhals.briefing.briefing import Briefing
from flessenhals.briefing.charts.drawing import DrawingError
from flessenhals.briefing.formats import FORMATS, WITH_TEMPLATE, missing_styles
from flessenhals.briefing.text.units import usual_step
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.template_error import TemplateError
from flessenhals.data.proposals.reader import read_proposals
from flessenhals.data.source.errors import Fault, InputError, Place
from flessenhals.data.source.files import read_bytes
from flessenhals.data.source.witness import witnessed
from flessenhals.orders.effects import effect_in
from flessenhals.provenance import provenance
from flessenhals.solver.plan.message import told
from flessenhals.solver.rounding.rounding import NotRoundedError
from flessenhals.study import Wishes, study
from flessenhals.terminal.output import OutputError, free, tell, write
from flessenhals.terminal.progress import progress, waiting
from flessenhals.terminal.single import WrongOptionError

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.brief.profile import Profile
    from flessenhals.briefing.brief.run import Run
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal
    from flessenhals.terminal.settings import Settings

WHOLE = ("html", "xlsx")
LARGEST_TEMPLATE = 20_000_000
BY_YEAR = re.compile(r"\d{4}=.*")


class Beside(NamedTuple):
    """Proposals as they were typed, and how they are read.

    Attributes:
        sources: one at least: files, or names of examples.
        sheet: the sheet of a workbook with more than one.
        missing_is_zero: whether what has no amount is given nothing; else it is an error.
        each_year: with years, whether a proposal without years holds in each of them; else it is refused.
    """

    sources: tuple[str, ...]
    sheet: str | None
    missing_is_zero: bool
    each_year: bool = False

    def read(self, plan: Plan) -> list[Proposal]:
        """The proposals for a plan, in the order in which they were typed.

        Raises:
            InputError: with everything that is wrong with it.
        """
        return read_proposals(
            self.sources,
            plan,
            sheet=self.sheet,
            missing_is_zero=self.missing_is_zero,
            each_year=self.each_year,
        )

    def words(self) -> list[str]:
        """The options that say the same again."""
        return [
            *(word for source in self.sources for word in ("--proposal", source)),
            *(("--sheet", self.sheet) if self.sheet is not None else ()),
            *(("--missing", "zero") if self.missing_is_zero else ()),
            *(("--each-year",) if self.each_year else ()),
        ]


class Order(NamedTuple):
    """What was typed behind `brief`.

    Attributes:
        asked: the options that every command has.
        ceiling, output, scenarios, samples, step, template, format: as they were typed.
        proposal: what the split is held against, one or more; None for what the lines ask.
        since: an older plan, a ceiling, or one of each, as they were typed.
        profile: how deep it goes, as it was typed.
    """

    asked: Settings
    ceiling: str
    output: str
    scenarios: tuple[str, ...]
    proposal: Beside | None
    samples: int
    step: str | None
    template: str | None
    format: str | None
    since: tuple[str, ...] = ()
    profile: str = "audit"

    def deliver(self) -> None:
        """Work out the briefing and write it; where nothing fits, say why and write nothing.

        Raises:
            InputError: with everything that is wrong with the plan, the proposal, the ceiling, step or template.
            OutputError: if the file cannot be written, or what writes this format is not installed.
            WrongOptionError: for a format that there is not, or a template for one that knows none.
            typer.Exit: with 3, where nothing fits.
        """
        format_ = self._format()
        profile = self._profile(format_)
        free(self.output, force=self.asked.force)
        template = None if self.template is None else read_bytes(File(self.template), most_bytes=LARGEST_TEMPLATE)
        with witnessed() as files:
            plans = self.asked.readings(list(self.scenarios), years=True)
            amount = ceiling_of(plans[0], self.ceiling)
            beside = self._beside(plans[0])
            against = [] if self.proposal is None else self.proposal.read(plans[0])
            before = self._before(plans[0])
        self.asked.tell_reading()
        for plan in plans[1:]:
            if plan.whole:
                tell(say("reading jumps", self.asked.language, scenario=plan.scenario))
        wanted = usual_step(plans[0].unit) if self.step is None else self.step
        step = step_of(wanted, "--round")
        changes = [f"{name} {value}" for name, values in self.asked.changed().items() for value in values]
        made = provenance(files, self._command(), changes, self._reading())

        wishes = Wishes(against, step, beside, self.samples, page=format_ == "html", since=before)

        def work() -> Run | RunByYear:
            with progress("brief") as watch:
                run = study(plans, amount, made, wishes, watch)
                return replace(run, effect=effect_in(self.asked, run.allocation))

        try:
            lacking = () if template is None else missing_styles(template)
            found = self.asked.answered(work)
            with waiting("brief"):
                content = Briefing(found, self.asked.language, profile).written(format_, template)
        except DrawingError as missing:
            raise OutputError(missing.args[0]) from missing
        except TemplateError as unfit:
            raise _refused("--template", self.template or "", unfit.wrong, unfit.write) from unfit
        except NotRoundedError as coarse:
            raise _refused("--round", wanted, coarse.args[0], "write a smaller step") from coarse
        write(content, self.output, force=self.asked.force)
        if lacking:
            names = ", ".join(f"'{name}'" for name in lacking)
            tell(say("styles lacking", self.asked.language, template=self.template, names=names))

    def _format(self) -> str:
        """The format that was asked, or the one that the file's ending says."""
        ending = PurePath(self.output).suffix.lower().removeprefix(".")
        format_ = self.format or ending
        if format_ not in FORMATS:
            listed = ", ".join(FORMATS)
            wrong = told(
                "no briefing is written as '{format}' -> take one of {formats}", format=format_, formats=listed
            )
            if not format_ and self.output == "-":
                wrong = told("a briefing for stdout has no ending -> say how it is written, such as --format md")
            elif not format_:
                wrong = told("{output} has no ending -> give it one of {formats}", output=self.output, formats=listed)
            raise WrongOptionError("--format" if self.format else "--output", self.format or self.output, wrong)
        if self.template is not None and format_ not in WITH_TEMPLATE:
            wrong = told(
                "--template is for .{with_template}, not for .{format}",
                with_template=", .".join(WITH_TEMPLATE),
                format=format_,
            )
            raise WrongOptionError("--template", self.template, wrong)
        return format_

    def _profile(self, format_: str) -> Profile:
        """How deep it goes.

        Raises:
            WrongOptionError: for a profile that there is not, or a short one of what always has everything.
        """
        if self.profile not in DEPTHS:
            profiles = ", ".join(DEPTHS)
            wrong = told(
                "'{profile}' is no profile -> write one of: {profiles}", profile=self.profile, profiles=profiles
            )
            raise WrongOptionError("--profile", self.profile, wrong)
        if self.profile != "audit" and format_ in WHOLE:
            wrong = told("a .{format} file has everything -> leave --profile out, or write a .pdf", format=format_)
            raise WrongOptionError("--profile", self.profile, wrong)
        return self.profile

    def _beside(self, plan: Plan) -> list[Plan]:
        """The plan's other readings, to set beside the answer, but for those that contradict what was asked."""
        names = [None, *plan.scenarios] if plan.scenario else plan.scenarios
        return self.asked.those_that_agree(name for name in names if name != plan.scenario)

    def _before(self, plan: Plan) -> tuple[Plan, Ceiling] | None:
        """What the answer is held against: an older plan, another ceiling, or both.

        An older plan is read under the same scenario, without what the options change.
        """
        if not self.since:
            return None
        ceilings = [each for each in self.since if _is_ceiling(each, plan)]
        plans = [each for each in self.since if each not in ceilings]
        if len(ceilings) > 1 or len(plans) > 1:
            wrong = "--since stands for one plan and one ceiling at most -> leave the others out"
            raise WrongOptionError("--since", " ".join(self.since), wrong)
        older = plan
        if plans:
            unchanged = self.asked._replace(plan=plans[0], changes=(), rules=(), keeps=(), drops=())
            older = unchanged.under(plan.scenario, years=True)
        before, _ = both_of((older, ceilings[0] if ceilings else self.ceiling), (plan, self.ceiling))
        return before

    def _reading(self) -> list[str]:
        """The words that read the plan in the same way, but for its scenario."""
        return [*(("--plan", self.asked.plan) if self.asked.plan else ()), *self.asked.words()]

    def _command(self) -> list[str]:
        """The words that make the same document again."""
        asked = self.asked
        given = [
            *(("--plan", asked.plan) if asked.plan else ()),
            *(word for name in self.scenarios for word in ("--scenario", name)),
            *(self.proposal.words() if self.proposal else ()),
            *(word for each in self.since for word in ("--since", each)),
            *asked.words(),
            *(("--simulate", str(self.samples)) if self.samples else ()),
            *(("--profile", self.profile) if self.profile != "audit" else ()),
            *(("--round", self.step) if self.step is not None else ()),
            *(("--template", self.template) if self.template else ()),
            *(("--format", self.format) if self.format else ()),
        ]
        return ["flessenhals", "brief", self.ceiling, "-o", self.output, *given, "--lang", asked.language]


def _is_ceiling(given: str, plan: Plan) -> bool:
    """Whether what stands behind `--since` is a ceiling: an amount; with years also a path, by its name or by year."""
    if is_number(given) or plan.years is None:
        return is_number(given)
    return given in plan.years.ceilings or BY_YEAR.fullmatch(given) is not None


def _refused(what: str, value: str, wrong: str, write_instead: str) -> InputError:
    return InputError([Fault(Place(what), None, value, wrong, write_instead)])
