"""What is said of the room around the optimum, and of why one line gets no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "room": {
        "en": "The room at {ceiling} while value and lowest coverage stay within {share} of the best",
        "nl": "De ruimte bij {ceiling} zolang waarde en laagste dekking binnen {share} van het beste blijven",
    },
    "smallest": {"en": "Smallest", "nl": "Kleinste"},
    "largest": {"en": "Largest", "nl": "Grootste"},
    "leeway": {"en": "Room", "nl": "Ruimte"},
    "core": {
        "en": "As long as value and lowest coverage stay within {share} of the best, {core} of {ceiling} is "
        "firm: what each line then gets at the least, added up. If the lowest coverage did not count, "
        "{alone} would be.",
        "nl": "Zolang waarde en laagste dekking binnen {share} van het beste blijven, ligt {core} van {ceiling} "
        "vast: de som van wat elke post dan minstens krijgt. Telt de laagste dekking niet mee, dan ligt "
        "{alone} vast.",
    },
    "widest": {
        "en": "Most room: {name}, from {low} to {high}.",
        "nl": "De meeste ruimte: {name}, van {low} tot {high}.",
    },
    "no room": {"en": "Without any room: {names}.", "nl": "Zonder ruimte: {names}."},
    "one at a time": {
        "en": "Each end can be had if the rest is divided anew, but not all of them at once. Each is proved.",
        "nl": "Elk uiterste is haalbaar als de rest opnieuw wordt verdeeld, maar niet alle tegelijk. Elk is bewezen.",
    },
    # Why one line gets no more
    "why this": {"en": "Why {name} gets {amount} at {ceiling}", "nl": "Waarom {name} {amount} krijgt bij {ceiling}"},
    "asks and gets": {
        "en": "{name} asks {proposed} and gets {amount}: {share}.",
        "nl": "{name} vraagt {proposed} en krijgt {amount}: {share}.",
    },
    "has all": {"en": "It has all that it asks.", "nl": "De post heeft alles wat wordt gevraagd."},
    "at its maximum": {
        "en": "It is at its maximum, {amount}.",
        "nl": "De post zit op het maximum, {amount}.",
    },
    "stopped by": {
        "en": "It cannot get more while no other line gives anything up: {names} in the way.",
        "nl": "Meer kan niet zolang geen andere post iets inlevert: {names} in de weg.",
    },
    "asks no more": {
        "en": "It asks nothing, or is worth nothing in this plan, and gets no more than the rules need.",
        "nl": "De post vraagt niets, of telt in dit plan niet mee, en krijgt niet meer dan de regels nodig hebben.",
    },
    "is": {"en": "{names} is", "nl": "{names} staat"},
    "are": {"en": "{names} are", "nl": "{names} staan"},
    "with its maximum": {"en": ", with a higher maximum", "nl": " bij een hoger maximum"},
    "one more for it": {
        "en": "{step} more for it is possible{raised}: {first} and {second}.",
        "nl": "{step} meer is mogelijk{raised}: {first} en {second}.",
    },
    "value goes up": {"en": "the value rises by {amount}", "nl": "de waarde stijgt met {amount}"},
    "value goes down": {"en": "the value falls by {amount}", "nl": "de waarde daalt met {amount}"},
    "value stays": {"en": "the value stays the same", "nl": "de waarde blijft gelijk"},
    "coverage then": {
        "en": "the lowest coverage goes from {now} to {then}",
        "nl": "de laagste dekking gaat van {now} naar {then}",
    },
    "coverage kept": {"en": "the lowest coverage stays {now}", "nl": "de laagste dekking blijft {now}"},
    "who pays": {"en": "Less then goes to {names}.", "nl": "Minder gaat dan naar {names}."},
    "nobody pays": {"en": "No other line gets less then.", "nl": "Geen andere post krijgt dan minder."},
    "line change": {"en": "{name} ({change})", "nl": "{name} ({change})"},
    "step is too much": {
        "en": "{step} more is impossible, whatever other lines give up.",
        "nl": "{step} meer is onmogelijk, wat andere posten ook inleveren.",
    },
    "would take": {
        "en": "What would make that possible, each change by itself: {changes}.",
        "nl": "Wat dat wel mogelijk zou maken, elke wijziging op zichzelf: {changes}.",
    },
    "now amount": {"en": "Now", "nl": "Nu"},
    "then": {"en": "Then", "nl": "Dan"},
    "changes": {"en": "Change", "nl": "Verandering"},
}
