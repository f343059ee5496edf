"""What is said of money in a proposal that cannot be used, and of what holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "what is stranded": {
        "en": "What cannot be used, and why",
        "nl": "Wat onbruikbaar is, en waarom",
    },
    "stranded at": {
        "en": "{amount} for {who} cannot be used, because {downstream} can support {supported} of the {asked} "
        "{where} ({rule}).",
        "nl": "{amount} voor {who} is onbruikbaar, want {downstream} kan van de {asked} {where} "
        "{supported} aan ({rule}).",
    },
    "above maximum": {
        "en": "{amount} for {name} cannot be used: it can take {most} at most.",
        "nl": "{amount} voor {name} is onbruikbaar: die post kan hoogstens {most} opnemen.",
    },
    "between multiples": {
        "en": "{amount} for {name} cannot be used: that line is given whole multiples of {unit}.",
        "nl": "{amount} voor {name} is onbruikbaar: die post krijgt hele veelvouden van {unit}.",
    },
    "below its smallest": {
        "en": "{amount} for {name} cannot be used: that line is given nothing, or at least {least}.",
        "nl": "{amount} voor {name} is onbruikbaar: die post krijgt niets, of ten minste {least}.",
    },
    "in whole amounts too": {
        "en": "Here too amounts that cannot be split are given whole: what can be used, the nearest split and the "
        "optimal one.",
        "nl": "Ook hier worden bedragen die niet deelbaar zijn heel gegeven: in wat bruikbaar is, in de "
        "dichtstbijzijnde verdeling en in de optimale.",
    },
    "no inverse in whole amounts": {
        "en": "Which weights or ratios would make the proposal the right one is not worked out where amounts cannot be "
        "split: the split then jumps from one to another, and no change is the smallest that is enough.",
        "nl": "Met welke gewichten of verhoudingen het voorstel wel de juiste verdeling zou zijn, wordt niet "
        "uitgerekend waar bedragen niet deelbaar zijn: de verdeling verspringt dan, en er is geen kleinste wijziging "
        "die genoeg is.",
    },
    "only": {"en": "only {amount}", "nl": "maar {amount}"},
    "there": {"en": "there", "nl": "daar"},
    "for whom": {"en": "for {names}", "nl": "voor {names}"},
    "held in turn": {
        "en": "{upstream} is itself held back by {downstream}, which can support {supported} of the {asked} "
        "{where} ({rule}).",
        "nl": "{upstream} wordt zelf tegengehouden door {downstream}, want dat kan van de {asked} {where} "
        "{supported} aan ({rule}).",
    },
    "full as well": {
        "en": "More for {upstream} would not be enough by itself: {downstream} has no room left either ({rule}).",
        "nl": "Meer voor {upstream} is op zichzelf niet genoeg: ook {downstream} heeft geen ruimte meer ({rule}).",
    },
    "stranded over years": {
        "en": "In all {amount} for {who} cannot be used, most of it in {year}.",
        "nl": "In totaal is {amount} voor {who} onbruikbaar, het meeste in {year}.",
    },
    "stranded by build_up": {
        "en": "{amount} for {who} cannot be used: of the {asked} {where} no more than {reach} can be had, because that "
        "cannot grow faster ({rule}).",
        "nl": "{amount} voor {who} is onbruikbaar: van de {asked} {where} is niet meer dan {reach} mogelijk, want "
        "sneller groeien kan niet ({rule}).",
    },
    "held in turn by build_up": {
        "en": "{upstream} is itself held back: of the {asked} {where} no more than {reach} can be had, because that "
        "cannot grow faster ({rule}).",
        "nl": "{upstream} wordt zelf tegengehouden: van de {asked} {where} is niet meer dan {reach} mogelijk, want "
        "sneller groeien kan niet ({rule}).",
    },
    "full as well by build_up": {
        "en": "More for {upstream} would not be enough by itself: that cannot grow faster ({rule}).",
        "nl": "Meer voor {upstream} is op zichzelf niet genoeg: sneller groeien kan niet ({rule}).",
    },
    "the root": {
        "en": "The root is {names}: every {euro} proposed there is in use already.",
        "nl": "De oorzaak is {names}: elke {euro} die daar is voorgesteld, is al in gebruik.",
    },
    "that is the root": {
        "en": "That is the root: every {euro} proposed there is in use already.",
        "nl": "Dat is de oorzaak: elke {euro} die daar is voorgesteld, is al in gebruik.",
    },
    "that root gets nothing": {
        "en": "That is the root: nothing is proposed there.",
        "nl": "Dat is de oorzaak: daar is niets voorgesteld.",
    },
    "the root gets nothing": {
        "en": "The root is {names}: nothing is proposed there.",
        "nl": "De oorzaak is {names}: daar is niets voorgesteld.",
    },
    "the root in whole amounts": {
        "en": "The root is {names}: every whole amount proposed there is in use already.",
        "nl": "De oorzaak is {names}: elk heel bedrag dat daar is voorgesteld, is al in gebruik.",
    },
    "that is the root in whole amounts": {
        "en": "That is the root: every whole amount proposed there is in use already.",
        "nl": "Dat is de oorzaak: elk heel bedrag dat daar is voorgesteld, is al in gebruik.",
    },
    "further stranded": {
        "en": "And {count} smaller {count:part|parts} that cannot be used, {amount}{count:| together}.",
        "nl": "En nog {count} {count:kleiner deel dat onbruikbaar is|kleinere delen die onbruikbaar zijn}, "
        "{count:|samen }{amount}.",
    },
}
