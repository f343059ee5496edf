"""From a text to a tree in which every value knows where it was typed."""

from pathlib import Path
from typing import Any

import pytest

from flessenhals.data.source.errors import InputError, Place
from flessenhals.data.source.files import read_text
from flessenhals.data.source.tree import Blank
from flessenhals.data.yaml.document import compose


def tree(text: str) -> Any:  # noqa: ANN401 - a tree of whatever shape the text has
    return compose(text, "plan.yaml").root


def refusal(text: str) -> str:
    with pytest.raises(InputError) as refused:
        compose(text, "plan.yaml")
    return str(refused.value)


@pytest.mark.parametrize("word", ["no", "yes", "on", "0100", "1e3", "2026-01-01", "12:30", ".nan", "0x1F", "1_000"])
def test_a_scalar_stays_the_text_that_was_written(word: str) -> None:
    root = tree(f"key: {word}\n")

    assert root["key"] == word


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_a_blank_with_a_place(nothing: str) -> None:
    blank = tree(f"key: {nothing}\n")["key"]

    assert isinstance(blank, Blank)
    assert blank.place.line == 1


def test_a_quoted_null_is_text() -> None:
    assert tree("key: 'null'\n")["key"] == "null"


def test_every_value_and_key_knows_its_place() -> None:
    root = tree("lines:\n  - {id: nfi, proposed: 5}\n")
    line = root["lines"][0]

    assert line["proposed"].place == Place("plan.yaml", 2, 25)
    assert line.key_place("proposed") == Place("plan.yaml", 2, 15)


def test_the_first_of_two_equal_keys_counts_and_both_lines_are_named() -> None:
    composed = compose("a: 1\nb: 2\na: 3\n", "plan.yaml")

    assert composed.root == {"a": "1", "b": "2"}
    assert [str(fault) for fault in composed.faults] == [
        "plan.yaml:3:1: 'a' stands twice, first on line 1 -> keep one of them"
    ]


def test_all_that_is_not_read_is_reported_at_once() -> None:
    assert refusal("a: &x 1\nb: *x\nc: !!int 1\n").splitlines() == [
        "plan.yaml:1:4: an anchor '&x' is not read -> write the value out where it is needed",
        "plan.yaml:2:4: an alias '*x' is not read -> write the value out",
        "plan.yaml:3:4: a tag '!!int' is not read -> leave the tag out",
    ]


def test_twelve_levels_are_read_and_thirteen_are_not() -> None:
    assert tree("[" * 12 + "]" * 12) is not None
    assert refusal("[" * 13 + "]" * 13) == (
        "plan.yaml:1:13: is nested more than 12 deep -> a plan needs no more than six"
    )


def test_thousands_of_levels_are_refused_in_the_same_words() -> None:
    assert "is nested more than 12 deep -> a plan needs no more than six" in refusal("[" * 20_000 + "]" * 20_000)


def test_a_lone_surrogate_is_refused() -> None:
    assert "U+D800" in refusal("a: \ud800")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")

    assert tree(read_text(path)) == {"a": "1"}


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"there is no such file -> check the name and the folder"):
        read_text(tmp_path / "plan.yaml")


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a folder, not a file -> name a file in it"):
        read_text(tmp_path)


@pytest.mark.parametrize("name", ["nul\0", "x" * 300])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_text(tmp_path / name)


def test_more_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"#" * 1_000_001)

    with pytest.raises(InputError, match=r"is larger than 1 MB -> put the lines in a table beside the plan"):
        read_text(path)
