"""The text of a table from its bytes: UTF-8, UTF-16, or the Windows alphabet in which Excel saves an ordinary CSV."""

from __future__ import annotations

import re

from flessenhals.data.source.errors import InputError, Place, refused
from flessenhals.data.source.files import decoded
from flessenhals.data.source.remarks import remark

MOST_BETWEEN = 4  # bytes for each 0: a table in UTF-16 has one in two, fewer where names are not in Latin letters
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# A sequence that is UTF-8: a file that has one, and is not UTF-8 as a whole, was put together from two.
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Letters of other alphabets (DOS, Macintosh) for é, ë, ï, ö, ü, which Windows has for signs that hardly anybody writes.
SELDOM = re.compile(rb"[\x81-\x84\x86-\x90\x98-\x9f]")
LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
# A sign between two letters is a letter of another alphabet; an apostrophe, as in programma's, is not.
WITHIN_A_WORD = re.compile(rf"(?<=[{LETTER}])[^\x00-\x7f\u2019{LETTER}](?=[{LETTER}])")


def text_of(content: bytes, file: str) -> str:
    """The text of a table; what it was read as is said where that is not UTF-8.

    Args:
        content: the bytes of the file.
        file: its name.

    Raises:
        InputError: where it is no text, or its bytes can mean several letters.
    """
    if content[:2] in MARKS:
        return _of_two_bytes(content, MARKS[content[:2]], file, "utf-16")
    order = _order(content)
    if order is not None:
        return _of_two_bytes(content, order, file, "utf-16 without mark")
    try:
        return decoded(content, file)
    except InputError as error:
        text = None if b"\0" in content else _windows(content)
        if text is not None:
            remark(Place(file), "windows", file, "Windows-1252")
            return text
        if b"\0" in content:
            raise
        advice = "save it as UTF-8 (in Excel: CSV UTF-8)"
        raise InputError([fault._replace(write=advice) for fault in error.faults]) from None


def _of_two_bytes(content: bytes, encoding: str, file: str, kind: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise refused(Place(file), "is not whole: it ends within a letter", "save it again") from None
    if "\0" in text:
        raise refused(Place(file, text.count("\n", 0, text.index("\0")) + 1), "is no text", "save it again as CSV")
    remark(Place(file), kind, file)
    return text


def _order(content: bytes) -> str | None:
    """The order of the two bytes of a letter, where no mark says it: one of them is 0 in each digit and separator."""
    if content.count(b"\0") * MOST_BETWEEN <= len(content):
        return None
    if b"\0" not in content[0::2]:
        return "utf-16-le"
    return None if b"\0" in content[1::2] else "utf-16-be"


def _windows(content: bytes) -> str | None:
    """The text in Windows-1252; None where the same bytes can well be another alphabet's."""
    if SELDOM.search(content) or MULTIBYTE.search(content):
        return None
    text = content.decode("cp1252")
    return None if WITHIN_A_WORD.search(text) else text
