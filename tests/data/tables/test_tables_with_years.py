"""Lines from a table with a column a year."""

from fractions import Fraction
from pathlib import Path

import pytest

from flessenhals.data.plans.reader import load

PLAN = "schema: 1\nplan: p\nyears: {first: 2026, last: 2028}\nlines: lines.csv\n"


@pytest.mark.parametrize(
    "header",
    ["proposed.2026,proposed.2027,proposed.2028", "2026,2027,struc.", "gevraagd 2026,gevraagd 2027,gevraagd 2028"],
)
def test_years_are_columns(header: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "lines.csv").write_text(f"id,partner,{header}\npolice,police,40,,60\nom,om,4,5,6\n", encoding="utf-8")
    asked = {line.id: line.proposed for line in load(tmp_path / "plan.yaml").lines}
    assert asked == {
        "police@2026": Fraction(40),
        "police@2027": Fraction(40),
        "police@2028": Fraction(60),
        "om@2026": Fraction(4),
        "om@2027": Fraction(5),
        "om@2028": Fraction(6),
    }


def test_a_minimum_by_year_stands_beside_one_amount_for_all(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    table = "id,partner,proposed,minimum.2026,minimum.2028\npolice,police,40,1,50%\n"
    (tmp_path / "lines.csv").write_text(table, encoding="utf-8")
    least = [line.minimum for line in load(tmp_path / "plan.yaml").lines]
    assert least == [1, 1, 20]
