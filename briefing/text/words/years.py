"""Words of plans with years."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "allocation by year": {
        "en": "Optimal allocation of {name}, by year",
        "nl": "Optimale verdeling van {name}, per jaar",
    },
    "path over years": {
        "en": "{name} ({amount} over {years} together)",
        "nl": "{name} ({amount} over {years} samen)",
    },
    "structural column": {"en": "struc.", "nl": "struc."},
    "structural money": {"en": "Structural", "nl": "Structureel"},
    "one-off money": {"en": "One-off", "nl": "Incidenteel"},
    "shifted in": {"en": "From and to other years", "nl": "Van en naar andere jaren"},
    "available": {"en": "Available", "nl": "Beschikbaar"},
    "spent": {"en": "Spent", "nl": "Besteed"},
    "cannot be spent": {"en": "Left", "nl": "Resteert"},
    "all spent over years": {
        "en": "Over {years} together all of the {ceiling} is spent.",
        "nl": "Over {years} samen wordt de volle {ceiling} besteed.",
    },
    "spent over years": {
        "en": "Over {years} together {total} of the {ceiling} is spent; {unspent} is left.",
        "nl": "Over {years} samen wordt {total} van de {ceiling} besteed; {unspent} blijft over.",
    },
    "lowest by year": {
        "en": "The line that gets least of what it asks gets: {years}.",
        "nl": "De post die het kleinste deel krijgt van wat hij vraagt, krijgt: {years}.",
    },
    "stays because of": {
        "en": "In {years} not all of the money can be spent. Without any one of these rules more could be: {names}.",
        "nl": "In {years} kan niet al het geld worden besteed. Vervalt een van deze regels, dan kan er meer: {names}.",
    },
    "stays because of one": {
        "en": "In {years} not all of the money can be spent. Without {names} more could be.",
        "nl": "In {years} kan niet al het geld worden besteed. Zonder {names} kan er meer.",
    },
    "stays as it comes once": {
        "en": "In {years} not all of the money can be spent: part of it comes once, and the lines go on every year.",
        "nl": "In {years} kan niet al het geld worden besteed: een deel is incidenteel en de posten lopen door.",
    },
    "stays for no single rule": {
        "en": "In {years} not all of the money is spent, and leaving out one rule alone would not let more be.",
        "nl": "In {years} wordt niet al het geld besteed; geen enkele regel alleen houdt meer tegen.",
    },
    "stays in whole amounts": {
        "en": "In {years} not all of the money is spent: no split in whole amounts spends more of it.",
        "nl": "In {years} wordt niet al het geld besteed: in hele bedragen kan er niet meer worden besteed.",
    },
    "stays though more could be": {
        "en": "In {years} not all of the money is spent. More could be, but not in the best split.",
        "nl": "In {years} wordt niet al het geld besteed. Meer kan wel, maar niet in de beste verdeling.",
    },
    "used later": {
        "en": "Of the money of {year}, {amount} is used in {next}.",
        "nl": "Van het geld van {year} wordt {amount} in {next} besteed.",
    },
    "used earlier": {
        "en": "Of the money of {next}, {amount} is used in {year}.",
        "nl": "Van het geld van {next} wordt {amount} in {year} besteed.",
    },
    "nothing shifted": {
        "en": "No money is used in another year: that would buy nothing.",
        "nl": "Er wordt geen geld in een ander jaar besteed: dat zou niets opleveren.",
    },
    "more than": {"en": "Spent more than {than}", "nl": "Meer besteed dan bij {than}"},
    "lowest coverage there": {"en": "Lowest coverage of {than}", "nl": "Laagste dekking bij {than}"},
    "in year for": {"en": "{name} in {year} for {upstream}", "nl": "{name} in {year} voor {upstream}"},
    "path": {"en": "Path", "nl": "Pad"},
    "none fits": {
        "en": "nothing fits",
        "nl": "past niet",
    },
    "ladder of path": {"en": "Where {name} changes course as its share rises", "nl": "Waar {name} van koers verandert"},
    "share of path": {"en": "Share of the path", "nl": "Deel van het pad"},
    "still building up": {
        "en": "{names} still binds in {year}, the last year: the plan is too short for an end state.",
        "nl": "{names} knelt nog in {year}, het laatste jaar: het plan is te kort voor een eindstand.",
    },
    "rounded apart by year": {
        "en": "{mark} Asks and gets exactly as much as another line. Printed they differ, because figures are rounded "
        "so that they add up.",
        "nl": "{mark} Vraagt en krijgt precies evenveel als een andere post. Afgedrukt verschillen zij, omdat cijfers "
        "zo zijn afgerond dat ze optellen.",
    },
    "how soon": {
        "en": "All that is asked can be had in {year} at the earliest.",
        "nl": "Alles wat wordt gevraagd, kan op zijn vroegst in {year} worden gegeven.",
    },
    "never soon": {
        "en": "All that is asked can never be had within these ceilings and rules.",
        "nl": "Alles wat wordt gevraagd, past nooit binnen deze plafonds en regels.",
    },
    "from then on": {
        "en": "From {year} on it is the same every year, structurally.",
        "nl": "Vanaf {year} is het elk jaar hetzelfde: structureel.",
    },
    "from then on apart": {
        "en": "From {year} on it is the same every year, structurally; printed amounts can be a step apart, so "
        "that they add up.",
        "nl": "Vanaf {year} is het elk jaar hetzelfde: structureel; afgedrukte bedragen kunnen een stap "
        "schelen, zodat ze optellen.",
    },
    # What more money of one year, of a kind or to shift does
    "year holds back": {
        "en": "Each further {euro} for {name} puts {worth} more to work{far}.",
        "nl": "Met elke {euro} meer voor {name} wordt {worth} meer ingezet{far}.",
    },
    "year costs": {
        "en": "Each further {euro} for {name} puts {worth} less to work{far}: money then goes to what is short first.",
        "nl": "Met elke {euro} meer voor {name} wordt {worth} minder ingezet{far}: geld gaat dan eerst naar wat het "
        "meest tekortkomt.",
    },
    "year shifts": {
        "en": "With more for {name} money moves between lines; the total stays the same{far}.",
        "nl": "Met meer voor {name} verschuift geld tussen posten; het totaal blijft gelijk{far}.",
    },
    "year holds back weighted": {
        "en": "Each further {euro} for {name} is worth {worth}{far}.",
        "nl": "Elke {euro} meer voor {name} is {worth} waard{far}.",
    },
    "year costs weighted": {
        "en": "Each further {euro} for {name} costs a value of {worth}{far}: money then goes to what is short first.",
        "nl": "Elke {euro} meer voor {name} kost {worth} aan waarde{far}: geld gaat dan eerst naar wat het meest "
        "tekortkomt.",
    },
    "year shifts weighted": {
        "en": "With more for {name} money moves between lines; the value stays the same{far}.",
        "nl": "Met meer voor {name} verschuift geld tussen posten; de waarde blijft gelijk{far}.",
    },
}
