"""What is said about how a command was typed, as the library for the command line says it in English."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "No such option: {option} (Possible options: {options})": "Er is geen optie {option} (misschien: {options})",
    "No such option: {option}": "Er is geen optie {option}",
    "Missing argument '{argument}'.": "'{argument}' ontbreekt.",
    "Missing option {options}.": "De optie {options} ontbreekt.",
    "Missing command.": "Er staat geen opdracht.",
    "Got unexpected extra argument(s) ({extra})": "Er staat meer dan er kan staan ({extra})",
    "No such command {command}. Did you mean {others}?": "Er is geen opdracht {command}. Bedoelde u {others}?",
    "No such command {command}.": "Er is geen opdracht {command}.",
    "Option {option} requires an argument.": "De optie {option} vraagt een waarde.",
    "Option {option} does not take a value.": "De optie {option} neemt geen waarde.",
    "Invalid value for {option}: {wrong}": "Ongeldige waarde voor {option}: {wrong}",
    "Invalid value: {wrong}": "Ongeldige waarde: {wrong}",
    "{value} is not a valid int range.": "{value} is geen geheel getal.",
    "{value} is not a valid int.": "{value} is geen geheel getal.",
    "{value} is not in the range {range}.": "{value} ligt niet binnen {range}.",
}
