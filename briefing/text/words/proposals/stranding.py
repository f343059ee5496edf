"""What is said of a fixed split under uncertainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "split simulation": {
        "en": "{name}, {total}, in {draws} of what is uncertain",
        "nl": "{name}, {total}, in {draws} van wat onzeker is",
    },
    "given": {"en": "Given", "nl": "Gegeven"},
    "stranded mean": {"en": "Cannot be used, mean", "nl": "Onbruikbaar, gemiddeld"},
    "strands in": {
        "en": "In {share} of the draws a part of it cannot be used: {mean} on average over all draws, more than "
        "{high} in at most 5 of every 100.",
        "nl": "In {share} van de trekkingen is een deel onbruikbaar: gemiddeld {mean} over alle trekkingen, en "
        "in hoogstens 5 van de 100 meer dan {high}.",
    },
    "strands always": {
        "en": "In every draw {mean} of it cannot be used.",
        "nl": "In elke trekking is {mean} ervan onbruikbaar.",
    },
    "strands never": {
        "en": "In every draw all of it can be used.",
        "nl": "In elke trekking is alles bruikbaar.",
    },
    "keeps all in": {
        "en": "In {share} of the draws it keeps the ceiling, every rule and every bound of a line.",
        "nl": "In {share} van de trekkingen houdt het zich aan het plafond, elke regel en elke grens van een post.",
    },
    "stranded driver": {
        "en": "Research first: {name}. By itself it explains {effect} of the differences in what cannot be used.",
        "nl": "Onderzoek eerst: {name}. Dat verklaart alleen al {effect} van de verschillen in wat onbruikbaar is.",
    },
    "broken in": {"en": "How often each is broken", "nl": "Hoe vaak elke grens wordt geschonden"},
    "shortfall then": {
        "en": "By how much then",
        "nl": "Hoeveel dan",
    },
    "kept in every draw": {
        "en": "Nothing is broken in any draw.",
        "nl": "In geen enkele trekking wordt een grens geschonden.",
    },
    "all split draws proved": {
        "en": "What can be used is proved exactly in each of the {samples} draws.",
        "nl": "Wat bruikbaar is, is in elk van de {samples} trekkingen exact bewezen.",
    },
    "split draws proved": {
        "en": "What can be used is proved exactly in {proved} of the {samples} draws; all others are checked with "
        "rounded numbers.",
        "nl": "Wat bruikbaar is, is in {proved} van de {samples} trekkingen exact bewezen; alle andere zijn met "
        "afgeronde getallen nagerekend.",
    },
}
