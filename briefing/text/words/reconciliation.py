"""What is said of a plan that is held against itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "check": {"en": "The plan held against itself", "nl": "Het plan getoetst"},
    "check sums": {
        "en": "Lines: {lines}, which ask {proposed} together; their minimums come to {minimum}.",
        "nl": "Posten: {lines}, die samen {proposed} vragen; hun minima zijn {minimum}.",
    },
    "check sums over years": {
        "en": "Lines: {lines}, over {years} years, which ask {proposed} together; their minimums come to {minimum}.",
        "nl": "Posten: {lines}, over {years} jaren, die samen {proposed} vragen; hun minima zijn {minimum}.",
    },
    "all that is asked": {"en": "what is asked", "nl": "wat wordt gevraagd"},
    "check share": {
        "en": "Of the path {name}, {share} is the least at which every rule can be kept.",
        "nl": "Van het pad {name} is {share} het minste waarbij alle regels kunnen worden nagekomen.",
    },
    "no share": {
        "en": "Not even a thousand times the path {name} lets every rule be kept.",
        "nl": "Ook duizend keer het pad {name} is niet genoeg om alle regels na te komen.",
    },
    "too short": {
        "en": "Under the path {path} {names} still binds in {year}, the last year, which stands for all that follow: "
        "the plan is too short for an end state.",
        "nl": "Onder het pad {path} knelt {names} nog in {year}, het laatste jaar, dat voor alle volgende staat: "
        "het plan is te kort voor een eindstand.",
    },
    "figures without effect": {
        "en": "Figures of years in which their line or rule does not hold, without effect: {paths}.",
        "nl": "Cijfers van jaren waarin hun post of regel niet geldt, zonder effect: {paths}.",
    },
    "check totals": {
        "en": "Stated totals that the lines add up to: {count:d}.",
        "nl": "Totalen uit de bron waarop de posten uitkomen: {count:d}.",
    },
    "check printed": {
        "en": "Totals that the source rounds: {count:d}; held together with their lines as rounded figures.",
        "nl": "Totalen die de bron afrondt: {count:d}; als afgeronde cijfers samen met hun posten getoetst.",
    },
    "cannot be printed": {
        "en": "These printed figures cannot all be right: {figures}. No amounts there are can be rounded to them all.",
        "nl": "Deze afgedrukte cijfers kunnen niet allemaal kloppen: {figures}. Er zijn geen bedragen die tot al deze"
        " cijfers zijn af te ronden.",
    },
    "no fewer contradict": {
        "en": "Nowhere in the plan do fewer printed figures contradict each other.",
        "nl": "Nergens in het plan is een kleiner aantal afgedrukte cijfers met elkaar in strijd.",
    },
    "printed total": {"en": "the total {amount} of {lines}", "nl": "het totaal {amount} van {lines}"},
    "printed line": {"en": "{amount} for {name}", "nl": "{amount} voor {name}"},
    "check lowest": {
        "en": "The lowest ceiling at which every rule can be kept is {lowest}.",
        "nl": "Het laagste plafond waarbij alle regels kunnen worden nagekomen, is {lowest}.",
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
    "broken short": {
        "en": "The proposal itself breaks {name}: {amount} short.",
        "nl": "Het voorstel zelf voldoet niet aan {name}: {amount} tekort.",
    },
    "broken over": {
        "en": "The proposal itself breaks {name}: {amount} too much.",
        "nl": "Het voorstel zelf voldoet niet aan {name}: {amount} te veel.",
    },
    "broken short together": {
        "en": "The proposal itself breaks {name}: {amount} short, added up.",
        "nl": "Het voorstel zelf voldoet niet aan {name}: bij elkaar {amount} tekort.",
    },
    "broken over together": {
        "en": "The proposal itself breaks {name}: {amount} too much, added up.",
        "nl": "Het voorstel zelf voldoet niet aan {name}: bij elkaar {amount} te veel.",
    },
    "scenario never fits": {
        "en": 'Under scenario "{title}" no ceiling is enough.',
        "nl": 'Onder scenario "{title}" is geen enkel plafond genoeg.',
    },
    "idle": {
        "en": "{name} can never bind: no split comes up against it, so leaving it out changes nothing.",
        "nl": "{name} kan nooit knellen: geen verdeling loopt ertegenaan, dus weglaten verandert niets.",
    },
    "idle not asked": {
        "en": "More than {most} rules hang together here. Whether each of them can ever bind was not looked at:"
        " that would take many minutes.",
        "nl": "Hier hangen meer dan {most} regels samen. Of elke regel ooit kan knellen, is niet onderzocht:"
        " dat zou vele minuten duren.",
    },
    "exact followed": {
        "en": "{rows} rules hang together here, and exact amounts can have up to {digits} digits: bottlenecks "
        "and brief work out {count:d} {count:finding|findings} at most, say which are missing, and may take minutes. "
        "Ratios with fewer digits, or rules per group (per: partner), make them quick.",
        "nl": "Hier hangen {rows} regels samen, en exacte bedragen kunnen tot {digits} cijfers hebben: "
        "bottlenecks en brief rekenen hoogstens {count:d} {count:bevinding|bevindingen} uit, zeggen welke ontbreken, "
        "en kunnen minuten duren. Verhoudingen met minder cijfers, of regels per groep (per: partner), maken "
        "ze snel.",
    },
    "exact every": {
        "en": "{rows} rules hang together here, and exact amounts can have up to {digits} digits: every answer "
        "may take minutes, bottlenecks and brief hours, with {count:d} {count:finding|findings} at most. Ratios with "
        "fewer digits, or rules per group (per: partner), make them quick.",
        "nl": "Hier hangen {rows} regels samen, en exacte bedragen kunnen tot {digits} cijfers hebben: elk "
        "antwoord kan minuten duren, bottlenecks en brief uren, met hoogstens {count:d} {count:bevinding|bevindingen}. "
        "Verhoudingen met minder cijfers, of regels per groep (per: partner), maken ze snel.",
    },
    "shared": {
        "en": "{name} counts these lines both upstream and downstream in the chain: {lines}.",
        "nl": "{name} telt deze posten zowel vooraan als verderop in de keten mee: {lines}.",
    },
    "unsourced": {"en": "Without a source: {lines}.", "nl": "Zonder bron: {lines}."},
    "asking nothing": {"en": "Asking nothing: {lines}.", "nl": "Er wordt niets gevraagd voor: {lines}."},
    "name twice": {
        "en": '"{name}" is the name of several lines ({lines}): what tells them apart stands behind it in brackets.',
        "nl": '"{name}" is de naam van meer dan één post ({lines}): het verschil staat tussen haakjes erachter.',
    },
    "groups none": {
        "en": "The objective has a stage of {stage}, but no line names one: all lines are one group.",
        "nl": "Het doel heeft een trap van {stage}, maar geen post noemt er een: alle posten zijn één groep.",
    },
    "groups one": {
        "en": "The objective has a stage of {stage}, but all lines that ask something are in one.",
        "nl": "Het doel heeft een trap van {stage}, maar alle posten die iets vragen, vallen onder één.",
    },
    "groups and the rest": {
        "en": "The objective has a stage of {stage}: {count} {count:line that names none is|lines that name none are} "
        "one group.",
        "nl": "Het doel heeft een trap van {stage}: {count} {count:post die er geen noemt, is|posten die er geen "
        "noemen, zijn} één groep.",
    },
    "total of partner": {
        "en": '"{name}" ({id}) asks exactly what the other lines of its partner ask together, and is called a total:'
        " leave it out, or state it under totals:.",
        "nl": '"{name}" ({id}) vraagt precies wat de andere posten van zijn partner samen vragen, en heet een totaal:'
        " laat die weg, of zet het onder totals:.",
    },
    "total of programme": {
        "en": '"{name}" ({id}) asks exactly what the other lines of its programme ask together, and is called a total:'
        " leave it out, or state it under totals:.",
        "nl": '"{name}" ({id}) vraagt precies wat de andere posten van zijn programma samen vragen, en heet een totaal:'
        " laat die weg, of zet het onder totals:.",
    },
    "total of department": {
        "en": '"{name}" ({id}) asks exactly what the other lines of its department ask together, and is called a total:'
        " leave it out, or state it under totals:.",
        "nl": '"{name}" ({id}) vraagt precies wat de andere posten van zijn departement samen vragen, en heet een'
        " totaal: laat die weg, of zet het onder totals:.",
    },
    "total of plan": {
        "en": '"{name}" ({id}) asks exactly what all other lines ask together, and is called a total: leave it out, or'
        " state it under totals:.",
        "nl": '"{name}" ({id}) vraagt precies wat alle andere posten samen vragen, en heet een totaal: laat die weg, of'
        " zet het onder totals:.",
    },
    "out of range": {
        "en": "Asking a thousand times what the lines in the middle ask, or more: {lines}. Is that in the plan's unit?",
        "nl": "Duizend keer zoveel gevraagd als voor de posten in het midden, of meer: {lines}. Is dat in de eenheid"
        " van het plan?",
    },
    "unit unknown": {
        "en": "The unit '{unit}' is not one of those that are known here (EUR or another currency by three"
        " letters, then thousand, million or billion, then per year): it is printed as it stands.",
        "nl": "De eenheid '{unit}' is hier niet bekend (EUR of een andere valuta met drie letters, dan duizend,"
        " mln of mld, dan per jaar): zij wordt afgedrukt zoals zij er staat.",
    },
}
