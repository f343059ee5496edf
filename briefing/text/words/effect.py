"""What was asked of a plan did to the others: the first sentence of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "effect keep": {"en": "keeping {names} whole", "nl": "{names} ontzien"},
    "effect keep at": {"en": "keeping {names} at {amount}", "nl": "{names} vasthouden op {amount}"},
    "effect keep at several": {
        "en": "keeping {names} at the amounts that were asked",
        "nl": "{names} vasthouden op de gevraagde bedragen",
    },
    "effect drop": {"en": "leaving out {names}", "nl": "{names} weglaten"},
    "effect at": {"en": "At {ceiling}: {sentence}", "nl": "Bij {ceiling}: {sentence}"},
    "effect scenario": {"en": 'the scenario "{name}"', "nl": 'het scenario "{name}"'},
    "effect first": {"en": "putting {names} first", "nl": "voorrang voor {names}"},
    "effect even partner": {"en": "dividing evenly over partners first", "nl": "eerst gelijk verdelen over partners"},
    "effect even programme": {
        "en": "dividing evenly over programmes first",
        "nl": "eerst gelijk verdelen over programma's",
    },
    "effect even department": {
        "en": "dividing evenly over departments first",
        "nl": "eerst gelijk verdelen over departementen",
    },
    "effect even year": {"en": "dividing evenly over years first", "nl": "eerst gelijk verdelen over jaren"},
    "effect of lines": {
        "en": "{count} of the {others} {other}lines",
        "nl": "{count} van de {others} {other}posten",
    },
    "effect of all lines": {"en": "all {others} {other}lines", "nl": "alle {others} {other}posten"},
    "effect years costs one": {
        "en": "{what} costs {names} {amount} over {years}{rest}.",
        "nl": "{what} kost {names} {amount} over {years}{rest}.",
    },
    "effect years costs several": {
        "en": "{what} costs {names} {amount} together over {years}{rest}.",
        "nl": "{what} kost {names} samen {amount} over {years}{rest}.",
    },
    "effect years gives one": {
        "en": "{what} gives {names} {amount} more over {years}{rest}.",
        "nl": "{what} levert {names} {amount} op over {years}{rest}.",
    },
    "effect years gives several": {
        "en": "{what} gives {names} {amount} more together over {years}{rest}.",
        "nl": "{what} levert {names} samen {amount} op over {years}{rest}.",
    },
    "effect years in time": {
        "en": "{what} changes what lines get in a year, not what they get over {years}{rest}.",
        "nl": "{what} verandert wat posten per jaar krijgen, niet wat zij over {years} krijgen{rest}.",
    },
    "effect years nothing": {
        "en": "{what} costs the other lines nothing: none of them gets less in any year, and none more.",
        "nl": "{what} kost de andere posten niets: geen ervan krijgt in enig jaar minder, en geen meer.",
    },
    "effect years nothing at all": {
        "en": "{what} changes nothing: no line gets less in any year, and none more.",
        "nl": "{what} verandert niets: geen post krijgt in enig jaar minder, en geen meer.",
    },
    "effect years lowest": {
        "en": "{said} The lowest coverage of {whose} goes from {before} to {after} in {year}.",
        "nl": "{said} De laagste dekking van {whose} gaat in {year} van {before} naar {after}.",
    },
    "effect whose others": {"en": "the other lines", "nl": "de andere posten"},
    "effect whose all": {"en": "all lines", "nl": "alle posten"},
    "effect no others": {
        "en": "{what} concerns every line, so no other line pays or gains.",
        "nl": "{what} gaat over elke post, zodat geen andere post betaalt of wint.",
    },
    "effect not proved": {
        "en": "What this does to the other lines could not be proved.",
        "nl": "Wat dit voor de andere posten betekent, is niet bewezen.",
    },
    "effect years rest in time one": {
        "en": "; {names} gets as much, in other years",
        "nl": "; {names} krijgt evenveel, in andere jaren",
    },
    "effect years rest in time several": {
        "en": "; {names} get as much, in other years",
        "nl": "; {names} krijgen evenveel, in andere jaren",
    },
    "effect years rest stays": {
        "en": "; the rest keep what they had in every year",
        "nl": "; de overige houden in elk jaar wat zij hadden",
    },
    "effect slice": {"en": "taking {share} off every line", "nl": "{share} minder voor elke post"},
    "effect beside optimum": {
        "en": "Against the optimal split of {total}: {said}",
        "nl": "Vergeleken met de optimale verdeling van {total}: {said}",
    },
    "effect sparing": {
        "en": "Sparing {names} costs every other line {points} points: {after} in place of the {before} that "
        "every line would get if {total} were spread evenly.",
        "nl": "{names} ontzien kost elke andere post {points} procentpunt: {after} in plaats van de {before} die "
        "elke post zou krijgen als {total} gelijk werd verdeeld.",
    },
    "effect sparing nothing": {
        "en": "Sparing {names} costs the other lines nothing.",
        "nl": "{names} ontzien kost de andere posten niets.",
    },
    "effect and": {"en": " and ", "nl": " en "},
    "effect rule": {
        "en": "adding the rule {names}",
        "nl": "de extra regel {names}",
    },
    "effect rules": {
        "en": "adding the rules {names}",
        "nl": "de extra regels {names}",
    },
    "effect rule gone": {"en": "leaving out the rule {names}", "nl": "de regel {names} weglaten"},
    "effect rules gone": {"en": "leaving out the rules {names}", "nl": "de regels {names} weglaten"},
    "effect set": {"en": "the change ({names})", "nl": "de wijziging ({names})"},
    # Lines are others only beside those that were kept or left out
    "effect other": {"en": "other ", "nl": "andere "},
    "so many lines": {"en": "{count:C} {count:line|lines}: {names}", "nl": "{count:C} {count:post|posten}: {names}"},
    "some lines": {
        "en": "{count} {count:line|lines}",
        "nl": "{count} {count:post|posten}",
    },
    "effect costs every": {
        "en": "{what} costs every {other}line {points} points: from {before} to {after}.",
        "nl": "{what} kost elke {other}post {points} procentpunt: van {before} naar {after}.",
    },
    "effect gives every": {
        "en": "{what} gives every {other}line {points} points: from {before} to {after}.",
        "nl": "{what} levert elke {other}post {points} procentpunt op: van {before} naar {after}.",
    },
    "effect costs most": {
        "en": "{what} costs {count} of the {others} {other}lines {points} points: from {before} to {after}{rest}.",
        "nl": "{what} kost {count} van de {others} {other}posten {points} procentpunt: van {before} naar {after}"
        "{rest}.",
    },
    "effect gives most": {
        "en": "{what} gives {count} of the {others} {other}lines {points} points: from {before} to {after}{rest}.",
        "nl": "{what} levert {count} van de {others} {other}posten {points} procentpunt op: van {before} naar {after}"
        "{rest}.",
    },
    "effect costs one": {
        "en": "{what} costs {name} {points} points: from {before} to {after}{rest}.",
        "nl": "{what} kost {name} {points} procentpunt: van {before} naar {after}{rest}.",
    },
    "effect gives one": {
        "en": "{what} gives {name} {points} points: from {before} to {after}{rest}.",
        "nl": "{what} levert {name} {points} procentpunt op: van {before} naar {after}{rest}.",
    },
    "effect nothing": {
        "en": "{what} costs the other lines nothing: none of them gets less, and none more.",
        "nl": "{what} kost de andere posten niets: geen ervan krijgt minder, en geen meer.",
    },
    "effect nothing at all": {
        "en": "{what} changes nothing: no line gets less, and none more.",
        "nl": "{what} verandert niets: geen post krijgt minder, en geen meer.",
    },
    "effect moves no coverage": {
        "en": "{what} leaves the coverage of every line as it was{rest}.",
        "nl": "{what} laat de dekking van elke post zoals die was{rest}.",
    },
    "effect moves amounts": {
        "en": "{what} moves amounts{rest}.",
        "nl": "{what} verschuift bedragen{rest}.",
    },
    "effect rest stays": {"en": "; the rest keep what they had", "nl": "; de overige houden wat zij hadden"},
    "effect rest more one": {"en": "; {names} gets {amount} more", "nl": "; {names} krijgt {amount} meer"},
    "effect rest less one": {"en": "; {names} gets {amount} less", "nl": "; {names} krijgt {amount} minder"},
    "effect rest more several": {
        "en": "; {names} get {amount} more together",
        "nl": "; {names} krijgen samen {amount} meer",
    },
    "effect rest less several": {
        "en": "; {names} get {amount} less together",
        "nl": "; {names} krijgen samen {amount} minder",
    },
    # The columns of a form for partners, as a proposal's table is read
    "form line": {"en": "line", "nl": "post"},
    "form name": {"en": "name", "nl": "naam"},
    "form partner": {"en": "partner", "nl": "partner"},
    "form asked": {"en": "asked", "nl": "gevraagd"},
    "form amount": {"en": "amount", "nl": "bedrag"},
    "form note": {"en": "note", "nl": "opmerking"},
    "lines by id": {"en": "Its lines, by id", "nl": "De posten, op id"},
    "scenarios by name": {"en": "Its scenarios, by name", "nl": "De scenario's, op naam"},
    "tags": {"en": "Tags", "nl": "Labels"},
    "scenario name": {"en": "Name", "nl": "Naam"},
    "scenario title": {"en": "Title", "nl": "Titel"},
    "no scenarios": {"en": "The plan has no scenarios.", "nl": "Het plan heeft geen scenario's."},
    "against": {"en": "than {than}", "nl": "dan {than}"},
    "slice": {"en": "{share} less for every line", "nl": "{share} minder voor elke post"},
    "slice except": {"en": "{slice} except {names}", "nl": "{slice} behalve {names}"},
    "effect no run": {
        "en": "Without that nothing fits within {ceiling}, so there is nothing to hold it against.",
        "nl": "Zonder dat past er niets binnen {ceiling}, zodat er niets is om het mee te vergelijken.",
    },
}
