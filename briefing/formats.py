"""The file formats that a briefing can be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.brief.briefing import Briefing

    Writer = Callable[[Briefing, bytes | None], bytes]


def _markdown(briefing: Briefing, _template: bytes | None) -> bytes:
    from briefing.writers.markdown import markdown  # noqa: PLC0415 - each format brings what it needs, and no other

    return markdown(briefing.document).encode()


WRITERS: Mapping[str, Writer] = {"md": _markdown}
FORMATS = tuple(WRITERS)
WITH_TEMPLATE = ("docx",)
