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
    "all of it is used": {
        "en": "All of {ceiling} is put to work.",
        "nl": "De volle {ceiling} wordt ingezet.",
    },
    "part of it is used": {
        "en": "{total} of {ceiling} can be put to work and {unspent} stays unspent.",
        "nl": "Van {ceiling} kan {total} worden ingezet; {unspent} blijft over.",
    },
    "less than could be": {
        "en": "{total} of {ceiling} is put to work and {unspent} stays unspent. The rules would let {possible} be put "
        "to work; by the plan's weights and the order of its goals this split is better.",
        "nl": "Van {ceiling} wordt {total} ingezet; {unspent} blijft over. De regels laten {possible} toe, maar naar "
        "de gewichten en de volgorde van de doelen in het plan is deze verdeling beter.",
    },
    "less than could be, evenly": {
        "en": "{total} of {ceiling} is put to work and {unspent} stays unspent. The rules would let {possible} be put "
        "to work, but less evenly, and evenness goes first in this plan.",
        "nl": "Van {ceiling} wordt {total} ingezet; {unspent} blijft over. De regels laten {possible} toe, maar "
        "minder gelijkmatig verdeeld, en gelijkmatigheid gaat in dit plan voor.",
    },
    "lowest": {
        "en": "No line gets less than {lowest} of what it asks.",
        "nl": "Geen post krijgt minder dan {lowest} van wat hij vraagt.",
    },
    "gets nothing": {"en": "{names} gets nothing.", "nl": "{names} krijgt niets."},
    "get nothing": {"en": "{names} get nothing.", "nl": "{names} krijgen niets."},
    "held by ceiling": {
        "en": "What holds the rest back is the ceiling.",
        "nl": "Wat de rest tegenhoudt, is het plafond.",
    },
    "held by these": {
        "en": "What holds the rest back: {names}.",
        "nl": "Wat de rest tegenhoudt: {names}.",
    },
    "would be held by these": {
        "en": "More could not be put to work, however high the ceiling. What would hold it back: {names}.",
        "nl": "Meer kan niet worden ingezet, hoe hoog het plafond ook is. Wat dat tegenhoudt: {names}.",
    },
    "held together": {
        "en": "No rule or limit holds the rest back by itself; several do together.",
        "nl": "Geen enkele regel of grens houdt de rest op zichzelf tegen; een paar samen doen dat wel.",
    },
    "would be held together": {
        "en": "More could not be put to work, however high the ceiling. No rule or limit holds it back by itself; "
        "several do together.",
        "nl": "Meer kan niet worden ingezet, hoe hoog het plafond ook is. Geen enkele regel of grens houdt dat op "
        "zichzelf tegen; een paar samen doen dat wel.",
    },
    "nothing asked": {
        "en": "No line asks anything; {total} of {ceiling} is allocated.",
        "nl": "Geen enkele post vraagt iets; van {ceiling} wordt {total} toegekend.",
    },
    "unspent": {"en": "Unspent: {amount}", "nl": "Niet besteed: {amount}"},
    "value": {
        "en": "Weighted value: {value} (weights differ from 1).",
        "nl": "Gewogen waarde: {value} (de gewichten wijken af van 1).",
    },
    "binding": {"en": "Binding: {names}", "nl": "Precies gehaald: {names}"},
    "nothing binds": {"en": "Binding: no rule and no ceiling", "nl": "Precies gehaald: geen regel en geen plafond"},
    "fixed": {"en": "Fixed by their minimum: {names}", "nl": "Vastgelegd door hun minimum: {names}"},
    "at minimum": {"en": "At their minimum: {names}", "nl": "Op hun minimum: {names}"},
    "at maximum": {"en": "At their maximum: {names}", "nl": "Op hun maximum: {names}"},
    "most at maximum": {
        "en": "At their maximum: all lines except {names}",
        "nl": "Op hun maximum: alle posten behalve {names}",
    },
    "all at maximum": {"en": "At their maximum: all lines", "nl": "Op hun maximum: alle posten"},
    "at nothing": {"en": "Without money: {names}", "nl": "Zonder geld: {names}"},
    "nothing asked there": {
        "en": "One line asks nothing and gets nothing.",
        "nl": "Eén post vraagt niets en krijgt niets.",
    },
    "nothing asked at": {
        "en": "{count:C} lines ask nothing and get nothing.",
        "nl": "{count:C} posten vragen niets en krijgen niets.",
    },
    "the ceiling": {"en": "the ceiling", "nl": "het plafond"},
    "the ceiling, structural": {"en": "the structural ceiling", "nl": "het structurele plafond"},
    "the ceiling, later": {"en": "what may be used a year later", "nl": "wat een jaar later mag worden besteed"},
    "the ceiling, earlier": {"en": "what may be used a year earlier", "nl": "wat een jaar eerder mag worden besteed"},
    "in year": {"en": "{name} in {years}", "nl": "{name} in {years}"},
    "run of years": {"en": "{first} to {last}", "nl": "{first} tot en met {last}"},
    "proved": {
        "en": "This split is optimal: proved in exact arithmetic.",
        "nl": "Deze verdeling is optimaal: exact nagerekend en bewezen.",
    },
    "not the only one": {
        "en": "Other splits may reach the same value; add coverage to the objective for a single answer.",
        "nl": "Andere verdelingen kunnen dezelfde waarde halen; neem coverage op in objective voor één antwoord.",
    },
    "rule": {"en": '"{name}"', "nl": '"{name}"'},
    "side at_least": {"en": "at least", "nl": "minstens"},
    "side at_most": {"en": "at most", "nl": "hoogstens"},
    # Ceilings side by side
    "each proved": {
        "en": "Each of these splits is optimal: proved in exact arithmetic.",
        "nl": "Elk van deze verdelingen is optimaal: exact nagerekend en bewezen.",
    },
}
