"""What is said of the rules' ratios, and of what a euro drags along."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "ratios": {
        "en": "What the ratios of the rules do",
        "nl": "Wat de verhoudingen van de regels doen",
    },
    "rule at": {"en": "{name} at {ratio}", "nl": "{name} op {ratio}"},
    "total change": {"en": "Value", "nl": "Waarde"},
    "unspent change": {"en": "Unspent", "nl": "Niet besteed"},
    "answer changes": {"en": "Answer changes", "nl": "Antwoord verandert"},
    "bottleneck moves": {"en": "Bottleneck moves", "nl": "Knelpunt verschuift"},
    "at once": {"en": "at once", "nl": "meteen"},
    "at once and again": {"en": "at once, then {ratio}", "nl": "meteen, dan {ratio}"},
    "never": {"en": "never", "nl": "nooit"},
    "not up to": {"en": "not up to {ratio}", "nl": "niet tot {ratio}"},
    "not looked for": {"en": "not looked for", "nl": "niet gezocht"},
    "does not fit": {"en": "nothing fits", "nl": "past niet"},
    # One sentence per rule
    "ratio told": {"en": "{name} asks {ratio} now: {up}; {down}.", "nl": "{name} vraagt nu {ratio}: {up}; {down}."},
    "ratio told of a cap": {
        "en": "{name} allows {ratio} now: {up}; {down}.",
        "nl": "{name} staat nu {ratio} toe: {up}; {down}.",
    },
    "at ratio": {"en": "at {ratio} {said}", "nl": "bij {ratio} {said}"},
    "nothing changes": {"en": "nothing changes", "nl": "verandert er niets"},
    "answer stays": {
        "en": "total and lowest coverage stay the same",
        "nl": "blijven totaal en laagste dekking gelijk",
    },
    "answer stays weighted": {
        "en": "value and lowest coverage stay the same",
        "nl": "blijven waarde en laagste dekking gelijk",
    },
    "first stays": {"en": "the total stays the same", "nl": "blijft het totaal gelijk"},
    "first stays weighted": {"en": "the value stays the same", "nl": "blijft de waarde gelijk"},
    "held total": {"en": "the total", "nl": "het totaal"},
    "held value": {"en": "the value", "nl": "de waarde"},
    "held coverage": {"en": "the lowest coverage", "nl": "de laagste dekking"},
    "held first lines": {"en": "the value of the lines that come first", "nl": "de waarde van de posten die voorgaan"},
    "held group coverage": {"en": "the lowest coverage of a group", "nl": "de laagste dekking van een groep"},
    "nothing would fit": {"en": "nothing fits any more", "nl": "past er niets meer"},
    "value rises": {"en": "{amount} more is put to work", "nl": "wordt {amount} meer ingezet"},
    "value falls": {"en": "{amount} less is put to work", "nl": "wordt {amount} minder ingezet"},
    "worth rises": {"en": "the value rises by {amount}", "nl": "stijgt de waarde met {amount}"},
    "worth falls": {"en": "the value falls by {amount}", "nl": "daalt de waarde met {amount}"},
    "coverage rises": {
        "en": "the lowest coverage rises by {points} percentage points",
        "nl": "stijgt de laagste dekking met {points} procentpunt",
    },
    "coverage falls": {
        "en": "the lowest coverage falls by {points} percentage points",
        "nl": "daalt de laagste dekking met {points} procentpunt",
    },
    "no such ratio": {"en": "a lower ratio is not possible", "nl": "een lagere verhouding kan niet"},
    "below moves": {
        "en": "Just below {ratio} what holds {what} back is {names}.",
        "nl": "Net onder {ratio} wordt {what} tegengehouden door {names}.",
    },
    "above moves": {
        "en": "Just above {ratio} what holds {what} back is {names}.",
        "nl": "Net boven {ratio} wordt {what} tegengehouden door {names}.",
    },
    "below frees": {
        "en": "Just below {ratio} neither the ceiling nor a rule holds {what} back.",
        "nl": "Net onder {ratio} houdt noch het plafond noch een regel {what} tegen.",
    },
    "above frees": {
        "en": "Just above {ratio} neither the ceiling nor a rule holds {what} back.",
        "nl": "Net boven {ratio} houdt noch het plafond noch een regel {what} tegen.",
    },
    "below ends": {"en": "Below {ratio} nothing fits.", "nl": "Onder {ratio} past er niets."},
    "above ends": {"en": "Above {ratio} nothing fits.", "nl": "Boven {ratio} past er niets."},
    "ratios explained": {
        "en": "Per rule one percentage point down and up, and the ratio beyond which the answer changes (some line "
        "gets another amount), or other constraints become the bottleneck.",
        "nl": "Per regel één procentpunt omlaag en omhoog, en de verhouding waarna het antwoord verandert (een post "
        "een ander bedrag krijgt), of andere grenzen het knelpunt worden.",
    },
    # What a euro drags along
    "one euro costs": {
        "en": "One {euro} for {names} asks {total} in all: {sum}.",
        "nl": "Eén {euro} voor {names} vraagt in totaal {total}: {sum}.",
    },
    "no euro fits": {
        "en": "One {euro} for {names} can never be followed: the rules ask more for each than it brings.",
        "nl": "Eén {euro} voor {names} is nooit te volgen: de regels vragen meer voor elke {euro} dan die oplevert.",
    },
    "part of it": {"en": "{amount} for {name}", "nl": "{amount} voor {name}"},
    "itself": {"en": "{amount} itself", "nl": "{amount} zelf"},
}
