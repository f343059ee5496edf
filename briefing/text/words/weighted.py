"""What is said of a rule on what money buys, in a unit of its own: staff, places, tonnes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "weighted": {"en": "Limit on quantity", "nl": "Hoeveelheidsgrens"},
    "in unit": {"en": "{name} ({unit})", "nl": "{name} ({unit})"},
    "rule weighted at_least": {"en": "{name}: at least {level}; {terms}", "nl": "{name}: ten minste {level}; {terms}"},
    "rule weighted at_most": {"en": "{name}: at most {level}; {terms}", "nl": "{name}: ten hoogste {level}; {terms}"},
    "term": {"en": "every {one} to {of} counts {times}", "nl": "elke {one} voor {of} telt {times}"},
    # Bottlenecks
    "quantity holds back": {
        "en": "{name} binds: {one} more room puts {worth} more to work{far}.",
        "nl": "{name} knelt: met {one} meer ruimte wordt {worth} meer ingezet{far}.",
    },
    "quantity costs": {
        "en": "{name} binds: {one} more room puts {worth} less to work{far}.",
        "nl": "{name} knelt: met {one} meer ruimte wordt {worth} minder ingezet{far}.",
    },
    "quantity holds back weighted": {
        "en": "{name} binds: {one} more room is worth {worth}{far}.",
        "nl": "{name} knelt: {one} meer ruimte is {worth} waard{far}.",
    },
    "quantity costs weighted": {
        "en": "{name} binds: {one} more room costs a value of {worth}{far}.",
        "nl": "{name} knelt: {one} meer ruimte kost {worth} aan waarde{far}.",
    },
    "quantity releases": {
        "en": "With each, {bundle} (in {unit}){far}.",
        "nl": "Daarbij gaat telkens {bundle} (in {unit}){far}.",
    },
    "quantities explained": {
        "en": "Where a unit stands in brackets, one more, one less and relief are one of it; the worth is in {unit}.",
        "nl": "Waar een eenheid tussen haakjes staat, gaan erbij, eraf en verlichting over één ervan; "
        "waarde in {unit}.",
    },
    # When nothing fits
    "quantity asks": {
        "en": "{name} asks at least {level}, which takes at least {sum} = {amount} for {lines}",
        "nl": "{name} vraagt minstens {level}; dat kost minstens {sum} = {amount} voor {lines}",
    },
    "quantity at least": {"en": "{name} asks at least {level}", "nl": "{name} vraagt minstens {level}"},
    # Differences and draws
    "cause terms": {"en": "{name}: {before} → {after}", "nl": "{name}: {before} → {after}"},
    "input times": {
        "en": "how much money for {of} counts in {name}",
        "nl": "hoe zwaar geld voor {of} telt in {name}",
    },
}
