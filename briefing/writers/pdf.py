"""A document as a PDF that screen readers can read (PDF/UA) and archives can keep (PDF/A)."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.charts.drawer import FONTS
from flessenhals.briefing.charts.drawing import LOCALES, MissingExtraError
from flessenhals.briefing.charts.roles import LIGHT
from flessenhals.briefing.document.document import Bullets, Chart, DataTable, KeyFigures, Paragraph
from flessenhals.briefing.text.table import is_number
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.layout import (
    crowded,
    key_figures,
    key_of_bars,
    laid_out,
    notes,
    place_of_bars,
    shown,
    widths,
    with_bars,
)
from flessenhals.briefing.writers.picture import chart_svg
from flessenhals.solver.program.apart import apart

try:
    import typst
except ImportError as missing:
    raise MissingExtraError("PDF needs typst -> pip install 'flessenhals[briefing]'") from missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.briefing.document.document import Document
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.writers.layout import Placed

STANDARDS: list[Any] = ["ua-1", "a-2a"]
_UNSHOWN = re.compile(r'the (?:text|PDF contains the codepoint) `"(.+?)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
LARGE_SCRIPTS = {"CJK", "HANGUL", "HIRAGANA", "KATAKANA"}  # with more signs than can be found one by one
MOST_UNSHOWN, WIDEST_PICTURE = 100, 0.85
LETTERS = 116  # of its typeface beside each other on a page, in a table


def pdf(document: Document) -> bytes:
    """A document as a tagged PDF after PDF/UA-1 and PDF/A-2a, with typefaces that come with typst.

    A sign that no typeface at hand can show, an emoji mostly, is written as its Unicode name in square brackets.

    Args:
        document: what it says. It goes in as data: no text in it is read as markup.

    Raises:
        MissingExtraError: if what draws charts is not installed.
    """
    markup = files("flessenhals.briefing.writers").joinpath("briefing.typ").read_bytes()
    data = json.dumps(_told(document), ensure_ascii=False)
    for _ in range(MOST_UNSHOWN):
        try:
            return _compiled(markup, data, document)
        except typst.TypstError as error:
            unshown = _unshown(error, data)
            if not unshown:
                raise
            data = data.translate(unshown)
    raise ValueError(f"more than {MOST_UNSHOWN} signs that no typeface can show")


def _unshown(error: typst.TypstError, data: str) -> dict[int, str]:
    """What to write for the signs that an error says no typeface has, and others of a script that none has: names."""
    found = _UNSHOWN.search(error.message)
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""
    signs = {sign for sign in text if not sign.isascii()}
    scripts = {script for sign in signs if (script := _name(sign).partition(" ")[0]) in LARGE_SCRIPTS}
    if scripts:
        signs |= {sign for sign in set(data) if _name(sign).partition(" ")[0] in scripts}
    return {ord(sign): f"[{_name(sign)}]" for sign in signs}


def _name(sign: str) -> str:
    return unicodedata.name(sign, f"U+{ord(sign):04X}")


def _compiled(markup: bytes, data: str, document: Document) -> bytes:
    compiled: Callable[[], object] = partial(
        typst.compile,
        markup,
        format="pdf",
        sys_inputs={"document": data},
        pdf_standards=STANDARDS,
        ignore_system_fonts=True,
        font_paths=[FONTS],
        timestamp=document.properties.created,
    )
    made = apart(compiled, "typst")
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made


def _told(document: Document) -> dict[str, Any]:
    """The document as plain data for the template."""
    said, language = document.properties, document.language
    lang, region = LOCALES[language].split("-")
    return {
        "title": document.title,
        "eyebrow": document.eyebrow,
        "standfirst": document.standfirst,
        "roles": LIGHT,
        "lang": lang,
        "region": region,
        "page": re.split("[\0\1]", say("page of", language, page="\0", pages="\1")),
        "properties": {
            "subject": said.subject,
            "keywords": list(said.keywords),
            "creator": said.creator,
            "created": list(said.created.timetuple()[:6]),
        },
        "sections": [
            {"heading": section.heading, "annex": section.annex, "parts": [_part(each, language) for each in blocks]}
            for section, blocks in laid_out(document)
        ],
    }


def _part(placed: Placed, language: Language) -> dict[str, Any]:
    block, caption = placed
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": block.text, "strong": block.strong}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": list(block.items), "ordered": block.ordered}
    if isinstance(block, KeyFigures):
        return {"kind": "paragraph", "text": key_figures(block), "strong": False}
    if isinstance(block, DataTable):
        return _table(block, str(caption), language)
    if isinstance(block, Chart):
        return {
            "kind": "chart",
            "image": chart_svg(block, language),
            "width": 1 if block.sketch else WIDEST_PICTURE,
            "note": block.sketch.under if block.sketch else "",
            "caption": str(caption),
            "alternative": block.alternative,
        }
    return {"kind": "verbatim", "text": block.text}


def _table(block: DataTable, caption: str, language: Language) -> dict[str, Any]:
    content, place = block.table, place_of_bars(block)
    return {
        "kind": "table",
        "caption": caption,
        "columns": [column.heading for column in content.columns],
        "sides": ["right" if is_number(column) else "left" for column in content.columns],
        "widths": with_bars(widths(block, LETTERS), place),
        "small": crowded(block, LETTERS),
        "place": place,
        "key": [word for _, word in key_of_bars(block, language)],
        "bars": [None if each is None else list(map(float, each)) for each in block.bars],
        "rows": [{"role": row.role, "cells": cells} for row, cells in zip(content.rows, shown(block), strict=True)],
        "notes": notes(block),
    }
