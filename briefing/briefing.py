"""A briefing: one run as a document in one language, ready for every format."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.content import brief_by_year
from flessenhals.briefing.brief.by_year.run import RunByYear
from flessenhals.briefing.brief.content import brief_document
from flessenhals.briefing.brief.profile import in_depth
from flessenhals.briefing.formats import WRITERS, Told

if TYPE_CHECKING:
    from flessenhals.briefing.brief.profile import Profile
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Document
    from flessenhals.briefing.text.language import Language


@dataclass(frozen=True)
class Briefing:
    """What a run found, told in one language.

    Attributes:
        run: everything that was worked out, exactly.
        language: of every text and number.
        profile: how deep it goes: `minister`, `analyst` or `audit`, which is everything.
    """

    run: Run | RunByYear
    language: Language
    profile: Profile = "audit"

    @cached_property
    def document(self) -> Document:
        """The document, apart from any format."""
        if isinstance(self.run, RunByYear):
            document, full = brief_by_year(self.run, self.language), bool(self.run.comparisons)
        else:
            run = self.run
            document, full = brief_document(run, self.language), bool(run.compared) or run.units is not None
        return in_depth(document, self.profile, full=full)

    def written(self, format_: str, template: bytes | None = None) -> bytes:
        """The briefing as the bytes of a file.

        Args:
            format_: one of `FORMATS`.
            template: a file of the user's own to take styles from, where the format knows templates.

        Raises:
            MissingExtraError: if what writes this format is not installed.
            TemplateError: if the template cannot be used.
        """
        return WRITERS[format_](Told(self.run, self.language, self.document), template)
