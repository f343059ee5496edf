"""What is said of a fixed split under uncertainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "split simulation": {
        "en": "{name}, {total}, in {samples} draws of what is uncertain",
        "nl": "{name}, {total}, in {samples} trekkingen van wat onzeker is",
    },
    "given": {"en": "Given", "nl": "Gegeven"},
    "stranded mean": {"en": "Stranded, mean", "nl": "Onbruikbaar, gemiddeld"},
    "strands in": {
        "en": "In {share} of the draws a part of it cannot be used: {mean} on average over all draws, more than "
        "{high} in 5 of every 100.",
        "nl": "In {share} van de trekkingen is een deel niet te gebruiken: gemiddeld {mean} over alle trekkingen, meer "
        "dan {high} in 5 van elke 100.",
    },
    "strands always": {
        "en": "In every draw {mean} of it cannot be used.",
        "nl": "In elke trekking is {mean} ervan niet te gebruiken.",
    },
    "strands never": {
        "en": "In every draw all of it can be used.",
        "nl": "In elke trekking is alles te gebruiken.",
    },
    "keeps all in": {
        "en": "In {share} of the draws it keeps the ceiling, every rule and every bound of a line.",
        "nl": "In {share} van de trekkingen houdt het zich aan het plafond, elke regel en elke grens van een post.",
    },
    "stranded driver": {
        "en": "Research first: {name}. By itself it explains {effect} of the differences in what cannot be used.",
        "nl": "Onderzoek eerst: {name}. Dat verklaart alleen al {effect} van de verschillen in wat niet te gebruiken "
        "is.",
    },
    "broken in": {"en": "How often what is broken", "nl": "Hoe vaak wat niet klopt"},
    "shortfall then": {"en": "By how much then", "nl": "Hoeveel dan"},
    "kept in every draw": {"en": "Nothing is broken in any draw.", "nl": "In geen enkele trekking klopt er iets niet."},
    "split draws proved": {
        "en": "What can be used is proved exactly in {proved} of the {samples} draws; all others are checked with "
        "rounded numbers.",
        "nl": "Wat te gebruiken is, is in {proved} van de {samples} trekkingen exact bewezen; alle andere zijn met "
        "afgeronde getallen nagerekend.",
    },
}
