"""The two languages that people read the results in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["en", "nl"]
LANGUAGES: tuple[Language, ...] = ("en", "nl")


def text(written: str | Mapping[str, str] | None, language: Language, otherwise: str = "") -> str:
    """A plan's text in a language: as it stands if the plan has one for all, else the one asked or the first there is.

    Args:
        written: a plain text, or one per language.
        language: the reader's.
        otherwise: what to say where the plan says nothing.
    """
    if written is None:
        return otherwise
    if isinstance(written, str):
        return on_one_line(written)
    return on_one_line(written.get(language) or next(iter(written.values()), otherwise))


def on_one_line(written: str) -> str:
    """A text whose line breaks are spaces: a name with one in it (Alt+Enter in a spreadsheet) tears no table."""
    return " ".join(each.strip() for each in written.splitlines()) if "\n" in written or "\r" in written else written
