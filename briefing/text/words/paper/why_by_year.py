"""Why money of a path stays: what holds it back year by year, what a head start and any shift would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    # Why: what holds money back, by year
    "priced caption": {
        "en": "What more room is worth: how much more can be spent over {years} for every {one} of room in that year",
        "nl": "Wat ruimte waard is: hoeveel er over {years} samen meer kan worden besteed met elke {one} ruimte in dat "
        "jaar",
    },
    "priced caption weighted": {
        "en": "What more room is worth: the rise of the weighted total over {years} for every {one} of room in that "
        "year",
        "nl": "Wat ruimte waard is: hoeveel het gewogen totaal over {years} stijgt met elke {one} ruimte in dat jaar",
    },
    "holds money back": {"en": "What holds money back", "nl": "Wat geld tegenhoudt"},
    "priced most": {
        "en": "{name} holds back most: every {one} of room in {years} lets {worth} more be spent over all years{far}.",
        "nl": "{name} houdt het meest tegen: met elke {one} ruimte in {years} kan over alle jaren samen {worth} "
        "meer worden besteed{far}.",
    },
    "priced money": {
        "en": "Only money holds back: every further {euro} in {years} is spent in full{far}.",
        "nl": "Alleen het geld is de beperking: elke extra {euro} in {years} wordt volledig besteed{far}.",
    },
    "priced most weighted": {
        "en": "{name} holds back most: every {one} of room in {years} is worth {worth}{far}.",
        "nl": "{name} houdt het meest tegen: elke {one} ruimte in {years} is {worth} waard{far}.",
    },
    "any of years": {"en": "any of {years}", "nl": "een van de jaren {years}"},
    "priced rest": {
        "en": "The five that hold back most; annex C has all {count}.",
        "nl": "De vijf die het meest tegenhouden; bijlage C heeft ze alle {count}.",
    },
    "priced blank": {
        "en": "A blank: in that year it holds nothing back.",
        "nl": "Leeg: in dat jaar houdt het niets tegen.",
    },
    "head start": {
        "en": "A head start for {name}: every {one} that is there before {first} lets {worth} more be spent over "
        "{years}{far}.",
        "nl": "Een voorsprong voor {name}: met elke {one} die er vóór {first} al is, kan over {years} samen {worth} "
        "meer worden besteed{far}.",
    },
    "head start weighted": {
        "en": "A head start for {name}: every {one} that is there before {first} is worth {worth} over {years}{far}.",
        "nl": "Een voorsprong voor {name}: elke {one} die er vóór {first} al is, is over {years} {worth} waard{far}.",
    },
    "no shift helps": {
        "en": "Moving money between years does not help: even if all of it could be used in any year, no more "
        "could be spent. That money stands in the wrong year is not the problem.",
        "nl": "Geld verschuiven tussen jaren helpt niet: ook als al het geld in elk jaar mag worden gebruikt, "
        "kan er niet meer worden besteed. Dat het geld in het verkeerde jaar staat, is niet het probleem.",
    },
    "no shift spends more": {
        "en": "Moving money between years does not let more be spent: all of it is spent already.",
        "nl": "Geld verschuiven tussen jaren levert niet meer besteding op: alles wordt al besteed.",
    },
    "no shift helps weighted": {
        "en": "Moving money between years brings nothing: even if all of it could be used in any year, the "
        "weighted total would be the same.",
        "nl": "Geld verschuiven tussen jaren levert niets op: ook als al het geld in elk jaar mag worden "
        "gebruikt, blijft het gewogen totaal gelijk.",
    },
    "only forward helps": {
        "en": "Keeping money for later years does not help. Only if later money could be used earlier too, {gain} more "
        "could be spent.",
        "nl": "Geld doorschuiven naar latere jaren helpt niet. Alleen als geld van latere jaren ook eerder mag worden "
        "gebruikt, kan {gain} meer worden besteed.",
    },
    "only forward helps weighted": {
        "en": "Keeping money for later years brings nothing. Only if later money could be used earlier too, the "
        "weighted total could be {gain} more.",
        "nl": "Geld doorschuiven naar latere jaren levert niets op. Alleen als geld van latere jaren ook eerder mag "
        "worden gebruikt, kan het gewogen totaal {gain} hoger zijn.",
    },
    "held by": {"en": "{rule} ({partner})", "nl": "{rule} ({partner})"},
    "not spendable because": {
        "en": "{left} cannot be spent in {years}, because of {names}.",
        "nl": "In {years} kan {left} niet worden besteed, door {names}.",
    },
    "shift would help": {
        "en": "If all money could be used in any year, {gain} more could be spent.",
        "nl": "Als al het geld in elk jaar mag worden gebruikt, kan {gain} meer worden besteed.",
    },
    "shift would help weighted": {
        "en": "If all money could be used in any year, the weighted total could be {gain} more.",
        "nl": "Als al het geld in elk jaar mag worden gebruikt, kan het gewogen totaal {gain} hoger zijn.",
    },
}
