"""What a briefing on a path says: its message, its series, what holds money back by year, and how firm it is."""

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
        "nl": "Bedragen die niet te delen zijn: wat er in elk jaar staat",
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
        "en": "{count} more partners get {low} to {high} in {year}.",
        "nl": "Nog {count} partners krijgen {low} tot {high} in {year}.",
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
        "en": "Amounts are rounded to {step} so that lines add up to totals and years to what they come to together; "
        "every printed amount is less than {step} from the exact one, for which every rule holds.",
        "nl": "Bedragen zijn afgerond op {step}, zo dat posten optellen tot totalen en jaren tot wat zij samen zijn; "
        "elk afgedrukt bedrag ligt minder dan {step} van het exacte, waarvoor elke regel geldt.",
    },
    "series rounded, kept": {
        "en": "Amounts are rounded to {step} so that lines add up to totals and years to what they come to together; "
        "every printed amount is less than {step} from the exact one, and every rule holds for both.",
        "nl": "Bedragen zijn afgerond op {step}, zo dat posten optellen tot totalen en jaren tot wat zij samen zijn; "
        "elk gedrukt bedrag ligt minder dan {step} van het exacte, en elke regel geldt voor allebei.",
    },
    "series off": {
        "en": "Worked out from the printed amounts, these rules do not come out exactly everywhere: {names}. That is "
        "rounding.",
        "nl": "Wie met de gedrukte bedragen rekent, komt bij deze regels niet overal precies uit: {names}. Dat is "
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
        "en": "Only money holds back: every further euro in {years} is spent in full{far}.",
        "nl": "Alleen het geld houdt tegen: elke extra euro in {years} wordt volledig besteed{far}.",
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
        "en": "Moving money between years does not help: even if all of it could be used in any year, no more could be "
        "spent. What is short is not money in the right year.",
        "nl": "Schuiven met geld tussen jaren helpt niet: ook als al het geld in elk jaar mag worden gebruikt, kan er "
        "niet meer worden besteed. Het tekort is geen geld in het goede jaar.",
    },
    "no shift spends more": {
        "en": "Moving money between years does not let more be spent: all of it is spent already.",
        "nl": "Schuiven met geld tussen jaren maakt niet dat er meer kan worden besteed: alles wordt al besteed.",
    },
    "no shift helps weighted": {
        "en": "Moving money between years brings nothing: even if all of it could be used in any year, the weighted "
        "total would be the same.",
        "nl": "Schuiven met geld tussen jaren levert niets op: ook als al het geld in elk jaar mag worden gebruikt, "
        "blijft het gewogen totaal gelijk.",
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
