"""Where the figures of a document come from, and the command that makes it again."""

from __future__ import annotations

import os
import re
import shlex
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from flessenhals import __version__
from flessenhals.briefing.brief.run import Provenance, Reading
from flessenhals.data.source.errors import Fault, InputError, Place, visible
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.data.source.witness import FileRead

EPOCH = "SOURCE_DATE_EPOCH"
SECONDS = re.compile("[0-9]{1,12}")
LATEST = 253_402_300_799  # the last second of the year 9999


def provenance(
    files: Iterable[FileRead], command: Sequence[str], changes: Sequence[str] = (), reading: Sequence[str] = ()
) -> Provenance:
    """The provenance of a document that is made now. What was typed and cannot be seen is spelled out.

    Args:
        files: what was read.
        command: the words of the command that makes it.
        changes: what `--set` changed.
        reading: the words that read the plan in the same way, but for its scenario.

    Raises:
        InputError: where `SOURCE_DATE_EPOCH` is no moment.
    """
    return Provenance(
        files=tuple(Reading(visible(each.name), each.sha256) for each in files),
        version=__version__,
        solver=f"HiGHS {version('highspy')}, PuLP {version('pulp')}",
        command=visible(shlex.join(command)),
        created=_now(),
        changes=tuple(map(visible, changes)),
        reading=visible(shlex.join(reading)),
    )


def require_moment() -> None:
    """Stop where `SOURCE_DATE_EPOCH` is no moment: libraries read it as well, and an empty one as a fault.

    Raises:
        InputError: if so.
    """
    _now()
    if not os.environ.get(EPOCH, EPOCH):
        del os.environ[EPOCH]


def _now() -> datetime:
    """The time, or the one that `SOURCE_DATE_EPOCH` sets so that the same document comes out byte for byte."""
    given = os.environ.get(EPOCH, "")
    if not given:
        return datetime.now(UTC).replace(microsecond=0)
    if not SECONDS.fullmatch(given) or int(given) > LATEST:
        wrong = "is not a number of seconds since 1970 that a document can be dated by"
        fault = Fault(Place(EPOCH), None, given, wrong, told("write a whole number from 0 to {latest}", latest=LATEST))
        raise InputError([fault])
    return datetime.fromtimestamp(int(given), UTC)
