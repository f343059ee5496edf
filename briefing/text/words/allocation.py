"""What is said of a split, and of ceilings side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    # The sentence under an allocation
    "everything fits": {
        "en": "Everything that is asked fits within {ceiling}: every line gets what it asks.",
        "nl": "Alles wat wordt gevraagd, past binnen {ceiling}: elke post krijgt wat hij vraagt.",
    },
    "ceiling is reached": {
        "en": "All of {ceiling} is put to work. No line gets less than {lowest} of what it asks; "
        "what holds the rest back is the ceiling.",
        "nl": "De volle {ceiling} wordt ingezet. Geen post krijgt minder dan {lowest} van wat hij vraagt; "
        "wat de rest tegenhoudt, is het plafond.",
    },
    "money stays": {
        "en": "{total} of {ceiling} can be put to work and {unspent} stays unspent. No line gets less than {lowest} "
        "of what it asks. What holds the rest back: {binding}.",
        "nl": "Van {ceiling} kan {total} worden ingezet; {unspent} blijft over. Geen post krijgt minder dan {lowest} "
        "van wat hij vraagt. Wat de rest tegenhoudt: {binding}.",
    },
    "all of it fits": {
        "en": "All of {ceiling} is put to work, and no more could be. No line gets less than {lowest} of what it "
        "asks. What holds the rest back: {binding}.",
        "nl": "De volle {ceiling} wordt ingezet, en meer zou niet kunnen. Geen post krijgt minder dan {lowest} van wat "
        "hij vraagt. Wat de rest tegenhoudt: {binding}.",
    },
    "nothing asked": {
        "en": "No line asks anything; {total} of {ceiling} is allocated.",
        "nl": "Geen enkele post vraagt iets; van {ceiling} wordt {total} toegekend.",
    },
    "the limits": {"en": "what the lines can take", "nl": "wat de posten kunnen opnemen"},
    "unspent": {"en": "Unspent: {amount}", "nl": "Niet besteed: {amount}"},
    "value": {
        "en": "Weighted value: {value} (weights differ from 1).",
        "nl": "Gewogen waarde: {value} (de gewichten wijken af van 1).",
    },
    "binding": {"en": "Binding: {names}", "nl": "Wat knelt: {names}"},
    "nothing binds": {"en": "Binding: no rule and no ceiling", "nl": "Wat knelt: geen regel en geen plafond"},
    "fixed": {"en": "Fixed by their minimum: {names}", "nl": "Vastgelegd door hun minimum: {names}"},
    "at minimum": {"en": "At their minimum: {names}", "nl": "Op hun minimum: {names}"},
    "at maximum": {"en": "At their maximum: {names}", "nl": "Op hun maximum: {names}"},
    "most at maximum": {
        "en": "At their maximum: all lines except {names}",
        "nl": "Op hun maximum: alle posten behalve {names}",
    },
    "all at maximum": {"en": "At their maximum: all lines", "nl": "Op hun maximum: alle posten"},
    "at nothing": {"en": "Without money: {names}", "nl": "Zonder geld: {names}"},
    "the ceiling": {"en": "the ceiling", "nl": "het plafond"},
    "proved": {
        "en": "This split is optimal: proved in exact arithmetic.",
        "nl": "Deze verdeling is optimaal: exact nagerekend en bewezen.",
    },
    "not the only one": {
        "en": "Other splits may reach the same value; add coverage to the objective for a single answer.",
        "nl": "Andere verdelingen kunnen dezelfde waarde halen; neem coverage op in objective voor één antwoord.",
    },
    "rule": {"en": '"{name}"', "nl": '"{name}"'},
    # Ceilings side by side
    "each proved": {
        "en": "Each of these splits is optimal: proved in exact arithmetic.",
        "nl": "Elk van deze verdelingen is optimaal: exact nagerekend en bewezen.",
    },
}
