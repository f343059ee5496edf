"""What stands around the content on paper: captions, page numbers, the figures behind a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "table caption": {"en": "Table {number}. {title}", "nl": "Tabel {number}. {title}"},
    "figure caption": {"en": "Figure {number}. {title}", "nl": "Figuur {number}. {title}"},
    "page of": {"en": "Page {page} of {pages}", "nl": "Pagina {page} van {pages}"},
    "behind the figures": {"en": "The numbers behind the figures", "nl": "De cijfers achter de figuren"},
    "key figures": {"en": "Key figures", "nl": "Kerncijfers"},
}
