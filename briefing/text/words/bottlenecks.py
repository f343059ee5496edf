"""What is said of what binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "bottlenecks": {"en": "What binds at {ceiling}", "nl": "Wat knelt bij {ceiling}"},
    "constraint": {"en": "Constraint", "nl": "Grens"},
    "kind": {"en": "Kind", "nl": "Soort"},
    "nature": {"en": "Nature", "nl": "Aard"},
    "proportional": {"en": "Chain rule", "nl": "Ketenregel"},
    "level": {"en": "Floor or cap", "nl": "Onder- of bovengrens"},
    "law": {"en": "law", "nl": "wet"},
    "norm": {"en": "norm", "nl": "norm"},
    "choice": {"en": "choice", "nl": "keuze"},
    "one more": {"en": "One more (shadow price)", "nl": "Eén erbij (schaduwprijs)"},
    "as far as": {"en": "Up to", "nl": "Tot en met"},
    "one less": {"en": "One less", "nl": "Eén eraf"},
    "value without": {"en": "Without it", "nl": "Zonder"},
    "relief": {"en": "Coverage (% pt)", "nl": "Dekking (%-punt)"},
    "weights": {
        "en": "Weights at which the split stays as it is",
        "nl": "Gewichten waarbij de verdeling gelijk blijft",
    },
    "weight": {"en": "Weight", "nl": "Gewicht"},
    "weight from": {"en": "From", "nl": "Van"},
    "weights explained": {
        "en": "Each range is that of one weight, with all others as they are. At an end itself another split is worth "
        "as much.",
        "nl": "Elk bereik geldt voor één gewicht, terwijl de andere gelijk blijven. Op een grens zelf is een andere "
        "verdeling evenveel waard.",
    },
    "weights alone": {
        "en": "Any other weight changes the split for {names}: other lines are worth as much.",
        "nl": "Elk ander gewicht verandert de verdeling bij {names}: andere posten zijn evenveel waard.",
    },
    "weights free": {
        "en": "Any weight gives the same split for {names}.",
        "nl": "Elk gewicht geeft dezelfde verdeling bij {names}.",
    },
    "no end": {"en": "no limit", "nl": "onbeperkt"},
    "ceiling holds back": {
        "en": "Each further euro of ceiling is worth {worth}{far}.",
        "nl": "Elke euro die het plafond hoger is, is {worth} waard{far}.",
    },
    "maximum holds back": {
        "en": "{name} is at its maximum: each euro more there is worth {worth}{far}.",
        "nl": "{name} zit op het maximum: elke euro meer daar is {worth} waard{far}.",
    },
    "minimum holds back": {
        "en": "{name} is at its minimum: each euro less there is worth {worth}{far}.",
        "nl": "{name} zit op het minimum: elke euro minder daar is {worth} waard{far}.",
    },
    "rule holds back": {
        "en": "{name} binds: each euro less that it asks is worth {worth}{far}.",
        "nl": "{name} knelt: elke euro die de regel minder vraagt, is {worth} waard{far}.",
    },
    "ceiling shifts": {
        "en": "A higher ceiling changes the split, not the value.",
        "nl": "Een hoger plafond verandert de verdeling, niet de waarde.",
    },
    "maximum shifts": {
        "en": "A higher maximum of {name} changes the split, not the value.",
        "nl": "Een hoger maximum van {name} verandert de verdeling, niet de waarde.",
    },
    "minimum shifts": {
        "en": "A lower minimum of {name} changes the split, not the value.",
        "nl": "Een lager minimum van {name} verandert de verdeling, niet de waarde.",
    },
    "rule shifts": {
        "en": "Easing {name} changes the split, not the value.",
        "nl": "Verlichting van {name} verandert de verdeling, niet de waarde.",
    },
    "so far": {"en": ", for the first {amount}", "nl": ", voor de eerste {amount}"},
    "the other way": {"en": "One euro the other way costs {worth}.", "nl": "Eén euro de andere kant op kost {worth}."},
    "releases": {"en": "For each such euro {bundle}.", "nl": "Per euro gaat dan {bundle}."},
    "further findings": {
        "en": "Further constraints with an effect, in the table below: {count}.",
        "nl": "Verdere grenzen met effect, in de tabel hieronder: {count}.",
    },
    "in detail": {
        "en": "Every constraint that holds something back, what helps most first",
        "nl": "Elke grens die iets tegenhoudt, wat het meest helpt eerst",
    },
    "satisfied": {
        "en": "Lines at their maximum that have all they ask: {count}. Money would flow there if more were asked.",
        "nl": "Posten op hun maximum die alles hebben wat zij vragen: {count}. "
        "Bij een hogere vraag ging er meer geld heen.",
    },
    "without effect": {
        "en": "These bind without effect; leaving one of them out changes nothing: {names}.",
        "nl": "Deze knellen zonder effect; één ervan weglaten verandert niets: {names}.",
    },
    "explained": {
        "en": "Worth: the change of the (weighted) total per euro, proved on both sides.",
        "nl": "Waard: de verandering van het (gewogen) totaal per euro, naar beide kanten bewezen.",
    },
    "columns explained": {
        "en": "One more and one less: the change of the (weighted) total per euro, proved on both sides. Coverage: "
        "what {one} of relief does to the lowest. Without it: the total if it were left out.",
        "nl": "Eén erbij en eraf: de verandering van het (gewogen) totaal per euro, naar beide kanten bewezen. "
        "Dekking: wat {one} verlichting met de laagste doet. Zonder: het totaal als deze grens wegvalt.",
    },
}
