"""Every text stands once, in both languages, with the same places to fill in."""

from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

from flessenhals.briefing.text import words
from flessenhals.briefing.text.language import LANGUAGES

# What stands by its English at the place where it is said (errors, the help of commands) has words in Dutch alone.
TOPICS = [
    import_module(f"flessenhals.briefing.text.words.{module.name}").WORDS
    for module in iter_modules(words.__path__)
    if not module.ispkg and module.name != "command_help"
]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_topic_is_taken_in_and_no_key_stands_in_two() -> None:
    assert sum(map(len, TOPICS)) == len(words.WORDS) > 100


@pytest.mark.parametrize("key", words.WORDS)
def test_a_text_stands_in_both_languages_with_the_same_places(key: str) -> None:
    texts = words.WORDS[key]
    assert tuple(texts) == LANGUAGES
    assert places(texts["en"]) == places(texts["nl"])
