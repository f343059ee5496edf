"""The zip file that a workbook is, opened only when nothing in it can overwhelm the reader."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from flessenhals.data.source.errors import InputError, Place, refused
from flessenhals.solver.plan.message import told

MOST_UNPACKED = 20_000_000
MOST_RATIO = 100
MOST_PARTS = 2_000
# Signs that open or close an element, by part: a table of 100,000 lines has so many, and what says how it looks fewer.
MOST_MARKS = {"xl/worksheets/": 2_500_000, "xl/sharedstrings.xml": 2_500_000, "content.xml": 1_000_000}
MOST_MARKS_ELSEWHERE = 200_000
MOST_DEPTH, MOST_SHEETS, MOST_MERGED = 32, 1_000, 20_000
MOST_OF_A_TAG = 400_000  # bytes: a cell's text is at most 327,670, whichever way its signs are written
MOST_OTHERS = 100_000  # columns, covered cells, tabs, spans, notes
MOST_CELLS = 250_000  # more filled cells do not fit into 20 MB of OpenDocument
LONG_TAG = re.compile(rb"<[^<]{%d}" % MOST_OF_A_TAG)
READ = ("xl/", "_rels/", "[content_types].xml", "content.xml", "mimetype", "meta-inf/")  # what readers look at
CROWDED = "has more in it than a table of lines needs ({name})"
SAVE_AS_CSV = "save the lines as .csv"
LEGACY = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
ENCRYPTED = 0x1
UNUSUAL = "is not a workbook as spreadsheet programs write it", "open it and save it again"


class Parts(dict[str, bytes]):
    """What a workbook holds, by the names in its archive, unpacked and of a size that can be dealt with."""

    def part(self, name: str) -> bytes:
        """A part by its name, in capitals or not, as readers of workbooks look for it.

        Raises:
            KeyError: where there is no such part.
        """
        for known, content in self.items():
            if _plain(known) == _plain(name):
                return content
        raise KeyError(name)

    def packed(self) -> io.BytesIO:
        """A workbook of these parts and nothing else: a zip file can say one thing in front and another behind."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in self.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        packed.seek(0)
        return packed


def parts_of(content: bytes, file: str) -> Parts:
    """The parts of a workbook.

    Raises:
        InputError: where it is no workbook, an old or protected one, cut off, or unpacks to far more than it holds.
    """
    place = Place(file)
    if content.startswith(LEGACY):
        raise refused(place, "is an old .xls workbook, or one with a password", "save it as .xlsx without a password")
    if not content.startswith(ZIP):
        raise refused(place, "is not a workbook, whatever its name says", "save it as .xlsx, .ods or .csv")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _unpacked(archive, len(content), place)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise refused(place, "is damaged or cut off", "fetch it again, or open it and save it again") from None


def _unpacked(archive: zipfile.ZipFile, packed: int, place: Place) -> Parts:
    listed = archive.infolist()
    unpacked = sum(part.file_size for part in listed)
    if unpacked > MOST_UNPACKED:
        raise refused(
            place,
            told("unpacks to more than {most:g} MB", most=MOST_UNPACKED / 1e6),
            SAVE_AS_CSV,
        )
    if unpacked > MOST_RATIO * packed:
        raise refused(
            place,
            told("unpacks to more than {most} times its size", most=MOST_RATIO),
            "open it and save it again",
        )
    if len(listed) > MOST_PARTS:
        raise refused(place, told("has more than {most} parts", most=MOST_PARTS), "open it and save it again")
    if any(part.flag_bits & ENCRYPTED for part in listed):
        raise refused(place, "has a password", "save it without a password")
    if len({_plain(part.filename) for part in listed}) < len(listed):
        raise refused(place, *UNUSUAL)
    parts = Parts()
    for part in listed:
        if not _plain(part.filename).startswith(READ):  # queries, properties, pictures of others
            continue
        try:
            with archive.open(part) as packed_part:  # `archive.read` would unpack more than the size that it states
                parts[part.filename] = packed_part.read(part.file_size)
        except zipfile.BadZipFile:
            raise refused(
                place,
                told("is damaged ({filename})", filename=part.filename),
                "fetch it again, or open it and save it again",
            ) from None
        if part.filename.lower().endswith((".xml", ".rels")):
            _refuse_document_type(parts[part.filename], part.filename, place)
            _refuse_crowded(parts[part.filename], part.filename, place)
    return parts


def _refuse_document_type(content: bytes, name: str, place: Place) -> None:
    if b"\0" in content:  # XML in UTF-16 could hide one
        raise refused(place, *UNUSUAL)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refused(place, told("has a document type in it ({name})", name=name), "open it and save it again")


def _refuse_crowded(content: bytes, name: str, place: Place) -> None:
    """Refuse what would become far larger as a tree than it is as a text, before anything is built of it."""
    plain = _plain(name)
    most = next((most for start, most in MOST_MARKS.items() if plain.startswith(start)), MOST_MARKS_ELSEWHERE)
    if content.count(b"<") > most or content.count(b"mergeCell") > 2 * MOST_MERGED or LONG_TAG.search(content):
        raise refused(place, told(CROWDED, name=name), SAVE_AS_CSV)
    if plain == "content.xml":
        _refuse_unlike_sheets(content, name, place)


def _refuse_unlike_sheets(content: bytes, name: str, place: Place) -> None:
    """Refuse an ODS workbook with tables within tables, or with more of them than anybody has sheets."""
    depth = tables = cells = others = 0

    def begin(tag: str, _: object) -> None:
        nonlocal depth, tables, cells, others
        depth += 1
        tables += tag.endswith(":table")
        cells += tag.endswith("table-cell")
        others += tag.rpartition(":")[2] not in {"table-cell", "table-row", "p"}
        if depth > MOST_DEPTH or tables > MOST_SHEETS or cells > MOST_CELLS or others > MOST_OTHERS:
            raise refused(place, told(CROWDED, name=name), SAVE_AS_CSV)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the whole of it
    except (expat.ExpatError, LookupError):  # the latter where it is in an encoding that nobody knows
        raise refused(place, *UNUSUAL) from None


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()
