"""The heading of a briefing, what stands below it, and its first sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "eyebrow ceiling": {"en": "ceiling {ceiling}", "nl": "plafond {ceiling}"},
    # The heading: a proposal that cannot be carried out
    "title works": {
        "en": 'Proposal "{name}" cannot be carried out: {why}',
        "nl": 'Voorstel "{name}" is niet uitvoerbaar: {why}',
    },
    "title it": {"en": "The proposal cannot be carried out: {why}", "nl": "Het voorstel is niet uitvoerbaar: {why}"},
    "why stranded": {
        "en": "{stranded} of its {total} cannot be used",
        "nl": "{stranded} van de {total} is onbruikbaar",
    },
    "why useless": {"en": "none of its {total} can be used", "nl": "van de {total} is niets bruikbaar"},
    "why above ceiling": {"en": "it is {above} above the ceiling", "nl": "het gaat {above} boven het plafond uit"},
    "why below minimum": {
        "en": "one line gets less than its minimum",
        "nl": "één post krijgt minder dan het minimum",
    },
    "why below minimums": {
        "en": "{count} lines get less than their minimum",
        "nl": "{count} posten blijven onder hun minimum",
    },
    "why breaks": {"en": "it does not keep {name}", "nl": "het voldoet niet aan {name}"},
    "why breaks many": {
        "en": "it breaks {count} rules and limits",
        "nl": "het houdt zich niet aan {count} regels en grenzen",
    },
    "title neither": {
        "en": "Neither proposal can be carried out",
        "nl": "Geen van beide voorstellen is uitvoerbaar",
    },
    "title none": {
        "en": "None of the {count} proposals can be carried out",
        "nl": "Geen van de {count} voorstellen is uitvoerbaar",
    },
    "title one": {
        "en": 'Of the {count} proposals only "{name}" can be carried out',
        "nl": 'Van de {count} voorstellen is alleen "{name}" uitvoerbaar',
    },
    "title some": {
        "en": "{works:C} of the {count} proposals can be carried out",
        "nl": "{works:C} van de {count} voorstellen {works:is|zijn} uitvoerbaar",
    },
    # The heading: what the ceiling allows
    "title cannot": {
        "en": "Of {ceiling}, {left} cannot be put to work",
        "nl": "Van {ceiling} kan {left} niet worden ingezet",
    },
    "title left": {"en": "Of {ceiling}, {left} is left", "nl": "Van {ceiling} blijft {left} over"},
    "title least": {
        "en": "With {ceiling} every line gets at least {least} of what it asks",
        "nl": "Met {ceiling} krijgt elke post ten minste {least} van wat hij vraagt",
    },
    "title nothing": {"en": "With {ceiling} one line gets nothing", "nl": "Met {ceiling} krijgt één post niets"},
    "title nothings": {
        "en": "With {ceiling}, {count} lines get nothing",
        "nl": "Met {ceiling} krijgen {count} posten niets",
    },
    "title nothing asked": {"en": "No line asks anything", "nl": "Geen enkele post vraagt iets"},
    "title fits": {
        "en": "All that is asked fits within {ceiling}",
        "nl": "Alles wat wordt gevraagd, past binnen {ceiling}",
    },
    # Below the heading
    "standfirst root": {
        "en": "The money gets stuck because too little goes to {names}.",
        "nl": "Het geld loopt vast doordat er te weinig gaat naar {names}.",
    },
    "standfirst full": {
        "en": "Some lines get more than they can use.",
        "nl": "Sommige posten krijgen meer dan zij kunnen gebruiken.",
    },
    "standfirst least": {
        "en": "With {ceiling} every line can get at least {least} of what it asks.",
        "nl": "Met {ceiling} kan elke post ten minste {least} krijgen van wat hij vraagt.",
    },
    "standfirst fits": {
        "en": "With {ceiling} every line can get what it asks.",
        "nl": "Met {ceiling} kan elke post krijgen wat hij vraagt.",
    },
    "standfirst spends": {
        "en": "Of {ceiling}, {total} is put to work in the best split.",
        "nl": "In de beste verdeling wordt van {ceiling} {total} ingezet.",
    },
    "standfirst moved": {
        "en": "To make the proposal work, at least {moved} has to move.",
        "nl": "Om het voorstel uitvoerbaar te maken, moet ten minste {moved} verschuiven.",
    },
    "standfirst proposal": {"en": '"{name}": {why}.', "nl": '"{name}": {why}.'},
    "standfirst short": {
        "en": "There is {short} less than the lines ask.",
        "nl": "Er is {short} minder dan de posten vragen.",
    },
    "standfirst put": {
        "en": "{total} is put to work, and every line gets at least {least} of what it asks.",
        "nl": "Er wordt {total} ingezet, en elke post krijgt ten minste {least} van wat hij vraagt.",
    },
    "standfirst put alone": {"en": "{total} is put to work.", "nl": "Er wordt {total} ingezet."},
    "standfirst all": {
        "en": "No rule and no limit holds back anything that is asked.",
        "nl": "Geen regel of grens houdt iets tegen van wat wordt gevraagd.",
    },
    "standfirst left": {"en": "{left} is left.", "nl": "Er blijft {left} over."},
    "hold many": {
        "en": "The bottleneck is not the ceiling but {count} rules and limits: more money by itself would not be put "
        "to work.",
        "nl": "Het knelpunt is niet het plafond, maar {count} regels en grenzen: meer geld alleen zou niet worden "
        "ingezet.",
    },
    # The message: what is asked and what is advised
    "brief asked": {
        "en": "The lines ask {asked}; {ceiling} is available.",
        "nl": "Gevraagd wordt {asked}; beschikbaar is {ceiling}.",
    },
    "brief asked cofunded": {
        "en": "The lines ask {asked}, of which others would pay {others}; {ceiling} is available.",
        "nl": "Gevraagd wordt {asked}, waarvan anderen {others} zouden betalen; beschikbaar is {ceiling}.",
    },
    "advice fits": {
        "en": "The advice is to give every line what it asks.",
        "nl": "Het advies is elke post te geven wat hij vraagt.",
    },
    "advice reached": {
        "en": "The advice is the split in section 2: all of {ceiling} is put to work, and {least}.",
        "nl": "Het advies is de verdeling in onderdeel 2: de volle {ceiling} wordt ingezet, en {least}.",
    },
    "advice stays": {
        "en": "The advice is the split in section 2: of {ceiling}, {total} can be put to work and {unspent} is left; "
        "{least}.",
        "nl": "Het advies is de verdeling in onderdeel 2: van {ceiling} kan {total} worden ingezet en blijft {unspent} "
        "over; {least}.",
    },
    "advice less": {
        "en": "The advice is the split in section 2: of {ceiling}, {total} is put to work and {unspent} is left; "
        "{least}.",
        "nl": "Het advies is de verdeling in onderdeel 2: van {ceiling} wordt {total} ingezet en blijft {unspent} "
        "over; {least}.",
    },
    "advice nothing asked": {
        "en": "No line asks anything; {total} of {ceiling} is given.",
        "nl": "Geen enkele post vraagt iets; van {ceiling} wordt {total} gegeven.",
    },
    "least share": {
        "en": "no line gets less than {lowest} of what it asks (before rounding)",
        "nl": "geen post krijgt minder dan {lowest} van wat hij vraagt (vóór afronding)",
    },
    "least nothing": {"en": "one line gets nothing", "nl": "één post krijgt niets"},
    "least nothings": {"en": "{count} lines get nothing", "nl": "{count} posten krijgen niets"},
    # The message: the largest shift
    "shift less": {
        "en": "The largest difference from {proposal} is for {name}: from {before} to {after}, {size} less.",
        "nl": "Het grootste verschil met {proposal} zit bij {name}: van {before} naar {after}, {size} minder.",
    },
    "shift more": {
        "en": "The largest difference from {proposal} is for {name}: from {before} to {after}, {size} more.",
        "nl": "Het grootste verschil met {proposal} zit bij {name}: van {before} naar {after}, {size} meer.",
    },
    "shift none": {
        "en": "There is no difference from {proposal}.",
        "nl": "Er is geen verschil met {proposal}.",
    },
    "what is asked": {"en": "what is asked", "nl": "wat wordt gevraagd"},
    "the proposal": {"en": "the proposal", "nl": "het voorstel"},
    # The message: the bottleneck
    "hold ceiling": {
        "en": "Only the ceiling limits what is put to work: up to {most} every further {euro} can be.",
        "nl": "Alleen het plafond beperkt de inzet: tot {most} kan elke extra {euro} volledig worden ingezet.",
    },
    "hold rules": {
        "en": "The bottleneck is not the ceiling but {names}: more money by itself would not be put to work.",
        "nl": "Het knelpunt is niet het plafond, maar {names}: meer geld alleen zou niet worden ingezet.",
    },
    "hold together": {
        "en": "The bottleneck is not the ceiling but several rules and limits together: more money by itself would not "
        "be put to work.",
        "nl": "Het knelpunt is niet het plafond, maar een paar regels en grenzen samen: meer geld alleen zou niet "
        "worden ingezet.",
    },
    "hold goals": {
        "en": "The rules would let {possible} be put to work; by the weights and the order of the plan's goals this "
        "split is better.",
        "nl": "De regels laten toe dat {possible} wordt ingezet, maar naar de gewichten en de volgorde van de doelen "
        "in het plan is deze verdeling beter.",
    },
    "hold nothing": {
        "en": "There is no bottleneck: nothing that is asked is held back.",
        "nl": "Er is geen knelpunt: niets van wat wordt gevraagd, wordt tegengehouden.",
    },
}
