"""One list of characters that cannot be used, for every way in which a text comes in."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter

import flessenhals as fh
from flessenhals.cli import run
from flessenhals.data.plans.reader import load, loads
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.plan.soundness.texts import unusable

SOME = ["\u2028", "\u2029", "\ufffe", "\uffff", "\ufeff", "\u061c", "\u200b", "\u202e", "\u2066", "\x07", "\x85"]
SOME += ["\U0001bca0", "\U0001d173", "\U0001fffe", "\U000e0041", "\ufdd0", "\u3164", "\x7f"]
PLAN = "schema: 1\nplan: p\nunit: EUR\nlines:\n  - {id: a, partner: x, proposed: 10}\n"


def escaped(sign: str) -> str:
    return f"\\U{ord(sign):08X}"


def named(sign: str) -> str:
    return f"has a character that cannot be seen (U+{ord(sign):04X}) -> remove it"


def test_whatever_xml_cannot_hold_is_unusable() -> None:
    legal = {9, 10, 13, *range(0x20, 0xD800), *range(0xE000, 0xFFFE), *range(0x10000, 0x110000)}
    found = [code for code in range(sys.maxunicode + 1) if code not in legal and not unusable(chr(code))]
    assert found == []


@pytest.mark.parametrize("sign", ["a", "é", "ß", "\u0627", "中", "🙂", "\u00ad", "\ufe0f", "\u0301", "–", " ", "\n"])
def test_what_people_write_is_usable(sign: str) -> None:
    assert unusable(f"a{sign}b") is None


@pytest.mark.parametrize("sign", SOME, ids=ascii)
@pytest.mark.parametrize("field", ["title: ", "price_level: ", "source: ", "partners: {x: ", "scenarios: {s: {title: "])
def test_an_escape_in_yaml(sign: str, field: str) -> None:
    closing = "}" * field.count("{")
    with pytest.raises(InputError) as refused:
        loads(f'{PLAN}{field}"a{escaped(sign)}b"{closing}\n')
    assert named(sign) in str(refused.value)


@pytest.mark.parametrize("sign", SOME, ids=ascii)
def test_an_option(sign: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    change = f'lines.a.name="a{escaped(sign)}b"'
    assert run(["check", "--plan", str(tmp_path / "plan.yaml"), "--set", change]) == 2
    assert named(sign) in capsys.readouterr().err


@pytest.mark.parametrize("sign", SOME, ids=ascii)
def test_a_cell(sign: str, tmp_path: Path) -> None:
    for name in ("lines.csv", "lines.xlsx"):
        (tmp_path / "plan.yaml").write_text(f"schema: 1\nplan: p\nlines: {name}\n", encoding="utf-8")
        rows = [["id", "partner", "proposed", "name"], ["a", "x", "10", f"a{sign}b"]]
        if name.endswith(".csv"):
            (tmp_path / name).write_text("\n".join(map(",".join, rows)), encoding="utf-8", newline="")
        elif ord(sign) < 32 or sign in "\ufffe\uffff":
            continue  # XML has no way to write it
        else:
            with xlsxwriter.Workbook(tmp_path / name) as book:
                sheet = book.add_worksheet()
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        with pytest.raises(InputError) as refused:
            load(tmp_path / "plan.yaml")
        assert named(sign) in str(refused.value) or "is not a workbook" in str(refused.value)


@pytest.mark.parametrize("sign", SOME, ids=ascii)
def test_a_text_from_python(sign: str) -> None:
    text = f"a{sign}b"
    line = fh.Line(id="a", partner="x", proposed=Fraction(10))
    given = [
        {"lines": (fh.Line(id="a", partner="x", proposed=Fraction(10), name={"nl": text}),)},
        {"lines": (line,), "title": text},
        {"lines": (line,), "partners": {"x": text}},
        {"lines": (line,), "constraints": (fh.Level(id="l", of=fh.EVERYTHING, at_most=Fraction(5), source=text),)},
    ]
    for each in given:
        with pytest.raises(InvalidPlanError) as refused:
            fh.Plan(id="p", **each)  # type: ignore[arg-type]
        assert named(sign) in str(refused.value)


def test_an_id_that_is_a_list_is_told_under_every_change() -> None:
    plan = PLAN.replace("id: a", "id: [a, b]") + "scenarios:\n  s: {lines: [{of: {partner: x}, weight: 2}]}\n"
    for scenario, changes in ((None, ()), ("s", ()), (None, ("title=x",)), ("s", ("objective=[value]",))):
        with pytest.raises(InputError, match=r"plan.yaml:5:10: id is a list, not an id"):
            loads(plan, scenario=scenario, changes=changes)
