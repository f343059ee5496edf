"""What is said of the ladder, in words and beside its charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "ladder": {
        "en": "Every ceiling at which the split changes course",
        "nl": "Elk plafond waarbij de verdeling van koers verandert",
    },
    "ceiling": {"en": "Ceiling", "nl": "Plafond"},
    "lowest coverage": {"en": "Lowest coverage", "nl": "Laagste dekking"},
    "starts to bind": {"en": "Starts to bind", "nl": "Begint te knellen"},
    "stops binding": {"en": "Stops binding", "nl": "Knelt niet meer"},
    "nothing below": {
        "en": "Below {ceiling} nothing is possible.",
        "nl": "Onder {ceiling} is niets mogelijk.",
    },
    "spread": {
        "en": "From {low} to {high}, of every further {one} {bundle}.",
        "nl": "Van {low} tot {high} gaat van elke extra {one} {bundle}.",
    },
    "euro": {"en": "euro", "nl": "euro"},
    "unit of money": {"en": "unit", "nl": "eenheid"},
    "such euros": {"en": "euro", "nl": "euro's"},
    "such units of money": {"en": "unit", "nl": "eenheden"},
    "to": {"en": "{amount} goes to {name}", "nl": "{amount} naar {name}"},
    "others": {
        "en": "{amount} to {count} other {count:line|lines}",
        "nl": "{amount} naar {count} andere {count:post|posten}",
    },
    "from others": {
        "en": "{amount} from {count} other {count:line|lines}",
        "nl": "{amount} van {count} andere {count:post|posten}",
    },
    "nobody": {"en": "nothing goes to any line", "nl": "niets naar de posten"},
    "from": {"en": "{amount} from {name}", "nl": "{amount} van {name}"},
    "paid by": {"en": ". That also takes {names}", "nl": ". Daarvoor gaat ook {names} af"},
    "more lines": {"en": "{count} more", "nl": "nog {count}"},
    "no change above": {
        "en": "Above {ceiling} nothing changes any more.",
        "nl": "Boven {ceiling} verandert er niets meer.",
    },
    "all asked": {
        "en": "Every line then has all that it asks.",
        "nl": "Elke post heeft dan alles wat hij vraagt.",
    },
    "not all asked": {
        "en": "However high the ceiling, these stay below what they ask (the lowest at {lowest}): {names}.",
        "nl": "Hoe hoog het plafond ook is, deze blijven onder wat zij vragen (de laagste op {lowest}): {names}.",
    },
    # Charts
    "split chart": {
        "en": "What each programme gets at every ceiling.",
        "nl": "Wat elk programma krijgt bij elk plafond.",
    },
    "whole chart": {
        "en": "What all lines together get at every ceiling.",
        "nl": "Wat alle posten samen krijgen bij elk plafond.",
    },
    "thin lines": {
        "en": "Thin lines: ceilings at which the split changes course.",
        "nl": "Dunne lijnen: plafonds waarbij de verdeling van koers verandert.",
    },
    "ladder message": {
        "en": "Above {ceiling} nothing changes any more",
        "nl": "Boven {ceiling} verandert er niets meer",
    },
    "turning points": {"en": "These ceilings are {ceilings}.", "nl": "Die plafonds zijn {ceilings}."},
    "coverage alike": {
        "en": "{count:C} of the {of} lines {count:is|are} covered alike at every ceiling",
        "nl": "{count:C} van de {of} posten {count:heeft|hebben} bij elk plafond dezelfde dekking",
    },
    "coverage all alike": {
        "en": "All {of} lines are covered alike at every ceiling",
        "nl": "Alle {of} posten hebben bij elk plafond dezelfde dekking",
    },
    "coverage apart": {
        "en": "No two lines are covered alike at every ceiling",
        "nl": "Geen twee posten hebben bij elk plafond dezelfde dekking",
    },
    "coverage of one": {
        "en": "What is covered at every ceiling",
        "nl": "Wat bij elk plafond gedekt is",
    },
    "coverage chart": {
        "en": "How much of what each line asks is covered at every ceiling. Lines of one course share a panel.",
        "nl": "Welk deel van wat elke post vraagt is gedekt bij elk plafond. Posten met dezelfde koers delen een vak.",
    },
    "about split": {
        "en": "Stacked areas: what each programme gets at every ceiling from {low} to {high}. Programmes: {count:d}.",
        "nl": "Gestapelde vlakken: wat elk programma krijgt bij elk plafond van {low} tot {high}. Programma's: "
        "{count:d}.",
    },
    "about whole": {
        "en": "An area: what all lines together get at every ceiling from {low} to {high}.",
        "nl": "Een vlak: wat alle posten samen krijgen bij elk plafond van {low} tot {high}.",
    },
    "about coverage": {
        "en": "Line charts: how much of what each line asks is covered at every ceiling from {low} to {high}. "
        "Lines: {count:d}.",
        "nl": "Lijngrafieken: welk deel van wat elke post vraagt is gedekt bij elk plafond van {low} tot {high}. "
        "Posten: {count:d}.",
    },
    "about different courses": {
        "en": "Different courses of coverage: {count:d}.",
        "nl": "Verschillende koersen van de dekking: {count:d}.",
    },
    "about courses": {
        "en": "Ceilings at which the split changes course: {count:d}.",
        "nl": "Plafonds waarbij de verdeling van koers verandert: {count:d}.",
    },
    "about largest": {
        "en": "The largest programme at the highest ceiling: {name}, with {amount}.",
        "nl": "Het grootste programma bij het hoogste plafond: {name}, met {amount}.",
    },
}
