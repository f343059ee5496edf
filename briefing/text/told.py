"""Sentences that remember what they claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.claims.claim import Claim


class Told(str):
    """A sentence about an answer, with the claims that it renders: each can be checked against the plan and the answer.

    Attributes:
        claims: what must be true for the sentence to be true.
    """

    __slots__ = ("claims",)
    claims: tuple[Claim, ...]

    def __new__(cls, text: str, claims: Iterable[Claim]) -> Self:
        """The text, which is a text like any other, and its claims."""
        told = super().__new__(cls, text)
        told.claims = tuple(claims)
        return told


def tell(key: str, language: Language, claims: Iterable[Claim], **values: object) -> Told:
    """A sentence in the reader's language that renders claims.

    Args:
        key: of its words.
        language: the reader's.
        claims: what it claims.
        values: what its places are filled with, taken from the claims.
    """
    return Told(say(key, language, **values), claims)


def run_on(sentences: Sequence[str], prefix: str = "") -> Told:
    """Sentences behind one another as one, with the claims of all of them."""
    return Told(prefix + " ".join(sentences), claims_of(sentences))


def claims_of(sentences: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of all these sentences; a bare text claims nothing."""
    return tuple(claim for each in sentences if isinstance(each, Told) for claim in each.claims)
