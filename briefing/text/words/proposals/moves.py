"""What is said of where money goes from a proposal to a better split, and of proposals side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    # Moves
    "to the nearest": {
        "en": "From the proposal to the nearest split",
        "nl": "Van het voorstel naar de dichtstbijzijnde verdeling",
    },
    "to the optimum": {
        "en": "From the nearest split to the optimal one",
        "nl": "Van de dichtstbijzijnde naar de optimale verdeling",
    },
    "giver": {"en": "From", "nl": "Van"},
    "taker": {"en": "To", "nl": "Naar"},
    "amount": {"en": "Amount", "nl": "Bedrag"},
    "because": {"en": "Because of", "nl": "Vanwege"},
    "unspent money": {"en": "(unspent)", "nl": "(niet besteed)"},
    "for minimum": {"en": "the receiver's minimum", "nl": "het minimum van de ontvanger"},
    "for maximum": {"en": "the giver's maximum", "nl": "het maximum van de gever"},
    "for value": {"en": "more is put to work", "nl": "meer wordt ingezet"},
    "for worth": {"en": "it is worth more there", "nl": "het is daar meer waard"},
    "for shift": {"en": "less is shifted between years", "nl": "er wordt minder verschoven tussen jaren"},
    "for group value": {"en": "these lines come first", "nl": "deze posten gaan voor"},
    "for group coverage": {
        "en": "raises the lowest coverage of a group",
        "nl": "verhoogt de laagste dekking van een groep",
    },
    "for coverage": {"en": "raises the lowest coverage", "nl": "verhoogt de laagste dekking"},
    "for coverage elsewhere": {"en": "raises a lower coverage", "nl": "verhoogt een lagere dekking"},
    "for unasked": {"en": "nothing is asked there", "nl": "daar wordt niets gevraagd"},
    "for units": {"en": "whole amounts", "nl": "hele bedragen"},
    "for tie": {"en": "worth as much either way", "nl": "het maakt voor de waarde niet uit"},
    "further moves": {
        "en": "And {count} smaller {count:move|moves}, of {amount}{count:| together}.",
        "nl": "En nog {count} kleinere {count:verschuiving|verschuivingen}, {count:|samen }{amount}.",
    },
    # Side by side
    "same ceiling given": {
        "en": "All are held against the same ceiling, {ceiling}.",
        "nl": "Alle worden tegenover hetzelfde plafond gezet, {ceiling}.",
    },
    "same ceiling largest": {
        "en": "No ceiling was given, so all are held against the largest of their totals, {ceiling}.",
        "nl": "Er is geen plafond opgegeven; alle worden daarom tegenover het grootste van hun totalen gezet: "
        "{ceiling}.",
    },
    "same ceiling equal": {
        "en": "All of them come to {ceiling}, which is the ceiling here.",
        "nl": "Alle komen uit op {ceiling}, en dat is hier het plafond.",
    },
    "measured": {"en": "Measured by", "nl": "Maat"},
    "limits broken": {
        "en": "Rules and limits broken",
        "nl": "Geschonden regels en grenzen",
    },
    "moved to nearest": {
        "en": "Moved to the nearest split",
        "nl": "Verschuiving naar de dichtstbijzijnde verdeling",
    },
    "distance to optimum": {"en": "Distance to the optimal split", "nl": "Afstand tot de optimale verdeling"},
    "distance means": {
        "en": "Distance: the differences of all lines added up, more and less alike.",
        "nl": "Afstand: de verschillen van alle posten opgeteld, meer en minder samen.",
    },
    "gap between": {"en": "Difference: {second} minus {first}.", "nl": "Verschil: {second} min {first}."},
    "closest": {
        "en": '"{name}" is closest to the optimal split, {distance} away from it.',
        "nl": '"{name}" ligt het dichtst bij de optimale verdeling: {distance} verschil.',
    },
    "equally close": {
        "en": "Equally close to the optimal split, {distance} away from it: {names}.",
        "nl": "Even dicht bij de optimale verdeling, {distance} verschil: {names}.",
    },
}
