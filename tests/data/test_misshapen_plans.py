"""What is said of a part of a plan that is of another shape than it should be."""

from pathlib import Path

import pytest

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.source.errors import InputError
from flessenhals.terminal.language import translation


@pytest.mark.parametrize(
    "section", ["constraints", "totals", "changes", "uncertain", "scenarios:\n  s:\n    lines", "lines"]
)
def test_a_word_where_a_list_of_blocks_belongs_is_not_to_be_written_between_brackets(section: str) -> None:
    lines = "lines:\n  - {id: a, partner: x, proposed: 5}\n" if section != "lines" else ""
    with pytest.raises(InputError) as refused:
        loads(f"schema: 1\nplan: p\n{lines}{section}: {'word' if lines else '{word: a}'}\n")
    assert "write [word]" not in str(refused.value)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("lines: [word]", "een post 'word' moet een blok met sleutels zijn -> schrijf de velden ervan, zoals id:"),
        ("constraints: [word]", "een regel 'word' moet een blok met sleutels zijn"),
        ("years: {first: 2026}", "last ontbreekt in years"),
        ("scenarios: {s: {lines: [{minimum: 3}]}}", "of: ontbreekt in een post van een scenario -> schrijf of:"),
    ],
)
def test_what_the_plan_calls_its_parts_is_dutch_only_where_it_is_words(plan: str, said: str) -> None:
    lines = "" if plan.startswith("lines") else "lines:\n  - {id: a, partner: x, proposed: 5}\n"
    with pytest.raises(InputError) as refused:
        loads(f"schema: 1\nplan: p\n{lines}{plan}\n")
    assert said in refused.value.said(translation("nl"))


@pytest.mark.parametrize(
    ("selected", "said"),
    [
        ("police", "'police' is not a line of this plan -> write {partner: police}"),
        ("{partner: a}", "'a' is not a partner of this plan -> write line: a"),
        ("{partner: both}", "'both' is not a partner of this plan -> write programme: both or department: both"),
        ("{partner: nobody}", "'nobody' is not a partner of this plan -> write police"),
    ],
)
def test_a_name_of_another_sort_is_told_as_what_it_is(selected: str, said: str) -> None:
    line = "{id: a, partner: police, programme: both, department: both, proposed: 5}"
    with pytest.raises(InputError) as refused:
        loads(f"schema: 1\nplan: p\nlines: [{line}]\nconstraints: [{{id: r, level: {{of: {selected}, at_most: 3}}}}]\n")
    assert said in str(refused.value)


@pytest.mark.parametrize("name", ["lines.csv", "lines.XLSX", "lines.ods", "lines.tsv"])
def test_a_table_given_as_a_plan_is_told_where_it_belongs(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"id,partner,proposed\n")
    with pytest.raises(InputError, match=rf"is a table, not a plan -> name it in a plan: lines: {name}"):
        load(tmp_path / name)
    with pytest.raises(InputError, match="there is no such file"):
        load(tmp_path / f"no-{name}")
