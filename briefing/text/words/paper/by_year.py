"""What a briefing on a path says: its title and message, how firm it is, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    # Title, line above it and headings
    "years path": {"en": "path {name}", "nl": "pad {name}"},
    "years subject": {
        "en": "How {ceiling} over {years} can best be divided over the lines of the plan, with proof",
        "nl": "Hoe {ceiling} over {years} het beste over de posten van het plan kan worden verdeeld, met bewijs",
    },
    "years title cannot": {
        "en": "Of {ceiling}, {left} cannot be spent in {years}",
        "nl": "Van {ceiling} kan {left} niet worden besteed in {years}",
    },
    "years title left": {
        "en": "Of {ceiling}, {left} is left in {years}",
        "nl": "Van {ceiling} blijft {left} over in {years}",
    },
    "years title all": {
        "en": "All that is asked in {years} fits within {ceiling}",
        "nl": "Alles wat in {years} wordt gevraagd, past binnen {ceiling}",
    },
    "years title from": {
        "en": "From {year} on every line gets what it asks",
        "nl": "Vanaf {year} krijgt elke post wat hij vraagt",
    },
    "years title spent": {
        "en": "All of {ceiling} is spent; structurally every line gets at least {least}",
        "nl": "De volle {ceiling} wordt besteed; structureel krijgt elke post ten minste {least}",
    },
    "years title one": {
        "en": "All of {ceiling} is spent; every line gets at least {least}",
        "nl": "De volle {ceiling} wordt besteed; elke post krijgt ten minste {least}",
    },
    "brief series": {"en": "The series", "nl": "De reeks"},
    "annex lines": {"en": "Annex A. Every line and its source", "nl": "Bijlage A. Elke post en zijn bron"},
    "annex every year": {"en": "Annex B. Every year", "nl": "Bijlage B. Elk jaar"},
    "annex prices": {"en": "Annex C. All that holds money back", "nl": "Bijlage C. Alles wat geld tegenhoudt"},
    # The message
    "years asked": {
        "en": "The lines ask {asked} over {years}, of which {structural} in {last}; there is {ceiling}, of which "
        "{money} in {last}.",
        "nl": "Gevraagd wordt {asked} over {years}, waarvan {structural} in {last}; beschikbaar is {ceiling}, waarvan "
        "{money} in {last}.",
    },
    "years asked structural": {
        "en": "The lines ask {asked} over {years}, structurally {structural} a year; there is {ceiling}, structurally "
        "{money} a year.",
        "nl": "Gevraagd wordt {asked} over {years}, structureel {structural} per jaar; beschikbaar is {ceiling}, "
        "structureel {money} per jaar.",
    },
    "years asked one": {
        "en": "The lines ask {asked} in {years}; there is {ceiling}.",
        "nl": "Gevraagd wordt {asked} in {years}; beschikbaar is {ceiling}.",
    },
    "years advice all": {
        "en": "The advice is to give every line what it asks, every year.",
        "nl": "Het advies is elke post elk jaar te geven wat hij vraagt.",
    },
    "years advice spent": {
        "en": "The advice is the series in section 2: all of the money is spent.",
        "nl": "Het advies is de reeks in onderdeel 2: al het geld wordt besteed.",
    },
    "years advice left": {
        "en": "The advice is the series in section 2: {total} is spent and {left} is left in {years}.",
        "nl": "Het advies is de reeks in onderdeel 2: {total} wordt besteed en in {years} blijft {left} over.",
    },
    "years least": {
        "en": "In {from_} no line gets less than {first} of what it asks, in {until} not less than {last}.",
        "nl": "In {from_} krijgt geen post minder dan {first} van wat hij vraagt, in {until} niet minder dan {last}.",
    },
    "years least then all": {
        "en": "In {from_} no line gets less than {first} of what it asks; from {since} on every line gets all of it.",
        "nl": "In {from_} krijgt geen post minder dan {first} van wat hij vraagt; vanaf {since} krijgt elke post "
        "alles.",
    },
    "years least one": {
        "en": "No line gets less than {first} of what it asks.",
        "nl": "Geen post krijgt minder dan {first} van wat hij vraagt.",
    },
    "years hold many": {
        "en": "What is left is held back by rules and limits; more money does not help there.",
        "nl": "Wat overblijft, wordt tegengehouden door regels en grenzen; meer geld helpt daar niet tegen.",
    },
    "years hold none": {
        "en": "Nothing that is asked is held back.",
        "nl": "Niets van wat wordt gevraagd, wordt tegengehouden.",
    },
    "years hold money": {
        "en": "Only money holds the rest back: with more in {years} more can be done.",
        "nl": "Alleen het geld houdt de rest tegen: met meer in {years} kan er meer.",
    },
    "years hold money in units": {
        "en": "With more money more can be done.",
        "nl": "Met meer geld kan er meer.",
    },
    "years hold units": {
        "en": "What is left is too little for a further whole amount.",
        "nl": "Wat overblijft, is te weinig voor nog een heel bedrag.",
    },
    "years units caption": {
        "en": "Amounts that cannot be split: what stands in each year",
        "nl": "Bedragen die niet deelbaar zijn: wat er per jaar doorgaat",
    },
    "years hold together": {
        "en": "The rest is held back by several rules and limits together.",
        "nl": "De rest wordt tegengehouden door verschillende regels en grenzen samen.",
    },
    "years hold rule": {
        "en": "What is left is held back by {names}; more money does not help.",
        "nl": "Wat overblijft, wordt tegengehouden door {names}; meer geld helpt daar niet tegen.",
    },
    "years hold rules": {
        "en": "What is left is held back by {names}, each of them; more money does not help.",
        "nl": "Wat overblijft, wordt tegengehouden door {names}, elk op zichzelf; meer geld helpt daar niet tegen.",
    },
    "years hold start": {
        "en": "{held} Every {one} of head start before {first} lets {worth} more be spent over {years}.",
        "nl": "{held} Met elke {one} voorsprong vóór {first} kan over {years} samen {worth} meer worden besteed.",
    },
    "years hold goals": {
        "en": "More could be spent, but by the weights and the order of the plan's goals this series is better.",
        "nl": "Er kan meer worden besteed, maar naar de gewichten en de volgorde van de doelen in het plan is deze "
        "reeks beter.",
    },
    "years hold once": {
        "en": "What is left comes once, and the lines that could use it go on every year.",
        "nl": "Wat overblijft, is incidenteel geld, en de posten die het kunnen gebruiken, lopen elk jaar door.",
    },
    "judged proposal": {"en": '"{name}": {said}', "nl": '"{name}": {said}'},
    "proposal by year": {
        "en": 'The proposal "{name}" beside what is possible, amounts in {unit}',
        "nl": 'Het voorstel "{name}" naast wat mogelijk is, bedragen in {unit}',
    },
    "figure ceiling years": {"en": "Available, {years}", "nl": "Beschikbaar, {years}"},
    "figure allocated years": {"en": "Spent", "nl": "Besteed"},
    "figure coverage years": {"en": "Lowest coverage, {year}", "nl": "Laagste dekking, {year}"},
    # How firm it is
    "shares caption": {
        "en": "More and less than this path, over {years}, amounts in {unit}",
        "nl": "Meer en minder dan dit pad, over {years}, bedragen in {unit}",
    },
    "share of this path": {"en": "Part of the path", "nl": "Deel van het pad"},
    "paths caption": {
        "en": "Other readings of the plan with the same path, over {years}, amounts in {unit}",
        "nl": "Andere lezingen van het plan met hetzelfde pad, over {years}, bedragen in {unit}",
    },
    "lowest in last": {"en": "Lowest coverage, {year}", "nl": "Laagste dekking, {year}"},
    "all asked first": {"en": "All asked from", "nl": "Alles kan vanaf"},
    "no split fits share": {
        "en": "At {share} of the path no split keeps every rule.",
        "nl": "Bij {share} van het pad voldoet geen verdeling aan alle regels.",
    },
    "no split fits reading": {
        "en": "{title}: no split keeps every rule.",
        "nl": "{title}: geen verdeling voldoet aan alle regels.",
    },
    # What it rests on, where it comes from
    "ceiling of path": {
        "en": "the path {name}: {amounts}",
        "nl": "het pad {name}: {amounts}",
    },
    "may be shifted": {
        "en": "money may be used in another year, as the plan says under shift",
        "nl": "geld mag in een ander jaar worden gebruikt, zoals het plan onder shift zegt",
    },
    "lines caption": {
        "en": "Every line, what it asks ({unit}) and where that stands",
        "nl": "Elke post, wat hij vraagt ({unit}) en waar dat staat",
    },
    "asked in": {"en": "Asked {year}", "nl": "Gevraagd {year}"},
    "line runs": {"en": "Runs", "nl": "Loopt"},
}
