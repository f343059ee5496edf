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
    "structural": {"en": "Structural ceiling", "nl": "Structureel plafond"},
    "shift": {"en": "Use in another year", "nl": "Besteding in een ander jaar"},
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
    "limits elsewhere": {
        "en": "Further limits and what other ratios would do: annex C.",
        "nl": "Overige grenzen en wat andere verhoudingen zouden doen: bijlage C.",
    },
    "so far": {"en": ", for the first {amount}", "nl": ", voor de eerste {amount}"},
    "so far each": {"en": ", for the first {amounts} respectively", "nl": ", respectievelijk voor de eerste {amounts}"},
    "releases": {"en": "Of each such {such} {bundle}{far}.", "nl": "Van elk van die {such} gaat {bundle}{far}."},
    "rows left out": {
        "en": "{count:C} more {count:row is|rows are} not shown here: -f json has them all.",
        "nl": "Nog {count} {count:rij staat|rijen staan} hier niet: -f json bevat alles.",
    },
    "further findings": {
        "en": "Further constraints with an effect, in the table below: {count:d}.",
        "nl": "Verdere grenzen met effect, in de tabel hieronder: {count:d}.",
    },
    "in detail": {
        "en": "Every constraint that has an effect, what helps most first",
        "nl": "Alle grenzen met effect; wat het meest helpt, staat bovenaan",
    },
    "satisfied": {
        "en": "One line at its maximum has all that it asks; it would get more if more were asked.",
        "nl": "Eén post op het maximum heeft alles wat wordt gevraagd; bij een hogere vraag zou er meer geld heen "
        "gaan.",
    },
    "satisfied, many": {
        "en": "{count:C} lines at their maximum have all that they ask; each would get more if more were asked.",
        "nl": "{count:C} posten op hun maximum hebben alles wat wordt gevraagd; bij een hogere vraag zou er meer "
        "geld heen gaan.",
    },
    "without effect": {
        "en": "These limits are met exactly, but do not decide the outcome: {names}.",
        "nl": "Deze grenzen worden precies gehaald, maar bepalen de uitkomst niet: {names}.",
    },
    "explained": {
        "en": "Every effect is proved, up to the amount that stands beside it.",
        "nl": "Elk effect is bewezen, tot het bedrag dat erbij staat.",
    },
    "columns explained": {
        "en": "One more and one less: the change of the (weighted) total per {euro}, proved on both sides. Coverage: "
        "what {one} of relief does to the lowest. Without it: the (weighted) total if it were left out.",
        "nl": "Eén erbij en eraf: de verandering van het (gewogen) totaal per {euro}, naar beide kanten bewezen. "
        "Dekking: wat {one} verlichting met de laagste doet. Zonder: het (gewogen) totaal als deze grens wegvalt.",
    },
    "missing bottleneck": {
        "en": "Missing: the cost of {name}, and what relief would give. It could not be proved: {why}.",
        "nl": "Ontbreekt: de prijs van {name}, en wat verruiming oplevert. Het kon niet worden bewezen: {why}.",
    },
    "missing ratio": {
        "en": "Missing: what another ratio in {name} would do. It could not be proved: {why}.",
        "nl": "Ontbreekt: wat een andere verhouding in {name} zou doen. Het kon niet worden bewezen: {why}.",
    },
    "missing chain_prices": {
        "en": "Missing: what one more euro on a line drags along. It could not be proved: {why}.",
        "nl": "Ontbreekt: wat een extra euro voor een post meetrekt. Het kon niet worden bewezen: {why}.",
    },
    "missing weights": {
        "en": "Missing: the weights at which the split stays as it is. They could not be proved: {why}.",
        "nl": "Ontbreekt: de gewichten waarbij de verdeling gelijk blijft. Ze konden niet worden bewezen: {why}.",
    },
    "missing ceiling": {
        "en": "Missing: the split at a ceiling of {name}. It could not be proved: {why}.",
        "nl": "Ontbreekt: de verdeling bij een plafond van {name}. Die kon niet worden bewezen: {why}.",
    },
    "missing reading": {
        "en": 'Missing: the split in the reading "{name}". It could not be proved: {why}.',
        "nl": 'Ontbreekt: de verdeling in de lezing "{name}". Die kon niet worden bewezen: {why}.',
    },
    "missing next units": {
        "en": "Missing: what the next euros buy. It could not be proved: {why}.",
        "nl": "Ontbreekt: wat de volgende euro's opleveren. Het kon niet worden bewezen: {why}.",
    },
    "missing another unit": {
        "en": "Missing: what one unit more or less of {name} would do. It could not be proved: {why}.",
        "nl": "Ontbreekt: wat één eenheid meer of minder van {name} zou doen. Het kon niet worden bewezen: {why}.",
    },
    "missing comparison": {
        "en": 'Missing: how the proposal "{name}" holds up. It could not be proved: {why}.',
        "nl": 'Ontbreekt: hoe het voorstel "{name}" zich houdt. Dat kon niet worden bewezen: {why}.',
    },
    "missing room": {
        "en": "Missing: how far each line can move near the optimum. It could not be proved: {why}.",
        "nl": "Ontbreekt: hoe ver elke post kan schuiven rond het optimum. Het kon niet worden bewezen: {why}.",
    },
    "missing ladder": {
        "en": "Missing: how the answer changes with the ceiling. It could not be proved: {why}.",
        "nl": "Ontbreekt: hoe het antwoord met het plafond verandert. Het kon niet worden bewezen: {why}.",
    },
    "not proved at": {
        "en": "No answer could be proved at {ceiling}: {why}.",
        "nl": "Bij {ceiling} kon geen antwoord worden bewezen: {why}.",
    },
}
