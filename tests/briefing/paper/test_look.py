"""How briefings look, read back from the written files: no filled header, no vertical rule, colours by their roles."""

from __future__ import annotations

import io
import re
import zlib
from fractions import Fraction
from functools import lru_cache
from zipfile import ZipFile

import docx
import pytest
from briefs import briefed
from docx.oxml.ns import qn

from flessenhals.briefing.charts.roles import LIGHT, ROLES, css
from flessenhals.briefing.document.document import Bars
from flessenhals.briefing.page.page import HERE
from flessenhals.briefing.writers.picture import ASKED, OPTIMUM, bars_png
from flessenhals.data.plans.reader import load
from flessenhals.data.proposals.reader import read_proposal

NO_FILL = "w:shd"


@lru_cache
def written(form: str) -> bytes:
    plan = load()
    return briefed(plan, Fraction(300), proposal=read_proposal("police-only", plan)).written(form)


def part(form: str, name: str) -> str:
    with ZipFile(io.BytesIO(written(form))) as files:
        return files.read(name).decode()


def test_strokes_and_texts_stand_out_on_paper_and_in_the_dark() -> None:
    for name, least in (("ink", 7), ("muted", 7), ("brand", 7), ("line", 3), ("flow", 4.5), ("stuck", 4.5)):
        for paper, ground in zip(ROLES[name], ROLES["paper"], strict=True):
            assert contrast(paper, ground) >= least, (name, paper)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_style_sheets_have_no_colour_that_is_no_role() -> None:
    style = "".join((HERE / name).read_text(encoding="utf-8") for name in ("page.css", "sketch.css"))
    shadow = "#0004"
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?!-)", style.replace(shadow, "")) == []
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", style))
    assert used <= set(ROLES)
    assert all(f"--{name}:{role.light.lower()};" in css() for name, role in ROLES.items())


def test_word_fills_no_cell_and_draws_no_vertical_rule() -> None:
    body = part("docx", "word/document.xml")
    assert NO_FILL not in body
    used = part("docx", "word/styles.xml").partition('w:styleId="TableGrid"')[2].partition("</w:style>")[0]
    assert "w:tblBorders" not in used
    assert not re.search(r"<w:(left|right|start|end|insideV) w:val=\"single\"", body)
    roles = {colour[1:] for colour in LIGHT.values()}
    assert set(re.findall(r'w:color="([0-9A-F]{6})"', body)) <= roles


def test_opendocument_fills_no_cell_and_draws_no_vertical_rule() -> None:
    content = part("odt", "content.xml")
    cells = re.findall(r'<style:style style:name="cell-\w+".*?</style:style>', content, re.DOTALL)
    assert len(cells) == 4
    assert not any("background-color" in each or "border-left" in each or "border-right" in each for each in cells)
    used = {f"#{colour.upper()}" for each in cells for colour in re.findall(r"#([0-9A-Fa-f]{6})", each)}
    assert used <= set(LIGHT.values())


def test_a_workbook_fills_no_cell_and_draws_no_vertical_rule() -> None:
    styles = part("xlsx", "xl/styles.xml")
    fills = re.findall(r'patternType="(\w+)"', styles.partition("<fills")[2].partition("</fills>")[0])
    assert set(fills) <= {"none", "gray125"}
    borders = styles.partition("<borders")[2].partition("</borders>")[0]
    assert not re.search(r"<(left|right) style=", borders)
    used = set(re.findall(r'rgb="FF([0-9A-F]{6})"', styles))
    assert used <= {colour[1:] for colour in LIGHT.values()}


def test_a_workbook_has_a_bar_for_each_optimum_and_an_open_one_behind_each_proposal() -> None:
    sheet = part("xlsx", "xl/worksheets/sheet2.xml")
    bars = re.findall(r"<x14:dataBar [^>]*>.*?</x14:dataBar>", sheet, re.DOTALL)
    assert len(bars) == 6  # a stretch of lines for each of three programmes, twice
    assert sum(f'rgb="FF{LIGHT["line"][1:]}"' in each for each in bars) == 3


def test_charts_of_a_workbook_have_the_chain_in_stacks_with_what_is_stuck_hatched() -> None:
    chain = part("xlsx", "xl/charts/chart1.xml")
    assert 'val="stacked"' in chain
    assert chain.count("<c:ser>") == 3
    assert "wdUpDiag" in chain
    assert LIGHT["flow"][1:] in chain


@pytest.mark.parametrize(("form", "name"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_every_picture_has_its_words_or_says_that_it_is_there_for_looks_alone(form: str, name: str) -> None:
    text = part(form, name)
    if form == "docx":
        pictures = re.findall(r"<wp:docPr .*?(?:/>|</wp:docPr>)", text, re.DOTALL)
        silent = [each for each in pictures if re.search(r'descr=""', each)]
        assert all("decorative" in each for each in silent)
        assert [each for each in pictures if "komt niets door de keten" in each]
    else:
        frames = re.findall(r"<draw:frame .*?</draw:frame>", text, re.DOTALL)
        assert all("<svg:desc>" in each or 'decorative="true"' in each for each in frames)
        assert [each for each in frames if "komt niets door de keten" in each]


def test_the_group_total_stands_above_its_lines_and_a_proposal_of_nothing_is_a_dash() -> None:
    table = next(each for each in docx.Document(io.BytesIO(written("docx"))).tables if each.cell(0, 0).text == "Nr.")
    first, second, *_, last = [[cell.text for cell in row.cells[:6]] for row in list(table.rows)[1:]]
    assert first == ["", "Integrale handhaving", "200,0", "125,0", "146,2", "+21,2"]
    assert second == ["1", "Strategisch Kenniscentrum", "2,0", "–", "2,0", "+2,0"]
    assert last[1] == "Totaal"
    bold = table.rows[1].cells[1].paragraphs[0].runs[0]
    assert bold.bold
    rules = table.rows[1].cells[1]._tc.tcPr.find(qn("w:tcBorders"))  # noqa: SLF001 - no call for it
    assert [each.get(qn("w:color")) for each in rules] == [LIGHT["line"][1:]]


def test_bars_are_as_long_as_their_amounts() -> None:
    image = bars_png(Bars(Fraction(1), Fraction(1, 2), Fraction(3, 4)))
    data = image.partition(b"IDAT")[2]
    rows = zlib.decompressobj().decompress(data)
    wide = int.from_bytes(image[16:20], "big")
    middle = rows[(wide + 1) * 28 + 1 : (wide + 1) * 29]
    assert len(middle) == wide
    room = wide - middle.count(ASKED)
    assert middle.count(OPTIMUM) == room // 2
    assert middle.index(ASKED) == room * 3 // 4
