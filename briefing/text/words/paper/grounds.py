"""What a briefing rests on and where it comes from: assumptions, sources, proof and rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    # What it rests on
    "assumptions caption": {"en": "What the answer rests on", "nl": "Waar het antwoord op rust"},
    "assumption": {"en": "Figure, rule or choice", "nl": "Getal, regel of keuze"},
    "marked": {"en": "Known from", "nl": "Bekend uit"},
    "mark source": {"en": "source", "nl": "bron"},
    "mark derived": {"en": "derived", "nl": "afgeleid"},
    "mark assumed": {"en": "assumed", "nl": "aanname"},
    "mark chosen": {"en": "choice in this reading", "nl": "keuze in deze lezing"},
    "by scenario": {"en": 'scenario "{title}"', "nl": 'scenario "{title}"'},
    "beside the source": {"en": "{by}; the source has: {own}", "nl": "{by}; in de bron staat: {own}"},
    "beside no source": {"en": "{by}; not stated in the source", "nl": "{by}; in de bron niet genoemd"},
    "not stated": {"en": "not stated", "nl": "niet genoemd"},
    "own figures": {"en": "In the source: {own}. Chosen here: {by}.", "nl": "In de bron: {own}. Hier gekozen: {by}."},
    "own proposed": {"en": "asked {own}", "nl": "gevraagd {own}"},
    "own minimum": {"en": "minimum {own}", "nl": "minimum {own}"},
    "own maximum": {"en": "maximum {own}", "nl": "maximum {own}"},
    "own weight": {"en": "weight {own}", "nl": "gewicht {own}"},
    "changed proposed": {"en": "another amount asked", "nl": "een ander gevraagd bedrag"},
    "changed minimum": {"en": "another minimum", "nl": "een ander minimum"},
    "changed maximum": {"en": "another maximum", "nl": "een ander maximum"},
    "changed weight": {"en": "another weight", "nl": "een ander gewicht"},
    "rule left out": {"en": "Does not hold here: {said}", "nl": "Geldt hier niet: {said}"},
    "asked changed": {"en": "{name} asks {amount}", "nl": "{name} vraagt {amount}"},
    "proposal's amounts": {"en": "The amounts of the proposal", "nl": "De bedragen van het voorstel"},
    "proposal's file": {"en": "proposal {file}", "nl": "voorstel {file}"},
    "where": {"en": "Where", "nl": "Vindplaats"},
    "asked amounts all": {
        "en": "{count:The amount that the only line asks|The amounts that all lines ask} ({count:d})",
        "nl": "{count:Het bedrag dat de enige post vraagt|De bedragen die alle posten vragen} ({count:d})",
    },
    "asked amounts": {
        "en": "The {count:amount|amounts} that {count} of the {all} lines {count:asks|ask}",
        "nl": "{count:Het bedrag dat|De bedragen die} {count} van de {all} posten {count:vraagt|vragen}",
    },
    "asked amount of": {"en": "What is asked for {names}", "nl": "Wat wordt gevraagd voor {names}"},
    "least of": {
        "en": "At least {amount} for {name}",
        "nl": "Ten minste {amount} voor {name}",
    },
    "most of": {
        "en": "At most {amount} for {name}",
        "nl": "Ten hoogste {amount} voor {name}",
    },
    "bounds counted": {
        "en": "Lower and upper limits of {count} more {count:line|lines}",
        "nl": "Onder- en bovengrenzen van nog {count} {count:post|posten}",
    },
    "no least": {
        "en": "{count:C} {count:line has|lines have} no lower limit: a part of the amount is assumed to be of use too",
        "nl": "{count:C} {count:post heeft|posten hebben} geen ondergrens: aangenomen is dat ook een deel van "
        "het bedrag nut heeft",
    },
    "no more than asked": {
        "en": "No other line gets more than it asks",
        "nl": "Geen andere post krijgt meer dan hij vraagt",
    },
    "no line more than asked": {"en": "No line gets more than it asks", "nl": "Geen post krijgt meer dan hij vraagt"},
    "weights equal": {
        "en": "A {euro} counts as much on one line as on another",
        "nl": "Een {euro} telt op elke post even zwaar",
    },
    "weights of": {
        "en": "A {euro} for {names} counts {weight} times",
        "nl": "Een {euro} voor {names} telt {weight} keer",
    },
    "coverage even": {
        "en": "What is short is spread so that the lowest coverage is as high as it can be",
        "nl": "Wat tekortkomt, wordt zo verdeeld dat de laagste dekking zo hoog mogelijk is",
    },
    "reading chosen": {"en": "Reading of the plan: {title}", "nl": "Lezing van het plan: {title}"},
    "changed": {"en": "Changed for this briefing: {change}", "nl": "Voor deze briefing gewijzigd: {change}"},
    "the plan": {"en": "the plan", "nl": "het plan"},
    "the method": {"en": "the method", "nl": "de methode"},
    "the command": {"en": "the command", "nl": "de opdracht"},
    "of that nature": {"en": "{said} ({nature})", "nl": "{said} ({nature})"},
    "no judgement": {
        "en": "This is no judgement on desirability. The split follows from the amounts, rules and choices above; "
        "whether "
        "these are right, and what a measure is worth, is a political choice.",
        "nl": "Dit is geen oordeel over wenselijkheid. De verdeling volgt uit de bedragen, regels en keuzes "
        "hierboven; of "
        "die kloppen, en wat een maatregel waard is, is een politieke afweging.",
    },
    # Where it comes from
    "trace caption": {"en": "How this answer was made", "nl": "Hoe dit antwoord is gemaakt"},
    "item": {"en": "Item", "nl": "Onderdeel"},
    "value told": {"en": "Told", "nl": "Gegeven"},
    "trace plan": {"en": "Plan", "nl": "Plan"},
    "trace reading": {"en": "Reading", "nl": "Lezing"},
    "trace source": {"en": "Source of the plan", "nl": "Bron van het plan"},
    "trace version": {"en": "Made with", "nl": "Gemaakt met"},
    "trace solver": {"en": "Solver", "nl": "Rekenprogramma"},
    "trace proof": {"en": "Proof", "nl": "Bewijs"},
    "proof told": {
        "en": "{count:C} {count:stage, with|stages, each with} a certificate that was checked in exact "
        "arithmetic, without rounding and without trusting the solver: {stages}",
        "nl": "{count:C} {count:stap, met|stappen, elk met} een certificaat dat exact is nagerekend, zonder "
        "afronding en zonder op het rekenprogramma te vertrouwen: {stages}",
    },
    "stage value": {"en": "the value, {optimum}", "nl": "de waarde, {optimum}"},
    "stage fixed": {"en": "no line with any choice", "nl": "geen post met enige keuze"},
    "stage unasked": {"en": "little to lines that ask nothing", "nl": "weinig voor posten die niets vragen"},
    "stage shift": {"en": "little shifted between years", "nl": "weinig verschoven tussen jaren"},
    "stage group value": {
        "en": "the value of the lines that come first, {optimum}",
        "nl": "de waarde van de posten die voorgaan, {optimum}",
    },
    "stage group coverage": {
        "en": "the coverage of groups from the bottom up",
        "nl": "de dekking van groepen van onderop",
    },
    "stage repeated": {"en": "{stage}, in {count} rounds", "nl": "{stage}, in {count} rondes"},
    "stage coverage": {"en": "coverage from the bottom up", "nl": "de dekking van onderop"},
    "trace asked": {"en": "Proposal and other amounts asked", "nl": "Voorstel en gevraagde bedragen"},
    "asked told": {
        "en": "annex A names the place of each in the source",
        "nl": "bijlage A noemt van elk de plaats in de bron",
    },
    "asked and chosen": {
        "en": "annex A names the place of each in the source, and who chose what stands there differently",
        "nl": "bijlage A noemt van elk de plaats in de bron, en wie koos wat daar anders staat",
    },
    "asked and proposed": {
        "en": "the proposal: {file}; what lines ask: {where}",
        "nl": "het voorstel: {file}; wat posten vragen: {where}",
    },
    "asked in the plan": {"en": "in the plan itself, beside each line", "nl": "in het plan zelf, bij elke post"},
    "trace optimum": {"en": "Optimum, differences, coverage, totals", "nl": "Optimum, verschillen, dekking, totalen"},
    "optimum told": {
        "en": "worked out from those amounts and the rules in section {section}",
        "nl": "berekend uit die bedragen en de regels in onderdeel {section}",
    },
    "checksums": {
        "en": "What was read, with its checksum (SHA-256):",
        "nl": "Wat is ingelezen, met controlegetal (SHA-256):",
    },
    "again": {
        "en": "The same document again, from the same files:",
        "nl": "Hetzelfde document nog eens, uit dezelfde bestanden:",
    },
    # Annexes
    "sources caption": {
        "en": "Every line, its amounts ({unit}) and where they stand",
        "nl": "Elke post, zijn bedragen ({unit}) en waar ze staan",
    },
    "measure": {"en": "Measure", "nl": "Maatregel"},
    "asked": {"en": "Asked", "nl": "Gevraagd"},
    "least": {"en": "Minimum", "nl": "Minimum"},
    "most": {"en": "Maximum", "nl": "Maximum"},
    "note": {"en": "Note", "nl": "Toelichting"},
    "rounding told": {
        "en": "Printed amounts are whole steps of {step}, chosen so that lines add up to totals and every rule, "
        "limit and "
        "the ceiling holds.",
        "nl": "De afgedrukte bedragen zijn hele stappen van {step}, zo gekozen dat posten optellen tot totalen en "
        "dat elke regel, elke grens en het plafond gelden.",
    },
    "rounding told apart": {
        "en": "Printed amounts are whole steps of {step}, each at most one step from its exact amount. Lines add "
        "up to totals, and the ceiling holds. No steps were found that also keep every rule and limit, so "
        "some can be missed in print; the exact amounts keep them all.",
        "nl": "De afgedrukte bedragen zijn hele stappen van {step}, elk hoogstens één stap van het exacte "
        "bedrag. Posten tellen op tot totalen en het plafond geldt. Er zijn geen stappen gevonden waarmee "
        "ook elke regel en grens geldt; afgedrukt kan er dus een worden gemist, maar de exacte bedragen "
        "voldoen aan alle.",
    },
    "rounding not searched": {
        "en": "They lie within {within} of the exact amounts. Whether they could lie closer was not searched "
        "for, because the lines are so many.",
        "nl": "Ze liggen binnen {within} van de exacte bedragen. Of het nog dichterbij kan, is niet uitgezocht, "
        "omdat het om zo veel posten gaat.",
    },
    "rounding finer found": {
        "en": "No whole steps of {asked} were found that keep every rule, so finer ones were taken.",
        "nl": "Er zijn geen hele stappen van {asked} gevonden die aan alle regels voldoen; daarom zijn fijnere "
        "stappen genomen.",
    },
    "rounding nearest": {
        "en": "With no amount more than {within} off, none comes closer to the exact amounts: that is proved.",
        "nl": "Dichter bij de exacte bedragen kan niet met afwijkingen van hoogstens {within}: dat is bewezen.",
    },
    "rounding near": {
        "en": "According to the solver, with no amount more than {within} off, none comes closer to the exact "
        "amounts; that is not proved.",
        "nl": "Volgens het rekenprogramma kan het met afwijkingen van hoogstens {within} niet dichter bij de "
        "exacte bedragen; bewezen is dat niet.",
    },
    "rounding finer": {
        "en": "No whole steps of {asked} next to the exact amounts keep every rule, so finer ones were taken.",
        "nl": "Geen hele stappen van {asked} naast de exacte bedragen voldoen aan alle regels; daarom zijn fijnere "
        "stappen genomen.",
    },
    "rounding cost": {
        "en": "The largest change by rounding is {size}, at {name}.",
        "nl": "De grootste verandering door afronding is {size}, bij {name}.",
    },
    "rounding total": {
        "en": "Rounded, the total is {total} instead of {exact}.",
        "nl": "Afgerond is het totaal {total} in plaats van {exact}.",
    },
    "rounding coverage": {
        "en": "Rounded, the lowest coverage is {after} instead of {before}.",
        "nl": "Afgerond is de laagste dekking {after} in plaats van {before}.",
    },
    "rounding free": {
        "en": "Rounding cost nothing: the exact amounts are whole steps themselves.",
        "nl": "Het afronden kostte niets: de exacte bedragen zijn zelf al hele stappen.",
    },
}
