"""What a YAML parser's complaint means to someone who edits a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    import yaml

TELLING = (
    ("mapping values are not allowed", "a ':' cannot stand here", "put the text in quotes, or mend the indentation"),
    ("sequence entries are not allowed", "a '-' cannot stand here", "start the list on a line of its own"),
    ("did not find expected key", "does not line up with what stands above it", "mend the indentation or the quotes"),
    ("expected <block end>", "does not line up with what stands above it", "mend the indentation or the quotes"),
    ("did not find expected '-'", "does not line up with the list above it", "mend the indentation"),
    ("could not find expected ':'", "there is no ':' after this key", "write the key, a ':' and the value"),
    ("expected node content", "nothing stands here that can be a value", "write the value, and close every bracket"),
    ("unknown escape character", "a backslash has no meaning here", "use single quotes"),
)
OPENED = {
    "while scanning a quoted scalar": ("the quote that opens here is never closed", "close it"),
    "while parsing a flow mapping": (
        "the '{' that opens here is not closed as it should be",
        "check the commas and close it with '}'",
    ),
    "while parsing a flow sequence": (
        "the '[' that opens here is not closed as it should be",
        "check the commas and close it with ']'",
    ),
}


def in_plain_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str, str]:
    """Where a text stops being YAML, what is wrong there, and what to do about it.

    Returns:
        The line and column, counted from 1, and two phrases.
    """
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "cannot be read"
    opened = OPENED.get(error.context or "")
    if opened and error.context_mark and not problem.startswith("found unknown escape"):
        return error.context_mark.line + 1, error.context_mark.column + 1, *opened
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "cannot start any token" in problem:
        letter = (text.splitlines()[line : line + 1] or [""])[0][column : column + 1]
        return line + 1, column + 1, *_first_letter(letter)
    for sign, wrong, write in TELLING:
        if sign in problem:
            return line + 1, column + 1, wrong, write
    return line + 1, column + 1, told("is not YAML ({problem})", problem=problem), "mend this line"


def _first_letter(letter: str) -> tuple[str, str]:
    if letter == "\t":
        return "a tab cannot indent", "indent with spaces"
    return told("a text cannot begin with {letter}", letter=letter), "put the text in quotes"
