"""The Python face."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import flessenhals as fh


@pytest.mark.parametrize("ceiling", [300, 300.0, "300", Decimal(300), Fraction(300)])
def test_a_ceiling_may_be_any_kind_of_number(ceiling: float | str | Decimal | Fraction) -> None:
    assert fh.allocate(fh.load(), ceiling).ceiling == 300


def test_a_float_counts_as_the_decimal_that_it_prints_as() -> None:
    assert fh.allocate(fh.load(), 300.1).ceiling == Fraction("300.1")


@pytest.mark.parametrize(
    ("ceiling", "said"),
    [
        (-5, "ceiling: '-5' is below 0 -> write 0 or more"),
        (float("nan"), "ceiling: 'nan' is not a number -> write an amount"),
        (float("inf"), "ceiling: 'inf' is not a number -> write an amount"),
        ("400,5", "ceiling: '400,5' is not a number -> write 400.5"),
        ("400.000", "ceiling: '400.000' is ambiguous: its point may stand for thousands -> write 400 or 400000"),
    ],
)
def test_a_ceiling_that_is_no_amount_is_refused(ceiling: float | str, said: str) -> None:
    with pytest.raises(fh.InputError) as refused:
        fh.allocate(fh.load(), ceiling)
    assert str(refused.value) == said


def test_a_plan_is_loaded_from_a_file_under_a_scenario_with_changes(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "schema: 1\nplan: two\nlines:\n  - {id: a, partner: x, proposed: 10}\n  - {id: b, partner: y, proposed: 10}\n"
        "scenarios: {half: {title: Half, lines: [{of: a, proposed: 5}]}}\n"
    )
    plan = fh.load(path, scenario="half", changes={"lines.b.minimum": 1.125, "lines.b.weight": Fraction(1, 3)})
    assert plan.scenario == "half"
    assert [line.proposed for line in plan.lines] == [5, 10]
    assert plan.lines[1].minimum == Fraction("1.125")
    assert plan.lines[1].weight == Fraction(1, 3)


def test_a_plan_can_be_put_together_in_python() -> None:
    plan = fh.Plan(
        id="mine",
        lines=(
            fh.Line(id="police", partner="police", proposed=Fraction(100)),
            fh.Line(id="om", partner="om", proposed=Fraction(5)),
        ),
        constraints=(
            fh.Proportional(
                id="om-follows",
                upstream=fh.Selector((fh.Condition(partner=("police",)),)),
                downstream=fh.Selector((fh.Condition(line=("om",)),)),
                at_least=Fraction(1, 10),
            ),
        ),
    )
    assert fh.allocate(plan, 200).amounts == {"police": 50, "om": 5}


def test_a_frame_has_a_line_a_row() -> None:
    frame = fh.allocate(fh.load(), 300).frame()
    assert frame.shape == (27, 9)
    assert frame.allocated.sum() == pytest.approx(300)


def test_every_name_that_is_offered_is_there_and_no_other() -> None:
    assert set(fh.__all__) <= set(dir(fh))
    assert all(getattr(fh, name) is not None for name in fh.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'allocat'"):
        fh.allocat  # noqa: B018 - asking is the point
