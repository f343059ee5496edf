"""What is said where amounts cannot be split."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "whole amounts": {"en": "In whole amounts: {names}.", "nl": "In hele bedragen: {names}."},
    "so many of": {
        "en": "{count:d} of {asked} at {name}",
        "nl": "{count:d} van {asked} bij {name}",
    },
    "cell stands": {"en": "stands", "nl": "gaat door"},
    "cell falls": {"en": "falls", "nl": "valt af"},
    "so many": {
        "en": "{count:d} of {asked}",
        "nl": "{count:d} van {asked}",
    },
    "given in": {"en": "Given in", "nl": "Toegekend in"},
    "what stands": {"en": "What stands", "nl": "Wat doorgaat"},
    "units caption": {
        "en": "Measures that cannot be split, and how much of them stands",
        "nl": "Maatregelen die niet deelbaar zijn, en hoeveel ervan doorgaat",
    },
    "whole multiples": {"en": "whole multiples of {unit}", "nl": "hele veelvouden van {unit}"},
    "whole multiples from": {
        "en": "whole multiples of {unit}, from {least} on, or nothing",
        "nl": "hele veelvouden van {unit}, vanaf {least}, of niets",
    },
    "equal parts": {
        "en": "whole parts of {unit}, {count:d} in all",
        "nl": "hele delen van {unit}, {count:d} in totaal",
    },
    "nothing or at least": {"en": "nothing, or at least {least}", "nl": "niets, of ten minste {least}"},
    "given only in": {"en": "{name} gets {unit}", "nl": "{name} krijgt {unit}"},
    "proof in parts": {
        "en": "all splits in {count} parts, with the reason why none of them holds a better split in whole amounts; "
        "checked in exact arithmetic, without rounding and without trusting the solver",
        "nl": "alle verdelingen in {count} delen, met de reden waarom geen ervan een betere verdeling in hele bedragen "
        "bevat; exact nagerekend, zonder afronding en zonder op het rekenprogramma te vertrouwen",
    },
    "no ladder in units": {
        "en": "There is no chart of all ceilings here: at each whole amount the split may jump, and there are too "
        "many of them to look at within a briefing. The command ladder gives every jump, or says why it does not.",
        "nl": "Een grafiek over alle plafonds staat hier niet: bij elk heel bedrag kan de verdeling verspringen, en "
        "het zijn er te veel om voor een notitie na te gaan. De opdracht ladder geeft elke sprong, of zegt waarom "
        "niet.",
    },
    "units elsewhere": {
        "en": "What one unit more or less would do elsewhere: annex C.",
        "nl": "Wat één eenheid meer of minder elders zou doen: bijlage C.",
    },
    "jumps of the ladder": {
        "en": "Amounts that cannot be split make the split jump: where a further unit stands, others pay for it. "
        "Between two jumps every amount is a straight line.",
        "nl": "Bedragen die niet deelbaar zijn, laten de verdeling verspringen: waar een eenheid meer doorgaat, "
        "betalen andere posten daaraan mee. Tussen twee sprongen loopt elk bedrag in een rechte lijn.",
    },
    "no room in units": {
        "en": "How far a line could move while the answer stays nearly as good is not told where amounts cannot be "
        "split: between two whole amounts of a line there is nothing.",
        "nl": "Hoe ver een post kan schuiven terwijl het antwoord bijna even goed blijft, staat hier niet: tussen twee "
        "hele bedragen van een post zit niets.",
    },
    "live none in units": {
        "en": "This page shows one ceiling: where amounts cannot be split the split jumps, and the slider, which "
        "follows straight lines, is left out.",
        "nl": "Deze pagina toont één plafond: waar bedragen niet deelbaar zijn, verspringt de verdeling, en de "
        "schuif, die rechte lijnen volgt, is weggelaten.",
    },
    "it stands": {"en": "{name} stands", "nl": "{name} gaat door"},
    "it falls": {"en": "{name} falls", "nl": "{name} valt af"},
    "no more in whole amounts": {
        "en": "In whole amounts no more can be put to work without breaking a rule.",
        "nl": "In hele bedragen kan er niet meer worden ingezet zonder een regel te schenden.",
    },
    "more could be in whole amounts": {
        "en": "{possible} could be put to work; by the plan's weights and the order of its goals this split is better.",
        "nl": "Er zou {possible} kunnen worden ingezet, maar naar de gewichten en de volgorde van de doelen in het "
        "plan is deze verdeling beter.",
    },
    "more money would help": {
        "en": "Under a higher ceiling more could be put to work.",
        "nl": "Onder een hoger plafond kan meer worden ingezet.",
    },
    "coverage may fall": {
        "en": "With more money a line's coverage can fall: when a further whole unit fits, the others pay for it.",
        "nl": "Met meer geld kan de dekking van een post dalen: past er een hele eenheid bij, dan betalen de andere "
        "posten daaraan mee.",
    },
    "stopped": {"en": "Stopped before the end: nothing is proved to be best", "nl": "Voortijdig gestopt: geen bewijs"},
    "stopped, found": {
        "en": "The best split that was found has {goal} {reached}. It is proved that no split has more than {bound}, "
        "so the gap is at most {gap}.",
        "nl": "De beste verdeling die is gevonden, heeft {goal} {reached}. Bewezen is dat geen verdeling meer heeft "
        "dan {bound}; het verschil is dus hooguit {gap}.",
    },
    "stopped, nothing found": {
        "en": "No split was found. It is proved that none has {goal} above {bound}.",
        "nl": "Er is geen verdeling gevonden. Bewezen is dat er geen is met {goal} boven {bound}.",
    },
    "stopped, how": {
        "en": "The search stops after {count} linear programs. Larger steps, or fewer lines that cannot be split, make "
        "it shorter.",
        "nl": "De zoektocht stopt na {count} lineaire programma's. Grotere stappen, of minder posten die niet deelbaar "
        "zijn, maken hem korter.",
    },
    "the weighted total": {"en": "a weighted total of", "nl": "een gewogen totaal van"},
    "a lowest coverage": {
        "en": "a coverage, where it first differs, of",
        "nl": "een dekking, waar die het eerst verschilt, van",
    },
    "reading contradicts": {
        "en": 'Scenario "{scenario}" is left out: {why}',
        "nl": 'Scenario "{scenario}" blijft buiten beschouwing: {why}',
    },
    "reading jumps": {
        "en": "{scenario}: amounts cannot be split there and jump, so the page does not switch to it.",
        "nl": "{scenario}: bedragen zijn daar niet deelbaar en verspringen, dus de pagina schakelt er niet naar over.",
    },
    "nothing eases": {
        "en": "No constraint that leaves no room changes the lowest coverage, or the number of units anywhere, if it "
        "is relieved of {one}.",
        "nl": "Geen enkele grens die knelt, verandert bij {one} verlichting iets aan de laagste dekking of aan "
        "een aantal.",
    },
    "at most one": {"en": "{amount} or less", "nl": "{amount} of minder"},
    "room everywhere": {
        "en": "Every constraint leaves room here: what stands in the way of more is the size of the whole amounts.",
        "nl": "Elke grens laat hier ruimte: wat meer in de weg staat, is de grootte van de hele bedragen.",
    },
    "binding in units": {"en": "What binds", "nl": "Wat knelt"},
    "lowest coverage with one more": {"en": "Coverage (% pt)", "nl": "Dekking (%-punt)"},
    "changes a unit from": {"en": "Other units from", "nl": "Andere aantallen vanaf"},
    "no prices": {
        "en": "There are no prices where amounts cannot be split: the split jumps. Coverage: what {one} of relief "
        "does to the lowest coverage. Other units from: how much relief, up to {far}, changes the number of units "
        "somewhere; of a line's own minimum and maximum {one} was tried. Constraints that do neither are left out.",
        "nl": "Waar bedragen niet deelbaar zijn, bestaan geen prijzen: de verdeling verspringt. Dekking: wat {one} "
        "verlichting met de laagste doet. Andere aantallen vanaf: bij hoeveel verlichting, tot {far}, ergens een "
        "aantal verandert; van het minimum en maximum van een post zelf is {one} geprobeerd. Grenzen die geen van "
        "beide doen, staan er niet bij.",
    },
    "next unit at": {
        "en": "At {ceiling}, which is {more} more: {names}.",
        "nl": "Bij {ceiling}, dat is {more} meer: {names}.",
    },
    "next unit above": {
        "en": "As soon as the ceiling is above {ceiling} ({more} more): {names}.",
        "nl": "Zodra het plafond boven {ceiling} komt ({more} meer): {names}.",
    },
    "next unit at share": {
        "en": "At {ceiling} of the path: {names}.",
        "nl": "Bij {ceiling} van het pad: {names}.",
    },
    "next unit above share": {
        "en": "As soon as there is more than {ceiling} of the path: {names}.",
        "nl": "Zodra er meer is dan {ceiling} van het pad: {names}.",
    },
    "no next unit": {
        "en": "However much more money there is, the lines that cannot be split stay as they are.",
        "nl": "Hoeveel geld er ook bij komt, de posten die niet deelbaar zijn blijven zoals ze zijn.",
    },
    "now otherwise": {"en": "{then} (now {now})", "nl": "{then} (nu {now})"},
    "the others pay": {
        "en": "{count:C} other lines help to pay for it: they get less than just before.",
        "nl": "{count:C} andere posten betalen daaraan mee: die krijgen minder dan net daarvoor.",
    },
    "another pays": {
        "en": "{name} helps to pay for it: that line gets less than just before.",
        "nl": "{name} betaalt daaraan mee: die post krijgt minder dan net daarvoor.",
    },
    "lowest falls": {
        "en": "So the lowest coverage falls from {before} to {lowest}, although the ceiling rises.",
        "nl": "Zo daalt de laagste dekking van {before} naar {lowest}, terwijl het plafond stijgt.",
    },
    "now it stands": {"en": "it stands", "nl": "gaat door"},
    "now it falls": {"en": "it falls", "nl": "valt af"},
    "one unit more": {
        "en": "One unit more ({then}): {others}, and the lowest coverage {coverage}.",
        "nl": "Eén eenheid meer ({then}): {others}, en de laagste dekking {coverage}.",
    },
    "one unit less": {
        "en": "One unit less ({then}): {others}, and the lowest coverage {coverage}.",
        "nl": "Eén eenheid minder ({then}): {others}, en de laagste dekking {coverage}.",
    },
    "others give": {"en": "other lines give up {moved}", "nl": "andere posten leveren {moved} in"},
    "others give nothing": {"en": "no other line gives anything up", "nl": "geen andere post levert iets in"},
    "others take": {"en": "other lines get {moved} more", "nl": "andere posten krijgen {moved} meer"},
    "others take nothing": {"en": "no other line gets more", "nl": "geen andere post krijgt meer"},
    "lowest goes": {"en": "goes from {now} to {lowest}", "nl": "gaat van {now} naar {lowest}"},
    "lowest stays": {"en": "stays {now}", "nl": "blijft {now}"},
    "one unit impossible": {
        "en": "{then} does not fit as long as all of these hold: {names}.",
        "nl": "{then} past niet zolang al deze grenzen gelden: {names}.",
    },
    "ladder in units": {
        "en": "Every ceiling at which the split in whole amounts turns or jumps",
        "nl": "Elk plafond waarbij de verdeling in hele bedragen knikt of verspringt",
    },
    "side": {"en": "Side", "nl": "Kant"},
    "side below": {"en": "just below", "nl": "net eronder"},
    "side at": {"en": "at it", "nl": "daarbij"},
    "side above": {"en": "just above", "nl": "net erboven"},
    "units that change": {"en": "Units that change", "nl": "Eenheden die wisselen"},
    "straight between": {
        "en": "Between two ceilings every amount is a straight line; above the last one nothing changes. Proved in "
        "exact arithmetic.",
        "nl": "Tussen twee plafonds is elk bedrag een rechte lijn; boven het laatste verandert niets. Bewezen met "
        "exacte berekeningen.",
    },
    "units: nothing fits": {
        "en": "{name} asks {asked}, but no whole amount above nothing is within its maximum: it always gets nothing.",
        "nl": "{name} vraagt {asked}, maar geen heel bedrag boven niets past onder het maximum: de post krijgt "
        "altijd niets.",
    },
    "units: less than asked": {
        "en": "{name} asks {asked}; in whole amounts it gets {most} at most.",
        "nl": "{name} vraagt {asked}; in hele bedragen krijgt de post hooguit {most}.",
    },
    "units: never nothing": {
        "en": "{name} has a minimum of {minimum} beside a smallest amount: it gets {least} at least, never nothing.",
        "nl": "{name} heeft een minimum van {minimum} naast een kleinste bedrag: de post krijgt ten minste {least}, "
        "nooit niets.",
    },
    "units: minimum rises": {
        "en": "The minimum of {name}, {minimum}, is rounded up to the next whole amount, {least}.",
        "nl": "Het minimum van {name}, {minimum}, wordt naar boven afgerond op een heel bedrag: {least}.",
    },
}
