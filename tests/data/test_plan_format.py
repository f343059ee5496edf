"""docs/plan-format.md: every key of a plan, for people."""

import json
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path

import pytest
import yaml

from flessenhals.constraints import KINDS
from flessenhals.data.plans.reader import load
from flessenhals.data.plans.schema import plan_schema
from flessenhals.solver.optimum.divide import allocate

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "plan-format.md").read_text(encoding="utf-8")
DUTCH = (DOCS / "planformaat.md").read_text(encoding="utf-8")
MADE = run_path(str(DOCS / "make_plan_format.py"))
LANGUAGES = {"en", "nl"}


def keys(schema: object) -> Iterator[str]:
    """Every key that the schema knows, wherever it stands."""
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        if isinstance(properties, dict):
            yield from properties
        for inside in schema.values():
            yield from keys(inside)
    elif isinstance(schema, list):
        for inside in schema:
            yield from keys(inside)


def test_the_page_is_in_step_with_the_tables_in_either_language() -> None:
    assert MADE["written"]() == PAGE
    assert MADE["written"]("nl") == DUTCH


def test_the_dutch_page_has_every_key_that_the_english_one_has_and_no_words_that_nothing_says() -> None:
    def keys_on(page: str) -> list[str]:
        return [line.partition("` |")[0] for line in page.splitlines() if line.startswith(("| `", "### `"))]

    assert keys_on(DUTCH) == keys_on(PAGE)
    fields = [field for _, _, table in MADE["SECTIONS"] for field in table.values()]
    assert set(MADE["dutch"].FORMS) == {field.form.about for field in fields} - {"1"}
    assert set(MADE["dutch"].SAYS) <= {field.about for field in fields}
    own = DUTCH.replace(MADE["EXAMPLE"], "")
    assert [word for word in (" the ", " and ", "such as", "left out") if word in own] == []


def test_every_key_that_the_schema_knows_has_a_row_or_is_named_as_what_a_selection_asks() -> None:
    selecting = {"line", "partner", "programme", "department", "tags", "year"}
    staged = {"value", "coverage"}
    named = {key for key in keys(plan_schema()) if f"| `{key}` |" in PAGE}
    named |= {kind for kind in KINDS if f"### `{kind}:`" in PAGE}

    assert set(keys(plan_schema())) - named <= LANGUAGES | selecting | staged
    asking = next(line for line in PAGE.splitlines() if line.startswith("  A mapping may ask for"))
    assert all(key in asking for key in selecting)


@pytest.mark.parametrize("scenario", [None, "strict"])
def test_the_plan_on_the_page_can_be_divided(tmp_path: Path, scenario: str | None) -> None:
    plan = tmp_path / "inspections.yaml"
    plan.write_text(PAGE.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")

    assert allocate(load(plan, scenario=scenario), 45).total == 45


def test_the_same_plan_can_be_written_as_json(tmp_path: Path) -> None:
    text = PAGE.partition("```yaml\n")[2].partition("```")[0]
    plan = tmp_path / "inspections.json"
    plan.write_text(json.dumps(yaml.safe_load(text)), encoding="utf-8")

    assert [line.id for line in load(plan).lines] == ["field-work", "information", "hearings"]


def test_readme_and_the_site_lead_to_the_page() -> None:
    assert "docs/plan-format.md" in (DOCS.parent / "README.md").read_text(encoding="utf-8")
    site = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert ": plan-format.md" in site
    assert ": planformaat.md" in site
    assert "(planformaat.md)" in (DOCS / "handleiding.md").read_text(encoding="utf-8")
