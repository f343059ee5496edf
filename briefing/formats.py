"""The file formats that a briefing can be written in, each by what it needs and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Document
    from flessenhals.briefing.text.language import Language


class Told(NamedTuple):
    """What there is to write: a run, and the same as a document in one language."""

    run: Run | RunByYear
    language: Language
    document: Document


def missing_styles(template: bytes) -> tuple[str, ...]:
    """The styles that a Word template lacks and a briefing uses: a plain one takes the place of each.

    Raises:
        MissingExtraError: if what writes Word files is not installed.
        TemplateError: if it is no Word file, or one with macros.
    """
    from flessenhals.briefing.writers.docx.document import lacking  # noqa: PLC0415 - see below

    return lacking(template)


def _markdown(told: Told, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.markdown import markdown  # noqa: PLC0415 - see above, as for every other format

    return markdown(told.document).encode()


def _docx(told: Told, template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.docx.document import docx  # noqa: PLC0415

    return docx(told.document, template)


def _odt(told: Told, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.odt.document import odt  # noqa: PLC0415

    return odt(told.document)


def _pdf(told: Told, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.pdf import pdf  # noqa: PLC0415

    return pdf(told.document)


def _xlsx(told: Told, _template: bytes | None) -> bytes:
    from flessenhals.briefing.writers.xlsx.workbook import xlsx  # noqa: PLC0415

    return xlsx(told.run, told.document)


def _html(told: Told, _template: bytes | None) -> bytes:
    from flessenhals.briefing.page.page import page  # noqa: PLC0415

    return page(told.run, told.language, told.document).encode()


WRITERS: Mapping[str, Callable[[Told, bytes | None], bytes]] = {
    "html": _html,
    "md": _markdown,
    "xlsx": _xlsx,
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
}
FORMATS = tuple(WRITERS)
WITH_TEMPLATE = ("docx",)
