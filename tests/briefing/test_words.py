"""Every text stands once, in both languages, with the same places to fill in."""

from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

import pytest

from flessenhals.briefing.text import words
from flessenhals.briefing.text.language import LANGUAGES

# What stands by its English at the place where it is said (errors, the help of commands) has words in Dutch alone.
TOPICS = [
    import_module(module.name)
    for module in walk_packages(words.__path__, "flessenhals.briefing.text.words.")
    if not module.ispkg and ".errors." not in module.name and not module.name.endswith(".command_help")
]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_topic_is_taken_in() -> None:
    files = {topic.__name__.removeprefix("flessenhals.briefing.text.words.") for topic in TOPICS}
    assert files == set(words.TOPICS), "briefing/text/words/__init__.py: TOPICS"


def test_no_key_stands_in_two_topics() -> None:
    assert sum(len(topic.WORDS) for topic in TOPICS) == len(words.WORDS) > 100


@pytest.mark.parametrize("key", words.WORDS)
def test_a_text_stands_in_both_languages_with_the_same_places(key: str) -> None:
    texts = words.WORDS[key]
    assert tuple(texts) == LANGUAGES
    assert places(texts["en"]) == places(texts["nl"])
