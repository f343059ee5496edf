"""What is said of a plan that is held against itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "check": {"en": "The plan held against itself", "nl": "Het plan getoetst"},
    "check sums": {
        "en": "Lines: {lines}, which ask {proposed} together; their minimums come to {minimum}.",
        "nl": "Posten: {lines}, die samen {proposed} vragen; hun minima zijn {minimum}.",
    },
    "check totals": {
        "en": "Stated totals that the lines add up to: {count}.",
        "nl": "Totalen uit de bron waarop de posten uitkomen: {count}.",
    },
    "check lowest": {
        "en": "The lowest ceiling at which every rule can be kept is {lowest}.",
        "nl": "Het laagste plafond waarbij alle regels kunnen worden nagekomen, is {lowest}.",
    },
    "check scenarios": {"en": "Scenarios: {names}.", "nl": "Scenario's: {names}."},
    "by programme": {"en": "By programme", "nl": "Per programma"},
    "by partner": {"en": "By partner", "nl": "Per partner"},
    "by department": {"en": "By department", "nl": "Per departement"},
    "findings": {
        "en": "What to know before trusting an answer",
        "nl": "Wat u moet weten voordat u op een antwoord vertrouwt",
    },
    "nothing odd": {"en": "Nothing odd was found.", "nl": "Er is niets bijzonders gevonden."},
    "broken": {
        "en": "The proposal itself breaks {name}: {amount} short.",
        "nl": "Het voorstel zelf voldoet niet aan {name}: {amount} tekort.",
    },
    "broken together": {
        "en": "The proposal itself breaks {name}: {amount} short, added up.",
        "nl": "Het voorstel zelf voldoet niet aan {name}: bij elkaar {amount} tekort.",
    },
    "exceeded": {
        "en": "The proposal itself goes {amount} above {name}.",
        "nl": "Het voorstel zelf gaat {amount} boven {name} uit.",
    },
    "exceeded together": {
        "en": "The proposal itself goes {amount} above {name}, added up.",
        "nl": "Het voorstel zelf gaat bij elkaar {amount} boven {name} uit.",
    },
    "idle": {
        "en": "{name} can never bind: no split comes up against it, so leaving it out changes nothing.",
        "nl": "{name} kan nooit knellen: geen verdeling loopt ertegenaan, dus weglaten verandert niets.",
    },
    "idle not asked": {
        "en": "More than {most} rules hang together here. Whether each of them can ever bind was not looked at:"
        " that would take many minutes.",
        "nl": "Hier hangen meer dan {most} regels samen. Of elke regel ooit kan knellen, is niet onderzocht:"
        " dat zou vele minuten duren.",
    },
    "shared": {
        "en": "{name} counts these lines both upstream and downstream in the chain: {lines}.",
        "nl": "{name} telt deze posten zowel vooraan als verderop in de keten mee: {lines}.",
    },
    "unsourced": {"en": "Without a source: {lines}.", "nl": "Zonder bron: {lines}."},
    "asking nothing": {"en": "Asking nothing: {lines}.", "nl": "Er wordt niets gevraagd voor: {lines}."},
}
