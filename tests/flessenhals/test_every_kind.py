"""Every kind of rule in every command, format and language; what a kind lacks is told by the file that lacks it."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from runpy import run_path

import pytest

import flessenhals
from flessenhals import constraints
from flessenhals.briefing.formats import FORMATS
from flessenhals.briefing.results.rules import rule_in_words
from flessenhals.briefing.text.words import WORDS
from flessenhals.cli import COMMANDS, run
from flessenhals.constraints import KINDS, Rule
from flessenhals.data.plans.shape import KIND_FIELDS

PROJECT = Path(__file__).parents[2]
PLANS = Path(__file__).parents[1] / "kinds"
LANGUAGES = ("en", "nl")
# What is asked of each plan in tests/kinds; the rule binds at 80, and 1 is too little for a rule with a floor.
ASKED = {
    "allocate": ["allocate", "80"],
    "allocate, nothing fits": ["allocate", "1"],
    "whatif": ["whatif", "40", "80"],
    "ladder": ["ladder"],
    "bottlenecks": ["bottlenecks", "80"],
    "compare": ["compare", "proposal.yaml", "--ceiling", "80"],
    "diff": ["diff", "80", "70"],
    "simulate": ["simulate", "80", "--samples", "20"],
    "simulate, a fixed split": ["simulate", "80", "--samples", "20", "--split", "proposal.yaml"],
    "check": ["check"],
    "lines": ["lines"],
    "scenarios": ["scenarios"],
}
WRITTEN = [("table", "en"), ("table", "nl"), ("markdown", "nl"), ("json", "en"), ("csv", "en")]
OF_ONE_YEAR = (
    "this is not made of a plan with years",
    "dit wordt niet gemaakt van een plan met jaren",
    "holds a split of one year against the draws",
    "legt een verdeling van één jaar naast de trekkingen",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "proposal.yaml").write_text("police: 60\nom: 1\ncare: 5\n", encoding="utf-8")
    return tmp_path


def plan_of(kind: str) -> str:
    path = PLANS / f"{kind}.yaml"
    assert path.exists(), f"tests/kinds/{kind}.yaml is missing: a plan in which a {kind} rule called the-rule binds"
    return str(path)


def answered(code: int, told: str) -> bool:
    """Whether there is an answer; none where what is asked is of one year, and the plan has more."""
    if code == 2 and any(each in told for each in OF_ONE_YEAR):
        return False
    assert code in {0, 3}, told
    return True


def words_of(asked: str, plan: str) -> list[str]:
    """What is typed; a proposal of one year holds in each year where the plan has more."""
    over_years = asked.startswith("compare") and "years:" in Path(plan).read_text(encoding="utf-8")
    return [*ASKED[asked], "--plan", plan, *(["--each-year"] if over_years else [])]


@pytest.mark.parametrize(("format_", "language"), WRITTEN)
@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("folder")
def test_every_command_tells_of_every_kind(
    kind: str, asked: str, format_: str, language: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code = run([*words_of(asked, plan_of(kind)), "-f", format_, "--lang", language])
    told = capfd.readouterr()
    if not answered(code, told.err):
        return
    assert told.out
    if format_ == "json":
        json.loads(told.out)
    if format_ in {"table", "markdown"}:
        assert not re.search(r"\bthe-rule\b", told.out), "an id is shown where the plan has a name"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", ["ladder", "compare", "diff", "simulate"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_tells_of_every_kind(
    kind: str, asked: str, language: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for format_ in ("svg", "html"):
        file = folder / f"chart.{format_}"
        code = run([*words_of(asked, plan_of(kind)), "-o", str(file), "--lang", language])
        assert answered(code, capfd.readouterr().err) == (file.exists() and file.stat().st_size > 0)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_briefing_tells_of_every_kind(
    kind: str, format_: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = folder / f"briefing.{format_}"
    plan = plan_of(kind)
    of_one_ceiling = ["--proposal", "proposal.yaml", "--simulate", "20"]
    asked = [] if "years:" in Path(plan).read_text(encoding="utf-8") else of_one_ceiling
    code = run(["brief", "80", "-o", str(file), "--plan", plan, "--lang", "nl", *asked])
    assert answered(code, capfd.readouterr().err) == (file.exists() and file.stat().st_size > 0)


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_tells_of_every_kind(kind: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = folder / "page.html"
    code = run(["page", plan_of(kind), "80", "-o", str(file), "--lang", "nl"])
    assert answered(code, capfd.readouterr().err) == (file.exists() and file.stat().st_size > 0)


def test_every_command_is_asked_here() -> None:
    assert {asked.split(",")[0] for asked in ASKED} | {"brief", "page", "init"} == set(COMMANDS)


def test_every_class_of_rule_is_a_kind() -> None:
    modules = [import_module(each.name) for each in iter_modules(constraints.__path__, "flessenhals.constraints.")]
    rules = {
        value: module.__name__.rpartition(".")[2]
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
    }
    lacking = [f"constraints/{name}.py" for rule, name in rules.items() if rule not in {Rule, *KINDS.values()}]
    assert lacking == [], "constraints/__init__.py: KINDS lacks the rule of these files"


@pytest.mark.parametrize("kind", KINDS)
class TestAKindIsComplete:
    """Each file that a kind touches, by what lacks where it was left out; CONTRIBUTING.md lists them."""

    def test_its_plan(self, kind: str) -> None:
        assert (PLANS / f"{kind}.yaml").exists(), f"tests/kinds/{kind}.yaml is missing"

    def test_its_golden_program(self, kind: str) -> None:
        assert (PROJECT / "tests" / "golden" / f"{kind}.lp").exists(), f"tests/golden/{kind}.lp is missing"

    def test_its_rows(self, kind: str) -> None:
        tested = (PROJECT / "tests" / "constraints" / "test_rules.py").read_text(encoding="utf-8")
        assert f" {KINDS[kind].__name__}(" in tested, f"tests/constraints/test_rules.py has no {kind} rule"

    def test_its_fields(self, kind: str) -> None:
        assert KIND_FIELDS[kind], f"constraints/{kind}.py declares no field that a plan can set"
        committed = json.loads((PROJECT / "data" / "plan.schema.json").read_text(encoding="utf-8"))
        assert kind in committed["$defs"], "data/plan.schema.json: `just remake` makes it again"

    def test_its_name(self, kind: str) -> None:
        assert set(WORDS.get(kind, {})) == set(LANGUAGES), f"briefing/text/words/: no name for {kind} in each language"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_its_sentence(self, kind: str, language: str) -> None:
        plan = flessenhals.load(plan_of(kind))
        rule = next(rule for rule in plan.constraints if rule.id.startswith("the-rule"))
        said = rule_in_words(plan, rule, language)  # type: ignore[arg-type]  # one of LANGUAGES
        name = rule.name[language] if isinstance(rule.name, dict) else rule.id
        assert said.startswith(name), said
        assert len(said) > len(name), f"briefing/results/rules.py has no sentence for a {kind} rule"

    def test_its_class_from_python(self, kind: str) -> None:
        name = KINDS[kind].__name__
        assert getattr(flessenhals, name, None) is KINDS[kind], f"flessenhals/__init__.py does not name {name}"
        assert name in flessenhals.__all__, f"flessenhals/__init__.py does not name {name} in __all__"

    @pytest.mark.parametrize("page", ["docs/mathematics.md", "docs/glossary.md", "README.md"])
    def test_its_place_in_the_documentation(self, kind: str, page: str) -> None:
        assert f"`{kind}`" in (PROJECT / page).read_text(encoding="utf-8"), f"{page} does not tell of {kind}"

    def test_its_fields_in_words(self, kind: str) -> None:
        dutch = run_path(str(PROJECT / "docs" / "plan_format_dutch.py"))["KINDS"]
        assert kind in dutch, f"docs/plan_format_dutch.py: KINDS does not say in Dutch what {kind} is"
        for page in ("docs/plan-format.md", "docs/planformaat.md"):
            written = (PROJECT / page).read_text(encoding="utf-8")
            assert f"### `{kind}:`" in written, f"{page} does not have {kind}: `just remake` makes it again"
