"""What is said when nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "nothing fits": {"en": "Nothing fits within {ceiling}", "nl": "Binnen {ceiling} past niets"},
    "nothing fits at all": {"en": "Nothing fits, whatever the ceiling", "nl": "Er past niets, bij welk plafond ook"},
    "lowest share": {
        "en": "Every rule can be kept from {share} of these ceilings on.",
        "nl": "Alle regels zijn na te komen vanaf {share} van deze plafonds.",
    },
    "lowest ceiling": {
        "en": "The lowest ceiling at which every rule can be kept is {lowest}: {short} more.",
        "nl": "Het laagste plafond waarbij alle regels kunnen worden nagekomen, is {lowest}: {short} meer.",
    },
    "no ceiling": {
        "en": "No ceiling is enough: the rules contradict each other.",
        "nl": "Geen enkel plafond is genoeg: de regels spreken elkaar tegen.",
    },
    # The reason, step by step
    "minimums are": {
        "en": "The minimums of {names} are {total} together; {limit}: {short} short.",
        "nl": "De minima van {names} zijn samen {total}; {limit}: {short} tekort.",
    },
    "minimum of one": {
        "en": "The minimum of {name} is {total}; {limit}: {short} short.",
        "nl": "Het minimum van {name} is {total}; {limit}: {short} tekort.",
    },
    # What was wished of a line, and where
    "kept of one": {
        "en": "{name} is kept at {total}{by}; {limit}: {short} short.",
        "nl": "{name} wordt vastgehouden op {total}{by}; {limit}: {short} tekort.",
    },
    "kept are": {
        "en": "Kept are {names}: {total} together; {limit}: {short} short.",
        "nl": "Vastgehouden worden {names}: samen {total}; {limit}: {short} tekort.",
    },
    "kept is": {
        "en": "{name} is kept at {amount}{by}",
        "nl": "{name} wordt vastgehouden op {amount}{by}",
    },
    "dropped is": {"en": "{name} is left out{by}", "nl": "{name} is weggelaten{by}"},
    "wished by": {"en": " by {by}", "nl": " door {by}"},
    "kept kind": {"en": "kept", "nl": "vastgehouden"},
    "dropped kind": {"en": "left out", "nl": "weggelaten"},
    "kind with maker": {"en": "{kind} ({by})", "nl": "{kind} ({by})"},
    "name with amount kept": {"en": "{name} ({amount}, kept)", "nl": "{name} ({amount}, vastgehouden)"},
    "name with amount": {"en": "{name} ({amount})", "nl": "{name} ({amount})"},
    "too many to list": {
        "en": "{count:C} constraints cannot hold together, and none of them can be left out: added up they ask "
        "{needed} where there is {available}, which is {short} short. --format json names each of them.",
        "nl": "{count:C} eisen kunnen niet samen gelden, en geen ervan kan worden weggelaten: bij elkaar vragen "
        "ze {needed} waar {available} is, een tekort van {short}. Met --format json staan ze er alle bij "
        "naam.",
    },
    "cannot hold together": {
        "en": "These cannot hold together, and none of them can be left out of the reason:",
        "nl": "Deze eisen kunnen niet samen gelden, en geen ervan kan uit de verklaring worden weggelaten:",
    },
    "cannot hold together in units": {
        "en": "These could hold together if every amount could be split, but not in whole amounts; none of them can be "
        "left out of the reason:",
        "nl": "Deze eisen kunnen samen gelden als elk bedrag deelbaar is, maar niet in hele bedragen; geen ervan kan "
        "uit de verklaring worden weggelaten:",
    },
    "proved by parts": {
        "en": "Proved in exact arithmetic: all splits in whole amounts were divided into {count} parts, and none holds "
        "one that fits.",
        "nl": "Bewezen met exacte berekeningen: alle verdelingen in hele bedragen zijn in {count} delen verdeeld, en "
        "in geen ervan past een verdeling.",
    },
    "ceiling is": {"en": "{name} is {amount}", "nl": "{name} is {amount}"},
    "minimum is": {"en": "the minimum of {name} is {amount}", "nl": "het minimum van {name} is {amount}"},
    "maximum is": {"en": "the maximum of {name} is {amount}", "nl": "het maximum van {name} is {amount}"},
    "maximums are": {
        "en": "{name} can take at most {sum} = {amount} together",
        "nl": "{name} kunnen samen hoogstens {sum} = {amount} opnemen",
    },
    "floor is": {
        "en": "{name} asks at least {amount} for {lines}",
        "nl": "{name} vraagt minstens {amount} voor {lines}",
    },
    "grows at most": {
        "en": "{name} allows at most {amount} more than the year before",
        "nl": "{name} staat hoogstens {amount} meer toe dan het jaar ervoor",
    },
    "grows not more": {
        "en": "{name} allows no more than the year before less {amount}",
        "nl": "{name} staat niet meer toe dan het jaar ervoor min {amount}",
    },
    "grows no more": {
        "en": "{name} allows no more than the year before",
        "nl": "{name} staat niet meer toe dan het jaar ervoor",
    },
    "grows at least": {
        "en": "{name} asks at least {amount} more than the year before",
        "nl": "{name} vraagt ten minste {amount} meer dan het jaar ervoor",
    },
    "grows falls": {
        "en": "{name} allows at most {amount} less than the year before",
        "nl": "{name} staat hoogstens {amount} minder toe dan het jaar ervoor",
    },
    "grows never less": {
        "en": "{name} asks no less than the year before",
        "nl": "{name} vraagt niet minder dan het jaar ervoor",
    },
    "begins at most": {
        "en": "{name} allows at most {amount}: {rise} more than the {start} that it starts from",
        "nl": "{name} staat hoogstens {amount} toe: {rise} meer dan de {start} aan het begin",
    },
    "begins at most from nothing": {
        "en": "{name} allows at most {amount}: it starts from nothing",
        "nl": "{name} staat hoogstens {amount} toe: het begint bij niets",
    },
    "begins at least": {
        "en": "{name} asks at least {amount}, counted from the {start} that it starts from",
        "nl": "{name} vraagt ten minste {amount}, gerekend vanaf de {start} aan het begin",
    },
    "begins at least from nothing": {
        "en": "{name} asks at least {amount} in its first year",
        "nl": "{name} vraagt ten minste {amount} in het eerste jaar",
    },
    "cap is": {"en": "{name} allows at most {amount}", "nl": "{name} staat hoogstens {amount} toe"},
    "rule asks": {
        "en": "for {given} at {whole}, {name} asks {sum} = {amount} at {part}",
        "nl": "bij {given} voor {whole} vraagt {name} {sum} = {amount} voor {part}",
    },
    "share asks": {
        "en": "of {given} in total, {name} asks {sum} = {amount} for {part}",
        "nl": "van {given} in totaal vraagt {name} {sum} = {amount} voor {part}",
    },
    "rule allows": {
        "en": "{name} allows {given} at {part} only with {sum} = {amount} at {whole}",
        "nl": "{name} staat {given} voor {part} alleen toe bij {sum} = {amount} voor {whole}",
    },
    "share allows": {
        "en": "{name} allows {given} for {part} only with {sum} = {amount} in total",
        "nl": "{name} staat {given} voor {part} alleen toe bij {sum} = {amount} in totaal",
    },
    "there already": {"en": "{amount} that is there already", "nl": "{amount} die er al is"},
    "too much": {
        "en": "That is {short} short: {total} is needed.",
        "nl": "Dat is {short} tekort: er is {total} nodig.",
    },
    "too much together": {
        "en": "Together {sum} = {total} is needed: {short} short.",
        "nl": "Samen is {sum} = {total} nodig: {short} tekort.",
    },
    # The reason, as a weighed sum
    "weighed": {
        "en": "These cannot hold together, and none can be left out. Each counted as often as it says, they ask more "
        "than there is:",
        "nl": "Deze eisen kunnen niet samen gelden, en geen ervan kan worden weggelaten. Elk zo vaak geteld als erbij "
        "staat, vragen zij meer dan er is:",
    },
    "counted": {"en": "{times} × {what}", "nl": "{times} × {what}"},
    "no line there": {"en": "lines of which none is there", "nl": "posten waarvan er geen is"},
    "ratio at least": {
        "en": "{name}: at least {ratio} at {part} for every {euro} at {whole}",
        "nl": "{name}: minstens {ratio} voor {part} bij elke {euro} voor {whole}",
    },
    "ratio at most": {
        "en": "{name}: at most {ratio} at {part} for every {euro} at {whole}",
        "nl": "{name}: hoogstens {ratio} voor {part} bij elke {euro} voor {whole}",
    },
    "weighed sum": {
        "en": "Needed: {needing} = {needed}. There is: {having} = {available}. That is {short} short.",
        "nl": "Nodig: {needing} = {needed}. Er is: {having} = {available}. Dat is {short} tekort.",
    },
    # What would repair it
    "repairs": {
        "en": "What would repair it, each change by itself",
        "nl": "Wat het zou oplossen, elke wijziging op zichzelf",
    },
    "now": {"en": "Now", "nl": "Nu"},
    "becomes": {"en": "Becomes", "nl": "Wordt"},
    "difference": {"en": "Difference", "nl": "Verschil"},
    "asks less": {"en": "{amount} less", "nl": "{amount} minder"},
    "allows more": {"en": "{amount} more", "nl": "{amount} meer"},
    "repair told": {
        "en": "{name} from {now} to {becomes} ({difference})",
        "nl": "{name} van {now} naar {becomes} ({difference})",
    },
    "not by itself": {"en": "not enough by itself", "nl": "alleen niet genoeg"},
    "in vain alone": {
        "en": "{count:C} more {count:constraint is|constraints are} not shown here, because changing one alone is not "
        "enough: -f json has them all.",
        "nl": "Nog {count} {count:eis staat|eisen staan} hier niet, omdat één ervan wijzigen niet genoeg is: "
        "-f json bevat alles.",
    },
    "each exact": {
        "en": "Each is the least change that is enough while all else stays as it is: proved. Shown rounded to the "
        "side that is enough.",
        "nl": "Elk is de kleinste wijziging die volstaat als al het andere blijft zoals het is: bewezen. "
        "Afgerond naar de kant die volstaat.",
    },
    "given up first": {
        "en": "First what was chosen, then norms, then what the plan says nothing of, laws last.",
        "nl": "Eerst wat een keuze is, dan normen, dan waar het plan niets over zegt, wetten het laatst.",
    },
}
