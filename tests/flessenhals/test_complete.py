"""A stage, a format, a language and a question that are not complete are told by the file that lacks them.

CONTRIBUTING.md lists the files of each; those of a kind of rule are held by test_every_kind.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from pkgutil import iter_modules
from runpy import run_path
from typing import get_args

import pytest

import flessenhals
from flessenhals import commands
from flessenhals.briefing import writers as writers_of
from flessenhals.briefing.charts.drawing import LOCALES
from flessenhals.briefing.formats import FORMATS
from flessenhals.briefing.registry import TELLING
from flessenhals.briefing.text import numbers, units
from flessenhals.briefing.text.language import LANGUAGES, Language
from flessenhals.briefing.text.words import WORDS
from flessenhals.cli import COMMANDS, run
from flessenhals.data.fields import values
from flessenhals.solver.optimum.objective.goals import OBJECTIVES
from flessenhals.solver.optimum.objective.group_goals import GroupCoverage, GroupValue
from flessenhals.solver.optimum.objective.objectives import Objective
from flessenhals.solver.plan.plan import DATED_GOALS, Goal, Line, Plan
from flessenhals.solver.program.errors import IndivisibleError, NoCurveError
from flessenhals.solver.units.question import goals_of
from flessenhals.terminal.output import ENDINGS, OF_DOCUMENTS, PICTURES, PROGRAMS, SHEETS

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
EXAMPLES = {"en": "example", "nl": "voorbeeld"}
# What a question of the command line is called in Python; None where there is nothing to ask of Python.
IN_PYTHON = {"check": "reconcile", "lines": None, "scenarios": None, "init": None, "page": None}
PLAN = """\
schema: 1
plan: staged
{years}lines:
  - {{id: police, partner: police, proposed: 60}}
  - {{id: om, partner: om, proposed: 10}}
