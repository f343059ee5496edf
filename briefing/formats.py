"""The file formats that a briefing can be written in, each by what it needs and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.briefing.brief.briefing import Briefing

    Writer = Callable[[Briefing, bytes | None], bytes]


class TemplateError(ValueError):
    """A template that cannot be written into."""


def missing_styles(template: bytes) -> tuple[str, ...]:
    """The styles that a Word template lacks and a briefing uses: a plain one takes the place of each.

    Raises:
        MissingExtraError: if what writes Word files is not installed.
        TemplateError: if it is no Word file, or one with macros.
    """
    from flessenhals.briefing.writers.docx import lacking  # noqa: PLC0415 - see below

    return lacking(template)


def _markdown(briefing: Briefing, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.markdown import markdown  # noqa: PLC0415 - see above, as for every other format

    return markdown(briefing.document).encode()


def _docx(briefing: Briefing, template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.docx import docx  # noqa: PLC0415

    return docx(briefing.document, template)


def _odt(briefing: Briefing, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.odt import odt  # noqa: PLC0415

    return odt(briefing.document)


def _pdf(briefing: Briefing, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.pdf import pdf  # noqa: PLC0415

    return pdf(briefing.document)


def _xlsx(briefing: Briefing, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.xlsx import xlsx  # noqa: PLC0415

    return xlsx(briefing.run, briefing.document)


def _html(briefing: Briefing, _template: bytes | None) -> bytes:
    from flessenhals.briefing.page.page import page  # noqa: PLC0415

    return page(briefing).encode()


WRITERS: Mapping[str, Writer] = {
    "html": _html,
    "md": _markdown,
    "xlsx": _xlsx,
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
}
FORMATS = tuple(WRITERS)
WITH_TEMPLATE = ("docx",)
