"""Files that are zip archives inside: packed again so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

EARLIEST, LATEST = 1980, 2107  # a zip archive knows no other years


def repacked(archive: bytes, when: datetime) -> bytes:
    """An archive with the same entries in the same order, all dated alike instead of by the clock.

    Args:
        archive: the file as a library wrote it.
        when: the date of every entry.
    """
    packed = io.BytesIO()
    date = (min(max(when.year, EARLIEST), LATEST), when.month, when.day, when.hour, when.minute, when.second)
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, date)
            info.compress_type = entry.compress_type
            info.external_attr = entry.external_attr
            new.writestr(info, old.read(entry))
    return packed.getvalue()
