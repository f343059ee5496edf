"""The series of a path: its charts, the slider of its page, and its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    # Charts
    "years drawn": {
        "en": "What each programme gets in each year; the line above is what there is",
        "nl": "Wat elk programma per jaar krijgt; de lijn erboven is wat er is",
    },
    "years drawn with others": {
        "en": "What each programme gets in each year; the line above is what there is, with what others pay",
        "nl": "Wat elk programma per jaar krijgt; de lijn erboven is wat er is, met wat anderen betalen",
    },
    "years last": {"en": "structural", "nl": "structureel"},
    "years asked line": {"en": "asked: {amount}", "nl": "gevraagd: {amount}"},
    "years left": {"en": "{left} is left", "nl": "{left} blijft over"},
    "years left then": {"en": "{year}: {left} is left", "nl": "{year}: {left} blijft over"},
    "years cannot then": {"en": "{year}: {left} cannot be spent", "nl": "{year}: {left} kan niet worden besteed"},
    "years left title": {
        "en": "Of the {ceiling} in {year}, {left} is left",
        "nl": "Van de {ceiling} in {year} blijft {left} over",
    },
    "years cannot": {"en": "{left} cannot be spent", "nl": "{left} kan niet worden besteed"},
    "years cannot title": {
        "en": "Of the {ceiling} in {year}, {left} cannot be spent",
        "nl": "Van de {ceiling} in {year} kan {left} niet worden besteed",
    },
    "years spent title": {
        "en": "What is spent goes from {from_} in {first} to {until} in {last}",
        "nl": "Wat wordt besteed, gaat van {from_} in {first} naar {until} in {last}",
    },
    "years spent in one": {"en": "All of {total} in {year} is spent", "nl": "De volle {total} in {year} wordt besteed"},
    "about year": {
        "en": "{year}: asked {asked}, available {available}, spent {spent}, left {left}.",
        "nl": "{year}: gevraagd {asked}, beschikbaar {available}, besteed {spent}, over {left}.",
    },
    "growth drawn": {
        "en": "Per partner the part of what it asks that it gets, 0 to 100%; below its name the first and last year",
        "nl": "Per partner het deel van wat hij vraagt dat hij krijgt, 0 tot 100%; onder de naam het eerste en het "
        "laatste jaar",
    },
    "growth title least": {
        "en": "{name} lags furthest: {least} of what is asked in {year}",
        "nl": "{name} blijft het verst achter: {least} van wat is gevraagd in {year}",
    },
    "growth titles least": {
        "en": "{name} lag furthest: {least} of what is asked in {year}",
        "nl": "{name} blijven het verst achter: {least} van wat is gevraagd in {year}",
    },
    "growth title same": {
        "en": "Every partner gets {least} of what it asks in {year}",
        "nl": "Elke partner krijgt {least} van wat hij vraagt in {year}",
    },
    "growth title all": {
        "en": "From {year} on every partner gets what it asks",
        "nl": "Vanaf {year} krijgt elke partner wat hij vraagt",
    },
    "growth panel": {"en": "{first} → {last} of {asked}", "nl": "{first} → {last} van {asked}"},
    "growth panel shares": {"en": "{first} → {last}", "nl": "{first} → {last}"},
    "growth more": {
        "en": "{count:C} more {count:partner gets|partners get} {low} to {high} in {year}.",
        "nl": "Nog {count} {count:partner krijgt|partners krijgen} {low} tot {high} in {year}.",
    },
    "growth data": {
        "en": "The part of what it asks that each partner gets",
        "nl": "Het deel van wat hij vraagt dat elke partner krijgt",
    },
    "year": {"en": "Year", "nl": "Jaar"},
    "partners so named": {"en": "{names} and {count}\u00a0more", "nl": "{names} en nog\u00a0{count}"},
    # The slider of the page
    "share heading": {"en": "Try another path", "nl": "Probeer een ander pad"},
    "share slider": {"en": "Part of the path {name}", "nl": "Deel van het pad {name}"},
    "share back": {"en": "Back to the briefing", "nl": "Terug naar de briefing"},
    "share hint": {
        "en": "Every step was worked out and proved when this page was made. The table of the series and the figures "
        "above follow the slider; sentences, drawings and other tables stay with the briefing.",
        "nl": "Elke stap is nagerekend en bewezen toen deze pagina werd gemaakt. De tabel van de reeks en de cijfers "
        "erboven volgen de schuif; zinnen, tekeningen en andere tabellen blijven bij de briefing.",
    },
    "share home": {"en": "This is the briefing itself.", "nl": "Dit is de briefing zelf."},
    "share state": {
        "en": "You are looking at a variant, not at the briefing: with {share} of the path {total} is spent.",
        "nl": "U bekijkt een variant, niet de briefing: met {share} van het pad wordt {total} besteed.",
    },
    "share none": {
        "en": "You are looking at a variant, not at the briefing: with {share} of the path no split keeps every rule.",
        "nl": "U bekijkt een variant, niet de briefing: met {share} van het pad voldoet geen verdeling aan elke regel.",
    },
    # The series
    "series caption": {
        "en": "What each line gets by year, amounts in {unit}, {prices}",
        "nl": "Wat elke post per jaar krijgt, bedragen in {unit}, {prices}",
    },
    "every year caption": {
        "en": "Every year and all together, amounts in {unit}",
        "nl": "Elk jaar en alles samen, bedragen in {unit}",
    },
    "asked in all": {"en": "Asked by all lines", "nl": "Gevraagd door alle posten"},
    "not spendable": {"en": "Cannot be spent", "nl": "Kan niet worden besteed"},
    "frame": {"en": "Frame", "nl": "Kader"},
    "frame check": {"en": "Within the frame", "nl": "Past in het kader"},
    "within frame": {"en": "yes", "nl": "ja"},
    "outside frame": {"en": "no", "nl": "nee"},
    "money kind": {"en": "Money", "nl": "Geldsoort"},
    "tab of series": {"en": "Series", "nl": "Reeks"},
    "all years": {"en": "Together", "nl": "Samen"},
    "series rounded": {
        "en": "Amounts are rounded to {step} so that lines add up to totals and years to what they come to "
        "together; every printed amount is less than {step} from the exact one, for which every rule holds.",
        "nl": "Bedragen zijn afgerond op {step}, zo dat posten optellen tot totalen en jaren tot wat zij samen "
        "zijn; elk afgedrukt bedrag wijkt minder dan {step} af van het exacte, waarvoor elke regel geldt.",
    },
    "series rounded, kept": {
        "en": "Amounts are rounded to {step} so that lines add up to totals and years to what they come to "
        "together; every printed amount is less than {step} from the exact one, and every rule holds for "
        "both.",
        "nl": "Bedragen zijn afgerond op {step}, zo dat posten optellen tot totalen en jaren tot wat zij samen "
        "zijn; elk afgedrukt bedrag wijkt minder dan {step} af van het exacte, en elke regel geldt voor "
        "beide.",
    },
    "series off": {
        "en": "Worked out from the printed amounts, these rules do not come out exactly everywhere: {names}. That is "
        "rounding.",
        "nl": "Wie met de afgedrukte bedragen rekent, komt bij deze regels niet overal precies uit: {names}. Dat is "
        "afronding.",
    },
    "series exact": {
        "en": "Every amount is exact as it is printed.",
        "nl": "Elk bedrag is exact zoals het er staat.",
    },
    "from then on so much": {
        "en": "From {year} on, structurally: {amount} a year.",
        "nl": "Vanaf {year} structureel: {amount} per jaar.",
    },
}
