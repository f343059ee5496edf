"""Every word and sentence that people read, in both languages side by side: a topic a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.text.language import Language

# A topic a file, those first of which nearly every answer needs words.
TOPICS = (
    *("common", "allocation", "units", "infeasible", "sensitivity.ladder", "sensitivity.bottlenecks"),
    *("sensitivity.relaxing", "sensitivity.ratios", "reading", "sensitivity.room", "reconciliation", "effect"),
    *("draws.robustness", "draws.simulation", "rules", "weighted", "years", "cofunded"),
    *("proposals.comparison", "proposals.unusable", "proposals.moves", "proposals.difference"),
    *("proposals.stranding", "proposals.inverse", "proposals.charts"),
    *("paper.layout", "paper.headline", "paper.brief", "paper.by_year", "paper.series", "paper.why_by_year"),
    *("paper.grounds", "paper.workbook", "paper.page", "paper.desk"),
)
# The places of texts that say how many there are of something.
COUNTS = frozenset({"count", "others", "all", "of", "works"})


class _Words(Mapping[str, "Mapping[Language, str]"]):
    """The texts of all topics by their keys; a topic's file is read when no topic before it has the key."""

    def __init__(self) -> None:
        self._read: dict[str, Mapping[Language, str]] = {}
        self._left = list(TOPICS)

    def __getitem__(self, key: str) -> Mapping[Language, str]:
        while key not in self._read and self._left:
            self._read.update(import_module(f"{__name__}.{self._left.pop(0)}").WORDS)
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        self.get("")  # in no topic, so all of them are read
        return iter(self._read)

    def __len__(self) -> int:
        return sum(1 for _ in self)


WORDS = _Words()


def say(key: str, language: Language, **values: object) -> str:
    """A text in the reader's language with its places filled in; counts are written as `_Count` says."""
    for name in COUNTS & values.keys():
        count = values[name]
        if isinstance(count, int):
            values[name] = _Count(count, language)
    return WORDS[key][language].format(**values)


class _Count:
    """A whole number in a text: `{count}` in letters up to twelve, `{count:C}` so at the beginning of a sentence.

    `{count:d}` is in figures, for labels; `{count:line|lines}` is the first word at one and the second at others.
    """

    def __init__(self, count: int, language: Language) -> None:
        self._count, self._language = count, language

    def __format__(self, form: str) -> str:
        one, either, others = form.partition("|")
        if either:
            return one if self._count == 1 else others
        if form == "d":
            return str(self._count)
        word = number_word(self._count, self._language)
        return word[:1].replace("é", "e").upper() + word[1:] if form == "C" else word  # `Eén`, as Dutch spells it


def number_word(count: int, language: Language) -> str:
    """A whole number as a sentence has it: from one to twelve in letters, others in figures."""
    words = say("small numbers", language).split()
    return words[count - 1] if 1 <= count <= len(words) else str(count)


_ENCLOSED = re.compile(r'"[^"]*"|\([^()]*\)')


def listed(names: list[str], language: Language) -> str:
    """Names in a row as one says them: `a, b and c`; with semicolons where a name has an open comma itself."""
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    comma = ";" if any(", " in _ENCLOSED.sub("", name) for name in names) else ","
    return f"{f'{comma} '.join(names[:-1])}{comma if comma == ';' else ''} {say('and', language)} {names[-1]}"
