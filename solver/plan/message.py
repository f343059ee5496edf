"""What is said about something that cannot be used, as a text that can still be said in another language.

It stands below every room that refuses something. The words of other languages stand with all other words, in
`briefing/text/words/errors/`, by the English template; whoever shows a message brings them along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    Translate = Callable[[str], str]


class Message(str):
    """An English text that knows what it was made from.

    Attributes:
        template: the text with places in it: `has more than {most} parts`.
        values: what stands in those places; a Message among them is said in the reader's language too, a plain text is
            the user's own and stays as it is.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object] | None = None) -> Self:
        """The English text; of a message without new values, that message."""
        if isinstance(template, cls) and not values:
            return template
        new = str.__new__(cls, template.format(**values) if values else template)
        new.template = template
        new.values = values or {}
        return new


def told(template: str, /, **values: object) -> Message:
    """A message from its template and what stands in its places: `told("has {count} sheets", count=3)`."""
    return Message(template, values)


def spoken(text: str, translate: Translate) -> str:
    """A message in the reader's language.

    Args:
        text: a Message, or a plain text, which is its own template.
        translate: from an English template to the same in the reader's language.
    """
    if not isinstance(text, Message):
        return translate(text)
    template = translate(text.template)
    if not text.values:
        return template
    inside = {
        name: spoken(value, translate) if isinstance(value, Message) else value for name, value in text.values.items()
    }
    return template.format(**inside)


def in_english(template: str) -> str:
    """The translation into the language in which messages are written: none."""
    return template
