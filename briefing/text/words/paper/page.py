"""What the page says around its content: the slider, its choices and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "live heading": {"en": "Move the ceiling", "nl": "Verschuif het plafond"},
    "live slider": {"en": "Ceiling ({unit})", "nl": "Plafond ({unit})"},
    "live typed": {"en": "or type an amount", "nl": "of typ een bedrag"},
    "live against": {"en": "Compare with", "nl": "Vergelijk met"},
    "live reading": {"en": "Reading of the plan", "nl": "Lezing van het plan"},
    "live back": {"en": "Back to {ceiling}", "nl": "Terug naar {ceiling}"},
    "live csv": {"en": "Save as CSV", "nl": "Opslaan als CSV"},
    "live print": {"en": "Print", "nl": "Afdrukken"},
    "live hint": {
        "en": "Arrow keys move the slider. Every position is the exact optimum; it is worked out on this page, and "
        "nothing "
        "is sent anywhere.",
        "nl": "De pijltjestoetsen verschuiven het plafond. Elke stand is het exacte optimum; het wordt op deze pagina "
        "uitgerekend en er wordt niets verstuurd.",
    },
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
    "live state": {
        "en": "This page now shows a ceiling of {ceiling}, read as: {reading}. The message, the table of measures, the "
        "charts and the bottlenecks follow the slider; sections 4 to 6 and the annexes are about {home}.",
        "nl": "Deze pagina toont nu een plafond van {ceiling}, gelezen als: {reading}. De boodschap, de tabel met "
        "maatregelen, de grafieken en de knelpunten volgen de schuif; onderdeel 4 tot en met 6 en de bijlagen gaan "
        "over "
        "{home}.",
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
        "en": "The slider needs a plan whose objective has coverage in it; this page shows one ceiling.",
        "nl": "De schuif vraagt om een plan met dekking in het doel; deze pagina toont één plafond.",
    },
    "live rule holds back": {
        "en": "{name} binds: each euro that it is eased by is worth {worth}.",
        "nl": "{name} knelt: elke euro die de regel ruimer is, is {worth} waard.",
    },
    "live rule without worth": {
        "en": "{name} has no room left, but easing it would add no value.",
        "nl": "{name} heeft geen ruimte meer, maar verlichten voegt geen waarde toe.",
    },
    "figures behind": {"en": "The figures behind this chart", "nl": "De cijfers achter deze grafiek"},
    "chart proposal": {"en": "Proposal (wide bar)", "nl": "Voorstel (brede staaf)"},
    "chart optimum": {"en": "Optimum (narrow bar)", "nl": "Optimum (smalle staaf)"},
    "chart ceiling": {"en": "Ceiling of this page", "nl": "Plafond van deze pagina"},
    "chart all": {"en": "Ceiling: all of it put to work", "nl": "Plafond: alles ingezet"},
}
