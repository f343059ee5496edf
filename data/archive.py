"""The zip file that a workbook is, opened only when nothing in it can overwhelm the reader."""

from __future__ import annotations

import io
import zipfile
import zlib

from data.errors import InputError, Place, refused

MOST_UNPACKED = 20_000_000
MOST_RATIO = 100
LEGACY = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
ENCRYPTED = 0x1


def opened(content: bytes, file: str) -> zipfile.ZipFile:
    """The archive of a workbook.

    Raises:
        InputError: where it is no workbook, an old or protected one, cut off, or unpacks to far more than it holds.
    """
    place = Place(file)
    if content.startswith(LEGACY):
        raise refused(place, "is an old .xls workbook, or one with a password", "save it as .xlsx without a password")
    if not content.startswith(ZIP):
        raise refused(place, "is not a workbook, whatever its name says", "save it as .xlsx, .ods or .csv")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MOST_UNPACKED:
            raise refused(place, f"unpacks to more than {MOST_UNPACKED / 1e6:g} MB", "save the lines as .csv")
        if unpacked > MOST_RATIO * len(content):
            raise refused(place, f"unpacks to more than {MOST_RATIO} times its size", "open it and save it again")
        if any(part.flag_bits & ENCRYPTED for part in parts):
            raise refused(place, "has a password", "save it without a password")
        _check_parts(archive, place)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise refused(place, "is damaged or cut off", "fetch it again, or open it and save it again") from None
    return archive


def _check_parts(archive: zipfile.ZipFile, place: Place) -> None:
    damaged = archive.testzip()  # also unmasks a part that is larger than it says
    if damaged is not None:
        raise refused(place, f"is damaged ({damaged})", "fetch it again, or open it and save it again")
    for part in archive.namelist():
        if part.endswith((".xml", ".rels")):
            start = archive.read(part)
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                raise refused(place, f"has a document type in it ({part})", "open it and save it again")
