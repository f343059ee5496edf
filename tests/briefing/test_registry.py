"""Every result shows itself in a notebook, in either language, by what the registry says of its type."""

from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages

import pytest

import flessenhals as fh
from flessenhals import solver
from flessenhals.briefing.registry import DRAWING, TELLING
from flessenhals.briefing.text.language import LANGUAGES, Language
from flessenhals.solver.plan.finding import Finding
from flessenhals.solver.plan.listing import LineListing, ScenarioListing
from flessenhals.solver.sensitivity.whole.bottlenecks import whole_bottlenecks
from flessenhals.solver.sensitivity.whole.ladder import whole_ladder
from flessenhals.solver.units.errors import StoppedError

F = Fraction
LONGEST = 160


def _results() -> Iterator[Finding]:
    plan = fh.load()
    less = fh.Proposal(name="<less>", amounts={line.id: line.proposed * 9 / 10 for line in plan.lines})
    yield fh.allocate(plan, 300)
    yield fh.whatif(plan, [200, 300])
    yield fh.ladder(plan)
    found = fh.bottlenecks(plan, 300, line="nfi", within=0.01)
    yield found
    if found.line and found.room:
        yield from (found.line, found.room)
    yield fh.compare(plan, less, 300)
    yield fh.compare(plan, [less, less], 300)
    yield fh.diff((plan, 300), (fh.load(scenario="strict"), 300))
    yield fh.reconcile(plan)
    yield fh.simulate(plan, 300, samples=8)
    yield fh.simulate_split(plan, less, 300, samples=8)
    yield fh.robust_split(plan, 300, "mean", samples=8)
    with pytest.raises(fh.InfeasibleError) as refused:
        fh.allocate(plan, 1)
    yield refused.value
    yield from (LineListing(plan), ScenarioListing(plan))
    lines = (fh.Line(id="a", partner="a", proposed=F(20), step=F(10)), fh.Line(id="b", partner="b", proposed=F(20)))
    whole = fh.Plan(id="whole", lines=lines)
    yield whole_ladder(whole)
    yield whole_bottlenecks(whole, F(31))
    split = {line.id: line.proposed / 2 for line in plan.lines}
    stopped = StoppedError("value", F(250), F(200), split, 100)
    stopped.plan, stopped.ceiling = plan, F(300)
    yield stopped


@pytest.fixture(scope="module")
def results() -> dict[str, Finding]:
    return {type(each).__name__: each for each in _results()}


def test_every_type_of_result_is_known_to_the_registry() -> None:
    for module in walk_packages(solver.__path__, "flessenhals.solver."):
        import_module(module.name)
    special = {each for kind in Finding.__subclasses__() for each in kind.__subclasses__()}
    kinds = {each.__name__ for each in Finding.__subclasses__() if each not in special}
    assert kinds == set(TELLING), "briefing/registry.py: TELLING"
    assert set(DRAWING) <= kinds


@pytest.mark.parametrize("kind", TELLING)
def test_a_result_says_in_one_line_what_it_is(results: dict[str, Finding], kind: str) -> None:
    said = repr(results[kind])
    assert said.startswith(f"<{kind}: ")
    assert len(said) <= LONGEST
    assert "\n" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TELLING)
def test_a_result_shows_its_tables_in_the_language_of_the_environment(
    results: dict[str, Finding], kind: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLESSENHALS_LANG", language)
    shown = results[kind]._repr_html_()
    assert "<table>" in shown
    assert "<less>" not in shown
    monkeypatch.setenv("FLESSENHALS_LANG", "nl" if language == "en" else "en")
    assert results[kind]._repr_html_() != shown


@pytest.mark.parametrize("kind", TELLING)
def test_a_frame_is_the_record_or_the_table_for_people(results: dict[str, Finding], kind: str) -> None:
    found = results[kind]
    assert len(found.frame())
    english, dutch = (found.frame(lang=language) for language in LANGUAGES)
    assert english.shape == dutch.shape
    assert len(english)
    assert list(english.columns) != list(dutch.columns) or list(english.index) != list(dutch.index)


@pytest.mark.parametrize("kind", TELLING)
def test_every_result_has_a_chart(results: dict[str, Finding], kind: str) -> None:
    chart = results[kind].chart(lang="nl")
    assert chart.to_dict()["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    assert chart.svg().startswith("<svg ")
    with pytest.raises(ValueError, match=f"a {kind} has no chart 'pie': "):
        results[kind].chart("pie")
