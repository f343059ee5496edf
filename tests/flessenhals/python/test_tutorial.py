"""docs/tutorial.ipynb: its cells run in their order, and what its text says is what they find."""

from __future__ import annotations

import ast
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import flessenhals as fh
from flessenhals.cli import run

DOCS = Path(__file__).parents[3] / "docs"
NOTEBOOK: dict[str, Any] = json.loads((DOCS / "tutorial.ipynb").read_text(encoding="utf-8"))
CODE = [cell for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
TEXT = " ".join(
    " ".join("".join(cell["source"]).split()) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "markdown"
)


def ran(source: str, names: dict[str, Any]) -> object:
    """What a cell shows: the value of its last line, where that is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "tutorial.ipynb", "exec"), names)  # noqa: S102 - our own cells
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "tutorial.ipynb", "eval"), names)  # noqa: S307 - the same


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tutorial")


@pytest.fixture(scope="module")
def tutorial(folder: Path) -> tuple[dict[str, Any], list[object]]:
    """The names that the notebook ends with, and what each of its cells shows."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        patched.delenv("FLESSENHALS_LANG", raising=False)
        return names, [ran("".join(cell["source"]), names) for cell in CODE]


def test_it_is_a_notebook_without_results_in_it() -> None:
    assert (NOTEBOOK["nbformat"], NOTEBOOK["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in NOTEBOOK["cells"]]
    assert len(set(ids)) == len(ids)
    assert all((cell["outputs"], cell["execution_count"]) == ([], None) for cell in CODE)


def test_it_says_that_its_figures_are_made_up() -> None:
    assert "Everything here is made up" in TEXT


def test_every_cell_runs_and_what_it_shows_can_be_shown(tutorial: tuple[dict[str, Any], list[object]]) -> None:
    for shown in tutorial[1]:
        html, bundle = getattr(shown, "_repr_html_", None), getattr(shown, "_repr_mimebundle_", None)
        assert shown is None or isinstance(shown, int) or (html and html()) or (bundle and bundle())


@pytest.mark.parametrize(
    ("said", "expression", "value"),
    [
        ("€ 90 million for what asks € 106 million", "plan.proposed", 106),
        ("1 million too little", "checked.to_dict()['broken'][0]['shortfall']", 1),
        ("only **84 million** can be put to work", "split.total", 84),
        ("**6 million** stays unspent", "split.unspent", 6),
        ("worth **23** euros", "why.frame().loc['judges.maximum', 'relax']", 23),
        ("Then **88.6 million** of the 90", "relieved.total", Fraction("88.6")),
        ("Below 84 million the ceiling is what holds", "ladder.steps[-1].ceiling", 84),
        ("can be kept is 19 million", "ladder.steps[0].ceiling", 19),
        ("**15 million** of it cannot be used", "sum(compared.stranded.values())", 15),
        ("to follow 75 million for the police", "proposal['street'] + proposal['desk']", 75),
    ],
)
def test_what_the_text_says_is_what_is_found(
    said: str, expression: str, value: Fraction | int, tutorial: tuple[dict[str, Any], list[object]]
) -> None:
    assert said in TEXT
    assert eval(expression, tutorial[0]) == value  # noqa: S307 - expressions of this test


@pytest.mark.usefixtures("tutorial")
def test_the_briefing_and_the_plan_are_written(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "made up" in (folder / "briefing.html").read_text(encoding="utf-8").lower()
    assert fh.allocate(fh.load(folder / "made-up.yaml"), 90).unspent == 6
    assert run(["allocate", "90", "--plan", str(folder / "made-up.yaml")]) == 0
    assert "€ 84 million" in capfd.readouterr().out


def test_readme_leads_to_it() -> None:
    assert "docs/tutorial.ipynb" in (DOCS.parent / "README.md").read_text(encoding="utf-8")
