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
    "effect and": {"en": " and ", "nl": " en "},
    "effect rule": {"en": "adding the rule {names}", "nl": "het toevoegen van de regel {names}"},
    "effect rules": {"en": "adding the rules {names}", "nl": "het toevoegen van de regels {names}"},
    "effect set": {"en": "the change ({names})", "nl": "de wijziging ({names})"},
    # Lines are others only beside those that were kept or left out
    "effect other": {"en": "other ", "nl": "andere "},
    "some lines": {"en": "{count} lines", "nl": "{count} posten"},
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
    "lines by id": {"en": "Its lines, by id", "nl": "De posten, op id"},
    "scenarios by name": {"en": "Its scenarios, by name", "nl": "De scenario's, op naam"},
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
