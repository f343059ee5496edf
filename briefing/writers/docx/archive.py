"""The zip file that a Word template is: taken in within limits, and without what no document may carry along."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lxml import etree

from flessenhals.briefing.writers.template_error import TemplateError

ZIP, LEGACY, ENCRYPTED = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", 0x1
MOST_UNPACKED, MOST_PARTS, MOST_MARKS, MOST_LINKS = 50_000_000, 2_000, 500_000, 5_000
LARGEST_XML = 10_000_000  # all of it together becomes trees of many times its size
MOST_STYLES = 5_000  # Word itself takes some 4,000
STYLE, LONG_TAG = re.compile(rb"<(?:\w+:)?style[\s/>]"), re.compile(rb"<[^<]{1000000}")
XML = (".xml", ".rels")
NEVER = (b"\0", b"<!DOCTYPE", b"<!ENTITY")
OTHER_LETTERS = re.compile(rb"""\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)  # they could hide one
MACROS = (b"macroenabled", b"vbaproject", b"/vbadata")
REMOTE, RELATION = "/attachedTemplate", "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
HARMLESS = ("/hyperlink", "/image")
DAMAGED = ("is damaged", "open it in Word and save it again")


def clean(template: bytes) -> bytes:
    """A Word file as it was given, without the template elsewhere that it was made from.

    Word would fetch that, with the macros in it, whenever the document is opened.

    Raises:
        TemplateError: if it is no Word file, damaged, too large to take in, holds macros, or fetches parts of itself.
    """
    if template.startswith(LEGACY):
        raise TemplateError("is an old .doc file, or one with a password", "save it as .docx without a password")
    if not template.startswith(ZIP):
        raise TemplateError("is no Word file", "give a .docx or .dotx file")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            parts = _parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise TemplateError(*DAMAGED) from error
    if "[Content_Types].xml" not in parts or not any(name.lower().startswith("word/") for name in parts):
        raise TemplateError("is no Word file", "give a .docx or .dotx file")
    _refuse_macros(parts)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as new:
        for name, content in parts.items():
            new.writestr(zipfile.ZipInfo(name), _without_remote(name, content))
    return packed.getvalue()


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    listed = archive.infolist()
    if any(part.flag_bits & ENCRYPTED for part in listed):
        raise TemplateError("has a password", "save it without a password")
    if len({part.filename.lower() for part in listed}) < len(listed):
        raise TemplateError(*DAMAGED)
    text = sum(part.file_size for part in listed if part.filename.lower().endswith(XML))
    if sum(part.file_size for part in listed) > MOST_UNPACKED or text > LARGEST_XML or len(listed) > MOST_PARTS:
        raise TemplateError("unpacks to more than a template needs", "make a smaller one in Word")
    parts = {part.filename: _unpacked(archive, part) for part in listed}
    texts = [content for name, content in parts.items() if name.lower().endswith(XML)]
    if any(len(STYLE.findall(content)) > MOST_STYLES or LONG_TAG.search(content) for content in texts):
        raise TemplateError("unpacks to more than a template needs", "make a smaller one in Word")
    links = sum(content.count(b"Relationship") for name, content in parts.items() if name.lower().endswith(".rels"))
    if sum(content.count(b"<") for content in texts) > MOST_MARKS or links > 2 * MOST_LINKS:
        raise TemplateError("unpacks to more than a template needs", "make a smaller one in Word")
    if any(sign in content for sign in NEVER for content in texts) or any(map(OTHER_LETTERS.match, texts)):
        raise TemplateError("is not as Word writes it", "open it in Word and save it again")
    return parts


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """What a part holds, unpacked to the size that it states and no further, as `archive.read` would."""
    with archive.open(part) as packed:
        return packed.read(part.file_size)


def _refuse_macros(parts: dict[str, bytes]) -> None:
    named = any("vbaproject" in name.lower() or "vbadata" in name.lower() for name in parts)
    said = [content.lower() for name, content in parts.items() if _says_what_is_there(name)]
    if any(b"&#" in content for content in said):  # letters that are spelled out could hide them
        raise TemplateError("is not as Word writes it", "open it in Word and save it again")
    if named or any(sign in content for content in said for sign in MACROS):
        raise TemplateError("holds macros", "save it without them, as .docx or .dotx")


def _says_what_is_there(name: str) -> bool:
    return name.lower().endswith(".rels") or name == "[Content_Types].xml"


def _without_remote(name: str, content: bytes) -> bytes:
    """A part without the template elsewhere, and nothing else from elsewhere in it but links and pictures."""
    lower = name.lower()
    if not lower.endswith(".rels") and lower != "word/settings.xml":
        return content
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError as error:
        raise TemplateError(*DAMAGED) from error
    for each in [*root.iter(RELATION)]:
        kind = each.get("Type") or ""
        if kind.endswith(REMOTE):
            root.remove(each)
        elif (each.get("TargetMode") or "").lower() == "external" and not kind.endswith(HARMLESS):
            raise TemplateError("fetches a part of itself from elsewhere", "break that link in Word")
    for each in [*root.iter("{*}attachedTemplate")]:
        root.remove(each)
    cleaned: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return cleaned
