"""Every word and sentence that people read, in both languages side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.language import Language

WORDS: dict[str, dict[Language, str]] = {
    # Headings of columns and groups
    "line": {"en": "Line", "nl": "Post"},
    "lines": {"en": "Lines", "nl": "Posten"},
    "proposed": {"en": "Proposed", "nl": "Gevraagd"},
    "minimum": {"en": "Minimum", "nl": "Minimum"},
    "maximum": {"en": "Maximum", "nl": "Maximum"},
    "allocated": {"en": "Allocated", "nl": "Toegekend"},
    "coverage": {"en": "Coverage", "nl": "Dekking"},
    "total": {"en": "Total", "nl": "Totaal"},
    "programme": {"en": "Programme", "nl": "Programma"},
    "partner": {"en": "Partner", "nl": "Partner"},
    "department": {"en": "Department", "nl": "Departement"},
    "ungrouped": {"en": "(none named)", "nl": "(niet genoemd)"},
    # Titles
    "allocation": {"en": "{ceiling}, divided", "nl": "{ceiling}, verdeeld"},
    "reading": {"en": "Scenario: {title}", "nl": "Scenario: {title}"},
    "amounts in": {"en": "Amounts in {unit}.", "nl": "Bedragen in {unit}."},
    # The sentence under an allocation
    "everything fits": {
        "en": "Everything that is asked fits within {ceiling}: every line gets what it asks.",
        "nl": "Alles wat wordt gevraagd, past binnen {ceiling}: elke post krijgt wat hij vraagt.",
    },
    "ceiling is reached": {
        "en": "All of {ceiling} is put to work. No line gets less than {lowest} of what it asks; "
        "what holds the rest back is the ceiling.",
        "nl": "De volle {ceiling} wordt ingezet. Geen post krijgt minder dan {lowest} van wat hij vraagt; "
        "wat de rest tegenhoudt, is het plafond.",
    },
    "money stays": {
        "en": "{total} of {ceiling} can be put to work and {unspent} stays unspent. No line gets less than {lowest} "
        "of what it asks. What holds the rest back: {binding}.",
        "nl": "Van {ceiling} kan {total} worden ingezet; {unspent} blijft over. Geen post krijgt minder dan {lowest} "
        "van wat hij vraagt. Wat de rest tegenhoudt: {binding}.",
    },
    "all of it fits": {
        "en": "All of {ceiling} is put to work, and no more could be. No line gets less than {lowest} of what it "
        "asks. What holds the rest back: {binding}.",
        "nl": "De volle {ceiling} wordt ingezet, en meer zou niet kunnen. Geen post krijgt minder dan {lowest} van wat "
        "hij vraagt. Wat de rest tegenhoudt: {binding}.",
    },
    "nothing asked": {
        "en": "No line asks anything; {total} of {ceiling} is allocated.",
        "nl": "Geen enkele post vraagt iets; van {ceiling} wordt {total} toegekend.",
    },
    "the limits": {"en": "what the lines can take", "nl": "wat de posten kunnen opnemen"},
    "unspent": {"en": "Unspent: {amount}", "nl": "Niet besteed: {amount}"},
    "value": {
        "en": "Weighted value: {value} (weights differ from 1).",
        "nl": "Gewogen waarde: {value} (de gewichten wijken af van 1).",
    },
    "binding": {"en": "Binding: {names}", "nl": "Bindend: {names}"},
    "nothing binds": {"en": "Binding: no rule and no ceiling", "nl": "Bindend: geen regel en geen plafond"},
    "fixed": {"en": "Fixed by their minimum: {names}", "nl": "Vastgelegd door hun minimum: {names}"},
    "at minimum": {"en": "At their minimum: {names}", "nl": "Op hun minimum: {names}"},
    "at maximum": {"en": "At their maximum: {names}", "nl": "Op hun maximum: {names}"},
    "most at maximum": {
        "en": "At their maximum: all lines except {names}",
        "nl": "Op hun maximum: alle posten behalve {names}",
    },
    "all at maximum": {"en": "At their maximum: all lines", "nl": "Op hun maximum: alle posten"},
    "at nothing": {"en": "Without money: {names}", "nl": "Zonder geld: {names}"},
    "the ceiling": {"en": "the ceiling", "nl": "het plafond"},
    "proved": {
        "en": "This split is optimal: proved in exact arithmetic.",
        "nl": "Deze verdeling is optimaal: exact nagerekend en bewezen.",
    },
    "not the only one": {
        "en": "Other splits may reach the same value; add coverage to the objective for a single answer.",
        "nl": "Andere verdelingen kunnen dezelfde waarde halen; neem coverage op in objective voor één antwoord.",
    },
    # When nothing fits
    "nothing fits": {
        "en": "Nothing fits within {ceiling}",
        "nl": "Binnen {ceiling} past niets",
    },
    "nothing fits at all": {"en": "Nothing fits, whatever the ceiling", "nl": "Er past niets, bij welk plafond ook"},
    "lowest ceiling": {
        "en": "The lowest ceiling at which every rule can be kept is {lowest}: {short} more.",
        "nl": "Het laagste plafond waarbij alle regels kunnen worden nagekomen is {lowest}: {short} meer.",
    },
    "no ceiling": {
        "en": "No ceiling is enough: the rules contradict each other.",
        "nl": "Geen enkel plafond is genoeg: de regels spreken elkaar tegen.",
    },
    "cannot hold together": {
        "en": "These cannot hold together, and none of them can be left out of the reason:",
        "nl": "Deze eisen kunnen niet samen gelden, en geen ervan kan uit de verklaring worden weggelaten:",
    },
    "ceiling is": {"en": "the ceiling is {amount}", "nl": "het plafond is {amount}"},
    "minimum is": {"en": "{name} needs at least {amount}", "nl": "{name} heeft minstens {amount} nodig"},
    "maximum is": {"en": "{name} can take at most {amount}", "nl": "{name} kan hoogstens {amount} opnemen"},
    "rule is": {"en": "the rule {name} ({id})", "nl": "de regel {name} ({id})"},
    "rule": {"en": '"{name}"', "nl": '"{name}"'},
    # Ceilings side by side
    "each proved": {
        "en": "Each of these splits is optimal: proved in exact arithmetic.",
        "nl": "Elk van deze verdelingen is optimaal: exact nagerekend en bewezen.",
    },
    # The ladder
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
    "to": {"en": "{amount} goes to {name}", "nl": "{amount} naar {name}"},
    "others": {"en": "{amount} to {count} other lines", "nl": "{amount} naar {count} andere posten"},
    "nobody": {"en": "nothing goes to any line", "nl": "niets naar een post"},
    "from": {"en": "{amount} from {name}", "nl": "{amount} van {name}"},
    "paid by": {"en": ", which also takes {names}", "nl": ", waarvoor ook {names} afgaat"},
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
    # Bottlenecks
    "bottlenecks": {"en": "What binds at {ceiling}", "nl": "Wat knelt bij {ceiling}"},
    "constraint": {"en": "Constraint", "nl": "Grens"},
    "kind": {"en": "Kind", "nl": "Soort"},
    "nature": {"en": "Nature", "nl": "Aard"},
    "proportional": {"en": "Chain rule", "nl": "Ketenregel"},
    "level": {"en": "Level", "nl": "Niveau"},
    "law": {"en": "law", "nl": "wet"},
    "norm": {"en": "norm", "nl": "norm"},
    "choice": {"en": "choice", "nl": "keuze"},
    "one more": {"en": "One more (shadow price)", "nl": "Eén erbij (schaduwprijs)"},
    "as far as": {"en": "As far as", "nl": "Tot en met"},
    "one less": {"en": "One less", "nl": "Eén eraf"},
    "relief": {"en": "Lowest coverage (% pt)", "nl": "Laagste dekking (%-punt)"},
    "no end": {"en": "no end", "nl": "zonder einde"},
    "ceiling holds back": {
        "en": "Each further euro of ceiling is worth {worth}{far}.",
        "nl": "Elke euro plafond erbij is {worth} waard{far}.",
    },
    "maximum holds back": {
        "en": "{name} is at its maximum: each euro more there is worth {worth}{far}.",
        "nl": "{name} zit aan zijn maximum: elke euro meer daar is {worth} waard{far}.",
    },
    "minimum holds back": {
        "en": "{name} is at its minimum: each euro less there is worth {worth}{far}.",
        "nl": "{name} zit op zijn minimum: elke euro minder daar is {worth} waard{far}.",
    },
    "rule holds back": {
        "en": "{name} binds: each euro that it asks less is worth {worth}{far}.",
        "nl": "{name} knelt: elke euro die de regel minder vraagt is {worth} waard{far}.",
    },
    "ceiling shifts": {
        "en": "More ceiling adds no value; it only divides differently.",
        "nl": "Meer plafond voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "maximum shifts": {
        "en": "A higher maximum of {name} adds no value; it only divides differently.",
        "nl": "Een hoger maximum van {name} voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "minimum shifts": {
        "en": "A lower minimum of {name} adds no value; it only divides differently.",
        "nl": "Een lager minimum van {name} voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "rule shifts": {
        "en": "Easing {name} adds no value; it only divides differently.",
        "nl": "Verlichting van {name} voegt geen waarde toe; het verdeelt alleen anders.",
    },
    "so far": {"en": ", up to {amount}", "nl": ", tot en met {amount}"},
    "the other way": {"en": "One euro the other way costs {worth}.", "nl": "Eén euro de andere kant op kost {worth}."},
    "who gains": {"en": "It goes to {names}.", "nl": "Dat gaat naar {names}."},
    "satisfied": {
        "en": "Lines at their maximum that have all they ask: {count}. Money would flow there if they asked more.",
        "nl": "Posten op hun maximum die alles hebben wat zij vragen: {count}. Met meer vraag ging er meer geld heen.",
    },
    "without effect": {
        "en": "Binding without effect, so that leaving one out changes nothing: {names}.",
        "nl": "Bindend zonder effect, zodat weglaten van één ervan niets verandert: {names}.",
    },
    "explained": {
        "en": "Worth: the change of the (weighted) total per euro, proved on both sides.",
        "nl": "Waard: de verandering van het (gewogen) totaal per euro, naar beide kanten bewezen.",
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
    "coverage chart": {
        "en": "How much of what each line asks is covered at every ceiling. Darkest: all of it.",
        "nl": "Welk deel van wat elke post vraagt is gedekt bij elk plafond. Donkerst: alles.",
    },
    "about split": {
        "en": "Stacked areas: what each programme gets at every ceiling from {low} to {high}. Programmes: {count}.",
        "nl": "Gestapelde vlakken: wat elk programma krijgt bij elk plafond van {low} tot {high}. "
        "Programma's: {count}.",
    },
    "about whole": {
        "en": "An area: what all lines together get at every ceiling from {low} to {high}.",
        "nl": "Een vlak: wat alle posten samen krijgen bij elk plafond van {low} tot {high}.",
    },
    "about coverage": {
        "en": "Heat map: how much of what each line asks is covered at every ceiling from {low} to {high}; "
        "darker is more. Lines: {count}.",
        "nl": "Warmtekaart: welk deel van wat elke post vraagt is gedekt bij elk plafond van {low} tot {high}; "
        "donkerder is meer. Posten: {count}.",
    },
    "about courses": {
        "en": "Ceilings at which the split changes course: {count}.",
        "nl": "Plafonds waarbij de verdeling van koers verandert: {count}.",
    },
    "about largest": {
        "en": "The largest programme at the highest ceiling: {name}, with {amount}.",
        "nl": "Het grootste programma bij het hoogste plafond: {name}, met {amount}.",
    },
    # Reconciliation
    "check": {"en": "The plan held against itself", "nl": "Het plan getoetst"},
    "check sums": {
        "en": "Lines: {lines}, which ask {proposed} together; their minimums come to {minimum}.",
        "nl": "Posten: {lines}, die samen {proposed} vragen; hun minima zijn {minimum}.",
    },
    "check totals": {
        "en": "Stated totals that the lines add up to: {count}.",
        "nl": "Totalen uit de bron waarop de posten uitkomen: {count}.",
    },
    "check lowest": {
        "en": "The lowest ceiling at which every rule can be kept is {lowest}.",
        "nl": "Het laagste plafond waarbij alle regels kunnen worden nagekomen is {lowest}.",
    },
    "check scenarios": {"en": "Scenarios: {names}.", "nl": "Scenario's: {names}."},
    "by programme": {"en": "By programme", "nl": "Per programma"},
    "by partner": {"en": "By partner", "nl": "Per partner"},
    "by department": {"en": "By department", "nl": "Per departement"},
    "findings": {
        "en": "What to know before trusting an answer",
        "nl": "Wat u moet weten voordat u op een antwoord vertrouwt",
    },
    "nothing odd": {"en": "Nothing odd was found.", "nl": "Er is niets bijzonders gevonden."},
    "broken": {
        "en": "The proposal itself breaks {name}: {amount} short.",
        "nl": "Het voorstel zelf voldoet niet aan {name}: {amount} tekort.",
    },
    "idle": {
        "en": "{name} can never bind: no split comes up against it, so leaving it out changes nothing.",
        "nl": "{name} kan nooit knellen: geen verdeling loopt ertegenaan, dus weglaten verandert niets.",
    },
    "shared": {
        "en": "{name} counts these lines both upstream and downstream: {lines}.",
        "nl": "{name} telt deze posten zowel stroomopwaarts als stroomafwaarts mee: {lines}.",
    },
    "unsourced": {"en": "Without a source: {lines}.", "nl": "Zonder bron: {lines}."},
    "asking nothing": {"en": "Asking nothing: {lines}.", "nl": "Vragen niets: {lines}."},
    "and": {"en": "and", "nl": "en"},
}


def say(key: str, language: Language, **values: object) -> str:
    """A text in the reader's language with its places filled in."""
    return WORDS[key][language].format(**values)


def listed(names: list[str], language: Language) -> str:
    """Names in a row as one says them: `a, b and c`; with semicolons where a name has a comma itself."""
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    comma = ";" if any("," in name for name in names) else ","
    return f"{f'{comma} '.join(names[:-1])}{comma if comma == ';' else ''} {say('and', language)} {names[-1]}"
