"""Headings and joins that every result uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "small numbers": {
        "en": "one two three four five six seven eight nine ten eleven twelve",
        "nl": "één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    },
    # Headings of columns and groups
    "line": {"en": "Line", "nl": "Post"},
    "lines": {"en": "Lines", "nl": "Posten"},
    "proposed": {"en": "Proposed", "nl": "Gevraagd"},
    "proposal": {"en": "Proposal", "nl": "Voorstel"},
    "minimum": {"en": "Minimum", "nl": "Minimum"},
    "maximum": {"en": "Maximum", "nl": "Maximum"},
    "allocated": {"en": "Allocated", "nl": "Toegekend"},
    "coverage": {"en": "Coverage", "nl": "Dekking"},
    "total": {"en": "Total", "nl": "Totaal"},
    "programme": {"en": "Programme", "nl": "Programma"},
    "partner": {"en": "Partner", "nl": "Partner"},
    "department": {"en": "Department", "nl": "Departement"},
    "ungrouped": {"en": "(none named)", "nl": "(niet genoemd)"},
    "and": {"en": "and", "nl": "en"},
    "nothing": {"en": "nothing", "nl": "niets"},
    "minimum of": {"en": "the minimum of {names}", "nl": "het minimum van {names}"},
    "minimums of": {"en": "the minimums of {names}", "nl": "de minima van {names}"},
    "maximum of": {"en": "the maximum of {names}", "nl": "het maximum van {names}"},
    "maximums of": {"en": "the maximums of {names}", "nl": "de maxima van {names}"},
    # Titles
    "allocation": {"en": "{ceiling}, divided", "nl": "{ceiling}, verdeeld"},
    "reading": {"en": "Scenario: {title}", "nl": "Scenario: {title}"},
    "amounts in": {"en": "Amounts in {unit}.", "nl": "Bedragen in {unit}."},
}
