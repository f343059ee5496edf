"""What a briefing says: its headings, its message, how firm it is and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "brief subject": {
        "en": "How {ceiling} can best be divided over the lines of the plan, with proof",
        "nl": "Hoe {ceiling} het beste over de posten van het plan kan worden verdeeld, met bewijs",
    },
    "brief subtitle": {
        "en": "Briefing on a ceiling of {ceiling} · {date}",
        "nl": "Briefing bij een plafond van {ceiling} · {date}",
    },
    "brief keyword": {"en": "budget, ceiling, optimal split", "nl": "begroting, plafond, optimale verdeling"},
    "asked reading": {"en": "as the plan stands", "nl": "het plan zoals het er ligt"},
    "months": {
        "en": "January February March April May June July August September October November December",
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    },
    # Headings
    "brief message": {"en": "The message", "nl": "De boodschap"},
    "brief measures": {"en": "The measures", "nl": "De maatregelen"},
    "brief why": {"en": "Why: the bottlenecks", "nl": "Waarom: de knelpunten"},
    "brief firmness": {"en": "How firm it is", "nl": "Hoe stevig het is"},
    "brief assumptions": {"en": "What it rests on", "nl": "Waar het op rust"},
    "brief traceability": {"en": "Where it comes from", "nl": "Waar het vandaan komt"},
    "annex sources": {"en": "Annex A. Every figure and its source", "nl": "Bijlage A. Elk getal en zijn bron"},
    "annex rounding": {"en": "Annex B. What rounding cost", "nl": "Bijlage B. Wat het afronden kostte"},
    "annex spread": {
        "en": "Annex C. The spread per line",
        "nl": "Bijlage C. De spreiding per post",
    },
    "spread caption": {
        "en": "What each line is given in the draws, amounts in {unit}",
        "nl": "Wat elke post krijgt in de trekkingen, bedragen in {unit}",
    },
    # Key figures
    "figure ceiling": {"en": "Ceiling", "nl": "Plafond"},
    "figure allocated": {"en": "Allocated", "nl": "Toegekend"},
    "figure unspent": {"en": "Unspent", "nl": "Niet besteed"},
    "figure coverage": {"en": "Lowest coverage", "nl": "Laagste dekking"},
    # The message: coverage
    "message fits": {
        "en": "Everything that is asked fits within {ceiling}: every line gets what it asks.",
        "nl": "Alles wat wordt gevraagd, past binnen {ceiling}: elke post krijgt wat hij vraagt.",
    },
    "message reached": {
        "en": "All of {ceiling} is put to work, and no line gets less than {lowest} of what it asks (before rounding).",
        "nl": "De volle {ceiling} wordt ingezet, en geen post krijgt minder dan {lowest} van wat hij vraagt "
        "(vóór afronding).",
    },
    "message stays": {
        "en": "Of {ceiling}, {total} can be put to work and {unspent} stays unspent; no line gets less than {lowest} "
        "of what it asks (before rounding).",
        "nl": "Van {ceiling} kan {total} worden ingezet en blijft {unspent} over; geen post krijgt minder dan {lowest} "
        "van wat hij vraagt (vóór afronding).",
    },
    "message nothing asked": {
        "en": "No line asks anything; {total} of {ceiling} is allocated.",
        "nl": "Geen enkele post vraagt iets; van {ceiling} wordt {total} toegekend.",
    },
    # The message: the largest shift
    "shift less": {
        "en": "The largest shift against {proposal} is at {name}: from {before} to {after}, {size} less.",
        "nl": "De grootste verschuiving ten opzichte van {proposal} is die bij {name}: van {before} naar {after}, "
        "{size} minder.",
    },
    "shift more": {
        "en": "The largest shift against {proposal} is at {name}: from {before} to {after}, {size} more.",
        "nl": "De grootste verschuiving ten opzichte van {proposal} is die bij {name}: van {before} naar {after}, "
        "{size} meer.",
    },
    "shift none": {
        "en": "Nothing shifts against {proposal}.",
        "nl": "Ten opzichte van {proposal} verschuift er niets.",
    },
    "what is asked": {"en": "what is asked", "nl": "wat wordt gevraagd"},
    "the proposal": {"en": "the proposal", "nl": "het voorstel"},
    # The message: the bottleneck
    "hold ceiling": {
        "en": "The bottleneck is the ceiling: more money could be put to work.",
        "nl": "Het knelpunt is het plafond: meer geld zou kunnen worden ingezet.",
    },
    "hold rules": {
        "en": "The bottleneck is not the ceiling but {names}: more money by itself would not be put to work.",
        "nl": "Het knelpunt is niet het plafond, maar {names}: meer geld alleen zou niet worden ingezet.",
    },
    "hold limits": {
        "en": "The bottleneck is not the ceiling but what the lines can take: more money would not be put to work.",
        "nl": "Het knelpunt is niet het plafond, maar wat de posten kunnen opnemen: meer geld zou niet worden ingezet.",
    },
    "hold nothing": {
        "en": "There is no bottleneck: nothing that is asked is held back.",
        "nl": "Er is geen knelpunt: niets van wat wordt gevraagd, wordt tegengehouden.",
    },
    # Why: what the proposal itself does
    "proposal breaks": {
        "en": "The proposal does not keep {name}: it is {size} short.",
        "nl": "Het voorstel houdt zich niet aan {name}: het komt {size} tekort.",
    },
    "proposal breaks minimum": {
        "en": "The proposal stays {size} below the minimum of {name}.",
        "nl": "Het voorstel blijft {size} onder het minimum van {name}.",
    },
    "proposal breaks maximum": {
        "en": "The proposal goes {size} above the maximum of {name}.",
        "nl": "Het voorstel gaat {size} boven het maximum van {name} uit.",
    },
    "proposal breaks ceiling": {
        "en": "The proposal comes to {size} more than the ceiling.",
        "nl": "Het voorstel gaat {size} boven het plafond uit.",
    },
    "proposal strands": {
        "en": "Of the proposal {size} cannot be used, because what has to follow it in the chain gets too little: "
        "{names}.",
        "nl": "Van het voorstel is {size} onbruikbaar, omdat wat in de keten moet volgen, te weinig krijgt: {names}.",
    },
    "proposal keeps": {
        "en": "The proposal keeps the ceiling and every rule.",
        "nl": "Het voorstel houdt zich aan het plafond en aan elke regel.",
    },
    # The table of measures
    "measures caption": {
        "en": "Measures, amounts in {unit}, {prices}",
        "nl": "Maatregelen, bedragen in {unit}, {prices}",
    },
    "plan's own unit": {"en": "the plan's own unit", "nl": "de eenheid van het plan"},
    "prices of": {"en": "price level: {level}", "nl": "prijspeil: {level}"},
    "prices unknown": {"en": "price level not stated", "nl": "prijspeil niet vermeld"},
    "number": {"en": "No.", "nl": "Nr."},
    "measure and partner": {"en": "Measure – partner", "nl": "Maatregel – partner"},
    "optimum": {"en": "Optimum", "nl": "Optimum"},
    "shift": {"en": "Difference", "nl": "Verschil"},
    "source": {"en": "Source", "nl": "Bron"},
    "total of": {"en": "Total {name}", "nl": "Totaal {name}"},
    "grand total": {"en": "Total", "nl": "Totaal"},
    "abbreviated": {"en": "{short}: {name}", "nl": "{short}: {name}"},
    "proposal is asked": {
        "en": "Proposal: what the lines of the plan ask.",
        "nl": "Voorstel: wat de posten van het plan vragen.",
    },
    "proposal is given": {"en": "Proposal: the amounts in {file}.", "nl": "Voorstel: de bedragen in {file}."},
    "proposal is named": {"en": "Proposal: {title}.", "nl": "Voorstel: {title}."},
    "printed amounts": {
        "en": "The optimum adds up and keeps every rule as it is printed; annex B says what rounding to {step} cost.",
        "nl": "Het optimum telt op en voldoet aan elke regel, zoals het hier staat; bijlage B zegt wat het afronden op "
        "{step} "
        "kostte.",
    },
    "proposal rounded": {
        "en": "The proposal has finer amounts; they are rounded so that lines add up to totals.",
        "nl": "Het voorstel heeft fijnere bedragen; die zijn zo afgerond dat posten optellen tot totalen.",
    },
    # Charts
    "shift caption": {"en": "Proposal and optimum per measure", "nl": "Voorstel en optimum per maatregel"},
    "about shift": {
        "en": "Bars of the proposal and the optimum of {count} measures ({unit}). {shift}",
        "nl": "Staven van het voorstel en het optimum van {count} maatregelen ({unit}). {shift}",
    },
    "split data": {
        "en": "What each programme gets at every step, {unit}",
        "nl": "Wat elk programma krijgt bij elke trede, {unit}",
    },
    "between steps": {
        "en": "Between two steps every amount is a straight line; above the last nothing changes.",
        "nl": "Tussen twee treden loopt elk bedrag in een rechte lijn; boven de laatste verandert er niets.",
    },
    # How firm it is
    "around caption": {"en": "Other ceilings, amounts in {unit}", "nl": "Andere plafonds, bedragen in {unit}"},
    "nothing fits here": {
        "en": "At {ceiling} no split keeps every rule; that takes at least {lowest}.",
        "nl": "Bij {ceiling} voldoet geen verdeling aan alle regels; daarvoor is minstens {lowest} nodig.",
    },
    "contradiction here": {
        "en": "At {ceiling} no split keeps every rule, nor at any other ceiling.",
        "nl": "Bij {ceiling} voldoet geen verdeling aan alle regels, en bij geen enkel ander plafond.",
    },
    "readings caption": {
        "en": "Other readings of the plan at {ceiling}, amounts in {unit}",
        "nl": "Andere lezingen van het plan bij {ceiling}, bedragen in {unit}",
    },
    "reading of the plan": {"en": "Reading", "nl": "Lezing"},
    "largest difference": {"en": "Largest difference with this answer", "nl": "Grootste verschil met dit antwoord"},
    "none": {"en": "none", "nl": "geen"},
    "difference at": {"en": "{name}: {size}", "nl": "{name}: {size}"},
    "course here": {
        "en": "Of each further {one} above {low}, up to {high}, {bundle}.",
        "nl": "Boven {low}, tot en met {high}, gaat van elke extra {one} {bundle}.",
    },
    "course ended": {
        "en": "From {low} on, a higher ceiling changes nothing.",
        "nl": "Vanaf {low} verandert een hoger plafond niets meer.",
    },
    "lowest here": {
        "en": "Below {low} no split keeps every rule.",
        "nl": "Onder {low} voldoet geen verdeling aan alle regels.",
    },
    "no ladder here": {
        "en": "The objective is value alone, so other splits may be as good; how the answer changes with the ceiling "
        "is then not one curve.",
        "nl": "Het doel is alleen waarde, dus andere verdelingen kunnen even goed zijn; hoe het antwoord met het "
        "plafond "
        "verandert, is dan niet één lijn.",
    },
    "nearly": {
        "en": "How far lines can move while the total value and the lowest coverage stay within {share} of the best:",
        "nl": "Hoe ver posten kunnen schuiven terwijl de totale waarde en de laagste dekking binnen {share} van het "
        "beste "
        "blijven:",
    },
    "simulated": {
        "en": "In {samples} draws of what the plan calls uncertain (annex C has the figures per line):",
        "nl": "In {samples} trekkingen van wat het plan onzeker noemt (bijlage C heeft de cijfers per post):",
    },
    # What it rests on
    "assumptions caption": {"en": "What the answer rests on", "nl": "Waar het antwoord op rust"},
    "assumption": {"en": "Figure, rule or choice", "nl": "Getal, regel of keuze"},
    "marked": {"en": "Known from", "nl": "Bekend uit"},
    "mark source": {"en": "source", "nl": "bron"},
    "mark derived": {"en": "derived", "nl": "afgeleid"},
    "mark assumed": {"en": "assumed", "nl": "aanname"},
    "where": {"en": "Where", "nl": "Vindplaats"},
    "asked amounts all": {
        "en": "The amounts that all {count} lines ask",
        "nl": "De bedragen die alle {count} posten vragen",
    },
    "asked amounts": {
        "en": "The amounts that {count} of the {all} lines ask",
        "nl": "De bedragen die {count} van de {all} posten vragen",
    },
    "asked amount of": {"en": "What is asked for {names}", "nl": "Wat wordt gevraagd voor {names}"},
    "least of": {"en": "{name} gets at least {amount}", "nl": "{name} krijgt ten minste {amount}"},
    "most of": {"en": "{name} gets at most {amount}", "nl": "{name} krijgt ten hoogste {amount}"},
    "bounds counted": {
        "en": "Lower and upper limits of {count} more lines",
        "nl": "Onder- en bovengrenzen van nog {count} posten",
    },
    "no least": {
        "en": "{count} lines have no lower limit: any part of the amount is taken to be of use",
        "nl": "{count} posten hebben geen ondergrens: elk deel van het bedrag wordt geacht van nut te zijn",
    },
    "no more than asked": {
        "en": "No other line gets more than it asks",
        "nl": "Geen andere post krijgt meer dan hij vraagt",
    },
    "no line more than asked": {"en": "No line gets more than it asks", "nl": "Geen post krijgt meer dan hij vraagt"},
    "weights equal": {
        "en": "A euro counts as much on one line as on another",
        "nl": "Een euro telt op elke post even zwaar",
    },
    "weights of": {"en": "A euro for {names} counts {weight} times", "nl": "Een euro voor {names} telt {weight} keer"},
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
        "these are right, and what a measure is worth, is for those who decide.",
        "nl": "Dit is geen oordeel over wenselijkheid. De verdeling volgt uit de bedragen, regels en keuzes "
        "hierboven; of "
        "die kloppen, en wat een maatregel waard is, is aan wie beslist.",
    },
    # Rules in words
    "rule proportional at_least": {
        "en": "{name}: for every 100 to {upstream} at least {ratio} to {downstream}",
        "nl": "{name}: op elke 100 voor {upstream} ten minste {ratio} voor {downstream}",
    },
    "rule proportional at_most": {
        "en": "{name}: for every 100 to {upstream} at most {ratio} to {downstream}",
        "nl": "{name}: op elke 100 voor {upstream} ten hoogste {ratio} voor {downstream}",
    },
    "with existing": {
        "en": "{said}, counting {amount} that is there already",
        "nl": "{said}, met {amount} die er al is",
    },
    "rule level at_least": {"en": "{name}: at least {level} to {of}", "nl": "{name}: ten minste {level} voor {of}"},
    "rule level at_most": {"en": "{name}: at most {level} to {of}", "nl": "{name}: ten hoogste {level} voor {of}"},
    "within every programme": {
        "en": "{said}; in every programme separately",
        "nl": "{said}; in elk programma afzonderlijk",
    },
    "within every partner": {
        "en": "{said}; at every partner separately",
        "nl": "{said}; bij elke partner afzonderlijk",
    },
    "within every department": {
        "en": "{said}; at every department separately",
        "nl": "{said}; bij elk departement afzonderlijk",
    },
    "share of all": {"en": "{share} of everything allocated", "nl": "{share} van alles wat wordt toegekend"},
    "all lines": {"en": "all lines together", "nl": "alle posten samen"},
    # Where it comes from
    "trace caption": {"en": "How this answer was made", "nl": "Hoe dit antwoord is gemaakt"},
    "item": {"en": "What", "nl": "Wat"},
    "value told": {"en": "Which", "nl": "Welke"},
    "trace plan": {"en": "Plan", "nl": "Plan"},
    "trace reading": {"en": "Reading", "nl": "Lezing"},
    "trace source": {"en": "Source of the plan", "nl": "Bron van het plan"},
    "trace version": {"en": "Made with", "nl": "Gemaakt met"},
    "trace solver": {"en": "Solver", "nl": "Rekenprogramma"},
    "trace proof": {"en": "Proof", "nl": "Bewijs"},
    "proof told": {
        "en": "{count} stages, each with a certificate that was checked in exact arithmetic, without rounding and "
        "without "
        "trusting the solver: {stages}",
        "nl": "{count} stappen, elk met een certificaat dat exact is nagerekend, zonder afronding en zonder op het "
        "rekenprogramma te vertrouwen: {stages}",
    },
    "stage value": {"en": "the value, {optimum}", "nl": "de waarde, {optimum}"},
    "stage unasked": {"en": "little to lines that ask nothing", "nl": "weinig voor posten die niets vragen"},
    "stage coverage": {"en": "coverage from the bottom up", "nl": "de dekking van onderop"},
    "trace asked": {"en": "Proposal and other amounts asked", "nl": "Voorstel en gevraagde bedragen"},
    "asked told": {
        "en": "annex A names the place of each in the source",
        "nl": "bijlage A noemt van elk de plaats in de bron",
    },
    "trace optimum": {"en": "Optimum, differences, coverage, totals", "nl": "Optimum, verschillen, dekking, totalen"},
    "optimum told": {
        "en": "worked out from those amounts and the rules in section 5",
        "nl": "berekend uit die bedragen en de regels in onderdeel 5",
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
    "rounding nearest": {
        "en": "It is proved that no such choice lies nearer to the exact amounts.",
        "nl": "Bewezen is dat geen andere keuze dichter bij de exacte bedragen ligt.",
    },
    "rounding near": {
        "en": "That no such choice lies nearer to the exact amounts is the solver's word, not proved.",
        "nl": "Dat geen andere keuze dichter bij de exacte bedragen ligt, zegt het rekenprogramma; bewezen is het "
        "niet.",
    },
    "rounding finer": {
        "en": "Steps of {asked} leave no split that keeps every rule, so finer ones were taken.",
        "nl": "In stappen van {asked} voldoet geen verdeling aan alle regels; daarom zijn fijnere stappen genomen.",
    },
    "rounding cost": {
        "en": "The largest change by rounding is {size}, at {name}.",
        "nl": "De grootste verandering door afronding is {size}, bij {name}.",
    },
    "rounding total": {
        "en": "In printed amounts the total is {total} instead of {exact}.",
        "nl": "In afgedrukte bedragen is het totaal {total} in plaats van {exact}.",
    },
    "rounding coverage": {
        "en": "In printed amounts the lowest coverage is {after} instead of {before}.",
        "nl": "In afgedrukte bedragen is de laagste dekking {after} in plaats van {before}.",
    },
    "rounding free": {
        "en": "Rounding cost nothing: the exact amounts are whole steps themselves.",
        "nl": "Het afronden kostte niets: de exacte bedragen zijn zelf al hele stappen.",
    },
}
