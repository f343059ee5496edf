"""What is said where others pay a part of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "cofunded": {"en": "Others pay", "nl": "Anderen betalen"},
    "of which others pay": {"en": "Of which others pay", "nl": "Waarvan anderen betalen"},
    "from the ceiling": {"en": "Paid from the ceiling", "nl": "Uit het plafond betaald"},
    "figure from the ceiling": {"en": "From the ceiling", "nl": "Uit het plafond"},
    "given with others": {"en": "Given, with what others pay", "nl": "Toegekend, met wat anderen betalen"},
    "others pay": {
        "en": "The lines get {given}: the ceiling pays {total} of it, and others pay {amount}.",
        "nl": "De posten krijgen {given}: daarvan betaalt het plafond {total} en betalen anderen {amount}.",
    },
    "others would pay": {
        "en": "If every line got what it asks, others would pay {amount} of it, and the ceiling {total}.",
        "nl": "Als elke post krijgt wat hij vraagt, betalen anderen daarvan {amount} en het plafond {total}.",
    },
    "others pay of proposal": {
        "en": "Of the proposal the ceiling pays {total} and others pay {amount}.",
        "nl": "Van het voorstel betaalt het plafond {total} en betalen anderen {amount}.",
    },
    "others pay of line": {"en": "Others pay {part} of {name}", "nl": "Anderen betalen {part} van {name}"},
    "unspent or cofunded": {"en": "(unspent, or paid by others)", "nl": "(niet besteed, of betaald door anderen)"},
    "spread with others": {
        "en": "From {low} to {high}, with every further {one} and what others add to it: {bundle}.",
        "nl": "Van {low} tot {high} gaat met elke extra {one} en wat anderen erbij leggen {bundle}.",
    },
    "releases with others": {
        "en": "With each such {such} and what others add to it, {bundle}{far}.",
        "nl": "Met elk van die {such} en wat anderen erbij leggen gaat {bundle}{far}.",
    },
    "course here with others": {
        "en": "From {low} to {high}, with every further {one} and what others add to it: {bundle}.",
        "nl": "Van {low} tot {high} gaat met elke extra {one} en wat anderen erbij leggen {bundle}.",
    },
}
