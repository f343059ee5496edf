"""What is said of what binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "bottlenecks": {"en": "What binds at {ceiling}", "nl": "Wat knelt bij {ceiling}"},
    "constraint": {"en": "Constraint", "nl": "Grens"},
    "kind": {"en": "Kind", "nl": "Soort"},
    "nature": {"en": "Nature", "nl": "Aard"},
    "proportional": {"en": "Chain rule", "nl": "Ketenregel"},
    "level": {"en": "Level", "nl": "Niveau"},
    "law": {"en": "law", "nl": "wet"},
    "norm": {"en": "norm", "nl": "norm"},
    "choice": {"en": "choice", "nl": "keuze"},
    "one more": {"en": "One more (shadow price)", "nl": "Eén erbij (schaduwprijs)"},
    "as far as": {"en": "Holds for", "nl": "Geldt voor"},
    "one less": {"en": "One less", "nl": "Eén eraf"},
    "value without": {"en": "Without it", "nl": "Zonder"},
    "relief": {"en": "Coverage (% pt)", "nl": "Dekking (%-punt)"},
    "no end": {"en": "no end", "nl": "zonder einde"},
    "ceiling holds back": {
        "en": "Each further euro of ceiling is worth {worth}{far}.",
        "nl": "Elke euro plafond erbij is {worth} waard{far}.",
    },
    "maximum holds back": {
        "en": "{name} is at its maximum: each euro more there is worth {worth}{far}.",
        "nl": "{name} zit aan zijn maximum: elke euro meer daar is {worth} waard{far}.",
    },
    "minimum holds back": {
        "en": "{name} is at its minimum: each euro less there is worth {worth}{far}.",
        "nl": "{name} zit op zijn minimum: elke euro minder daar is {worth} waard{far}.",
    },
    "rule holds back": {
        "en": "{name} binds: each euro that it asks less is worth {worth}{far}.",
        "nl": "{name} knelt: elke euro die de regel minder vraagt is {worth} waard{far}.",
    },
    "ceiling shifts": {
        "en": "More ceiling adds no value; it only divides differently.",
        "nl": "Meer plafond voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "maximum shifts": {
        "en": "A higher maximum of {name} adds no value; it only divides differently.",
        "nl": "Een hoger maximum van {name} voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "minimum shifts": {
        "en": "A lower minimum of {name} adds no value; it only divides differently.",
        "nl": "Een lager minimum van {name} voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "rule shifts": {
        "en": "Easing {name} adds no value; it only divides differently.",
        "nl": "Verlichting van {name} voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "so far": {"en": ", up to {amount}", "nl": ", tot en met {amount}"},
    "the other way": {"en": "One euro the other way costs {worth}.", "nl": "Eén euro de andere kant op kost {worth}."},
    "releases": {"en": "Of each such euro {bundle}.", "nl": "Van elke zo'n euro gaat {bundle}."},
    "further findings": {
        "en": "Further constraints with an effect, in the table below: {count}.",
        "nl": "Verdere grenzen met effect, in de tabel hieronder: {count}.",
    },
    "in detail": {
        "en": "Every constraint that holds something back, what helps most first",
        "nl": "Elke grens die iets tegenhoudt, wat het meest helpt eerst",
    },
    "satisfied": {
        "en": "Lines at their maximum that have all they ask: {count}. Money would flow there if they asked more.",
        "nl": "Posten op hun maximum die alles hebben wat zij vragen: {count}. Met meer vraag ging er meer geld heen.",
    },
    "without effect": {
        "en": "Binding without effect, so that leaving one out changes nothing: {names}.",
        "nl": "Bindend zonder effect, zodat weglaten van één ervan niets verandert: {names}.",
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