objective: [{stages}]
"""


def page(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("stage", OBJECTIVES)
class TestAStageIsComplete:
    def test_a_plan_can_name_it(self, stage: str) -> None:
        assert stage in get_args(Goal), f"solver/plan/plan.py: Goal does not have {stage}"
        assert stage in DATED_GOALS, f"solver/plan/plan.py: no objective names {stage}"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_its_proof_has_a_name_in_each_language(self, stage: str, language: Language) -> None:
        assert language in WORDS.get(f"stage {stage}", {}), f"briefing/text/words/paper/grounds.py: no 'stage {stage}'"

    @pytest.mark.parametrize("name", ["docs/mathematics.md", "docs/glossary.md"])
    def test_it_is_documented(self, stage: str, name: str) -> None:
        assert f"`{stage}`" in page(name), f"{name} does not tell of {stage}"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_plan_that_asks_it_is_divided_and_told(
        self, stage: str, language: Language, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        years = "years: {first: 2026, last: 2027}\nshift: {later: any}\n" if stage == "shift" else ""
        plan = tmp_path / "staged.yaml"
        others = [each for each in ("value", "coverage") if each != stage]
        plan.write_text(PLAN.format(years=years, stages=", ".join([stage, *others])), encoding="utf-8")
        assert run(["allocate", "40", "--plan", str(plan), "--lang", language]) == 0
        assert capfd.readouterr().out

    def test_of_two_splits_it_says_which_is_better(self, stage: str) -> None:
        plan = Plan(id="staged", lines=(Line(id="police", partner="police", proposed=Fraction(60)),))
        try:
            told = OBJECTIVES[stage].outcomes(plan, {"police": Fraction(30)})
        except NoCurveError:
            pytest.fail(f"solver/optimum/objective/goals.py: {stage} has no outcomes (or reached) to compare splits by")
        assert all(isinstance(each, list) for each in told.values())

    def test_it_has_a_meaning_for_whole_amounts(self, stage: str) -> None:
        plan = Plan(id="staged", lines=(Line(id="police", partner="police", proposed=Fraction(60), step=Fraction(10)),))
        try:
            goals_of(replace(plan, objective=(stage,)), ())  # type: ignore[arg-type]  # one of OBJECTIVES
        except IndivisibleError:
            pytest.fail(f"solver/units/question.py: goals_of does not have {stage}")


def test_every_class_of_stage_is_taken_in() -> None:
    known = {*map(type, OBJECTIVES.values()), GroupValue, GroupCoverage}
    lacking = [
        each.__name__
        for each in Objective.__subclasses__()
        if each not in known and each.__module__.startswith("flessenhals.")  # tests define stages of their own
    ]
    assert lacking == [], "solver/optimum/objective/goals.py: OBJECTIVES lacks these"


def test_every_writer_is_of_a_format() -> None:
    beside = {"layout", "package", "picture", "template_error"}  # what writers share
    writers = {each.name for each in iter_modules(writers_of.__path__)} - beside
    lacking = [name for name in writers if f"flessenhals.briefing.writers.{name}" not in page("briefing/formats.py")]
    assert lacking == [], "briefing/formats.py: no format is written by these of briefing/writers/"


@pytest.mark.parametrize("format_", FORMATS)
class TestAFormatIsComplete:
    @pytest.mark.parametrize("name", EXAMPLES.values())
    def test_it_has_an_example(self, format_: str, name: str) -> None:
        assert (PROJECT / "docs" / "examples" / f"{name}.{format_}").exists(), (
            f"docs/examples/{name}.{format_} is missing: name it in docs/examples/make.py, and run that"
        )

    def test_its_examples_can_be_made_again(self, format_: str) -> None:
        assert format_ in run_path(str(PROJECT / "docs" / "examples" / "make.py"))["ENDINGS"], "docs/examples/make.py"

    def test_what_it_says_is_read_again(self, format_: str) -> None:
        read_again = re.search(r"^FORMATS = \((.*)\)$", page("tests/briefing/test_reread.py"), re.MULTILINE)
        assert read_again is not None
        # The page is read by a browser, in tests/page.
        assert format_ == "html" or f'"{format_}"' in read_again[1], "tests/briefing/test_reread.py does not read it"

    def test_help_names_it(self, format_: str) -> None:
        named = re.search(r"a (\..*) file", page("flessenhals/commands/brief.py"))
        assert named is not None
        assert f".{format_}" in named[1], f"flessenhals/commands/brief.py: help does not name .{format_}"

    def test_no_other_command_takes_its_ending_for_a_table(self, format_: str) -> None:
        known = {*ENDINGS, *PICTURES, *SHEETS, *PROGRAMS, *OF_DOCUMENTS}
        assert f".{format_}" in known, f"flessenhals/terminal/output.py: OF_DOCUMENTS does not have .{format_}"

    def test_readme_names_it(self, format_: str) -> None:
        assert f".{format_}" in README, f"README.md does not name .{format_}"


@pytest.mark.parametrize("language", LANGUAGES)
class TestALanguageIsComplete:
    def test_it_has_every_word(self, language: Language) -> None:
        lacking = [key for key, words in WORDS.items() if language not in words]
        assert lacking == [], f"briefing/text/words/ has no {language} for these"

    def test_it_has_its_numbers_and_money(self, language: Language) -> None:
        assert language in numbers.SIGNS, "briefing/text/numbers.py: SIGNS"
        forms_of_units = (*units.SCALED.values(), *units.BEHIND.values())
        assert all(language in form for form in forms_of_units), "briefing/text/units.py: SCALED, BEHIND"

    def test_its_charts_have_its_numbers(self, language: Language) -> None:
        assert language in LOCALES, "briefing/charts/drawing.py: LOCALES"

    def test_plans_can_be_written_in_it(self, language: Language) -> None:
        assert language in values.LANGUAGES, "data/fields/values.py: LANGUAGES"

    def test_it_has_examples(self, language: Language) -> None:
        assert language in EXAMPLES, "docs/examples/make.py and this test name no example in it"


TRIAL = run_path(str(PROJECT / "bench" / "trials" / "recipe.py"))


@pytest.mark.parametrize("heading", TRIAL["LEFT_OUT"])
def test_every_row_of_a_recipe_is_tried(heading: str) -> None:
    assert TRIAL["not_left_out"](heading) == [], "CONTRIBUTING.md lists these, bench/trials/recipe.py does not"
    assert TRIAL["not_there"](heading) == [], "bench/trials/recipe.py and CONTRIBUTING.md: where did these go?"


def test_every_command_that_has_a_file_is_listed() -> None:
    files = {each.name for each in iter_modules(commands.__path__)}
    assert files - set(COMMANDS) == set(), "flessenhals/cli.py: COMMANDS lacks these of flessenhals/commands/"


@pytest.mark.parametrize("command", COMMANDS)
class TestAQuestionIsComplete:
    def test_it_has_its_file(self, command: str) -> None:
        file = f"flessenhals/commands/{command}.py"
        assert (PROJECT / file).exists(), f"{file} is missing"

    def test_python_asks_it_too(self, command: str) -> None:
        name = IN_PYTHON.get(command, command)
        assert name in {*flessenhals.__all__, None}, f"flessenhals/__init__.py: no {name}"
        assert name is None or hasattr(flessenhals, name), f"flessenhals/api.py: no {name}"

    def test_readme_tells_of_it(self, command: str) -> None:
        assert re.search(rf"^\| `{command}\b", README, re.MULTILINE), f"README.md has no row for {command}"


def test_every_result_is_told_by_a_file_that_is_there() -> None:
    lacking = [
        place
        for place in (f"briefing/results/{module.replace('.', '/')}.py" for module, _ in TELLING.values())
        if not (PROJECT / place).exists()
    ]
    assert lacking == []
