"""Word templates that are damaged, protected, enormous, or carry along what no document may."""

import io
import os
import re
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from documents import sample

from flessenhals.briefing.writers.docx.document import docx, lacking
from flessenhals.briefing.writers.template_error import TemplateError
from flessenhals.cli import run

DOCUMENT, STYLES, KINDS = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
LINKS, SETTINGS = "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def whole() -> Parts:
    written = io.BytesIO()
    python_docx.Document().save(written)
    with zipfile.ZipFile(written) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Parts], bytes]:
    def damage(parts: Parts) -> bytes:
        assert old in parts[name]
        return packed({**parts, name: parts[name].replace(old, new)})

    return damage


def without(name: str) -> Callable[[Parts], bytes]:
    return lambda parts: packed({each: content for each, content in parts.items() if each != name})


def link(kind: str, target: str, *, outside: bool = True) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'.encode()


def encrypted(parts: Parts) -> bytes:
    content = bytearray(packed(parts))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(content)):
            content[found.start() + place] |= 1
    return bytes(content)


def corrupt(parts: Parts) -> bytes:
    content = bytearray(packed(parts))
    start = content.index(zlib.compress(parts[DOCUMENT], wbits=-15)[:20])
    content[start : start + 30] = bytes(30)
    return bytes(content)


DAMAGE: dict[str, tuple[Callable[[Parts], bytes], str]] = {
    "cut off": (lambda parts: packed(parts)[:9_000], "is damaged"),
    "a corrupt stream": (corrupt, "is damaged"),
    "encrypted": (encrypted, "has a password"),
    "an old one": (lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "is an old .doc file"),
    "no body": (
        lambda parts: packed({**parts, DOCUMENT: re.sub(rb"(?s)<w:body>.*</w:body>", b"", parts[DOCUMENT])}),
        "is damaged",
    ),
    "no document": (without(DOCUMENT), "is no Word file"),
    "no list of contents": (without(KINDS), "is no Word file"),
    "no links": (without("_rels/.rels"), "is no Word file"),
    "torn XML": (replaced(STYLES, b"</w:styles>", b""), "is no Word file"),
    "XML in XML": (lambda parts: packed({**parts, DOCUMENT: b"<a>" * 2_000 + b"</a>" * 2_000}), "is "),
    "a document type": (replaced(DOCUMENT, b"<w:document", b"<!DOCTYPE x><w:document"), "is not as Word writes it"),
    "a style for letters": (
        lambda parts: packed(
            {
                **parts,
                STYLES: re.sub(rb'w:type="paragraph"( w:styleId="Heading1")', rb'w:type="character"\1', parts[STYLES]),
            }
        ),
        "has a style 'Heading 1' for something else",
    ),
    "a negative page": (replaced(DOCUMENT, b'w:w="12240"', b'w:w="-12240"'), "leaves no room for a text on its page"),
    "margins that meet": (replaced(DOCUMENT, b'w:left="1800"', b'w:left="9800"'), "leaves no room for a text"),
    "words for a size": (replaced(DOCUMENT, b'w:w="12240"', b'w:w="wide"'), "is damaged"),
    "macros by name": (lambda parts: packed({**parts, "word/vbaProject.bin": b"macro"}), "holds macros"),
    "macros by kind": (
        replaced(KINDS, b"</Types>", b'<Default Extension="x" ContentType="x/ms-office.vbaProject"/></Types>'),
        "holds macros",
    ),
    "macros by link": (
        replaced(LINKS, b"</Relationships>", link("vbaProject", "a.bin", outside=False)),
        "holds macros",
    ),
    "a part from elsewhere": (
        replaced(LINKS, b"</Relationships>", link("oleObject", "http://127.0.0.1/x")),
        "fetches a part of itself from elsewhere",
    ),
    "300 MB of blanks": (lambda parts: packed({**parts, "word/media/x.bin": bytes(300_000_000)}), "unpacks to more"),
    "a million elements": (replaced(STYLES, b"</w:styles>", b"<x/>" * 1_000_000 + b"</w:styles>"), "unpacks to more"),
    "an alphabet that hides": (replaced(STYLES, b"UTF-8", b"UTF-7"), "is not as Word writes it"),
    "macros spelled out": (
        lambda parts: packed({**parts, "word/x.bin": b"", KINDS: parts[KINDS].replace(b"main+xml", b"main&#43;xml")}),
        "is not as Word writes it",
    ),
    "90,000 styles": (replaced(STYLES, b"</w:styles>", b"<w:style/>" * 90_000 + b"</w:styles>"), "unpacks to more"),
    "an element of 200,000 attributes": (
        replaced(DOCUMENT, b"<w:body>", b"<w:body " + b" ".join(b'a%d=">"' % n for n in range(200_000)) + b">"),
        "unpacks to more",
    ),
    "60,000 links": (
        lambda parts: packed(
            {**parts, LINKS: b"<a>" + b"<Relationship\tId='x' Type='t' Target='styles.xml'/>" * 60_000 + b"</a>"}
        ),
        "unpacks to more",
    ),
    "3,000 parts": (lambda parts: packed({**parts, **{f"word/{n}.bin": b"" for n in range(3_000)}}), "unpacks to more"),
    "noise": (lambda _: b"PK\x03\x04" + os.urandom(5_000), "is damaged"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_template_is_refused_in_one_line(kind: str, whole: Parts) -> None:
    damage, said = DAMAGE[kind]
    template = damage(whole)
    for use in (lacking, lambda content: docx(sample(), content)):
        with pytest.raises(TemplateError) as refused:
            use(template)
        assert str(refused.value).startswith(said)
        assert "\n" not in str(refused.value)


def test_a_part_that_unpacks_to_more_than_it_says_is_not_unpacked_further(whole: Parts) -> None:
    template = bytearray(packed({**whole, "word/media/x.png": bytes(100_000_000)}))
    size = template.rindex((100_000_000).to_bytes(4, "little"))
    template[size : size + 4] = (1_000).to_bytes(4, "little")
    tracemalloc.start()
    with pytest.raises(TemplateError, match="is damaged"):
        lacking(bytes(template))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_damage(whole: Parts) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in [*whole.items(), (DOCUMENT, b"<x/>")]:
            archive.writestr(name, content)
    with pytest.raises(TemplateError, match="is damaged"):
        lacking(made.getvalue())


def test_a_template_elsewhere_is_never_carried_along(whole: Parts) -> None:
    remote = "http://127.0.0.1/evil.dotm"
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    made = packed(
        {
            **whole,
            SETTINGS: rels + link("attachedTemplate", remote),
            "word/settings.xml": whole["word/settings.xml"].replace(
                b"</w:settings>",
                f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/></w:settings>'.encode(),
            ),
        }
    )
    assert b"evil" in b"".join(zipfile.ZipFile(io.BytesIO(made)).read(SETTINGS).splitlines())
    written = docx(sample(), made)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"evil.dotm" not in everything
    assert b"attachedTemplate" not in everything


def test_the_command_refuses_it_before_the_work_with_code_2(
    whole: Parts, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.docx").write_bytes(encrypted(whole))
    target = tmp_path / "x.docx"
    assert run(["brief", "300", "-o", str(target), "--template", str(tmp_path / "t.docx")]) == 2
    assert capsys.readouterr() == (
        "",
        f"--template: '{str(tmp_path / 't.docx')[:60]}{'...' if len(str(tmp_path / 't.docx')) > 60 else ''}' "
        "has a password -> save it without a password\n",
    )
    assert not target.exists()
