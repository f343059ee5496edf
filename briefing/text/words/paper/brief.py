"""What a briefing says: its headings, its message, its measures and how firm it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "brief subject": {
        "en": "How {ceiling} can best be divided over the lines of the plan, with proof",
        "nl": "Hoe {ceiling} het beste over de posten van het plan kan worden verdeeld, met bewijs",
    },
    "brief keyword": {"en": "budget, ceiling, optimal split", "nl": "begroting, plafond, optimale verdeling"},
    "asked reading": {"en": "as the plan stands", "nl": "het plan zoals het er ligt"},
    "months": {
        "en": "January February March April May June July August September October November December",
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    },
    # Headings
    "brief message": {"en": "The message", "nl": "De boodschap"},
    "brief measures": {"en": "Who gets what", "nl": "Wie krijgt wat"},
    "brief why": {"en": "Why: the bottlenecks", "nl": "Waarom: de knelpunten"},
    "brief firmness": {"en": "How firm it is", "nl": "Hoe stevig het is"},
    "brief assumptions": {"en": "What it rests on", "nl": "Waar het op rust"},
    "brief since": {"en": "What changed, and why", "nl": "Wat er is veranderd, en waardoor"},
    "since causes": {"en": "What each change did", "nl": "Wat elke wijziging doet"},
    "since groups": {"en": "What each programme gets, before and after", "nl": "Wat elk programma krijgt, eerst en nu"},
    "since chart": {"en": "The effect of each change", "nl": "Het effect van elke wijziging"},
    "annex of sources": {"en": "Annex A", "nl": "Bijlage A"},
    "annex sources": {"en": "Annex A. Every figure and its source", "nl": "Bijlage A. Elk getal en zijn bron"},
    "annex rounding": {"en": "Annex B. What rounding cost", "nl": "Bijlage B. Wat het afronden kostte"},
    "annex limits": {"en": "Annex C. Every limit and ratio", "nl": "Bijlage C. Elke grens en verhouding"},
    "annex traceability": {"en": "Annex D. Where it comes from", "nl": "Bijlage D. Waar het vandaan komt"},
    "annex spread": {"en": "Annex E. The spread per line", "nl": "Bijlage E. De spreiding per post"},
    "spread caption": {
        "en": "What each line is given in the draws, amounts in {unit}",
        "nl": "Wat elke post krijgt in de trekkingen, bedragen in {unit}",
    },
    # Headings of columns with totals
    "figure ceiling": {"en": "Ceiling", "nl": "Plafond"},
    "figure allocated": {"en": "Allocated", "nl": "Toegekend"},
    "figure unspent": {"en": "Unspent", "nl": "Niet besteed"},
    "figure coverage": {"en": "Lowest coverage", "nl": "Laagste dekking"},
    # Why: what the proposal itself does
    "proposal breaks": {
        "en": "{proposal} falls short of {names}.",
        "nl": "{proposal} komt tekort bij {names}.",
    },
    "proposal exceeds": {
        "en": "{proposal} goes beyond what {names} allows.",
        "nl": "{proposal} gaat uit boven wat {names} toestaat.",
    },
    "proposal breaks minimum": {
        "en": "{proposal} stays below the minimum of {names}.",
        "nl": "{proposal} blijft onder het minimum van {names}.",
    },
    "proposal breaks maximum": {
        "en": "{proposal} goes above the maximum of {names}.",
        "nl": "{proposal} gaat boven het maximum van {names} uit.",
    },
    "proposal breaks ceiling": {
        "en": "{proposal} goes above the ceiling: {names}.",
        "nl": "{proposal} gaat boven het plafond uit: {names}.",
    },
    "proposal strands": {
        "en": "Of {proposal} {size} cannot be used, because what has to follow it in the chain gets too little: "
        "{names}.",
        "nl": "Van {proposal} is {size} onbruikbaar, omdat wat in de keten moet volgen, te weinig krijgt: {names}.",
    },
    "proposal strands above": {
        "en": "Of {proposal} {size} cannot be used, because lines can take no more or what has to follow them in "
        "the chain gets too little: {names}.",
        "nl": "Van {proposal} is {size} onbruikbaar, omdat posten niet meer kunnen opnemen of wat in de keten "
        "moet volgen, te weinig krijgt: {names}.",
    },
    "broken by so much": {"en": "{name} ({size})", "nl": "{name} ({size})"},
    "proposal called": {"en": '"{name}"', "nl": '"{name}"'},
    "proposal keeps": {
        "en": "{proposal} keeps the ceiling and every rule.",
        "nl": "{proposal} houdt zich aan het plafond en aan elke regel.",
    },
    # The table of measures
    "rounded apart": {
        "en": "{mark} Asks as much as another line and gets exactly as much. Printed they differ, because figures are "
        "rounded so that they add up and keep every rule.",
        "nl": "{mark} Vraagt evenveel als een andere post en krijgt precies evenveel. Afgedrukt verschillen zij, omdat "
        "cijfers zo zijn afgerond dat ze optellen en elke regel aanhouden.",
    },
    "folded group": {"en": "Programme or partner", "nl": "Programma of partner"},
    "partners caption": {
        "en": "The partners whose total moves furthest, in {unit}",
        "nl": "De partners waarvan het totaal het meest verschuift, in {unit}",
    },
    "the workbook": {"en": "the workbook", "nl": "het werkboek"},
    "other partners": {
        "en": "{count:C} other {count:partner|partners}",
        "nl": "{count:C} andere {count:partner|partners}",
    },
    "lines elsewhere": {
        "en": "Each of the {count} lines stands in the workbook (-o NAME.xlsx) and in allocate -f json.",
        "nl": "Elk van de {count} posten staat in het werkboek (-o NAAM.xlsx) en in allocate -f json.",
    },
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
    "measure shift": {"en": "Difference", "nl": "Verschil"},
    "source": {"en": "Source", "nl": "Bron"},
    "brief verdicts": {"en": "How the proposals compare", "nl": "Hoe de voorstellen zich verhouden"},
    "brief proposals": {
        "en": "The proposals beside the optimum, amounts in {unit}",
        "nl": "De voorstellen naast het optimum, bedragen in {unit}",
    },
    "readings beside": {
        "en": "The readings side by side, amounts in {unit}",
        "nl": "De lezingen naast elkaar, bedragen in {unit}",
    },
    "readings over years": {
        "en": "The readings side by side over {years}, amounts in {unit}",
        "nl": "De lezingen naast elkaar over {years}, bedragen in {unit}",
    },
    "spent in": {"en": "Of which in {year}", "nl": "Waarvan in {year}"},
    "reading is": {"en": "{id}: {title}.", "nl": "{id}: {title}."},
    "short caption": {
        "en": "What is asked and not given, amounts in {unit}",
        "nl": "Wat is gevraagd en niet wordt gegeven, bedragen in {unit}",
    },
    "short caption over years": {
        "en": "What is asked and not given over {years}, amounts in {unit}",
        "nl": "Wat over {years} is gevraagd en niet wordt gegeven, bedragen in {unit}",
    },
    "short given": {"en": "Given", "nl": "Krijgt"},
    "short": {"en": "Short", "nl": "Tekort"},
    "short together": {"en": "{count:C} {count:line|lines} together", "nl": "{count:C} {count:post|posten} samen"},
    "departments caption": {
        "en": "What departments get together, amounts in {unit}",
        "nl": "Wat departementen samen krijgen, bedragen in {unit}",
    },
    "cuts mean": {
        "en": "What less than is asked means, as the plan says:",
        "nl": "Wat minder dan gevraagd betekent, volgens het plan:",
    },
    "cut means": {
        "en": "{name} ({given} of the {asked} that it asks): {effect}",
        "nl": "{name} ({given} van de gevraagde {asked}): {effect}",
    },
    "break even": {
        "en": "The {spent} pays for itself if it prevents {least} to {most} of the {low} to {high} that the problem "
        "costs{source}. That is arithmetic, not a promise.",
        "nl": "De {spent} verdient zichzelf terug als daarmee {least} tot {most} wordt voorkomen van de {low} tot "
        "{high} die het probleem kost{source}. Dat is een rekensom, geen belofte.",
    },
    "break even at": {
        "en": "The {spent} pays for itself if it prevents {most} of the {high} that the problem costs{source}. That is "
        "arithmetic, not a promise.",
        "nl": "De {spent} verdient zichzelf terug als daarmee {most} wordt voorkomen van de {high} die het probleem "
        "kost{source}. Dat is een rekensom, geen belofte.",
    },
    "break even source": {"en": " ({source})", "nl": " ({source})"},
    "total of": {"en": "Total {name}", "nl": "Totaal {name}"},
    "grand total": {"en": "Total", "nl": "Totaal"},
    "abbreviated": {"en": "{short}: {name}", "nl": "{short}: {name}"},
    "proposal is asked": {
        "en": "Proposal: what the lines of the plan ask.",
        "nl": "Voorstel: wat de posten van het plan vragen.",
    },
    "proposal is given": {"en": "Proposal: the amounts in {file}.", "nl": "Voorstel: de bedragen in {file}."},
    "proposal is first": {
        "en": 'The proposal "{name}" stands here beside the optimum; all proposals stand side by side below.',
        "nl": 'Naast het optimum staat hier het voorstel "{name}"; alle voorstellen staan hieronder naast elkaar.',
    },
    "proposal is named": {
        "en": "Proposal: {title}.",
        "nl": "Voorstel: {title}.",
    },
    "printed amounts": {
        "en": "The optimum adds up and keeps every rule as printed; annex B says what rounding to {step} cost.",
        "nl": "Zoals het hier staat, telt het optimum op en voldoet het aan elke regel; bijlage B zegt wat het "
        "afronden op {step} kostte.",
    },
    "printed amounts apart": {
        "en": "The optimum adds up as printed and stays within the ceiling. Its amounts are rounded one by one, "
        "so a rule or limit that the exact amounts keep can be missed in print. Annex B says what rounding "
        "to {step} cost.",
        "nl": "Zoals het hier staat, telt het optimum op en blijft het binnen het plafond. De bedragen zijn één "
        "voor één afgerond; daardoor kan in druk een regel of grens net worden gemist waaraan de exacte "
        "bedragen wel voldoen. Bijlage B zegt wat het afronden op {step} kostte.",
    },
    "printed amounts apart alone": {
        "en": "The optimum adds up as printed and stays within the ceiling. Its amounts are rounded one by one "
        "to {step}, so a rule or limit that the exact amounts keep can be missed in print.",
        "nl": "Zoals het hier staat, telt het optimum op en blijft het binnen het plafond. De bedragen zijn één "
        "voor één afgerond op {step}; daardoor kan in druk een regel of grens net worden gemist waaraan de "
        "exacte bedragen wel voldoen.",
    },
    "printed amounts alone": {
        "en": "The optimum adds up and keeps every rule as printed, rounded to {step}.",
        "nl": "Zoals het hier staat, afgerond op {step}, telt het optimum op en voldoet het aan elke regel.",
    },
    "simulated alone": {
        "en": "In {samples} draws of what the plan calls uncertain:",
        "nl": "In {samples} trekkingen van wat het plan onzeker noemt:",
    },
    "proposal rounded": {
        "en": "The proposal has finer amounts; they are rounded so that lines add up to totals.",
        "nl": "Het voorstel heeft fijnere bedragen; die zijn zo afgerond dat posten optellen tot totalen.",
    },
    # Charts
    "bottle data": {"en": "The chain link by link, {unit}", "nl": "De keten schakel voor schakel, {unit}"},
    "bottle split": {"en": "Split", "nl": "Verdeling"},
    "bottle link": {"en": "Link", "nl": "Schakel"},
    "bottle column money": {"en": "Its own money", "nl": "Eigen geld"},
    "bottle column arrives": {"en": "Arrives", "nl": "Komt aan"},
    "bottle column capacity": {"en": "Enough for", "nl": "Genoeg voor"},
    "bottle column passes": {"en": "Gets through", "nl": "Komt erdoor"},
    "bottle column room": {"en": "Room to spare", "nl": "Ruimte over"},
    "bottle column stuck": {"en": "Is stuck", "nl": "Loopt vast"},
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
        "nl": "Bij {ceiling} voldoet geen verdeling aan alle regels, en bij een ander plafond ook niet.",
    },
    "readings caption": {
        "en": "Other readings of the plan at {ceiling}, amounts in {unit}",
        "nl": "Andere lezingen van het plan bij {ceiling}, bedragen in {unit}",
    },
    "reading of the plan": {"en": "Reading", "nl": "Lezing"},
    "largest difference": {"en": "Largest difference with this answer", "nl": "Grootste verschil met dit antwoord"},
    "none": {"en": "none", "nl": "geen"},
    "several as good": {"en": "several splits are as good", "nl": "meer verdelingen zijn even goed"},
    "difference at": {"en": "{name}: {size}", "nl": "{name}: {size}"},
    "course here": {
        "en": "Between {low} and {high}, of each further {one} {bundle}.",
        "nl": "Tussen {low} en {high} gaat van elke extra {one} {bundle}.",
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
        "en": "How far lines can move while the answer stays nearly as good:",
        "nl": "Hoe ver posten kunnen schuiven terwijl het antwoord bijna even goed blijft:",
    },
    "simulated": {
        "en": "In {samples} draws of what the plan calls uncertain (annex E has the figures per line):",
        "nl": "In {samples} trekkingen van wat het plan onzeker noemt (bijlage E heeft de cijfers per post):",
    },
}
