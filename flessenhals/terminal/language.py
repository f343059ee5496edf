"""The language in which a command answers, also where it cannot get as far as its options."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import in_english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.message import Translate

OPTION, VARIABLE = "--lang", "FLESSENHALS_LANG"


def asked(arguments: Sequence[str]) -> Language:
    """The language that was asked on the command line or by the environment; English where that is none of ours."""
    given = os.environ.get(VARIABLE, "")
    for place, argument in enumerate(arguments):
        if argument == OPTION and place + 1 < len(arguments):
            given = arguments[place + 1]
        elif argument.startswith(f"{OPTION}="):
            given = argument.partition("=")[2]
    return "nl" if given == "nl" else "en"


def translation(language: Language) -> Translate:
    """From an English message to the same in a language; a text that has no Dutch stays as it is."""
    if language == "en":
        return in_english
    from flessenhals.briefing.text.words.errors import DUTCH  # noqa: PLC0415 - many words, for those who read them

    return lambda template: DUTCH.get(template, template)
