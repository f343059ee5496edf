"""What the page says around its content: the slider, its choices and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "all columns": {"en": "All columns", "nl": "Alle kolommen"},
    "live slider": {"en": "Ceiling ({unit})", "nl": "Plafond ({unit})"},
    "live against": {"en": "Compare with", "nl": "Vergelijk met"},
    "live reading": {"en": "Reading of the plan", "nl": "Lezing van het plan"},
    "live csv": {"en": "Save as CSV", "nl": "Opslaan als CSV"},
    "live print": {"en": "Print", "nl": "Afdrukken"},
    "live not a number": {
        "en": "This is not an amount: write {example}.",
        "nl": "Dit is geen bedrag: schrijf {example}.",
    },
    "live two ways": {
        "en": "This can be read in two ways: write {small} or {large}.",
        "nl": "Dit kan op twee manieren worden gelezen: schrijf {small} of {large}.",
    },
    "live too low": {
        "en": "Below {low} no split keeps every rule.",
        "nl": "Onder {low} voldoet geen verdeling aan alle regels.",
    },
    "live too high": {
        "en": "Above {high} nothing changes; the slider ends there.",
        "nl": "Boven {high} verandert er niets; de schuif eindigt daar.",
    },
    "live home": {
        "en": "This page shows a ceiling of {ceiling}.",
        "nl": "Deze pagina toont een plafond van {ceiling}.",
    },
    "live amounts": {
        "en": "At this position of the slider every amount is exact and shown with {decimals} decimals by itself, so a "
        "printed total or difference may not match the printed amounts in the last decimal.",
        "nl": "Bij deze stand van de schuif is elk bedrag exact en afzonderlijk getoond met {decimals} decimalen; een "
        "getoond totaal of verschil kan daardoor in de laatste decimaal afwijken van de getoonde bedragen.",
    },
    "live none": {
        "en": "This page shows one ceiling: what-if needs a plan whose objective has coverage in it.",
        "nl": "Deze pagina toont één plafond: meerekenen kan alleen bij een plan met dekking in het doel.",
    },
    "live none of many": {
        "en": "This page shows one ceiling: of more than 200 lines what-if takes too long to go along with a page.",
        "nl": "Deze pagina toont één plafond: bij meer dan 200 posten duurt meerekenen te lang voor een pagina.",
    },
    "figures behind": {"en": "The figures behind this chart", "nl": "De cijfers achter deze grafiek"},
    "chart ceiling": {"en": "Ceiling of this page", "nl": "Plafond van deze pagina"},
    "chart all": {"en": "Ceiling: all of it put to work", "nl": "Plafond: alles ingezet"},
}
