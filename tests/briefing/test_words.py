"""Every text stands once, in both languages, with the same places to fill in."""

import re
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

import pytest

from flessenhals.briefing.text import words
from flessenhals.briefing.text.language import LANGUAGES, Language

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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["One line", "two lines", "twelve lines", "13 lines"]),
        ("nl", ["Eén post", "twee posten", "twaalf posten", "13 posten"]),
    ],
)
def test_how_many_there_are_is_said_in_letters_up_to_twelve(language: Language, said: list[str]) -> None:
    first, *others = said
    assert words.say("so many lines", language, count=1, names="a") == f"{first}: a"
    assert [words.say("some lines", language, count=count) for count in (2, 12, 13)] == others


@pytest.mark.parametrize(
    "key", [key for key in words.WORDS if any("{count" in each for each in words.WORDS[key].values())]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_small_number_of_things_in_figures(key: str, language: Language) -> None:
    """Labels, which end in a figure or have it in brackets, and counts of units may."""
    for spec in re.findall(r"(.?.?)\{count:d\}(.?)", words.WORDS[key][language]):
        before, after = spec
        assert before == ": " or before.endswith("(") or after in {")", ""} or key in IN_FIGURES


# What is counted in units, in places after a decimal sign and in draws is a figure among figures.
IN_FIGURES = {"so many", "so many of", "equal parts", "exact followed", "exact every"}
