"""Where the figures of a document come from, and the command that makes it again."""

from __future__ import annotations

import os
import shlex
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from flessenhals import __version__
from flessenhals.briefing.brief.run import Provenance, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.data.source.witness import FileRead


def provenance(files: Iterable[FileRead], command: Sequence[str], changes: Sequence[str] = ()) -> Provenance:
    """The provenance of a document that is made now.

    Args:
        files: what was read.
        command: the words of the command that makes it.
        changes: what `--set` changed.
    """
    return Provenance(
        files=tuple(Reading(each.name, each.sha256) for each in files),
        version=__version__,
        solver=f"HiGHS {version('highspy')}, PuLP {version('pulp')}",
        command=shlex.join(command),
        created=_now(),
        changes=tuple(changes),
    )


def _now() -> datetime:
    """The time, or the one that `SOURCE_DATE_EPOCH` sets so that the same document comes out byte for byte."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC) if given.isdecimal() else datetime.now(UTC).replace(microsecond=0)
