"""Whoever tells an answer asks the solver nothing more: a briefing's study holds all that its formats need."""

import inspect
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import pytest
from briefs import MADE

import flessenhals.briefing
from flessenhals.briefing.briefing import Briefing
from flessenhals.briefing.formats import FORMATS
from flessenhals.briefing.text.language import LANGUAGES
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.program import highs
from flessenhals.solver.program.exact import exact_simplex
from flessenhals.study import Wishes, work_out

F = Fraction
BARE = """
schema: 1
plan: bare
lines:
  - {id: a, partner: p, proposed: 10, weight: 2}
  - {id: b, partner: q, proposed: 10, maximum: 4}
  - {id: c, partner: q, proposed: 0}
constraints:
  - {id: cap, level: {of: a, at_most: "60%"}}
"""


def modules() -> Iterator[ModuleType]:
    for found in walk_packages(flessenhals.briefing.__path__, "flessenhals.briefing."):
        yield import_module(found.name)


@pytest.mark.parametrize("module", list(modules()), ids=lambda module: module.__name__.removeprefix("flessenhals."))
def test_nothing_that_asks_an_engine_is_imported_by_what_goes_out(module: ModuleType) -> None:
    taken = [each for _, each in inspect.getmembers(module, inspect.isfunction)]
    asking = [each.__name__ for each in taken if each.__module__.startswith("flessenhals.solver") and _asks(each)]
    assert asking == []


def _asks(function: object) -> bool:
    parameters = inspect.signature(function).parameters  # type: ignore[arg-type]  # a function
    return "engine" in parameters or "prove" in parameters


def _study(plan: Plan, ceiling: Fraction, wishes: Wishes) -> Briefing:
    return Briefing(work_out([plan], ceiling, MADE, wishes), "nl")


@pytest.fixture(scope="module")
def studied() -> list[Briefing]:
    plan = load()
    less = Proposal(name="less", amounts={line.id: line.proposed * F(9, 10) for line in plan.lines})
    return [
        _study(plan, F(300), Wishes(scenarios=[load(scenario="strict")])),
        _study(plan, F(400), Wishes([less], samples=20)),
        *(_study(loads(BARE), F(each), Wishes()) for each in (3, 8, 30)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_asks_a_solver(
    studied: list[Briefing], format_: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a solver was asked")

    monkeypatch.setattr(highs, "in_thread", never)
    monkeypatch.setattr(highs, "_through_pulp", never)
    monkeypatch.setattr(exact_simplex, "exact", never)
    with pytest.raises(AssertionError, match="a solver was asked"):
        allocate(load(), F(300))
    for each in studied:
        assert Briefing(each.run, language).written(format_)  # type: ignore[arg-type]  # one of the languages
